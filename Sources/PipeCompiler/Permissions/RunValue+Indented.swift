extension RunValue {
  /// The value as JSON on many lines, indented by two spaces; a list of one scalar is on one.
  var indented: String {
    var output = ByteWriter()
    writeIndented(to: &output, depth: 0)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Writes the value to `output`, `depth` levels deep.
  private func writeIndented(to output: inout ByteWriter, depth: Int) {
    switch self {
    case .list(let entries) where !entries.isEmpty:
      if entries.count == 1, entries[0].isShort { return write(to: &output) }
      output.write("[")
      for (position, entry) in entries.enumerated() {
        if position > 0 { output.write(",") }
        output.newline(indentedBy: 2 * depth + 2)
        entry.writeIndented(to: &output, depth: depth + 1)
      }
      output.newline(indentedBy: 2 * depth)
      output.write("]")
    case .object(let members) where !members.isEmpty:
      output.write("{")
      for (position, member) in members.enumerated() {
        if position > 0 { output.write(",") }
        output.newline(indentedBy: 2 * depth + 2)
        output.writeQuoted(member.name)
        output.write(": ")
        member.value.writeIndented(to: &output, depth: depth + 1)
      }
      output.newline(indentedBy: 2 * depth)
      output.write("}")
    default: write(to: &output)
    }
  }

  /// `true` iff the value is neither a list nor an object.
  private var isShort: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }
}
