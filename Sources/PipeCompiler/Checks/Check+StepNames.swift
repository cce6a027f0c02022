extension Check {
  /// Steps have names of the right form, and each its own.
  static let stepNames = Check { graph, analysis, diagnostics in
    for step in graph.steps.indices {
      let (symbol, origin) = (graph.steps[step].name, graph.steps[step].origin)
      checkForm(of: symbol, at: origin, graph, &diagnostics)
      guard let first = analysis.names[symbol], first != step else { continue }
      let name = graph.text(symbol)
      diagnostics.report(
        Diagnostic(
          .duplicateStep, "there is another step called `\(name)`", at: origin,
          related: [Label("the first one", at: graph.steps[first].origin)],
          why: "names are unique in the whole pipeline, branches and loops included",
          help: "rename one of them"))
    }
  }

  /// Reports the step's name `name`, which is written at `origin`, if the service does not take it.
  private static func checkForm(
    of name: Symbol, at origin: Origin, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard !TextPattern.isName(graph.symbols[name]) else { return }
    diagnostics.report(
      Diagnostic(
        .invalidName,
        name == SymbolTable.empty
          ? "the name of a step is empty"
          : "`\(graph.text(name))` can't be the name of a step",
        at: origin,
        help: "use 1 to 64 letters, digits, `-` and `_`"))
  }
}
