/// What decides at run time, where something is only known then.
enum RunTimeWord {
  case condition, loop, value

  /// What to write instead of what decides at build time.
  var help: String {
    switch self {
    case .condition: "to decide in a run, write `condition Name if … { … }`"
    case .loop: "to repeat steps in a run, write `foreach Name in … { … }`"
    case .value: "use a `config` or `let`; to decide at run time, use `condition … if`"
    }
  }
}

extension Lowering {
  /// Returns the diagnostic that `what` needs a value at build time and has `value`, which is known at
  /// run time only.
  func wrongPhase(
    what: String, at node: NodeIndex, reading value: Index<Value>? = nil,
    instead: RunTimeWord = .value
  ) -> Diagnostic {
    let source = value.flatMap { runTimeSource(of: $0) }
    var diagnostic = Diagnostic(
      .wrongPhase, "\(what) must be known at build time", at: tree.span(of: node),
      label: source.map { "\($0.what) is known at run time only" } ?? "known at run time only",
      why: "parameters, properties of steps and execution variables have values in a run only",
      help: instead.help)
    if let place = source?.declaration, place != diagnostic.origin {
      diagnostic.related = [Label("comes from here", at: place)]
    }
    return diagnostic
  }

  /// Returns what `value` reads at run time, in words, and where that is declared.
  private func runTimeSource(
    of value: Index<Value>
  ) -> (what: String, declaration: Origin?)? {
    // What is not shown is not looked for.
    guard diagnostics.dropped == 0 else { return nil }
    switch graph.values[value] {
    case .reference(let index): return source(of: graph.references[index])
    case .jsonGet(let index):
      guard case .propertyFile(let step, _) = graph.jsonGets[index].file else { return nil }
      return ("a report of `\(graph.text(step))`", declaration(ofStep: step))
    case .join(_, let run):
      for element in graph.elements(in: run) {
        if let found = runTimeSource(of: element) { return found }
      }
      return nil
    default: return nil
    }
  }

  /// Returns what `reference` reads, in words, and where that is declared.
  private func source(of reference: Reference) -> (what: String, declaration: Origin?) {
    switch reference.root {
    case .parameter(let name):
      let parameter = graph.parameters.elements.first { $0.name == name }
      return ("the parameter `\(graph.text(name))`", parameter?.origin)
    case .step(let name): return ("a property of `\(graph.text(name))`", declaration(ofStep: name))
    case .execution(let name): return ("the variable `\(graph.text(name))`", nil)
    default: return ("this", nil)
    }
  }

  /// Returns where the step called `name` is declared.
  private func declaration(ofStep name: Symbol) -> Origin? {
    graph.steps.elements.first { $0.name == name }?.origin
  }

  /// Returns the first value that one of `conditions` reads at run time.
  func runTimeOperand(of conditions: [Index<Condition>]) -> Index<Value>? {
    for condition in conditions {
      switch graph.conditions[condition] {
      case .comparison(_, let left, let right): return isBuildTime(left) ? right : left
      case .membership(let query, _): return query
      case .not(let inner):
        if let found = runTimeOperand(of: [inner]) { return found }
      case .or(let run):
        if let found = runTimeOperand(of: Array(graph.conditions(in: run))) { return found }
      case .verbatim(let value): return value
      }
    }
    return nil
  }
}
