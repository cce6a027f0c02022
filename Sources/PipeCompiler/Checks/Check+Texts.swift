extension Check {
  /// Descriptions and display names are not longer than the service stores.
  static let texts = Check { graph, _, diagnostics in
    check(graph.header.description, "description", limit: 3072, graph, &diagnostics)
    for step in graph.steps.elements {
      check(step.displayName, "display name", limit: 256, graph, &diagnostics)
      check(step.description, "description", limit: 3072, graph, &diagnostics)
    }
  }

  /// Reports `value` if it is a text with more than `limit` characters.
  private static func check(
    _ value: Index<Value>?, _ name: String, limit: Int, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let value, case .string(let text) = graph.values[value],
      graph.symbols.length(text) > limit
    else { return }
    let count = graph.text(text).unicodeScalars.count
    guard count > limit else { return }
    diagnostics.report(
      Diagnostic(
        .textTooLong, "the \(name) has \(count) characters, more than \(limit)",
        at: graph.origin(of: value), help: "shorten it"))
  }
}
