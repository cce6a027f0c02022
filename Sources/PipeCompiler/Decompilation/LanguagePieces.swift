/// A text in the language, in pieces that stay the same or differ as a whole.
struct LanguagePieces {
  /// What a piece is.
  enum Kind {
    /// A name or a word.
    case word
    /// A number, a length of time, `true` or `false`.
    case number
    /// What stands between quotes, up to the next escape.
    case text
    /// A text in which nothing is special, with its quotes.
    case plainText
    /// Anything else.
    case other
  }

  /// A piece.
  struct Piece {
    /// What it is.
    let kind: Kind
    /// Its text.
    let text: String
  }

  /// The pieces.
  private(set) var all: [Piece] = []
  /// The bytes of the text.
  private let bytes: [UInt8]
  /// Where the next piece begins.
  private var position = 0

  /// Takes `text` apart.
  init(_ text: String) {
    bytes = Array(text.utf8)
    while position < bytes.count { next() }
  }

  /// Adds the bytes up to `end` as a piece of `kind`.
  private mutating func add(_ kind: Kind, to end: Int) {
    let end = min(end, bytes.count)
    all.append(Piece(kind: kind, text: String(decoding: bytes[position..<end], as: UTF8.self)))
    position = end
  }

  /// Adds the next piece.
  private mutating func next() {
    let byte = bytes[position]
    if byte.isDigit {
      var end = position
      while end < bytes.count, bytes[end].continuesName || bytes[end] == UInt8(ascii: ".") {
        end += 1
      }
      add(.number, to: end)
    } else if byte.continuesName {
      var end = position
      while end < bytes.count, bytes[end].continuesName { end += 1 }
      let text = bytes[position..<end]
      add(
        text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) ? .number : .word,
        to: end)
    } else if byte == UInt8(ascii: "\"") {
      addText()
    } else if byte == UInt8(ascii: "#") {
      addPlainText()
    } else if bytes[position...].starts(with: "//".utf8) {
      add(.other, to: bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    } else {
      // A character may have several bytes.
      var end = position + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      add(.other, to: end)
    }
  }

  /// Adds a text in which nothing is special, which differs as a whole or not at all.
  private mutating func addPlainText() {
    var end = position + 2
    while end + 1 < bytes.count,
      bytes[end] != UInt8(ascii: "\"") || bytes[end + 1] != UInt8(ascii: "#")
    {
      end += 1
    }
    add(.plainText, to: end + 2)
  }

  /// Adds a text between quotes: between two escapes, there is always a piece.
  private mutating func addText() {
    add(.other, to: position + 1)
    var end = position
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\"") {
        add(.text, to: end)
        return add(.other, to: end + 1)
      }
      guard bytes[end] == UInt8(ascii: "\\") else {
        end += 1
        continue
      }
      add(.text, to: end)
      end = endOfEscape()
      add(.other, to: end)
    }
    add(.text, to: end)
  }

  /// Returns where the escape ends that begins here.
  private func endOfEscape() -> Int {
    var end = position + 2
    guard end <= bytes.count else { return bytes.count }
    let isCode =
      end < bytes.count && bytes[end] == UInt8(ascii: "{") && bytes[end - 1] == UInt8(ascii: "u")
    if isCode { return (bytes[end...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 1) + 1 }
    guard bytes[end - 1] == UInt8(ascii: "(") else { return end }
    var (depth, isQuoted) = (1, false)
    while end < bytes.count, depth > 0 {
      switch bytes[end] {
      case UInt8(ascii: "\\") where isQuoted: end += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted: depth -= 1
      default: break
      }
      end += 1
    }
    return min(end, bytes.count)
  }
}
