/// Returns `diagnostics` as workflow commands, by which GitHub shows them beside the lines they are
/// about: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=<id>::<message>`.
///
/// Columns are left out of a place that spans lines, because GitHub takes none there.
func renderGitHubCommands(_ diagnostics: Diagnostics, of sources: Sources) -> [UInt8] {
  var writer = ByteWriter()
  var finder = LocationFinder(sources, of: diagnostics)
  let names = sources.files.map { commandProperty($0.name.safeLine()) }
  for diagnostic in diagnostics.sorted {
    let span = diagnostic.origin.span
    let number = span.map { sources.fileNumber(at: $0.start) } ?? 0
    writer.write("::\(diagnostic.severity.rawValue) file=\(names[number])")
    if let span {
      let (start, end) = (finder.location(of: span.start), finder.location(of: span.end))
      let hasColumns = start.line == end.line
      writer.write(",line=\(start.line)" + (hasColumns ? ",col=\(start.column)" : ""))
      writer.write(",endLine=\(end.line)" + (hasColumns ? ",endColumn=\(end.column)" : ""))
    }
    writer.write(",title=\(diagnostic.id.rawValue)::\(commandMessage(diagnostic))\n")
  }
  if diagnostics.dropped > 0 {
    writer.write("::notice file=\(names[0])::\(droppedNote(diagnostics.dropped))\n")
  }
  return writer.bytes
}

/// Returns the message and notes of `diagnostic` as the message of a command.
private func commandMessage(_ diagnostic: Diagnostic) -> String {
  var lines = [diagnostic.message]
  for note in diagnostic.notes {
    lines += "\(note.name): \(note.text)".split(separator: "\n").map(String.init)
  }
  return lines.map { escaped($0.safeLine(), "%") }.joined(separator: "%0A")
}

/// Returns `text` as the value of a property of a command.
private func commandProperty(_ text: String) -> String { escaped(text, "%:,") }

/// Returns `text` with `special` characters, which are ASCII, as `%` and two hexadecimal digits.
private func escaped(_ text: String, _ special: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if special.unicodeScalars.contains(scalar) {
      result.append("%")
      result.append(contentsOf: String(scalar.value, radix: 16, uppercase: true).unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
