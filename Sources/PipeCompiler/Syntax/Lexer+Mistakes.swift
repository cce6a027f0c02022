// Texts that start no token: what was probably meant is said once, and reading goes on after it.

extension Lexer {
  /// Reads what starts no token, as far as it belongs together.
  mutating func readUnknown(_ diagnostics: inout Diagnostics) {
    let start = position
    position += 1
    switch bytes[start] {
    case UInt8(ascii: "'"): readQuoted(from: start, &diagnostics)
    case UInt8(ascii: "#"):
      report(start..<position, &diagnostics, fix: ("write `//`", "//"))
      skipToLineEnd()
    case UInt8(ascii: "&"):
      report(start..<position, &diagnostics, fix: ("write `&&`", "&&"))
      add(.and, from: start)
    case UInt8(ascii: "|"):
      report(start..<position, &diagnostics, fix: ("write `||`", "||"))
      add(.or, from: start)
    case UInt8(ascii: "$"):
      while peek().continuesName { position += 1 }
      report(start..<position, &diagnostics)
      add(.unknown, from: start)
    case 0x80...: readForeign(from: start, &diagnostics)
    default:
      report(start..<position, &diagnostics)
      add(.unknown, from: start)
    }
  }

  /// Reports the unexpected characters in `range`; `fix` says what to write instead.
  private func report(
    _ range: Range<Int>, _ diagnostics: inout Diagnostics, fix: (title: String, text: String)? = nil
  ) {
    diagnostics.report(.unexpectedCharacter(at: range, in: bytes, fix: fix))
  }

  /// Reads a text between single quotes.
  private mutating func readQuoted(from start: Int, _ diagnostics: inout Diagnostics) {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "'") {
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "'") else {
      report(start..<position, &diagnostics)
      return add(.unknown, from: start)
    }
    position = end + 1
    let inner = bytes[start + 1..<end]
    let isPlain = !inner.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    let replacement = "\"" + String(decoding: inner, as: UTF8.self) + "\""
    report(
      start..<position, &diagnostics,
      fix: isPlain ? ("write double quotes", replacement) : nil)
    add(.unknown, from: start)
  }

  /// Reads characters that are not ASCII: letters, spaces, quotes or anything else.
  private mutating func readForeign(from start: Int, _ diagnostics: inout Diagnostics) {
    position = start
    guard let scalar = foreignScalar(), scalar.properties.isAlphabetic == false else {
      if takeForeignLetters(&diagnostics) { return add(.identifier, from: start) }
      position = start + 1
      while peek() >= 0x80 { position += 1 }
      return add(.unknown, from: start)
    }
    position += scalar.utf8.count
    if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
      return report(start..<position, &diagnostics, fix: ("write an ordinary space", " "))
    }
    if scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}" {
      skipTypographicString()
    } else {
      while let next = foreignScalar(), !next.properties.isAlphabetic {
        position += next.utf8.count
      }
    }
    report(start..<position, &diagnostics)
    add(.unknown, from: start)
  }

  /// Moves past the next typographic quotation mark of the line, if there is one.
  private mutating func skipTypographicString() {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if let scalar = foreignScalar() {
        position += scalar.utf8.count
        if scalar == "\u{201C}" || scalar == "\u{201D}" { return }
      } else {
        position += 1
      }
    }
    position = start
  }

  /// Moves past letters, of which at least one is not ASCII; reports them and returns `true` iff so.
  mutating func takeForeignLetters(_ diagnostics: inout Diagnostics) -> Bool {
    let start = position
    while let scalar = foreignScalar(), scalar.properties.isAlphabetic {
      position += scalar.utf8.count
    }
    guard position > start else { return false }
    report(start..<position, &diagnostics)
    while true {
      if peek().continuesName {
        position += 1
      } else if let scalar = foreignScalar(), scalar.properties.isAlphabetic {
        position += scalar.utf8.count
      } else {
        return true
      }
    }
  }

  /// The scalar at the position, if it is valid UTF-8 and not ASCII.
  private func foreignScalar() -> Unicode.Scalar? {
    guard peek() >= 0x80 else { return nil }
    let text = bytes[position..<min(position + 4, bytes.count)]
    var decoder = UTF8()
    var input = text.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&input) else { return nil }
    return scalar
  }

  /// Moves past a mark of an unresolved merge conflict and returns `true` iff there was one.
  ///
  /// The first version of the text is read, and the others are skipped.
  mutating func skipConflict(_ diagnostics: inout Diagnostics) -> Bool {
    let byte = peek()
    guard position == 0 || bytes[position - 1] == UInt8(ascii: "\n"),
      (1..<7).allSatisfy({ peek($0) == byte })
    else { return false }
    if byte == UInt8(ascii: "<"), !isInConflict {
      diagnostics.report(.mergeConflict(at: position))
      isInConflict = true
    } else if isInConflict, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "|") {
      isInConflict = false
      while position < bytes.count, !isAtConflictEnd { skipToNextLine() }
    } else {
      return false
    }
    skipToLineEnd()
    return true
  }

  /// `true` iff the line at the position ends a merge conflict.
  private var isAtConflictEnd: Bool { (0..<7).allSatisfy { peek($0) == UInt8(ascii: ">") } }

  /// Moves to the beginning of the next line.
  private mutating func skipToNextLine() {
    skipToLineEnd()
    if position < bytes.count { position += 1 }
  }
}
