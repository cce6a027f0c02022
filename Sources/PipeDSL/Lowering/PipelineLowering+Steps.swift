import PipeCompiler

extension PipelineLowering {
  /// Adds the steps of the region `number` of the plan, and those inside them, to `region`.
  mutating func addSteps(of number: Int, to region: Index<PipeCompiler.Region>) {
    for node in plan.regions[number].nodes {
      let before = (graph.steps.count, graph.values.count, graph.members.count)
      add(node, to: region)
      allow(node.content.allowances, madeAfter: before)
    }
  }

  /// Hides what `allowances` name where it begins at a step, value or member that was added to the graph when
  /// it had as many of them as `counts` say.
  private mutating func allow(
    _ allowances: [Allowance], madeAfter counts: (steps: Int, values: Int, members: Int)
  ) {
    if allowances.isEmpty { return }
    let steps = graph.steps.elements[counts.steps...]
    let places =
      steps.map(\.origin) + steps.flatMap { $0.dependencies.map(\.origin) }
      + graph.origins[counts.values...] + graph.members[counts.members...].map(\.origin)
    let positions = Set(places.compactMap { $0.span?.start })
    for allowance in allowances {
      diagnostics.allow(
        allowance.name, because: allowance.reason, at: map.origin(of: allowance.place),
        beginningAt: positions)
    }
  }

  /// Adds the step `node` to `region`.
  private mutating func add(_ node: StepNode, to region: Index<PipeCompiler.Region>) {
    let origin = map.nameOrigin(ofStepAt: node.content.place)
    var step = PipeCompiler.Step(
      name: graph.symbols.intern(node.content.name), kind: node.content.kind,
      typeName: graph.symbols.intern(node.content.typeName), region: region, body: .arguments(nil),
      origin: origin)
    current = node
    fillEnvelope(of: &step, node, at: origin)
    switch node.content.body {
    case .none:
      fillArguments(of: &step, node, at: origin)
      _ = graph.add(step)
    case .condition(let question, _, _):
      fillCondition(graph.add(step), question, of: node, at: origin)
    case .loop(let items, let atOnce, _):
      fillLoop(graph.add(step), items, atOnce, of: node, at: origin)
    }
  }

  /// Fills what every step may have beside its arguments.
  private mutating func fillEnvelope(
    of step: inout PipeCompiler.Step, _ node: StepNode, at origin: Origin
  ) {
    step.displayName = node.content.displayName.map { value($0.expression, at: origin) }
    step.description = node.content.description.map { value($0.expression, at: origin) }
    step.cacheConfig = node.content.cacheConfig.map { value($0, at: origin) }
    if !node.content.retries.isEmpty {
      let policies = node.content.retries.map { object($0, at: origin) }
      step.retryPolicies = graph.add(list: policies, at: origin)
    }
    step.dependencies = node.content.endings.map { ending in
      Dependency(
        graph.symbols.intern(ending.node.content.name), trigger: ending.way.trigger,
        origin: origin)
    }
  }

  /// Fills the arguments of a step, and the fields beside them.
  private mutating func fillArguments(
    of step: inout PipeCompiler.Step, _ node: StepNode, at origin: Origin
  ) {
    let place = node.content.place
    var arguments = members(node.content.arguments.entries, ofCallAt: place, origin)
    if let role = graph.header.role {
      graph.fillRole(role, of: node.content.kind, in: &arguments)
    }
    var fields = members(node.content.fields.entries, ofCallAt: place, origin)
    if node.content.kind.hasFreeArguments, node.content.fields.value(of: "OutputParameters") == nil
    {
      fields.append(Member(.word(.outputParameters), graph.add(list: [], at: origin)))
    }
    step.fields = graph.addFields(fields, of: node.content.kind)
    step.body = .arguments(graph.add(object: arguments, at: origin))
  }

  /// Fills a condition step and adds the steps of its branches.
  private mutating func fillCondition(
    _ step: Index<PipeCompiler.Step>, _ question: Question, of node: StepNode, at origin: Origin
  ) {
    let conditions = conditions(of: question.form, at: origin)
    let then = graph.regions.append(PipeCompiler.Region(owner: step, role: .then))
    let otherwise = graph.regions.append(PipeCompiler.Region(owner: step, role: .otherwise))
    graph.steps[step].body = .condition(conditions, then: then, otherwise: otherwise)
    for (number, region) in zip(plan.blocks(of: node), [then, otherwise]) {
      addSteps(of: number, to: region)
    }
  }

  /// Fills a ForEach step and adds the steps of its body.
  private mutating func fillLoop(
    _ step: Index<PipeCompiler.Step>, _ items: Expression, _ atOnce: Expression,
    of node: StepNode, at origin: Origin
  ) {
    let items = value(items, at: origin)
    let limit = value(atOnce, at: origin)
    let body = graph.regions.append(PipeCompiler.Region(owner: step, role: .body))
    var loop = PipeCompiler.ForEach(items: items, maxConcurrency: limit, body: body, selector: nil)
    for number in plan.blocks(of: node) {
      loop.selector = plan.regions[number].select.flatMap { selector($0) } ?? loop.selector
      graph.steps[step].body = .forEach(loop)
      addSteps(of: number, to: body)
    }
    graph.steps[step].body = .forEach(loop)
  }

  /// Makes the rule by which the results of a loop are selected.
  private mutating func selector(_ rule: Select) -> Selector? {
    let origin = map.origin(of: rule.place)
    guard case .property(let path) = rule.field.form, case .step(let node) = path.root else {
      diagnostics.report(
        Diagnostic(
          .malformedReference, "a selector compares a property of a step of the block", at: origin,
          help: "write it as in `Select.largest(score.returned(\"value\", as: Double.self))`"))
      return nil
    }
    let name = graph.symbols.intern(node.content.name)
    let field = graph.add(
      reference: .iterationOutput(name), path: segments(of: path), at: origin)
    return Selector(takesLargest: rule.takesLargest, field: field)
  }

  /// Makes the conditions that must all hold for `question` to have the answer yes.
  mutating func conditions(
    of question: Question.Form, at origin: Origin
  ) -> [Index<PipeCompiler.Condition>] {
    switch question {
    case .comparison(let comparison, let left, let right):
      let (left, right) = (value(left, at: origin), value(right, at: origin))
      let condition = PipeCompiler.Condition.comparison(
        comparison.graphComparison, left: left, right: right)
      return [graph.conditions.append(condition)]
    case .membership(let query, let options):
      let query = value(query, at: origin)
      let run = graph.addElements(options.map { value($0, at: origin) })
      return [graph.conditions.append(.membership(query: query, options: run))]
    case .not(let inner): return [graph.negation(of: conditions(of: inner, at: origin))]
    case .and(let left, let right):
      return conditions(of: left, at: origin) + conditions(of: right, at: origin)
    case .or(let left, let right):
      let parts = [left, right].map { part in
        graph.conjunction(of: conditions(of: part, at: origin))
      }
      return [graph.disjunction(of: parts)]
    }
  }
}

extension Ending.Way {
  /// The word that definitions have for it.
  fileprivate var trigger: Trigger {
    switch self {
    case .completed: .completed
    case .failed: .failed
    case .stopped: .stopped
    case .any: .any
    }
  }
}

extension Question.Comparison {
  /// The comparison, as graphs have it.
  fileprivate var graphComparison: PipeCompiler.Comparison {
    switch self {
    case .equals: .equals
    case .less: .lessThan
    case .lessOrEqual: .lessThanOrEqualTo
    case .greater: .greaterThan
    case .greaterOrEqual: .greaterThanOrEqualTo
    }
  }
}
