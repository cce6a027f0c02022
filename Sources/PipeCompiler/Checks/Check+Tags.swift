extension Check {
  /// The pipeline's tags are texts that AWS takes.
  static let tags = Check { graph, _, diagnostics in
    guard let tags = graph.present(graph.header.tags) else { return }
    guard let members = graph.object(tags) else {
      diagnostics.report(
        Diagnostic(
          .invalidTag, "tags are an object, not \(graph.kindName(of: tags))",
          at: graph.origin(of: tags), help: "write `tags: { key: \"value\" }`"))
      return
    }
    if members.count > 50 {
      diagnostics.report(
        Diagnostic(
          .invalidTag, "there are \(members.count) tags, more than 50", at: graph.origin(of: tags),
          why: "AWS allows 50 tags for a resource"))
    }
    for member in members { checkTag(member, graph, &diagnostics) }
  }

  /// Reports what is wrong with the key or the value of `tag`.
  private static func checkTag(
    _ tag: Member, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let key = graph.text(tag.key)
    let origin = graph.origin(of: tag.value)
    func complain(_ message: String) {
      diagnostics.report(
        Diagnostic(
          .invalidTag, message, at: origin,
          help: "keys have 1 to 128 characters and values up to 256: "
            + "letters, digits, blanks and any of `_.:/=+-@`"))
    }
    if !(1...128).contains(key.unicodeScalars.count) || !TextPattern.isTagText(key) {
      complain("`\(key)` can't be the key of a tag")
    } else if key.lowercased().hasPrefix("aws:") {
      complain("the key `\(key)` begins with `aws:`, which is reserved")
    }
    guard let value = graph.string(tag.value) else {
      return complain("the tag `\(key)` is \(graph.kindName(of: tag.value)), not a string")
    }
    if value.unicodeScalars.count > 256 || !TextPattern.isTagText(value) {
      complain("the value of the tag `\(key)` can't be the value of a tag")
    }
  }
}
