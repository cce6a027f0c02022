/// A change of the source text that removes a diagnostic.
public struct Fix: Hashable, Sendable {
  /// What the change does, as an order: "write `InstanceType`".
  public let title: String
  /// What is replaced, in the order of the text; no two edits overlap.
  public let edits: [Edit]

  /// A piece of text that takes the place of another one.
  public struct Edit: Hashable, Sendable {
    /// The text to replace; an empty span is a place to insert at.
    public let span: SourceSpan
    /// What to put in its place.
    public let replacement: String
  }

  /// Creates the fix that puts `replacement` in the place of `span`.
  package init(_ title: String, replacing span: SourceSpan, with replacement: String) {
    self.title = title
    edits = [Edit(span: span, replacement: replacement)]
  }

  /// Creates the fix that makes `edits`, which are in the order of the text.
  init(_ title: String, edits: [Edit]) {
    self.title = title
    self.edits = edits
  }

  /// Creates the fix that puts `prefix` before `span` and `suffix` behind it.
  package init(
    _ title: String, wrapping span: SourceSpan, in prefix: String, _ suffix: String
  ) {
    self.title = title
    edits = [
      Edit(span: SourceSpan(span.start, span.start), replacement: prefix),
      Edit(span: SourceSpan(span.end, span.end), replacement: suffix),
    ]
  }

  /// Returns `bytes`, the text that the diagnostic is about, with all edits made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for edit in edits.reversed() {
      result.replaceSubrange(
        edit.span.range.clamped(to: 0..<bytes.count), with: edit.replacement.utf8)
    }
    return result
  }
}
