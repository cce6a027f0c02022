/// A writer of JSON text that is indented by two spaces.
///
/// The caller announces each member by `key` and each entry of a list by `entry`; commas, line
/// breaks and indentation follow from that. All texts are symbols of one table.
struct JSONWriter {
  /// The text so far.
  private(set) var output: ByteWriter
  /// The texts, ready to be written.
  private let texts: QuotedTexts
  /// Where each line but the first begins.
  private var lineStarts: [UInt32] = []
  /// The number of spaces that a line begins with.
  private var indentation = 0
  /// `true` iff nothing has been written since the innermost list or object was begun.
  private var isEmpty = true
  /// What lines begin with: a comma, a line feed and indentation.
  private let lineStart = Array(",\n".utf8) + [UInt8](repeating: 0x20, count: 126)

  /// Creates a writer of `texts` with room for `capacity` bytes.
  init(_ texts: QuotedTexts, reserving capacity: Int = 0) {
    self.texts = texts
    output = ByteWriter(reserving: capacity)
    lineStarts.reserveCapacity(capacity / 40)
  }
}

// Lists and objects.
extension JSONWriter {
  /// Begins an object.
  mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the innermost object.
  mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins a list.
  mutating func beginList() { begin(UInt8(ascii: "[")) }

  /// Ends the innermost list.
  mutating func endList() { end(UInt8(ascii: "]")) }

  /// Begins the next entry of a list.
  mutating func entry() {
    beginLine(after: isEmpty ? 1 : 0)
    isEmpty = false
  }

  /// Begins the member `name`.
  mutating func key(_ name: Symbol) {
    entry()
    texts.writeKey(name, to: &output)
  }

  /// Writes the beginning of a line, from the comma on or from the line feed on.
  private mutating func beginLine(after skipped: Int) {
    lineStarts.append(UInt32(truncatingIfNeeded: output.count + 2 - skipped))
    let end = 2 + indentation
    if end <= lineStart.count { return output.write(lineStart, skipped..<end) }
    output.write(lineStart, skipped..<2)
    output.writeSpaces(indentation)
  }

  /// Begins a list or object with `bracket`.
  private mutating func begin(_ bracket: UInt8) {
    output.write(bracket)
    indentation += 2
    isEmpty = true
  }

  /// Ends the innermost list or object with `bracket`, on a line of its own unless it is empty.
  private mutating func end(_ bracket: UInt8) {
    indentation -= 2
    if !isEmpty { beginLine(after: 1) }
    isEmpty = false
    output.write(bracket)
  }
}

// Scalars.
extension JSONWriter {
  /// Writes the text of `symbol` as a string.
  mutating func string(_ symbol: Symbol) { texts.write(symbol, to: &output) }

  /// Begins a string whose text is given by pieces.
  mutating func beginString() { output.write(UInt8(ascii: "\"")) }

  /// Ends the string that was begun.
  mutating func endString() { output.write(UInt8(ascii: "\"")) }

  /// Writes the text of `symbol`: a piece of a string, or a number.
  mutating func piece(_ symbol: Symbol) { texts.writeInner(symbol, to: &output) }

  /// Writes `token`, such as `null`, or a piece of a string that needs no escapes.
  mutating func verbatim(_ token: String) { output.write(token) }

  /// Ends the text with a line feed and returns it.
  mutating func finish() -> JSONText {
    output.write(UInt8(ascii: "\n"))
    return JSONText(bytes: output.finish(), lineStarts: lineStarts)
  }
}

/// A finished JSON text and its lines.
struct JSONText {
  /// The text, which ends in a line feed.
  let bytes: [UInt8]
  /// Where each line but the first begins.
  let lineStarts: [UInt32]
}
