extension Diagnostic {
  /// Says that the bytes in `range` start no token.
  ///
  /// `fix` is what to write instead.
  static func unexpectedCharacter(
    at range: Range<Int>, in bytes: [UInt8], fix: (title: String, text: String)? = nil
  ) -> Diagnostic {
    let first = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first
    let isQuote = first == "'" || first == "\u{201C}" || first == "\u{201D}" || first == "\u{201E}"
    let shown = isQuote ? "`\(first ?? " ")`" : visible(bytes[range])
    let help: String? =
      switch bytes[range.lowerBound] {
      case _ where isQuote: "write strings with double quotes, as in `\"text\"`"
      case UInt8(ascii: "$"): "write the name alone, and in a string `\\(name)`"
      case UInt8(ascii: "&"): "write `&&`"
      case UInt8(ascii: "|"): "write `||`"
      case UInt8(ascii: "#"): "comments begin with `//`"
      case 0..<0x20: "write it as an escape, such as `\\u0000`"
      case _ where fix?.text == " ": "it looks like a space; write an ordinary one"
      case 0x80...: "names consist of the letters a to z, digits and underscores"
      default: nil
      }
    return Diagnostic(
      .unexpectedCharacter, "unexpected character \(shown)", at: span(range), help: help,
      fix: fix.map { Fix($0.title, replacing: span(range), with: $0.text) })
  }

  /// Says that the string that begins at `start` does not end.
  static func unterminatedString(
    at start: Int, in bytes: [UInt8], isMultiline: Bool, hashes: Int = 0
  ) -> Diagnostic {
    let quote = "\"" + String(repeating: "#", count: min(hashes, 8))
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return Diagnostic(
      .unterminatedString, "the string does not end", at: span(start..<end),
      label: isMultiline ? "begins here" : "ends with the line",
      help: isMultiline
        ? "close it with `\"\"\"`"
        : "close it with `\(quote)`; a text of several lines stands between `\"\"\"` and `\"\"\"`")
  }

  /// Says that the interpolation whose `\(` ends at `position` does not end with the line.
  static func unterminatedInterpolation(at position: Int) -> Diagnostic {
    Diagnostic(
      .unterminatedString, "the `\\(` in the string has no `)`", at: span(position - 2..<position),
      label: "begins here", help: "write `)` behind the expression, before the string goes on")
  }

  /// Says that a merge conflict begins at `position`.
  static func mergeConflict(at position: Int) -> Diagnostic {
    Diagnostic(
      .syntaxError, "this is a merge conflict", at: span(position..<position + 7),
      why: "only the first of its versions is read",
      help: "keep what is meant, and remove the lines with the marks")
  }

  /// Says that the comment that begins at `start` does not end.
  static func unterminatedComment(at start: Int) -> Diagnostic {
    Diagnostic(
      .unterminatedComment, "the comment does not end", at: span(start..<start + 2),
      label: "begins here", help: "close it with `*/`; comments do not nest")
  }

  /// Says that the escape in `range` means nothing.
  static func invalidEscape(at range: Range<Int>, in bytes: [UInt8]) -> Diagnostic {
    Diagnostic(
      .invalidEscape, "invalid escape \(visible(bytes[range.clamped(to: 0..<bytes.count)]))",
      at: span(range),
      help:
        "valid are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX \\u{X…} and \\(…); "
        + "in #\"…\"# a backslash stands for itself")
  }

  /// Says that the bytes in `range` are not a number.
  static func invalidNumber(
    at range: Range<Int>, in bytes: [UInt8], leadingZero: Bool
  ) -> Diagnostic {
    Diagnostic(
      .invalidNumber, "\(visible(bytes[range])) is not a number", at: span(range),
      help: leadingZero
        ? "numbers do not begin with a zero; write an identifier such as an account as a string"
        : "write a string in quotes, a number as in JSON, a length of time as `30d`, `6h`, `90m` or `45s`"
    )
  }

  /// Says that something nests more deeply than is read.
  static func nestingTooDeep(
    at span: SourceSpan, limit: Int = Parser.nestingLimit
  ) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, "this is nested too deeply", at: span,
      why: "nesting is limited to \(limit) levels, so that any input ends quickly",
      help: "give inner parts a name with `let`")
  }

  /// Says that `expected` should stand where `token` does.
  static func expected(
    _ expected: String, found token: Token, text: ArraySlice<UInt8>, help: String? = nil
  ) -> Diagnostic {
    var found = token.kind.description
    if token.kind == .identifier || token.kind == .number || token.kind == .duration {
      found = visible(text)
    }
    return Diagnostic(
      .syntaxError, "expected \(expected), found \(found)", at: token.span, help: help)
  }

  /// Says that `expected` should stand at `position`, where the line ends.
  static func expected(
    _ expected: String, atLineEnd position: UInt32, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .syntaxError, "expected \(expected), found the end of the line",
      at: SourceSpan(position, position), help: help)
  }

  /// Returns the span of `range`.
  private static func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Returns `bytes` in backticks, or the code points of what can't be shown.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    if let scalar = text.unicodeScalars.first, scalar.value != 0x20,
      scalar.value < 0x20 || scalar.properties.isWhitespace
        || [.control, .format].contains(scalar.properties.generalCategory)
    {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return "`\(text)`"
  }
}
