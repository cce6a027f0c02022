/// A form in which diagnostics are printed.
public enum DiagnosticFormat: String, CaseIterable, Hashable, Sendable {
  /// For people: the message, an excerpt of the source with carets under it, and notes.
  case human
  /// One line per diagnostic, which editors and `grep` understand.
  case concise
  /// One JSON object per line.
  case json
}

/// Returns `diagnostics`, which are about `file`, printed as `format`.
///
/// Whatever the file holds, the result is valid UTF-8 without control characters other than line
/// feeds and those of `style`. Only the human form uses `style`.
public func render(
  _ diagnostics: Diagnostics, of file: SourceFile, as format: DiagnosticFormat = .human,
  style: DiagnosticStyle = .plain
) -> [UInt8] {
  if diagnostics.isEmpty, diagnostics.dropped == 0 { return [] }
  switch format {
  case .human: return renderSnippets(diagnostics, of: file, style: style)
  case .concise: return renderConcisely(diagnostics, of: file)
  case .json: return renderJSON(diagnostics, of: file)
  }
}
