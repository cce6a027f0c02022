/// Returns the diagnostics about all files of `reports` as one log in SARIF 2.1.0.
///
/// Regions count lines and columns from one, columns in Unicode scalars, and bytes from zero; ends
/// are exclusive. `version` is that of the tool.
func renderSARIF(
  _ reports: [(diagnostics: Diagnostics, sources: Sources)], version: String?
) -> [UInt8] {
  let sorted = reports.map(\.diagnostics.sorted)
  var rules: [DiagnosticID] = []
  for diagnostic in sorted.joined() where !rules.contains(diagnostic.id) {
    rules.append(diagnostic.id)
  }
  rules.sort { $0.rawValue < $1.rawValue }
  var renderer = SARIFRenderer(rules: rules)
  renderer.writeTool(version)
  renderer.beginResults()
  for (report, diagnostics) in zip(reports, sorted) {
    renderer.write(diagnostics, of: report.sources, through: report.diagnostics.end)
  }
  renderer.endResults()
  renderer.writeDropped(reports)
  return renderer.finish()
}

/// What is at work while a log is printed: every rule and every result is a line.
private struct SARIFRenderer {
  /// The kinds of diagnostics that occur, by name.
  private let rules: [DiagnosticID]
  /// What has been printed.
  private var writer = ByteWriter()
  /// `true` iff no result has been printed.
  private var isEmpty = true

  /// Creates a renderer of diagnostics of the kinds `rules`, and prints the beginning of the log.
  init(rules: [DiagnosticID]) {
    self.rules = rules
    writer.write(
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        + "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n")
  }

  /// Prints what the tool is, and the pages about what it has to say.
  mutating func writeTool(_ version: String?) {
    writer.write("\"tool\":{\"driver\":{\"name\":\"pipec\"")
    if let version { write(",\"version\":", version) }
    writer.write(",\"rules\":[")
    for (index, rule) in rules.enumerated() {
      write(index > 0 ? ",\n{\"id\":" : "\n{\"id\":", rule.rawValue)
      if let page = rule.page {
        write(",\"shortDescription\":", message: page.what)
        write(",\"fullDescription\":", message: page.why)
        write(",\"help\":", message: page.remedy)
      }
      write(",\"defaultConfiguration\":{\"level\":", rule.severity.rawValue)
      writer.write("}}")
    }
    writer.write("\n]}},\n\"columnKind\":\"unicodeCodePoints\"")
  }

  /// Begins the list of results.
  mutating func beginResults() { writer.write(",\n\"results\":[") }

  /// Prints `diagnostics`, none of which is about a place behind `end`, as results about `sources`.
  mutating func write(_ diagnostics: [Diagnostic], of sources: Sources, through end: UInt32) {
    var places = SARIFPlaces(sources, through: end)
    for diagnostic in diagnostics {
      writer.write(isEmpty ? "\n" : ",\n")
      isEmpty = false
      write(diagnostic, at: &places)
    }
  }

  /// Ends the list of results.
  mutating func endResults() { writer.write("\n]") }

  /// Prints how many diagnostics there are beside those in `reports`, if there are.
  mutating func writeDropped(_ reports: [(diagnostics: Diagnostics, sources: Sources)]) {
    let incomplete = reports.filter { $0.diagnostics.dropped > 0 }
    if incomplete.isEmpty { return }
    writer.write(
      ",\n\"invocations\":[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[")
    for (index, report) in incomplete.enumerated() {
      let text = sentence(droppedNote(report.diagnostics.dropped))
      var places = SARIFPlaces(report.sources, through: 0)
      write(index > 0 ? ",\n{\"level\":" : "\n{\"level\":", "note")
      write(",\"message\":", message: text)
      writer.write(",\"locations\":[")
      places.writeLocation(of: .synthesized, to: &writer)
      writer.write("]}")
    }
    writer.write("\n]}]")
  }

  /// Prints the end of the log and returns all of it.
  mutating func finish() -> [UInt8] {
    writer.write("\n}]}\n")
    return writer.finish()
  }
}

// One result.
extension SARIFRenderer {
  /// Prints `diagnostic`, finding its `places`.
  private mutating func write(_ diagnostic: Diagnostic, at places: inout SARIFPlaces) {
    write("{\"ruleId\":", diagnostic.id.rawValue)
    writer.write(",\"ruleIndex\":\(rules.firstIndex(of: diagnostic.id) ?? -1)")
    write(",\"level\":", diagnostic.severity.rawValue)
    write(",\"message\":", message: diagnostic.sentences)
    writer.write(",\"locations\":[")
    places.writeLocation(of: diagnostic.origin, saying: diagnostic.label, to: &writer)
    writer.write("]")
    if !diagnostic.related.isEmpty {
      writer.write(",\"relatedLocations\":[")
      for (index, label) in diagnostic.related.enumerated() {
        if index > 0 { writer.write(",") }
        places.writeLocation(of: label.origin, saying: label.text, id: index + 1, to: &writer)
      }
      writer.write("]")
    }
    if let fix = diagnostic.fix { write(fix, of: diagnostic.origin, at: &places) }
    writer.write("}")
  }

  /// Prints `fix`, which is a change of the file that `origin` lies in.
  private mutating func write(_ fix: Fix, of origin: Origin, at places: inout SARIFPlaces) {
    write(",\"fixes\":[{\"description\":", message: sentence(fix.title))
    writer.write(",\"artifactChanges\":[{")
    places.writeArtifact(of: origin, to: &writer)
    writer.write(",\"replacements\":[")
    for (index, edit) in fix.edits.enumerated() {
      writer.write(index > 0 ? ",{\"deletedRegion\":" : "{\"deletedRegion\":")
      places.writeRegion(of: edit.span, to: &writer)
      write(",\"insertedContent\":{\"text\":", edit.replacement)
      writer.write("}}")
    }
    writer.write("]}]}]")
  }

  /// Prints `prefix` and `text` as a message.
  private mutating func write(_ prefix: String, message text: String) {
    writer.write(prefix)
    writer.writeSARIFMessage(text)
  }

  /// Prints `prefix` and `text` as a string.
  private mutating func write(_ prefix: String, _ text: String) {
    writer.write(prefix)
    writer.writeSafelyQuoted(text)
  }
}
