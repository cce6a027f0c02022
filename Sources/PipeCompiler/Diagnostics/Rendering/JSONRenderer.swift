/// Returns `diagnostics` as JSON, one object per line, each with the same members.
///
/// The offsets `start` and `end` count bytes from zero; lines and columns count from one, columns
/// in Unicode scalars; ends are exclusive. What is missing is `null`. If diagnostics were dropped,
/// a last object has only the members `file` and `dropped`.
func renderJSON(_ diagnostics: Diagnostics, of sources: Sources) -> [UInt8] {
  var renderer = JSONRenderer(sources: sources, of: diagnostics)
  for diagnostic in diagnostics.sorted { renderer.write(diagnostic) }
  if diagnostics.dropped > 0 {
    renderer.write("{\"file\":", sources.main.name)
    renderer.writer.write(",\"dropped\":\(diagnostics.dropped)}\n")
  }
  return renderer.writer.bytes
}

/// What is at work while diagnostics are printed as JSON.
private struct JSONRenderer {
  /// The files that the diagnostics are about.
  private let sources: Sources
  /// Finds lines and columns.
  private var finder: LocationFinder
  /// What has been printed.
  var writer = ByteWriter()

  /// Creates a renderer of `diagnostics` about `sources`.
  init(sources: Sources, of diagnostics: Diagnostics) {
    self.sources = sources
    self.finder = LocationFinder(sources, of: diagnostics)
  }

  /// Prints `diagnostic` as one line.
  mutating func write(_ diagnostic: Diagnostic) {
    write("{\"id\":", diagnostic.id.rawValue)
    write(",\"severity\":", diagnostic.severity.rawValue)
    write(",\"message\":", diagnostic.message)
    write(",\"file\":", fileName(of: diagnostic.origin))
    write(",\"span\":", diagnostic.origin)
    write(",\"label\":", diagnostic.label.isEmpty ? nil : diagnostic.label)
    writer.write(",\"related\":[")
    for (index, label) in diagnostic.related.enumerated() {
      if index > 0 { writer.write(",") }
      write("{\"file\":", fileName(of: label.origin))
      write(",\"span\":", label.origin)
      write(",\"text\":", label.text)
      writer.write("}")
    }
    writer.write("]")
    write(",\"why\":", diagnostic.why)
    write(",\"help\":", diagnostic.help)
    write(",\"fix\":", diagnostic.fix)
    writer.write("}\n")
  }

  /// Returns the name of the file that `origin` lies in.
  private func fileName(of origin: Origin) -> String {
    origin.span.map { sources.file(at: $0.start).name } ?? sources.main.name
  }

  /// Prints `prefix` and the span of `origin`.
  private mutating func write(_ prefix: String, _ origin: Origin) {
    writer.write(prefix)
    guard let span = origin.span else { return writer.write("null") }
    let (file, range) = sources.place(of: span)
    let start = finder.location(of: range.lowerBound, in: file)
    let end = finder.location(of: range.upperBound, in: file)
    writer.write("{\"start\":\(range.lowerBound),\"end\":\(range.upperBound)")
    writer.write(",\"startLine\":\(start.line),\"startColumn\":\(start.column)")
    writer.write(",\"endLine\":\(end.line),\"endColumn\":\(end.column)}")
  }

  /// Prints `prefix` and `fix`.
  private mutating func write(_ prefix: String, _ fix: Fix?) {
    writer.write(prefix)
    guard let fix else { return writer.write("null") }
    write("{\"title\":", fix.title)
    writer.write(",\"edits\":[")
    for (index, edit) in fix.edits.enumerated() {
      if index > 0 { writer.write(",") }
      let range = sources.place(of: edit.span).range
      writer.write("{\"start\":\(range.lowerBound),\"end\":\(range.upperBound)")
      write(",\"replacement\":", edit.replacement)
      writer.write("}")
    }
    writer.write("]}")
  }

  /// Prints `prefix` and `text` as a string.
  mutating func write(_ prefix: String, _ text: String?) {
    writer.write(prefix)
    guard let text else { return writer.write("null") }
    writer.writeSafelyQuoted(text)
  }
}
