// Strings and numbers.
extension JSONReader {
  /// Reads a string and returns the symbol of its text, or `nil` after a report.
  mutating func readString() -> Symbol? {
    let start = position + 1
    position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = start..<position
        position += 1
        return graph.symbols.intern(bytes, text)
      case UInt8(ascii: "\\"): return readEscapedString(from: start)
      case 0..<0x20: return failInString()
      default: position += 1
      }
    }
    return failInString()
  }

  /// Reads the rest of a string that begins at `start` and has escapes.
  private mutating func readEscapedString(from start: Int) -> Symbol? {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return graph.symbols.intern(text)
      case UInt8(ascii: "\\"):
        guard readEscape(into: &text) else { return nil }
      case 0..<0x20: return failInString()
      default:
        text.append(byte)
        position += 1
      }
    }
    return failInString()
  }

  /// Reads an escape and appends what it stands for to `text`; `false` after a report.
  private mutating func readEscape(into text: inout [UInt8]) -> Bool {
    guard position + 1 < bytes.count else {
      _ = failInString()
      return false
    }
    let letter = bytes[position + 1]
    if letter == UInt8(ascii: "u") { return readUnicodeEscape(into: &text) }
    guard let byte = Self.escapes.first(where: { $0.letter == letter })?.byte else {
      fail("this is no escape of JSON", help: #"write a backslash as `\\`"#)
      return false
    }
    text.append(byte)
    position += 2
    return true
  }

  /// The escapes of one letter and what they stand for.
  private static let escapes: [(letter: UInt8, byte: UInt8)] = [
    (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
    (UInt8(ascii: "/"), UInt8(ascii: "/")), (UInt8(ascii: "n"), 0x0A), (UInt8(ascii: "t"), 0x09),
    (UInt8(ascii: "r"), 0x0D), (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "f"), 0x0C),
  ]

  /// Reads `\uXXXX`, and a second one if the first is half of a pair; `false` after a report.
  private mutating func readUnicodeEscape(into text: inout [UInt8]) -> Bool {
    guard var value = hexadecimal(at: position + 2) else {
      fail(
        #"`\u` needs four hexadecimal digits"#, help: #"write `\u00e9`, or the character itself"#)
      return false
    }
    var length = 6
    if (0xD800...0xDBFF).contains(value), position + 7 < bytes.count,
      bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
      let low = hexadecimal(at: position + 8), (0xDC00...0xDFFF).contains(low)
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      length = 12
    }
    guard let scalar = Unicode.Scalar(value) else {
      fail("half of a pair of surrogates is no character", help: "write both halves, or none")
      return false
    }
    text.append(contentsOf: String(scalar).utf8)
    position += length
    return true
  }

  /// Returns the number that the four hexadecimal digits at `start` spell.
  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// Reports what stands in a string and must not, and returns `nil`.
  private mutating func failInString() -> Symbol? {
    let isOpen = position >= bytes.count || [0x0A, 0x0D, 0x5C].contains(bytes[position])
    fail(
      isOpen
        ? "the string does not end in its line" : "a control character stands in a string",
      help: isOpen
        ? #"add a `"`, or write a line feed as `\n`"# : #"write it as an escape, such as `\t`"#)
    return nil
  }

  /// Reads a number and returns the symbol of its spelling, or `nil` after a report.
  mutating func readNumber() -> Symbol? {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = skipDigits()
    let hasZero = whole > 1 && bytes[position - whole] == UInt8(ascii: "0")
    var isNumber = whole > 0 && !hasZero
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      isNumber = skipDigits() > 0 && isNumber
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) {
        position += 1
      }
      isNumber = skipDigits() > 0 && isNumber
    }
    guard isNumber else {
      position = start
      fail("this is not a number as JSON spells it", help: "write `0.5`, `10` or `1e-9`")
      return nil
    }
    return graph.symbols.intern(bytes, start..<position)
  }

  /// Skips digits and returns how many there were.
  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }
}
