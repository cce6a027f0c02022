extension Check {
  /// The outputs that are read from Lambda and Callback steps are declared there.
  static let outputReferences = Check { graph, analysis, diagnostics in
    guard graph.symbols.find("OutputParameters") != nil else { return }
    for read in analysis.reads { check(read.value, graph, analysis, &diagnostics) }
  }

  /// Reports `value` if it reads an output that its step does not declare.
  private static func check(
    _ value: Index<Value>, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    guard case .reference(let index) = graph.values[value] else { return }
    let reference = graph.references[index]
    let path = Array(graph.path(of: reference))
    guard case .step(let stepName) = reference.root, let step = analysis.names[stepName],
      [.lambda, .callback].contains(graph.steps[step].kind), path.count >= 2,
      case .member(let first) = path[0], graph.text(first) == "OutputParameters",
      case .key(let key) = path[1], let outputs = graph.outputParameters(of: step)
    else { return }
    let (name, owner) = (graph.text(key), graph.text(stepName))
    if !outputs.contains(where: { $0.name == name }) {
      diagnostics.report(
        Diagnostic(
          .unknownOutputParameter, "`\(owner)` declares no output called `\(name)`",
          at: graph.origin(of: value),
          related: [Label("the step", at: graph.steps[step].origin)],
          help: nearest(to: name, in: outputs.map(\.name)).map { "did you mean `\($0)`?" }
            ?? "declare it in `\(owner)`: "
            + (graph.notation == .pipe
              ? "`returns { \(name): String }`" : "add it to its `OutputParameters`")))
    } else if path.count > 2 {
      diagnostics.report(
        Diagnostic(
          .unknownOutputParameter, "the output `\(name)` of `\(owner)` has no parts",
          at: graph.origin(of: value),
          why: "the service turns nested outputs into one string",
          help: "return each part as an output of its own"))
    }
  }
}
