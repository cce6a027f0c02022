// What is said about a text that stands inside of another one.

extension Diagnostic {
  /// Returns the diagnostic about the text around it, in which `places` says where things stand.
  func moved(by places: PositionMap) -> Diagnostic {
    var moved = Diagnostic(
      id, message, at: places.origin(of: origin), label: label,
      related: related.map { Label($0.text, at: places.origin(of: $0.origin)) }, why: why,
      help: help)
    moved.severity = severity
    moved.fix = fix.map { fix in
      Fix(
        fix.title,
        edits: fix.edits.map {
          Fix.Edit(span: places.span(of: $0.span), replacement: $0.replacement)
        })
    }
    return moved
  }
}

extension Fix {
  /// Returns `true` iff an edit inside of `span` puts something there that is escaped in quotes.
  func needsEscapes(within span: SourceSpan) -> Bool {
    edits.contains { edit in
      edit.span.start >= span.start && edit.span.end <= span.end
        && edit.replacement.utf8.contains { [0x22, 0x27, 0x5C].contains($0) }
    }
  }
}
