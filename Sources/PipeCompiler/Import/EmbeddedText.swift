/// A definition that stands inside of another document as a text.
struct EmbeddedText {
  /// The text.
  let bytes: [UInt8]
  /// Where its bytes stand in the document.
  let places: PositionMap
  /// Where the whole of it stands in the document.
  let span: SourceSpan
  /// `true` iff quotes and backslashes have to be escaped where it stands.
  let isQuoted: Bool
}

extension EmbeddedText {
  /// Creates the text that the JSON string at `span` of `source` stands for.
  init(jsonStringAt span: SourceSpan, in source: [UInt8]) {
    var (bytes, places): ([UInt8], PositionMap) = ([], PositionMap())
    var position = Int(span.start) + 1
    let end = Int(span.end) - 1
    while position < end {
      places.append(bytes.count, at: position)
      guard source[position] == UInt8(ascii: "\\"), position + 1 < end else {
        bytes.append(source[position])
        position += 1
        continue
      }
      let length = Self.append(escapeAt: position, of: source[..<end], to: &bytes)
      position += length
    }
    places.append(bytes.count, at: end)
    self.init(bytes: bytes, places: places, span: span, isQuoted: true)
  }

  /// Appends what the escape at `position` of `source` stands for, and returns its length.
  private static func append(
    escapeAt position: Int, of source: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) -> Int {
    let letter = source[position + 1]
    if let byte = escapes[letter] {
      bytes.append(byte)
      return 2
    }
    guard letter == UInt8(ascii: "u"), let first = unit(at: position + 2, of: source) else {
      bytes.append(letter)
      return 2
    }
    var (value, length) = (first, 6)
    if (0xD800...0xDBFF).contains(first), source[(position + 6)...].starts(with: "\\u".utf8),
      let second = unit(at: position + 8, of: source), (0xDC00...0xDFFF).contains(second)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 12
    }
    bytes.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    return length
  }

  /// What the escapes of one letter stand for, where that is not the letter.
  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
  ]

  /// Returns the number that the four hexadecimal digits at `start` of `source` spell.
  private static func unit(at start: Int, of source: ArraySlice<UInt8>) -> UInt32? {
    guard start + 4 <= source.endIndex else { return nil }
    return UInt32(String(decoding: source[start..<start + 4], as: UTF8.self), radix: 16)
  }
}
