// The header's `for`, by which one file makes several pipelines.

extension Lowering {
  /// How many pipelines one header may make.
  private static let pipelineLimit = 1_000

  /// Returns the item of the header at `node` that the pipeline is made of, and counts the items.
  mutating func evaluateItem(of node: NodeIndex, in scope: Int) -> Term {
    guard let variable = tree.child(of: node, .name),
      let items = children(node).first(where: { $0 > variable }),
      let entries = entries(of: items, in: scope)
    else { return .poisoned }
    guard entries.count <= Self.pipelineLimit else {
      reportLimit(at: items, "a header makes at most \(Self.pipelineLimit) pipelines")
      return .poisoned
    }
    itemCount = entries.count
    if entries.isEmpty {
      report(
        Diagnostic(
          .missingPipeline, "the list is empty, so there is no pipeline", at: tree.span(of: items),
          help: "give it at least one item"))
    }
    return entries.dropFirst(item).first.map { .value($0) } ?? .poisoned
  }
}
