extension Lowering {
  /// Fills `step` from the declaration it was made from.
  mutating func fill(_ step: Index<Step>) {
    let scope = declared.steps[Int(step.offset)].scope
    trace(scopes[scope].instance) { $0.fill(step, in: scope) }
  }

  /// Fills `step`, which was declared in `scope`.
  private mutating func fill(_ step: Index<Step>, in scope: Int) {
    let node = declared.steps[Int(step.offset)].node
    if let text = documentation(of: node) {
      graph.steps[step].description = make(string: text, at: graph.steps[step].origin)
    }
    switch tree.kind(node) {
    case .condition: fillCondition(step, node, in: scope)
    case .forEach: fillForEach(step, node, in: scope)
    case .fail: fillFail(step, node, in: scope)
    default: fillPlain(step, node, in: scope)
    }
    if let clause = tree.child(of: node, .withClause), let items = tree.firstChild(of: clause) {
      fillEnvelope(of: step, items, in: scope)
    }
    if let clause = tree.child(of: node, .afterClause), let order = tree.firstChild(of: clause) {
      graph.steps[step].dependencies += evaluateOrder(order, in: scope)
    }
  }

  /// Fills what a condition or loop says about itself behind `with`.
  private mutating func fillEnvelope(of step: Index<Step>, _ items: NodeIndex, in scope: Int) {
    let draft = read(items, of: graph.steps[step].kind, step, in: scope)
    for member in draft.arguments {
      report(
        Diagnostic(
          .unknownItem, "`\(graph.text(member.key))` is no field of such a step",
          at: member.span, why: "its arguments are what stands before and behind `with`",
          help: "write it into `raw: { … }` if it is meant"))
    }
    graph.steps[step].dependencies += draft.dependencies
    graph.steps[step].displayName = draft.displayName
    graph.steps[step].description = draft.description ?? graph.steps[step].description
    graph.steps[step].cacheConfig = draft.cacheConfig
    graph.steps[step].retryPolicies =
      draft.retries.isEmpty
      ? draft.retryPolicies : make(list: draft.retries, at: graph.steps[step].origin)
    graph.steps[step].fields = graph.addMembers(
      draft.fields.compactMap { field in field.value.map { field.finished(with: $0) } })
    override(step, as: draft)
  }

  /// Sets the type of `step` to `kind`.
  private mutating func setKind(_ kind: StepKind, of step: Index<Step>) {
    graph.steps[step].kind = kind
    graph.steps[step].typeName = graph.symbols.intern(kind.rawValue)
  }

  /// Fills a condition step.
  private mutating func fillCondition(_ step: Index<Step>, _ node: NodeIndex, in scope: Int) {
    setKind(.condition, of: step)
    let parts = children(node)
    guard case .condition(_, let then, let otherwise) = graph.steps[step].body,
      let question = parts.dropFirst().first(where: { tree.kind($0) != .displayName })
    else { return }
    let conditions: [Index<Condition>]
    switch isMissing(question) ? nil : evaluateQuestion(question, in: scope) {
    case nil:
      // An error was reported; that the condition asks nothing would only follow from it.
      conditions = [graph.conditions.append(.or(Run(start: 0, count: 0)))]
    case .conditions(let all): conditions = all
    case .constant(let flag):
      let left = make(.boolean(flag), at: origin(question))
      let right = make(.boolean(true), at: origin(question))
      conditions = [graph.conditions.append(.comparison(.equals, left: left, right: right))]
    }
    graph.steps[step].body = .condition(conditions, then: then, otherwise: otherwise)
  }

  /// Fills a ForEach step.
  private mutating func fillForEach(_ step: Index<Step>, _ node: NodeIndex, in scope: Int) {
    setKind(.forEach, of: step)
    let parts = children(node)
    guard case .forEach(var loop) = graph.steps[step].body,
      let items = parts.dropFirst().first(where: { tree.kind($0) != .displayName })
    else { return }
    loop.items =
      (isMissing(items) ? nil : evaluateTimeless(items, in: scope)) ?? unknown(at: items)
    if let clause = tree.child(of: node, .maxClause), let limit = tree.firstChild(of: clause) {
      loop.maxConcurrency = evaluateTimeless(limit, in: scope) ?? unknown(at: limit)
    } else {
      loop.maxConcurrency = make(number: "1", at: origin(node + 1))
    }
    if let clause = tree.child(of: node, .selectClause) {
      loop.selector = selector(clause, in: declared.regionScopes[Int(loop.body.offset)])
    }
    graph.steps[step].body = .forEach(loop)
  }

