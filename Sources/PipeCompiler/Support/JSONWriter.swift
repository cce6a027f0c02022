/// A writer of JSON text that is indented by two spaces.
///
/// The caller announces each member by `key` and each entry of a list by `entry`; commas, line
/// breaks and indentation follow from that.
struct JSONWriter {
  /// The text so far.
  private(set) var output: ByteWriter
  /// The number of spaces that a line begins with.
  private var indentation = 0
  /// `true` iff nothing has been written since the innermost list or object was begun.
  private var isEmpty = true

  /// Creates a writer with room for `capacity` bytes.
  init(reserving capacity: Int = 0) { output = ByteWriter(reserving: capacity) }
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
    if !isEmpty { output.write(UInt8(ascii: ",")) }
    isEmpty = false
    output.newline(indentedBy: indentation)
  }

  /// Begins the member `name`, which needs no escapes.
  mutating func key(_ name: String) {
    entry()
    output.write(UInt8(ascii: "\""))
    output.write(name)
    output.write("\": ")
  }

  /// Begins the member `name`.
  mutating func key(_ name: Symbol, of symbols: borrowing SymbolTable) {
    entry()
    string(name, of: symbols)
    output.write(": ")
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
    if !isEmpty { output.newline(indentedBy: indentation) }
    isEmpty = false
    output.write(bracket)
  }
}

// Scalars.
extension JSONWriter {
  /// Writes `name`, which needs no escapes, as a string.
  mutating func string(_ name: String) {
    quote()
    output.write(name)
    quote()
  }

  /// Writes the text of `symbol` as a string.
  mutating func string(_ symbol: Symbol, of symbols: borrowing SymbolTable) {
    quote()
    symbols.writeEscaped(symbol, to: &output)
    quote()
  }

  /// Writes a string whose text `write` appends, escaped where it has to be.
  mutating func string(_ write: (inout ByteWriter) -> Void) {
    quote()
    write(&output)
    quote()
  }

  /// Writes the text of `symbol` as it is.
  mutating func verbatim(_ symbol: Symbol, of symbols: borrowing SymbolTable) {
    symbols.write(symbol, to: &output)
  }

  /// Writes `token`, such as `null`, as it is.
  mutating func verbatim(_ token: String) { output.write(token) }

  /// Writes `number`.
  mutating func number(_ number: Int) { output.write(number) }

  /// Writes the quote that begins or ends a string.
  private mutating func quote() { output.write(UInt8(ascii: "\"")) }

  /// Ends the text with a line feed and returns it.
  consuming func finish() -> [UInt8] {
    output.write(UInt8(ascii: "\n"))
    return output.finish()
  }
}
