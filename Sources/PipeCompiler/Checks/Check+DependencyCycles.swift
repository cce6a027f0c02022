extension Check {
  /// No step waits for itself, directly or by way of others.
  static let dependencyCycles = Check { graph, analysis, diagnostics in
    for cycle in analysis.dependencies.executionOrder().cycles {
      diagnostics.report(diagnostic(about: cycle, graph, analysis))
    }
  }

  /// How many steps of a cycle are named; of the rest, messages give the number.
  private static let namedSteps = 16

  /// Returns what to say about `cycle`.
  private static func diagnostic(
    about cycle: DependencyCycle, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> Diagnostic {
    let names = cycle.steps.prefix(namedSteps).map { graph.text(graph.steps[$0].name) }
    let first = names.first ?? ""
    let hidden = cycle.steps.count - names.count
    let more = hidden > 0 ? ["... \(hidden) more ..."] : []
    let path = (names + more + [first]).joined(separator: " -> ")
    let isAlone = cycle.steps.count == 1
    return Diagnostic(
      .dependencyCycle,
      isAlone ? "`\(first)` waits for itself" : "these steps wait for each other: \(path)",
      at: cycle.steps.first.map { graph.steps[$0].origin } ?? .synthesized,
      related: labels(for: cycle, graph, analysis),
      why: isAlone
        ? "a step can't start before it has ended"
        : "`A -> B` means that A starts only when B has ended, so none of them ever starts",
      help: "remove one of the references or orders")
  }

  /// Returns a label for each step of `cycle` that says why it waits.
  private static func labels(
    for cycle: DependencyCycle, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> [Label] {
    zip(cycle.steps, cycle.edges).prefix(namedSteps).map { step, edge in
      let origin = graph.origin(of: edge, from: step, in: analysis.dependencies)
      let name = "`\(graph.text(graph.steps[step].name))`"
      let target = "`\(graph.text(graph.steps[edge.target].name))`"
      switch edge.cause {
      case .read: return Label("\(name) reads from \(target)", at: origin)
      case .order: return Label("\(name) is ordered after \(target)", at: origin)
      case .owner: return Label("\(name) runs inside \(target)", at: origin)
      case .body(let inner):
        let body = "`\(graph.text(graph.steps[inner].name))`"
        return Label("\(body), inside \(name), waits for \(target)", at: origin)
      }
    }
  }
}
