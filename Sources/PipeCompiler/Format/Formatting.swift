/// What became of a text that was to be laid out.
public struct Formatting: Sendable {
  /// The text in the one layout, but for what could not be read, which is as it was.
  public let bytes: [UInt8]
  /// What could not be read.
  public let diagnostics: Diagnostics
}

/// Returns the text of `file` in the one layout.
///
/// Layout is all that changes: the tokens stay the same, but for the commas at the ends of lines, and
/// so do the comments. Declarations with a mistake in their syntax stay as they are.
public func format(_ file: SourceFile) -> Formatting {
  var diagnostics = Diagnostics()
  let tokens = tokenize(file, reportingTo: &diagnostics)
  let tree = parse(tokens, reportingTo: &diagnostics)
  guard diagnostics.containsErrors else {
    return Formatting(bytes: format(tree, keeping: []), diagnostics: diagnostics)
  }
  // Of what was not reported it is not known where it is.
  guard diagnostics.dropped == 0, !tokens.isUnread else {
    return Formatting(bytes: file.bytes, diagnostics: diagnostics)
  }
  let bytes = format(tree, keeping: diagnostics.places)
  let isKept = !isSettled(bytes, saying: diagnostics.sorted.map(\.message))
  return Formatting(bytes: isKept ? file.bytes : bytes, diagnostics: diagnostics)
}

/// Returns `true` iff laying `bytes` out again changes nothing, and what is wrong are `mistakes`.
///
/// How a parser goes on behind a mistake may depend on the layout.
private func isSettled(_ bytes: [UInt8], saying mistakes: [String]) -> Bool {
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "", bytes: bytes)
  let tree = parse(tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
  return diagnostics.sorted.map(\.message) == mistakes
    && format(tree, keeping: diagnostics.places) == bytes
}

/// Returns the text of `tree` in the one layout, but for declarations with `mistakes` in them.
///
/// - Complexity: linear in the length of the text.
package func format(_ tree: SyntaxTree, keeping mistakes: [SourceSpan]) -> [UInt8] {
  let plan = LayoutPlan(of: tree, keeping: mistakes)
  var writer = LayoutWriter(tree.tokens, plan)
  return writer.write()
}

extension TokenBuffer {
  /// `true` iff there is text, and none of it was read.
  fileprivate var isUnread: Bool { tokens.count == 1 && !bytes.isEmpty && tokens[0].flags == [] }
}

extension Diagnostics {
  /// The places that errors are about, in the order of the text.
  fileprivate var places: [SourceSpan] {
    let spans = sorted.flatMap { diagnostic in
      diagnostic.severity == .error
        ? ([diagnostic.origin] + diagnostic.related.map(\.origin)).compactMap(\.span) : []
    }
    return spans.sorted { $0.start < $1.start }
  }
}
