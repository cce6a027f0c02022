extension Check {
  /// ForEach steps have what the service needs to run them.
  static let loops = Check { graph, analysis, diagnostics in
    var hasLoops = false
    for step in graph.steps.elements {
      guard case .forEach(let loop) = step.body else { continue }
      hasLoops = true
      // A mistake in it is reported, and what it is meant to be is not known.
      if graph.isUnknown(loop.items) { continue }
      checkItems(of: loop, graph, &diagnostics)
      checkConcurrency(of: loop, in: step, graph, &diagnostics)
      checkBody(of: loop, in: step, graph, &diagnostics)
      checkSelector(of: loop, in: step, graph, analysis, &diagnostics)
    }
    guard hasLoops else { return }
    for step in graph.steps.elements { checkClash(of: step, graph, analysis, &diagnostics) }
  }

  /// Reports items that are not a list of 1 to 100, nor an expression.
  private static func checkItems(
    of loop: ForEach, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let message: String
    switch graph.values[loop.items] {
    case .list(let run):
      guard !(1...100).contains(run.count) else { return }
      message = "a loop has 1 to 100 items, not \(run.count)"
    case .null, .boolean, .number, .object, .duration:
      message = "\(graph.kindName(of: loop.items)) is not a list of items"
    case .string, .reference, .join, .jsonGet: return
    }
    diagnostics.report(
      Diagnostic(
        .invalidForEach, message, at: graph.origin(of: loop.items),
        help: "write a list, or a reference to a string that holds a list in JSON"))
  }

  /// Reports a concurrency that is missing or not from 1 to 50.
  private static func checkConcurrency(
    of loop: ForEach, in step: Step, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    func complain(_ message: String, at origin: Origin) {
      diagnostics.report(
        Diagnostic(.invalidForEach, message, at: origin, help: "use a number from 1 to 50"))
    }
    guard let limit = graph.present(loop.maxConcurrency) else {
      return complain("the loop does not say how many items run at once", at: step.origin)
    }
    guard !graph.isRuntime(limit) else { return }
    if let number = graph.number(limit), (1...50).contains(number), graph.isWhole(limit) { return }
    complain("the number of items that run at once is from 1 to 50", at: graph.origin(of: limit))
  }

  /// Reports an empty body, and steps that can't be in one.
  private static func checkBody(
    of loop: ForEach, in step: Step, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let inner = graph.regions[loop.body].steps.map { graph.steps[$0] }
    if inner.isEmpty {
      diagnostics.report(
        Diagnostic(
          .invalidForEach, "the loop `\(graph.text(step.name))` has no steps", at: step.origin))
    }
    for inner in inner where [.condition, .forEach, .fail].contains(inner.kind) {
      diagnostics.report(
        Diagnostic(
          .invalidForEach,
          "the \(inner.kind.rawValue) step `\(graph.text(inner.name))` can't be in a loop",
          at: inner.origin, why: "the body of a loop has neither Condition, Fail nor ForEach steps",
          help: "move it out of the loop"))
    }
  }

  /// Reports a selector that does not name an output of a step of the body.
  private static func checkSelector(
    of loop: ForEach, in step: Step, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    guard let field = loop.selector?.field else { return }
    func complain(_ message: String, help: String?) {
      diagnostics.report(
        Diagnostic(.invalidForEach, message, at: graph.origin(of: field), help: help))
    }
    guard case .reference(let index) = graph.values[field],
      case .iterationOutput(let name) = graph.references[index].root
    else {
      return complain(
        "the selector does not compare an output of the loop's steps",
        help: "compare `IterationOutput.<step>.<member>`")
    }
    let names = graph.regions[loop.body].steps.map { graph.steps[$0].name }
    guard names.contains(name) else {
      let text = graph.text(name)
      return complain(
        "`\(text)` is not a step of `\(graph.text(step.name))`",
        help: nearest(to: text, in: names.map { graph.text($0) }).map { "did you mean `\($0)`?" })
    }
    if graph.references[index].path.count == 0 {
      complain("the selector names a step, but none of its outputs", help: "add a member")
    }
  }

  /// Reports `step` if its name is one that the service gives to a run of a loop's step.
  private static func checkClash(
    of step: Step, _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    let text = graph.symbols[step.name]
    let digits = text.reversed().prefix { TextPattern.isDigit($0) }.count
    let stem = text.dropLast(digits)
    guard digits > 0, stem.last == UInt8(ascii: "-"), graph.regions[step.region].role != .body,
      let name = graph.symbols.find(String(decoding: stem.dropLast(), as: UTF8.self)),
      let other = analysis.names[name], graph.regions[graph.steps[other].region].role == .body
    else { return }
    diagnostics.report(
      Diagnostic(
        .invalidForEach, "`\(graph.text(step.name))` is the name of a run of `\(graph.text(name))`",
        at: step.origin,
        related: [Label("runs as `\(graph.text(name))-0`, ...", at: graph.steps[other].origin)],
        why: "the service names the runs of a loop's steps so, and refuses the clash",
        help: "rename one of them"))
  }
}
