/// A graph in which no check found an error; only `check` makes one.
public struct CheckedGraph: Sendable {
  /// The graph.
  package private(set) var graph: PipelineGraph

  /// Vouches for `graph`.
  fileprivate init(_ graph: PipelineGraph) { self.graph = graph }

  /// Changes the graph by `body`, which must keep it valid, and its invariants.
  package mutating func transform(_ body: (inout PipelineGraph) -> Void) { body(&graph) }
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