  /// Makes the selector that `clause` describes.
  private mutating func selector(_ clause: NodeIndex, in scope: Int) -> Selector? {
    let parts = children(clause)
    guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]),
      let value = evaluateValue(parts[1], in: scope)
    else { return nil }
    if case .reference(let index) = graph.values[value],
      case .iterationOutput = graph.references[index].root
    {
      return Selector(takesLargest: tree.word(parts[0]) == "max", field: value)
    }
    guard case .reference(let index) = graph.values[value],
      case .step(let name) = graph.references[index].root
    else {
      report(
        Diagnostic(
          .malformedReference, "a selector compares a property of a step of the body",
          at: tree.span(of: parts[1]), help: "write it as in `select max by Score.returns.value`"))
      return nil
    }
    let path = Array(graph.path(of: graph.references[index]))
    let field = make(reference: .iterationOutput(name), path: path, at: origin(parts[1]))
    return Selector(takesLargest: tree.word(parts[0]) == "max", field: field)
  }

  /// Fills a Fail step.
  private mutating func fillFail(_ step: Index<Step>, _ node: NodeIndex, in scope: Int) {
    setKind(.fail, of: step)
    guard
      let text = children(node).dropFirst().first(where: { tree.kind($0) != .displayName })
    else { return }
    let message = (isMissing(text) ? nil : evaluateTimeless(text, in: scope)) ?? unknown(at: text)
    let arguments = make(object: [(.errorMessage, message)], at: origin(text))
    if count(arguments) { graph.steps[step].body = .arguments(arguments) }
  }

  /// Fills a step of any other type from its items and the defaults for its type.
  private mutating func fillPlain(_ step: Index<Step>, _ node: NodeIndex, in scope: Int) {
    guard let kind = declareKind(of: step, node), let items = tree.child(of: node, .items) else {
      return
    }
    var draft = read(items, of: kind, step, in: scope)
    // The comment is the step's own too, so it comes before what defaults say.
    draft.description = draft.description ?? graph.steps[step].description
    for block in defaultBlocks(of: kind, in: scope) {
      guard let items = tree.child(of: block.node, .items) else { continue }
      let fallback = read(items, of: kind, step, in: block.scope)
      draft.fill(from: fallback) { mine, theirs in merge(mine, theirs) }
    }
    finish(&draft, of: step, kind)
  }

  /// Returns the kind that the declaration at `node`, of the step that is added next, names; `other`
  /// if that is unknown.
  mutating func declaredKind(_ node: NodeIndex) -> StepKind {
    switch tree.kind(node) {
    case .condition: return .condition
    case .forEach: return .forEach
    case .fail: return .fail
    default: break
    }
    guard let name = typeNode(of: node), tree.kind(name) == .name else { return .other }
    let word = symbol(name)
    if let first = firstSteps[Int(word.offset)] { return graph.steps[Index(first)].kind }
    let named = StepKind.spelled(graph.text(word)) ?? .other
    firstSteps.set(graph.steps.count, for: Int(word.offset))
    return StepKind.declarable.contains(named) ? named : .other
  }

  /// Returns the node of the type in the step declaration at `node`.
  @inline(__always)
  private func typeNode(of node: NodeIndex) -> NodeIndex? {
    let parts = parts(node)
    for index in 1..<max(parts.count, 1) {
      let kind = tree.kind(parts[index])
      if kind == .name || kind == .rawType { return parts[index] }
    }
    return nil
  }

  /// Sets the type of `step` and returns it, or `nil` after reporting that there is no such type.
  private mutating func declareKind(of step: Index<Step>, _ node: NodeIndex) -> StepKind? {
    guard let type = typeNode(of: node) else { return nil }
    if tree.kind(type) == .rawType {
      guard let text = tree.firstChild(of: type), tree.kind(text) == .string else { return nil }
      let name = StringDecoder(tree.tokens).decode(Int(tree.nodes[text].firstToken))
      graph.steps[step].typeName = graph.symbols.intern(name)
      return .other
    }
    let declared = graph.steps[step].kind
    guard let kind = declared != .other ? declared : stepKind(named: type) else { return nil }
    graph.steps[step].typeName = symbol(type)
    return kind
  }

  /// Returns the step type that the word at `node` names, or `nil` after reporting that it is none.
  mutating func stepKind(named node: NodeIndex) -> StepKind? {
    guard !isMissing(node) else { return nil }
    let word = tree.word(node)
    if let kind = StepKind.spelled(word), StepKind.declarable.contains(kind) { return kind }
    let span = tree.span(of: node)
    let help =
      switch word {
      case "Condition": "write `condition Name if … { … } else { … }`"
      case "ForEach": "write `foreach Name in … max 10 { … }`"
      default: "a type that pipec does not know is written `raw \"\(word)\"`"
      }
    var diagnostic = Diagnostic(
      .unknownStepType, "`\(word)` is no type of step", at: span, help: help)
    let short = word.hasSuffix("Step") ? String(word.dropLast(4)) : word
    let isKnown = StepKind.declarable.contains { $0.rawValue == short }
    if let near = isKnown ? short : nearest(to: word, in: StepKind.declarable.map(\.rawValue)) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
    }
    report(diagnostic)
    return nil
  }
}
