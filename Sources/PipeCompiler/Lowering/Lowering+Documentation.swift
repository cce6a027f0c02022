extension Lowering {
  /// Returns the text of the `///` comment above the declaration at `node`, on one line.
  func documentation(of node: NodeIndex) -> String? {
    let first = Int(tree.nodes[node].firstToken)
    let token = tree.tokens[first]
    guard token.flags.contains(.documented) else { return nil }
    var rest = tree.tokens.bytes[
      (first > 0 ? Int(tree.tokens[first - 1].end) : 0)..<Int(token.start)]
    var text: [UInt8] = []
    while rest.contains(UInt8(ascii: "\n")) {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      let comment = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if comment.starts(with: "///".utf8) {
        let words = trimmed(comment.dropFirst(3))
        if !text.isEmpty, !words.isEmpty { text.append(UInt8(ascii: " ")) }
        text += words
      } else if !comment.starts(with: "//pipec:".utf8) {
        text = []
      }
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Returns `line` without the blank space at its ends.
  private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isASCII = line.allSatisfy { $0 < 0x80 }
    guard isASCII else { return trimmedScalars(line) }
    var line = line
    while let first = line.first, isBlank(first) { line.removeFirst() }
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  /// Returns `true` iff `byte` is blank space.
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Returns `line`, which is not only ASCII, without the blank space at its ends.
  private func trimmedScalars(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var scalars = Substring(String(decoding: line, as: UTF8.self)).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return ArraySlice(String(scalars).utf8)
  }
}
