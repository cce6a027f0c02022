/// The kinds of tokens; the raw value of a fixed token is its spelling.
package enum TokenKind: UInt8, CaseIterable, Hashable, Sendable {
  case endOfFile
  /// A name, or a word that means something in some places only.
  case identifier
  case number
  /// A length of time: `30d`, `6h`, `90m`, `45s`.
  case duration
  /// A whole string without interpolation, in any of the three quotings.
  case string
  /// A string up to and including its first `\(`.
  case stringHead
  /// From the `)` of one interpolation up to and including the `\(` of the next.
  case stringMiddle
  /// From the `)` of the last interpolation to the end of the string.
  case stringTail
  /// Bytes that start no token.
  case unknown

  case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
  case comma, semicolon, colon, dot, ellipsis, arrow, assign
  case question, coalesce, or, and, not
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case plus, minus, star, slash, percent

  case importKeyword, pipelineKeyword, configKeyword, profileKeyword, paramKeyword, letKeyword
  case typeKeyword, funcKeyword, assertKeyword, defaultsKeyword, stepKeyword, conditionKeyword
  case foreachKeyword, failKeyword, templateKeyword, useKeyword, testKeyword, forKeyword, ifKeyword
  case elseKeyword, trueKeyword, falseKeyword, nullKeyword

  /// `true` iff the token is spelled like a name: an identifier or a keyword.
  var isWord: Bool { self == .identifier || rawValue >= TokenKind.importKeyword.rawValue }

  /// `true` iff the token is a word that can't name anything.
  var isReserved: Bool {
    switch self {
    case .ifKeyword, .elseKeyword, .forKeyword, .trueKeyword, .falseKeyword, .nullKeyword: true
    default: false
    }
  }

  /// `true` iff the token begins a declaration.
  var beginsDeclaration: Bool {
    rawValue >= TokenKind.importKeyword.rawValue && rawValue <= TokenKind.ifKeyword.rawValue
  }
}

extension TokenKind {
  /// How diagnostics name a token of the kind.
  var description: String {
    switch self {
    case .endOfFile: "the end of the file"
    case .identifier: "a name"
    case .number: "a number"
    case .duration: "a length of time"
    case .string, .stringHead: "a string"
    case .stringMiddle, .stringTail: "the rest of a string"
    case .unknown: "an unexpected character"
    default: "`\(spelling)`"
    }
  }

  /// How a fixed token is spelled; empty for tokens that vary.
  var spelling: String {
    switch self {
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .comma: ","
    case .semicolon: ";"
    case .colon: ":"
    case .dot: "."
    case .ellipsis: "..."
    case .arrow: "->"
    case .assign: "="
    case .question: "?"
    case .coalesce: "??"
    case .or: "||"
    case .and: "&&"
    case .not: "!"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .percent: "%"
    default: keywordSpelling
    }
  }

  /// How a keyword is spelled; empty for every other token.
  private var keywordSpelling: String {
    let name = "\(self)"
    return name.hasSuffix("Keyword") ? String(name.dropLast(7)) : ""
  }
}
