import PipeCompiler

/// A pipeline put together by hand, in a few words, for tests.
///
/// Everything gets an origin of its own, so that tests can tell places apart.
struct GraphBuilder {
  /// What was built so far.
  var graph: PipelineGraph
  /// The position of the next origin.
  private var position: UInt32 = 10

  /// Creates a pipeline with a name and a role.
  init(_ name: String = "p", role: String? = "arn:aws:iam::111122223333:role/R") {
    var symbols = SymbolTable.ofGraph
    let header = PipelineHeader(name: symbols.intern(name), origin: .text(SourceSpan(0, 1)))
    graph = PipelineGraph(symbols: symbols, header: header)
    if let role { graph.header.role = add(.text(role)) }
  }

  /// Returns an origin that nothing else has.
  mutating func origin() -> Origin {
    position += 10
    return .text(SourceSpan(position, position + 5))
  }

  /// Adds `literal` and returns its index.
  mutating func add(_ literal: Literal) -> Index<Value> {
    switch literal {
    case .null: return graph.add(.null, at: origin())
    case .flag(let flag): return graph.add(.boolean(flag), at: origin())
    case .number(let lexeme): return graph.add(number: lexeme, at: origin())
    case .text(let text): return graph.add(string: text, at: origin())
    case .list(let entries):
      let entries = entries.map { add($0) }
      return graph.add(list: entries, at: origin())
    case .object(let entries):
      let members = entries.map { Member(graph.symbols.intern($0.0), add($0.1)) }
      return graph.add(object: members, at: origin())
    case .join(let entries):
      let entries = entries.map { add($0) }
      return graph.add(join: entries, at: origin())
    case .get(let path): return add(path)
    case .file(let step, let name):
      let file = JSONGetFile.propertyFile(
        step: graph.symbols.intern(step), name: graph.symbols.intern(name))
      return graph.add(jsonGet: file, path: graph.symbols.intern("a.b"), at: origin())
    case .uri(let uri):
      let uri = add(uri)
      return graph.add(jsonGet: .uri(uri), path: graph.symbols.intern("a"), at: origin())
    }
  }

  /// Adds the reference spelled `path`, where brackets follow a dot: `Steps.A.X.[0].['k']`.
  private mutating func add(_ path: String) -> Index<Value> {
    var parts = path.split(separator: ".").map(String.init)[...]
    let head = parts.popFirst() ?? ""
    let name = graph.symbols.intern(head == "ForEach" ? "" : parts.popFirst() ?? "")
    let segments = parts.map { part -> PathSegment in
      let inner = graph.symbols.intern(part.filter { !"[]'".contains($0) })
      return part.hasPrefix("['")
        ? .key(inner) : part.hasPrefix("[") ? .index(inner) : .member(inner)
    }
    let roots: [String: ReferenceRoot] = [
      "Steps": .step(name), "Parameters": .parameter(name), "Execution": .execution(name),
      "PipelineExperimentConfig": .experiment(name), "ForEach": .currentItem,
      "IterationOutput": .iterationOutput(name),
    ]
    let root = roots[head] ?? .unreadable(graph.symbols.intern(path))
    return graph.add(reference: root, path: segments, at: origin())
  }

  /// Adds a parameter.
  mutating func parameter(
    _ name: String, _ type: ScalarType = .string, default value: Literal? = nil,
    in options: Literal? = nil
  ) {
    let parameter = Parameter(
      name: graph.symbols.intern(name), type: type, defaultValue: value.map { add($0) },
      enumeration: options.map { add($0) }, origin: origin())
    _ = graph.parameters.append(parameter)
  }

  /// Adds a step with `arguments` that waits for the steps in `after`: `A`, or `A!Failed`.
  @discardableResult mutating func step(
    _ name: String, _ kind: StepKind = .training, _ arguments: Literal = .object([]),
    after: [String] = [], fields: [(String, Literal)] = [], retry: Literal? = nil,
    cache: Literal? = nil, description: String? = nil, in region: Index<Region>? = nil
  ) -> Index<Step> {
    let body = StepBody.arguments(add(arguments))
    var step = shell(name, kind, region, body)
    step.dependencies = after.map { dependency($0) }
    let members = fields.map { Member(graph.symbols.intern($0.0), add($0.1)) }
    step.fields = graph.addMembers(members)
    step.retryPolicies = retry.map { add($0) }
    step.cacheConfig = cache.map { add($0) }
    step.description = description.map { add(.text($0)) }
    return graph.add(step)
  }

