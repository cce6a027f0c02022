// Scalars in quotes.
extension YAMLScanner {
  /// Reads a scalar in single or double quotes, which may have several lines.
  mutating func readQuoted(isDouble: Bool) {
    saveKey()
    allowsKey = false
    let start = position
    let quote = peek()
    position += 1
    var text = YAMLText()
    while true {
      if column == 0, isAtMarker {
        position += 3
        return fail(
          "the document ends inside of quotes", from: start, help: "add the closing quote")
      }
      guard position < end else {
        position = start + 1
        return fail("the quotes are not closed", from: start, help: "add the closing quote")
      }
      var joinsLines = false
      guard readQuotedWord(quote, &text, &joinsLines) else { return }
      if !joinsLines, peek() == quote { break }
      readQuotedGap(&text, joinsLines: joinsLines)
    }
    let last = position
    position += 1
    append(text.scalar(endingAt: last, .quoted), at: span(from: start))
  }

  /// Reads up to a blank or the closing quote; `false` after a mistake.
  ///
  /// A backslash at the end of a line joins it with the next one.
  private mutating func readQuotedWord(
    _ quote: UInt8, _ text: inout YAMLText, _ joinsLines: inout Bool
  ) -> Bool {
    var first = position
    while position < end, !isBlankOrEnd(0) {
      let byte = peek()
      if byte == quote {
        guard quote == UInt8(ascii: "'"), peek(1) == quote else { break }
        text.append(bytes, first..<position)
        text.append([quote], for: position)
        position += 2
        first = position
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text.append(bytes, first..<position)
        if position + 1 < end, breakLength(1) > 0 {
          position += 1
          skipBreak()
          joinsLines = true
          return true
        }
        guard readEscape(&text) else { return false }
        first = position
      } else {
        position += 1
      }
    }
    text.append(bytes, first..<position)
    return true
  }

  /// Reads blanks and ends of lines between the words of a scalar in quotes.
  private mutating func readQuotedGap(_ text: inout YAMLText, joinsLines: Bool) {
    let start = position
    var breaks: [YAMLBreak] = []
    while position < end {
      if isAtBlank {
        position += 1
      } else if breakLength() > 0 {
        breaks.append(readBreak())
      } else {
        break
      }
    }
    if joinsLines {
      text.append(breaks)
    } else if breaks.isEmpty {
      text.append(bytes, start..<position)
    } else {
      text.fold(breaks)
    }
  }

  /// Reads an escape; `false` after a mistake.
  private mutating func readEscape(_ text: inout YAMLText) -> Bool {
    let start = position
    let letter = peek(1)
    let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][letter]
    guard let digits else {
      guard let meaning = Self.escapes.first(where: { $0.letter == letter })?.text else {
        position += 2
        fail(
          "this is no escape of YAML 1.1", from: start,
          help: #"write a backslash as `\\`, or use single quotes"#)
        return false
      }
      text.append(Array(meaning.utf8), for: start)
      position += 2
      return true
    }
    var value: UInt32 = 0
    for offset in 2..<2 + digits {
      guard let digit = hexadecimalDigit(peek(offset)) else {
        position += 2
        fail("an escape with too few hexadecimal digits", from: start, help: "it has \(digits)")
        return false
      }
      value = value << 4 | digit
    }
    position += 2 + digits
    guard let scalar = Unicode.Scalar(value) else {
      fail(
        "this escape is no character", from: start,
        help: #"YAML 1.1 has no pairs of surrogates; write the character itself"#)
      return false
    }
    text.append(Array(String(Character(scalar)).utf8), for: start)
    return true
  }

  /// The escapes of one letter and what they stand for.
  private static let escapes: [(letter: UInt8, text: String)] = [
    (UInt8(ascii: "0"), "\u{0}"), (UInt8(ascii: "a"), "\u{7}"), (UInt8(ascii: "b"), "\u{8}"),
    (UInt8(ascii: "t"), "\t"), (0x09, "\t"), (UInt8(ascii: "n"), "\n"),
    (UInt8(ascii: "v"), "\u{B}"), (UInt8(ascii: "f"), "\u{C}"), (UInt8(ascii: "r"), "\r"),
    (UInt8(ascii: "e"), "\u{1B}"), (0x20, " "), (UInt8(ascii: "\""), "\""),
    (UInt8(ascii: "'"), "'"), (UInt8(ascii: "\\"), "\\"), (UInt8(ascii: "N"), "\u{85}"),
    (UInt8(ascii: "_"), "\u{A0}"), (UInt8(ascii: "L"), "\u{2028}"),
    (UInt8(ascii: "P"), "\u{2029}"),
  ]

  /// Returns the number that the hexadecimal digit `byte` stands for.
  private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
