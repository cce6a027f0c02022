/// A writer of the YAML that manifests need: nested mappings, lists of them, and one literal block.
struct YAMLWriter {
  /// The text so far.
  private(set) var output: ByteWriter
  /// The number of spaces that a line begins with.
  private var indentation = 0
  /// `true` iff the next member begins an entry of a list and stands on the line of its dash.
  private var beginsEntry = false

  /// Creates a writer with room for `capacity` bytes.
  init(reserving capacity: Int = 0) { output = ByteWriter(reserving: capacity) }

  /// Writes the member `key: value`; both are strings, whatever they look like.
  mutating func member(_ key: String, _ value: String) {
    name(key)
    output.write(" ")
    scalar(value)
    output.write(UInt8(ascii: "\n"))
  }

  /// Writes the member `key` with a number, a truth value or an empty collection, spelled `lexeme`.
  mutating func member(_ key: String, plain lexeme: String) {
    name(key)
    output.write(" ")
    output.write(lexeme)
    output.write(UInt8(ascii: "\n"))
  }

  /// Writes the member `key`, a mapping whose members `body` writes.
  mutating func member(_ key: String, mapping body: (inout YAMLWriter) -> Void) {
    name(key)
    output.write(UInt8(ascii: "\n"))
    indentation += 2
    body(&self)
    indentation -= 2
  }

  /// Begins an entry, which is the mapping that `body` writes, in the list of the member around.
  mutating func entry(_ body: (inout YAMLWriter) -> Void) {
    beginEntryLine()
    beginsEntry = true
    indentation += 2
    body(&self)
    indentation -= 2
    beginsEntry = false
  }

  /// Writes the string `text` as an entry in the list of the member around.
  mutating func entry(_ text: String) {
    beginEntryLine()
    scalar(text)
    output.write(UInt8(ascii: "\n"))
  }

  /// Writes an entry that is a number, a truth value or an empty collection, spelled `lexeme`.
  mutating func entry(plain lexeme: String) {
    beginEntryLine()
    output.write(lexeme)
    output.write(UInt8(ascii: "\n"))
  }

  /// Writes an entry that is a list, whose entries `body` writes.
  mutating func entryOfEntries(_ body: (inout YAMLWriter) -> Void) {
    beginEntryLine()
    beginsEntry = true
    indentation += 2
    body(&self)
    indentation -= 2
    beginsEntry = false
  }

  /// Writes the dash of an entry, on the line of the dash around if it is the first one there.
  private mutating func beginEntryLine() {
    if beginsEntry { beginsEntry = false } else { output.writeSpaces(indentation) }
    output.write("- ")
  }

  /// Writes the member `key` with `text` as a literal block, byte for byte.
  ///
  /// JSON that `JSONWriter` wrote has no empty lines, begins with neither space nor line feed, and
  /// holds no code point that YAML's readers reject or change.
  mutating func member(_ key: String, literal text: JSONText) {
    name(key)
    output.write(" |\n")
    output.write(text.bytes, indentedBy: indentation + 2, at: text.lineStarts)
  }

  /// Returns what has been written.
  mutating func finish() -> [UInt8] { output.finish() }

  /// Writes `text` as a scalar that every reader takes for a string.
  private mutating func scalar(_ text: String) {
    if Self.isPlain(text) { output.write(text) } else { output.writeQuoted(text) }
  }

  /// Begins the member `key`.
  private mutating func name(_ key: String) {
    if beginsEntry { beginsEntry = false } else { output.writeSpaces(indentation) }
    scalar(key)
    output.write(UInt8(ascii: ":"))
  }

  /// Returns `true` iff `text` without quotes is a string under the rules of YAML 1.1 and 1.2.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.allSatisfy(isWordByte) else {
      return false
    }
    return !isReserved(text)
  }

  /// Returns `true` iff `text` stands for a truth value or for nothing in YAML 1.1.
  private static func isReserved(_ text: String) -> Bool {
    guard text.utf8.count <= 5 else { return false }
    return switch text.lowercased() {
    case "y", "n", "yes", "no", "on", "off", "true", "false", "null": true
    default: false
    }
  }

  /// Returns `true` iff `byte` is an ASCII letter.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Returns `true` iff `byte` means nothing but itself inside a word.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
