// Quoted text that means the same to readers of JSON and of YAML.
extension ByteWriter {
  /// Writes the bytes of `source` in `range`, with escapes for what cannot stand between quotes.
  ///
  /// Beside what JSON forbids, every code point is escaped that YAML's readers reject, change or
  /// take for a line break. All others stand as they are: YAML 1.1 knows neither escaped
  /// surrogates nor an escaped slash.
  mutating func writeEscaped(_ source: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if index + 8 <= range.upperBound, Self.isPlain(source, at: index) {
        index += 8
        continue
      }
      guard Self.mayNeedEscape(source[index]),
        let (scalar, length) = Self.escapedScalar(in: source, index..<range.upperBound)
      else {
        index += 1
        continue
      }
      write(source, start..<index)
      writeEscape(of: scalar)
      index += length
      start = index
    }
    write(source, start..<range.upperBound)
  }

  /// Writes `text` between double quotes.
  mutating func writeQuoted(_ text: String) {
    let source = Array(text.utf8)
    write(UInt8(ascii: "\""))
    writeEscaped(source, 0..<source.count)
    write(UInt8(ascii: "\""))
  }

  /// Returns `true` iff the eight bytes of `source` from `position` on are ASCII that needs no escape.
  @inline(__always)
  private static func isPlain(_ source: [UInt8], at position: Int) -> Bool {
    let word = source.word(at: position)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // In each term, the highest bit of a byte is set if that byte is the one that is looked for, or too
    // small; where it is set without need, the byte is looked at on its own.
    let (quote, slash) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
    let suspects =
      word | (word &+ ones) | (word &- ones &* 0x20) | (quote &- ones) | (slash &- ones)
    return suspects & (ones << 7) == 0
  }

  /// Returns `true` iff a code point that is escaped may begin with `byte`.
  static func mayNeedEscape(_ byte: UInt8) -> Bool {
    if byte < 0x7F { return byte < 0x20 || byte == 0x22 || byte == 0x5C }
    return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  /// Returns the code point at the start of `range` and its length, if it has to be escaped.
  static func escapedScalar(
    in source: [UInt8], _ range: Range<Int>
  ) -> (scalar: UInt16, length: Int)? {
    let first = source[range.lowerBound]
    if first < 0x80 { return (UInt16(first), 1) }
    guard range.count >= 2 else { return nil }
    let second = source[range.lowerBound + 1]
    if first == 0xC2 { return second < 0xA0 ? (UInt16(second), 2) : nil }
    guard range.count >= 3 else { return nil }
    switch (first, second, source[range.lowerBound + 2]) {
    case (0xE2, 0x80, 0xA8): return (0x2028, 3)
    case (0xE2, 0x80, 0xA9): return (0x2029, 3)
    case (0xEF, 0xBB, 0xBF): return (0xFEFF, 3)
    case (0xEF, 0xBF, 0xBE): return (0xFFFE, 3)
    case (0xEF, 0xBF, 0xBF): return (0xFFFF, 3)
    default: return nil
    }
  }

  /// Writes the shortest escape that JSON and YAML both have for `scalar`.
  mutating func writeEscape(of scalar: UInt16) {
    write(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22: write(UInt8(ascii: "\""))
    case 0x5C: write(UInt8(ascii: "\\"))
    case 0x08: write(UInt8(ascii: "b"))
    case 0x09: write(UInt8(ascii: "t"))
    case 0x0A: write(UInt8(ascii: "n"))
    case 0x0C: write(UInt8(ascii: "f"))
    case 0x0D: write(UInt8(ascii: "r"))
    default:
      write(UInt8(ascii: "u"))
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: (scalar >> shift) & 0xF)
        write(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
      }
    }
  }
}
