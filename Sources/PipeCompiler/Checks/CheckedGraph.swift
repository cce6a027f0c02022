/// A graph in which no check found an error; only `check` makes one.
public struct CheckedGraph: Sendable {
  /// The graph.
  package let graph: PipelineGraph

  /// Vouches for `graph`.
  fileprivate init(_ graph: PipelineGraph) { self.graph = graph }
}

/// Runs all checks over `graph`, against the service of `date`, and returns it checked, or `nil` if
/// `diagnostics` contains an error.
package func check(
  _ graph: PipelineGraph, against date: ServiceDate? = nil,
  reportingTo diagnostics: inout Diagnostics
) -> CheckedGraph? {
  let analysis = Analysis(of: graph, isWhole: !diagnostics.isIncomplete, against: date)
  for check in Check.all { check.run(graph, analysis, &diagnostics) }
  return diagnostics.containsErrors ? nil : CheckedGraph(graph)
}
