/// Returns `diagnostics` as lines of the form `file:line:column: severity[id]: message`.
///
/// A diagnostic that is not about a place in the text has no line and column.
func renderConcisely(_ diagnostics: Diagnostics, of file: SourceFile) -> [UInt8] {
  var writer = ByteWriter()
  var finder = LocationFinder(file, of: diagnostics)
  let name = file.name.safeLine()
  for diagnostic in diagnostics.sorted {
    writer.write(name)
    if let span = diagnostic.origin.span {
      let location = finder.location(of: span.start)
      writer.write(":\(location.line):\(location.column)")
    }
    writer.write(": \(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]: ")
    writer.write(diagnostic.message.safeLine() + "\n")
  }
  if diagnostics.dropped > 0 {
    writer.write("\(name): note: \(droppedNote(diagnostics.dropped))\n")
  }
  return writer.bytes
}
