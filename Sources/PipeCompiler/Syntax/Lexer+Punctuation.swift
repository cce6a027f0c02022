extension Lexer {
  /// Reads an operator or bracket, or a run of bytes that start no token.
  mutating func readPunctuation(_ diagnostics: inout Diagnostics) {
    let start = position
    if position == 0 || flags.contains(.newlineBefore), skipConflict(&diagnostics) { return }
    guard let (kind, length) = punctuation() else { return readUnknown(&diagnostics) }
    position += length
    if !interpolations.isEmpty {
      let last = interpolations.count - 1
      if kind == .leftParenthesis { interpolations[last].depth += 1 }
      if kind == .rightParenthesis { interpolations[last].depth -= 1 }
    }
    add(kind, from: start)
  }

  /// Returns the kind and length of the operator or bracket at the position, if there is one.
  private func punctuation() -> (TokenKind, Int)? {
    switch peek() {
    case UInt8(ascii: "{"): (.leftBrace, 1)
    case UInt8(ascii: "}"): (.rightBrace, 1)
    case UInt8(ascii: "("): (.leftParenthesis, 1)
    case UInt8(ascii: ")"): (.rightParenthesis, 1)
    case UInt8(ascii: "["): (.leftBracket, 1)
    case UInt8(ascii: "]"): (.rightBracket, 1)
    case UInt8(ascii: ","): (.comma, 1)
    case UInt8(ascii: ";"): (.semicolon, 1)
    case UInt8(ascii: ":"): (.colon, 1)
    case UInt8(ascii: "."):
      peek(1) == UInt8(ascii: ".") && peek(2) == UInt8(ascii: ".") ? (.ellipsis, 3) : (.dot, 1)
    default: operation()
    }
  }

  /// Returns the kind and length of the operator at the position, if there is one.
  private func operation() -> (TokenKind, Int)? {
    let next = peek(1)
    let equals = next == UInt8(ascii: "=")
    switch peek() {
    case UInt8(ascii: "="): return equals ? (.equal, 2) : (.assign, 1)
    case UInt8(ascii: "!"): return equals ? (.notEqual, 2) : (.not, 1)
    case UInt8(ascii: "<"): return equals ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): return equals ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "?"): return next == UInt8(ascii: "?") ? (.coalesce, 2) : (.question, 1)
    case UInt8(ascii: "-"): return next == UInt8(ascii: ">") ? (.arrow, 2) : (.minus, 1)
    case UInt8(ascii: "&") where next == UInt8(ascii: "&"): return (.and, 2)
    case UInt8(ascii: "|") where next == UInt8(ascii: "|"): return (.or, 2)
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "*"): return (.star, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "%"): return (.percent, 1)
    default: return nil
    }
  }
}

extension Lexer {
  /// Returns the keyword spelled by the bytes from `start` to the position, or `identifier`.
  func keyword(from start: Int) -> TokenKind {
    let length = position - start
    guard length >= 2, length <= 9 else { return .identifier }
    switch bytes[start] {
    case UInt8(ascii: "a"): return test(start, "assert", .assertKeyword)
    case UInt8(ascii: "c"):
      return length == 6
        ? test(start, "config", .configKeyword) : test(start, "condition", .conditionKeyword)
    case UInt8(ascii: "d"): return test(start, "defaults", .defaultsKeyword)
    case UInt8(ascii: "e"): return test(start, "else", .elseKeyword)
    case UInt8(ascii: "f"): return keywordInF(start, length)
    case UInt8(ascii: "i"):
      return length == 2 ? test(start, "if", .ifKeyword) : test(start, "import", .importKeyword)
    case UInt8(ascii: "l"): return test(start, "let", .letKeyword)
    case UInt8(ascii: "n"): return test(start, "null", .nullKeyword)
    case UInt8(ascii: "p"): return keywordInP(start, length)
    case UInt8(ascii: "s"): return test(start, "step", .stepKeyword)
    case UInt8(ascii: "t"): return keywordInT(start, length)
    case UInt8(ascii: "u"): return test(start, "use", .useKeyword)
    default: return .identifier
    }
  }

  /// Returns the keyword with the initial `f` that stands at `start`, or `identifier`.
  private func keywordInF(_ start: Int, _ length: Int) -> TokenKind {
    switch length {
    case 3: test(start, "for", .forKeyword)
    case 4:
      bytes[start + 1] == UInt8(ascii: "u")
        ? test(start, "func", .funcKeyword) : test(start, "fail", .failKeyword)
    case 5: test(start, "false", .falseKeyword)
    default: test(start, "foreach", .foreachKeyword)
    }
  }

  /// Returns the keyword with the initial `p` that stands at `start`, or `identifier`.
  private func keywordInP(_ start: Int, _ length: Int) -> TokenKind {
    switch length {
    case 5: test(start, "param", .paramKeyword)
    case 7: test(start, "profile", .profileKeyword)
    default: test(start, "pipeline", .pipelineKeyword)
    }
  }

  /// Returns the keyword with the initial `t` that stands at `start`, or `identifier`.
  private func keywordInT(_ start: Int, _ length: Int) -> TokenKind {
    guard length == 4 else { return test(start, "template", .templateKeyword) }
    switch bytes[start + 1] {
    case UInt8(ascii: "r"): return test(start, "true", .trueKeyword)
    case UInt8(ascii: "y"): return test(start, "type", .typeKeyword)
    default: return test(start, "test", .testKeyword)
    }
  }

  /// Returns `kind` if the bytes from `start` to the position spell `word`, else `identifier`.
  private func test(_ start: Int, _ word: StaticString, _ kind: TokenKind) -> TokenKind {
    bytes.spells(word, in: start..<position) ? kind : .identifier
  }
}