  /// Adds a condition step and returns its branches.
  mutating func condition(
    _ name: String, _ conditions: [Question] = [.equals(.get("Parameters.P"), .text("x"))],
    in region: Index<Region>? = nil
  ) -> (then: Index<Region>, otherwise: Index<Region>) {
    let roots = conditions.map { add($0) }
    let owner = Index<Step>(graph.steps.count)
    let then = graph.regions.append(Region(owner: owner, role: .then))
    let otherwise = graph.regions.append(Region(owner: owner, role: .otherwise))
    let body = StepBody.condition(roots, then: then, otherwise: otherwise)
    _ = graph.add(shell(name, .condition, region, body))
    return (then, otherwise)
  }

  /// Adds a ForEach step and returns its body.
  mutating func loop(
    _ name: String, over items: Literal = .list([.text("a")]), limit: Literal? = .number("5"),
    select field: Literal? = nil, in region: Index<Region>? = nil
  ) -> Index<Region> {
    let owner = Index<Step>(graph.steps.count)
    let body = graph.regions.append(Region(owner: owner, role: .body))
    let loop = ForEach(
      items: add(items), maxConcurrency: limit.map { add($0) }, body: body,
      selector: field.map { Selector(takesLargest: true, field: add($0)) })
    _ = graph.add(shell(name, .forEach, region, .forEach(loop)))
    return body
  }

  /// Returns what checking the pipeline reports: `severity id`, in order.
  func findings() -> [String] { diagnostics().map { "\($0.severity.rawValue) \($0.id.rawValue)" } }

  /// Returns what checking the pipeline reports, but that it is only sketched.
  func diagnostics() -> [Diagnostic] {
    var diagnostics = Diagnostics()
    _ = check(graph, reportingTo: &diagnostics)
    return diagnostics.sorted.filter { diagnostic in
      diagnostic.id.group != .serviceModel && !Self.signsOfSketches.contains(diagnostic.id)
    }
  }

  /// What is said of pipelines in which little is done with what there is.
  private static let signsOfSketches: Set<DiagnosticID> = [
    .emptyPipeline, .unusedParameter, .unusedReport, .unusedOutput,
  ]

  /// Returns a step without anything optional.
  private mutating func shell(
    _ name: String, _ kind: StepKind, _ region: Index<Region>?, _ body: StepBody
  ) -> Step {
    Step(
      name: graph.symbols.intern(name), kind: kind,
      typeName: graph.symbols.intern(kind.rawValue), region: region ?? PipelineGraph.root,
      body: body, origin: origin())
  }

  /// Returns the dependency spelled `text`.
  private mutating func dependency(_ text: String) -> Dependency {
    let parts = text.split(separator: "!").map(String.init)
    let trigger = parts.count > 1 ? Trigger(rawValue: parts[1]) ?? .any : .completed
    return Dependency(graph.symbols.intern(parts[0]), trigger: trigger, origin: origin())
  }

  /// Adds `question` and returns its index.
  private mutating func add(_ question: Question) -> Index<Condition> {
    switch question {
    case .equals(let left, let right): return compare(.equals, left, right)
    case .less(let left, let right): return compare(.lessThan, left, right)
    case .within(let query, let options):
      let entries = options.map { add($0) }
      let query = add(query)
      return graph.conditions.append(.membership(query: query, options: graph.addElements(entries)))
    case .not(let inner): return graph.conditions.append(.not(add(inner)))
    case .or(let parts):
      let parts = parts.map { add($0) }
      graph.conditionLists.append(contentsOf: parts)
      let run = Run(start: graph.conditionLists.count - parts.count, count: parts.count)
      return graph.conditions.append(.or(run))
    }
  }

  /// Adds a comparison.
  private mutating func compare(
    _ comparison: Comparison, _ left: Literal, _ right: Literal
  ) -> Index<Condition> {
    graph.conditions.append(.comparison(comparison, left: add(left), right: add(right)))
  }
}

/// A value as tests write it.
indirect enum Literal: Sendable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([Literal])
  case object([(String, Literal)])
  case join([Literal])
  case get(String)
  case file(step: String, name: String)
  case uri(Literal)
}

/// A condition as tests write it.
indirect enum Question: Sendable {
  case equals(Literal, Literal)
  case less(Literal, Literal)
  case within(Literal, [Literal])
  case not(Question)
  case or([Question])
}
