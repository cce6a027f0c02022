extension Check {
  /// The outputs that are read from Lambda and Callback steps are declared there.
  static let outputReferences = Check { graph, analysis, diagnostics in
    var declared = DeclaredNames()
    for read in analysis.reads {
      check(read.value, &declared, graph, analysis, &diagnostics)
    }
  }

  /// Reports `value` if it reads an output that its step does not declare.
  private static func check(
    _ value: Index<Value>, _ declared: inout DeclaredNames, _ graph: PipelineGraph,
    _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard case .reference(let index) = graph.values[value] else { return }
    let reference = graph.references[index]
    let path = graph.path(of: reference)
    guard case .step(let stepName) = reference.root, path.count >= 2,
      path.first == .member(.word(.outputParameters)),
      case .key(let key) = path[path.startIndex + 1], let step = analysis.names[stepName],
      graph.steps[step].kind == .lambda || graph.steps[step].kind == .callback
    else { return }
    let isHeld = declared.mayHold(key, in: step, graph) { $0.outputNames(of: $1) }
    if isHeld, path.count == 2 { return }
    guard let outputs = graph.outputNames(of: step) else { return }
    let (name, owner) = (graph.text(key), graph.text(stepName))
    if !isHeld {
      diagnostics.report(
        Diagnostic(
          .unknownOutputParameter, "`\(owner)` declares no output called `\(name)`",
          at: graph.origin(of: value),
          related: [Label("the step", at: graph.steps[step].origin)],
          help: didYouMean(key, oneOf: outputs, graph)
            ?? "declare it in `\(owner)`: "
            + (graph.notation == .pipe
              ? "`returns { \(name): String }`" : "add it to its `OutputParameters`")))
    } else {
      diagnostics.report(
        Diagnostic(
          .unknownOutputParameter, "the output `\(name)` of `\(owner)` has no parts",
          at: graph.origin(of: value),
          why: "the service turns nested outputs into one string",
          help: "return each part as an output of its own"))
    }
  }
}
