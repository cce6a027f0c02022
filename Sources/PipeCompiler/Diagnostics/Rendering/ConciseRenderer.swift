/// Returns `diagnostics` as lines of the form `file:line:column: severity[id]: message`.
///
/// A diagnostic that is not about a place in the text has no line and column.
func renderConcisely(_ diagnostics: Diagnostics, of sources: Sources) -> [UInt8] {
  var writer = ByteWriter()
  var finder = LocationFinder(sources, of: diagnostics)
  let names = sources.files.map { $0.name.safeLine() }
  for diagnostic in diagnostics.sorted {
    let span = diagnostic.origin.span
    writer.write(names[span.map { sources.fileNumber(at: $0.start) } ?? 0])
    if let span {
      let location = finder.location(of: span.start)
      writer.write(":\(location.line):\(location.column)")
    }
    writer.write(": \(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]: ")
    writer.write(diagnostic.message.safeLine() + "\n")
  }
  if diagnostics.dropped > 0 {
    writer.write("\(names[0]): note: \(droppedNote(diagnostics.dropped))\n")
  }
  return writer.bytes
}
