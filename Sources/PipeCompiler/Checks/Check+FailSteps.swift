extension Check {
  /// Fail steps say why, and nothing comes after them.
  static let failSteps = Check { graph, analysis, diagnostics in
    guard graph.steps.elements.contains(where: { $0.kind == .fail }) else { return }
    for index in graph.steps.indices {
      if graph.steps[index].kind == .fail { checkMessage(of: index, graph, &diagnostics) }
      for edge in analysis.dependencies.edges(from: index) {
        guard graph.steps[edge.target].kind == .fail, edge.target != index else { continue }
        if case .body = edge.cause { continue }
        let (step, name) = (graph.steps[index].name, graph.text(graph.steps[edge.target].name))
        diagnostics.report(
          Diagnostic(
            .afterFail, "`\(graph.text(step))` can't come after the fail step `\(name)`",
            at: graph.origin(of: edge, from: index, in: analysis.dependencies),
            related: [Label("ends the execution", at: graph.steps[edge.target].origin)],
            why: "a fail step ends the execution, and the service refuses steps that wait for one",
            help: "wait for the steps before it, or for the condition"))
      }
    }
  }

  /// Reports a fail step that has no message at all.
  private static func checkMessage(
    of step: Index<Step>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let arguments = graph.present(graph.arguments(of: step))
    // Arguments that are missing or no object, and similar names, are reported as such.
    if arguments == nil, graph.notation != .pipe { return }
    if let arguments {
      guard let members = graph.object(arguments),
        members.isEmpty || graph.notation == .pipe
          || members.allSatisfy({ $0.key == .word(.errorMessage) })
      else { return }
    }
    guard graph.present(graph.member(.errorMessage, of: arguments)) == nil else { return }
    diagnostics.report(
      Diagnostic(
        .missingMessage, "`\(graph.text(graph.steps[step].name))` does not say why it fails",
        at: graph.steps[step].origin, help: "add an `ErrorMessage`"))
  }
}
