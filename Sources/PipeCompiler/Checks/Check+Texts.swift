extension Check {
  /// Descriptions, display names and messages are texts, and not longer than the service stores.
  static let texts = Check { graph, _, diagnostics in
    check(graph.header.description, "description", limit: 3072, graph, &diagnostics)
    for index in graph.steps.indices {
      check(graph.steps[index].displayName, "display name", limit: 256, graph, &diagnostics)
      check(graph.steps[index].description, "description", limit: 3072, graph, &diagnostics)
      guard graph.steps[index].kind == .fail else { continue }
      let message = graph.member("ErrorMessage", of: graph.arguments(of: index))
      if let message, case .string(let text) = graph.values[message] {
        check(text, of: message, "message", limit: 3072, graph, &diagnostics)
      }
    }
  }

  /// Reports `value` if it is no text, or one with more than `limit` characters.
  private static func check(
    _ value: Index<Value>?, _ name: String, limit: Int, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let value = graph.present(value) else { return }
    switch graph.values[value] {
    case .string(let text): check(text, of: value, name, limit: limit, graph, &diagnostics)
    case .number, .boolean, .list, .object:
      diagnostics.report(
        Diagnostic(
          .invalidText, "the \(name) must be a String, and this is \(graph.kindName(of: value))",
          at: graph.origin(of: value), help: "write it in quotes"))
    default: break
    }
  }

  /// Reports `text`, which is `value`, if it has more than `limit` characters.
  private static func check(
    _ text: Symbol, of value: Index<Value>, _ name: String, limit: Int, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard graph.symbols.length(text) > limit else { return }
    let count = graph.text(text).unicodeScalars.count
    guard count > limit else { return }
    diagnostics.report(
      Diagnostic(
        .textTooLong, "the \(name) has \(count) characters, more than \(limit)",
        at: graph.origin(of: value), help: "shorten it"))
  }
}
