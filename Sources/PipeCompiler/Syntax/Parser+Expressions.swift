extension Parser {
  /// Parses `expr = or ( "?" expr ":" expr )?`.
  mutating func parseExpression(allowingIn: Bool = true) {
    if let literal = kind.literal, endsExpression(tokens[position + 1]) { return leaf(literal) }
    nested { parser in
      let marker = parser.nodes.count
      parser.parseInfix(above: 0, allowingIn: allowingIn)
      guard parser.kind == .question else { return }
      parser.advance()
      parser.wrap(marker, in: .ternary)
      parser.parseExpression()
      parser.expect(.colon)
      parser.parseExpression(allowingIn: allowingIn)
      parser.close(marker)
    }
  }

  /// Returns `true` if it is plain that `token`, behind an operand, does not go on with its expression.
  ///
  /// Most expressions are one literal and end so, which spares them the walk down the grammar.
  private func endsExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .rightBrace, .rightBracket, .rightParenthesis: true
    case .identifier: token.flags.contains(.newlineBefore) && !ignoresNewlines
    default: false
    }
  }

  /// Parses an expression that is a text of its own.
  mutating func parseWholeExpression() {
    let marker = open(.group)
    parseExpression()
    if kind != .endOfFile { report(expected: "the end", atLineEnd: false) }
    while kind != .endOfFile { advance() }
    close(marker)
  }

  /// Parses operands joined by operators of a precedence above `precedence`.
  private mutating func parseInfix(above precedence: Int, allowingIn: Bool) {
    let marker = nodes.count
    parsePrefix()
    while let level = operatorPrecedence(allowingIn: allowingIn), level > precedence {
      wrap(marker, in: .infix)
      var operators = 0
      while operatorPrecedence(allowingIn: allowingIn) == level {
        operators += 1
        if level == Self.comparisonPrecedence, operators == 2 {
          report(
            expected: "`&&`", help: "comparisons do not chain; write `a < b && b < c`")
        }
        advance()
        parseInfix(above: level, allowingIn: allowingIn)
      }
      close(marker)
    }
  }

  /// The precedence of `==`, `<`, `in` and their like.
  private static let comparisonPrecedence = 3

  /// Returns the precedence of the operator that comes next and continues the expression.
  ///
  /// An operator on a new line does so too, unless it could begin an item.
  private func operatorPrecedence(allowingIn: Bool) -> Int? {
    switch kind {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .identifier where allowingIn && (!startsLine || ignoresNewlines) && peek(word: "in"): 3
    case .coalesce: 4
    case .plus: 5
    case .minus where !startsLine || ignoresNewlines: 5
    case .star, .slash, .percent: 6
    default: nil
    }
  }

  /// Parses `prefix = ( "!" | "-" )* postfix`.
  private mutating func parsePrefix() {
    guard kind == .not || kind == .minus else { return parsePostfix() }
    let marker = open(.prefix)
    advance()
    nested { $0.parsePrefix() }
    close(marker)
  }

  /// Parses `postfix = primary { "." word | "[" expr "]" | "(" arguments ")" }`.
  private mutating func parsePostfix() {
    let marker = nodes.count
    parsePrimary()
    guard continuesPath else { return }
    wrap(marker, in: .path)
    while continuesPath { parsePathSegment() }
    close(marker)
  }

  /// `true` iff the next token goes on with a path.
  private var continuesPath: Bool {
    kind == .dot
      || (kind == .leftBracket || kind == .leftParenthesis) && (!startsLine || ignoresNewlines)
  }

  /// Parses one segment of a path.
  private mutating func parsePathSegment() {
    switch kind {
    case .dot:
      let marker = open(.memberAccess)
      advance()
      parseWord("the name of a member")
      close(marker)
    case .leftBracket:
      let marker = open(.indexAccess)
      advance()
      parseExpression()
      expect(.rightBracket)
      close(marker)
    default:
      let marker = open(.invocation)
      parseArguments()
      close(marker)
    }
  }

  /// Parses a literal, a name, a call or something in brackets.
  private mutating func parsePrimary() {
    if let literal = kind.literal { return leaf(literal) }
    switch kind {
    case .stringHead: parseString("a string")
    case .leftParenthesis: parseGroup()
    case .leftBracket: parseList()
    case .leftBrace: parseObject()
    case .unknown: leaf(.missing)
    case .identifier where peek(1) == .leftParenthesis && !lineBreak(after: 0): parseCall()
    case .identifier, .pipelineKeyword: leaf(.variable)
    case _ where kind.isWord && !kind.isReserved && !startsLine: leaf(.variable)
    default:
      report(expected: "a value")
      missing()
    }
  }

  /// Returns `true` iff the token after the next one stands on a new line.
  private func lineBreak(after distance: Int) -> Bool {
    tokens[position + distance + 1].flags.contains(.newlineBefore)
  }

  /// Parses `call = id arguments`.
  private mutating func parseCall() {
    let marker = open(.call)
    leaf(.name)
    parseArguments()
    close(marker)
  }

  /// Parses `arguments = "(" { ( id ":" )? expr } ")"`.
  mutating func parseArguments() {
    let (marker, opening) = (open(.arguments), position)
    expect(.leftParenthesis)
    let outer = ignoresNewlines
    ignoresNewlines = false
    var misses = false
    while kind != .rightParenthesis, kind != .endOfFile, !hasReportedHere || misses,
      kind != .rightBrace, kind != .rightBracket, !startsDeclaration()
    {
      let (start, argument) = (position, open(.argument))
      if kind.isWord, peek(1) == .colon {
        leaf(.name)
        advance()
      }
      parseExpression()
      close(argument)
      expectEndOfEntry(&misses)
      if position == start { recover() }
      if position == start { break }
    }
    ignoresNewlines = outer
    expectClosing(.rightParenthesis, of: opening)
    close(marker)
  }

  /// Parses `group = "(" expr ")"`.
  private mutating func parseGroup() {
    let (marker, opening) = (open(.group), position)
    let outer = ignoresNewlines
    ignoresNewlines = true
    advance()
    parseExpression()
    ignoresNewlines = outer
    expectClosing(.rightParenthesis, of: opening)
    close(marker)
  }

  /// Parses `entry = "..."? expr`.
  private mutating func parseEntry() {
    guard kind == .ellipsis else { return parseExpression() }
    let marker = open(.spread)
    advance()
    parseExpression()
    close(marker)
  }

  /// Parses `list = "[" { entry } "]" | "[" "for" id "in" expr ( "if" expr )? ":" expr "]"`.
  private mutating func parseList() {
    let (marker, opening) = (open(.list), position)
    let outer = ignoresNewlines
    ignoresNewlines = false
    advance()
    if take(.forKeyword) {
      nodes[marker].kind = .comprehension
      parseName("the name of a variable")
      expect(word: "in")
      parseExpression()
      if take(.ifKeyword) { parseExpression() }
      expect(.colon)
      parseExpression()
    } else {
      var misses = false
      while kind != .rightBracket, kind != .endOfFile, kind != .rightBrace,
        kind != .rightParenthesis, !startsDeclaration()
      {
        let start = position
        parseEntry()
        expectEndOfEntry(&misses)
        if position == start { recover() }
        if position == start { break }
      }
    }
    ignoresNewlines = outer
    expectClosing(.rightBracket, of: opening)
    close(marker)
  }

  /// Parses `object = "{" { ( id | string ) ":" expr | "..." expr } "}"`.
  mutating func parseObject() {
    let marker = open(.object)
    let outer = ignoresNewlines
    ignoresNewlines = false
    parseBraced { $0.parseMember() }
    ignoresNewlines = outer
    close(marker)
  }

  /// Parses one member of an object, or a spread.
  private mutating func parseMember() {
    let marker = open(.member)
    guard take(.ellipsis) else {
      switch kind {
      case .string, .stringHead: parseString("a key")
      default: parseWord("a key, or `}`")
      }
      if hasReportedHere { missing() } else { parseMemberValue() }
      return close(marker)
    }
    nodes[marker].kind = .spread
    parseExpression()
    close(marker)
  }

  /// Parses `string = one token | head expr { middle expr } tail`.
  mutating func parseString(_ what: String) {
    if kind == .string { return leaf(.string) }
    guard kind == .stringHead else {
      report(expected: what)
      return missing()
    }
    let marker = open(.interpolation)
    leaf(.piece)
    let outer = ignoresNewlines
    ignoresNewlines = true
    repeat {
      parseExpression()
      skipToPiece()
    } while kind == .stringMiddle && takePiece()
    if kind == .stringTail { leaf(.piece) } else { nodes[marker].kind = .error }
    ignoresNewlines = outer
    close(marker)
  }

  /// Makes a piece of the next token and returns `true`.
  private mutating func takePiece() -> Bool {
    leaf(.piece)
    return true
  }

  /// Reports and skips what stands between an expression and the `)` that ends its interpolation.
  private mutating func skipToPiece() {
    guard kind != .stringMiddle, kind != .stringTail else { return }
    report(expected: "`)` and the rest of the string")
    while kind != .stringMiddle, kind != .stringTail, kind != .endOfFile, !startsLine { advance() }
    if kind != .stringMiddle, kind != .stringTail { markReported() }
  }
}

extension TokenKind {
  /// What the token is as an expression, if it is one whatever stands around it.
  fileprivate var literal: SyntaxKind? {
    switch self {
    case .number: .number
    case .duration: .duration
    case .string: .string
    case .trueKeyword: .trueLiteral
    case .falseKeyword: .falseLiteral
    case .nullKeyword: .nullLiteral
    default: nil
    }
  }
}
