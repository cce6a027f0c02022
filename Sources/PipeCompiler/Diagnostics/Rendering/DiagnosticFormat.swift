/// A form in which diagnostics are printed.
public enum DiagnosticFormat: String, CaseIterable, Hashable, Sendable {
  /// For people: the message, an excerpt of the source with carets under it, and notes.
  case human
  /// One line per diagnostic, which editors and `grep` understand.
  case concise
  /// One JSON object per line.
  case json
  /// One log for all files in the Static Analysis Results Interchange Format.
  case sarif
  /// Commands by which a workflow on GitHub shows diagnostics beside the lines they are about.
  case github
}

/// Returns `diagnostics`, which are about `file` alone, printed as `format`.
public func render(
  _ diagnostics: Diagnostics, of file: SourceFile, as format: DiagnosticFormat = .human,
  style: DiagnosticStyle = .plain
) -> [UInt8] {
  render(diagnostics, of: Sources(file), as: format, style: style)
}

/// Returns `diagnostics`, which are about `sources`, printed as `format`.
///
/// Whatever the files hold, the result is valid UTF-8 without control characters other than line
/// feeds and those of `style`. Only the human form uses `style`.
public func render(
  _ diagnostics: Diagnostics, of sources: Sources, as format: DiagnosticFormat = .human,
  style: DiagnosticStyle = .plain
) -> [UInt8] {
  if format != .sarif, diagnostics.isEmpty, diagnostics.dropped == 0 { return [] }
  switch format {
  case .human: return renderSnippets(diagnostics, of: sources, style: style)
  case .concise: return renderConcisely(diagnostics, of: sources)
  case .json: return renderJSON(diagnostics, of: sources)
  case .sarif: return renderSARIF([(diagnostics, sources)], version: nil)
  case .github: return renderGitHubCommands(diagnostics, of: sources)
  }
}

/// Returns the diagnostics about all compilations of `reports`, printed as `format`.
///
/// This is what each compilation alone gives, one after the other, except for SARIF, which is one log with
/// the `version` of the tool in it.
public func render(
  _ reports: [(diagnostics: Diagnostics, sources: Sources)], as format: DiagnosticFormat,
  style: DiagnosticStyle = .plain, version: String? = nil
) -> [UInt8] {
  if format == .sarif { return renderSARIF(reports, version: version) }
  var bytes: [UInt8] = []
  for report in reports {
    bytes += render(report.diagnostics, of: report.sources, as: format, style: style)
  }
  return bytes
}
