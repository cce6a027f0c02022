extension Check {
  /// Steps have names of the right form, and each its own.
  static let stepNames = Check { graph, analysis, diagnostics in
    for (position, step) in graph.steps.elements.enumerated() {
      checkForm(of: step, graph, &diagnostics)
      guard let first = analysis.names[step.name], Int(first.offset) != position else { continue }
      let name = graph.text(step.name)
      diagnostics.report(
        Diagnostic(
          .duplicateStep, "there is another step called `\(name)`", at: step.origin,
          related: [Label("the first one", at: graph.steps[first].origin)],
          why: "names are unique in the whole pipeline, branches and loops included",
          help: "rename one of them"))
    }
  }

  /// Reports the name of `step` if the service does not take it.
  private static func checkForm(
    of step: Step, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard !TextPattern.isName(graph.symbols[step.name]) else { return }
    diagnostics.report(
      Diagnostic(
        .invalidName,
        step.name == SymbolTable.empty
          ? "the name of a step is empty"
          : "`\(graph.text(step.name))` can't be the name of a step",
        at: step.origin,
        help: "use 1 to 64 letters, digits, `-` and `_`"))
  }
}
