extension Parser {
  /// Parses `items = "{" { item } "}"`.
  mutating func parseItems() {
    let marker = open(.items)
    parseBraced(ofItems: true) { $0.parseItem() }
    close(marker)
  }

  /// Parses `body` again and again between braces, each ending like an item.
  ///
  /// If the first brace is missing and members follow all the same, they are parsed.
  mutating func parseBraced(ofItems: Bool = false, _ body: (inout Parser) -> Void) {
    let opening = position
    expect(.leftBrace)
    guard !hasReportedHere || kind.isWord && peek(1) == .colon else { return }
    nested { parser in
      while parser.kind != .rightBrace, parser.kind != .endOfFile,
        !parser.leavesBraces(of: opening, ofItems: ofItems)
      {
        let start = parser.position
        body(&parser)
        parser.expectEndOfItem()
        let isBroken =
          parser.hasReportedHere && !(parser.startsLine && parser.position > start)
        if parser.position == start || isBroken, parser.kind != .rightBrace { parser.recover() }
        if parser.position == start { break }
      }
    }
    expectClosing(.rightBrace, of: opening)
  }

  /// Parses one line of a step.
  private mutating func parseItem() {
    switch kind {
    case .letKeyword: return parseLet()
    case .ifKeyword where peek(1) != .colon: return parseIf(ofItems: true)
    case .forKeyword where peek(1) != .colon: return parseFor(ofItems: true)
    case .string: return parseField()
    default: break
    }
    guard kind.isWord else {
      return report(
        expected: "a member such as `RoleArn: …`, or a word such as `input` or `after`",
        atLineEnd: false)
    }
    if peek(1) == .colon || peek(1) == .assign { return parseField() }
    if startsDeclaration(ofItems: true) {
      report(expected: "a member of the step", help: "steps do not nest", atLineEnd: false)
      return parseDeclaration(kind)
    }
    if peek(word: "raw") { return parseRawField() }
    if peek(word: "retry") { return parseRetry() }
    if peek(word: "returns") { return parseReturns() }
    if peek(word: "input") { return parseInput() }
    if peek(word: "output") { return parseOutput() }
    if peek(word: "channel") { return parseChannel() }
    if peek(word: "report") { return parseReport() }
    if peek(1) == .leftBrace || peek(1) == .string { return parseField() }
    advance()
    report(expected: "`:` and a value")
  }

  /// Parses `field = ( ApiName | string | "after" | "cache" | "args" | "description" ) ":" expr`.
  private mutating func parseField() {
    let marker = open(fieldKind())
    if nodes[marker].kind == .field {
      leaf(kind == .string ? .string : .name)
    } else {
      advance()
    }
    parseMemberValue()
    close(marker)
  }

  /// Returns which kind of item the next word makes before a colon.
  private func fieldKind() -> SyntaxKind {
    guard tokens.text(position).first.map({ $0 >= UInt8(ascii: "a") }) == true else {
      return .field
    }
    if peek(word: "after") { return .afterItem }
    if peek(word: "cache") { return .cacheItem }
    if peek(word: "args") { return .argsItem }
    if peek(word: "description") { return .descriptionItem }
    return .field
  }

  /// Parses `raw = "raw" ApiName ":" expr`.
  private mutating func parseRawField() {
    let marker = open(.rawField)
    advance()
    parseWord("the name of a member")
    parseMemberValue()
    close(marker)
  }

  /// Parses `retry = "retry" id { "," id } object`.
  private mutating func parseRetry() {
    let marker = open(.retryItem)
    advance()
    parseWord("what to retry, such as `throttling`")
    while take(.comma) { parseWord("what to retry, such as `throttling`") }
    if kind == .leftBrace {
      parseObject()
    } else {
      expect(.leftBrace, help: "write as in `retry throttling { attempts: 3 }`")
    }
    close(marker)
  }

  /// Parses `returns = "returns" "{" { id ":" type } "}"`.
  private mutating func parseReturns() {
    let marker = open(.returnsItem)
    advance()
    parseBraced { $0.parseReturned() }
    close(marker)
  }

  /// Parses `returned = ( id | string ) ":" type`.
  mutating func parseReturned() {
    let marker = open(.returned)
    if kind == .string { leaf(.string) } else { parseWord("the name of a value") }
    expect(.colon)
    parseType()
    close(marker)
  }

  /// Parses `input = "input" id "=" expr "at" expr`.
  private mutating func parseInput() {
    let marker = open(.inputItem)
    advance()
    parseLabel("the name of the input")
    expect(.assign)
    parseExpression()
    parseSource(after: "at")
    close(marker)
  }

  /// Parses `word expr`.
  private mutating func parseSource(after word: StaticString) {
    expect(word: word)
    if hasReportedHere { missing() } else { parseExpression() }
  }

  /// Parses `output = "output" id "at" expr ( "to" expr )?`.
  private mutating func parseOutput() {
    let marker = open(.outputItem)
    advance()
    parseLabel("the name of the output")
    parseSource(after: "at")
    if take(word: "to") { parseExpression() }
    close(marker)
  }

  /// Parses `channel = "channel" id "=" expr ( "as" expr )?`.
  private mutating func parseChannel() {
    let marker = open(.channelItem)
    advance()
    parseLabel("the name of the channel")
    expect(.assign)
    parseExpression()
    if take(word: "as") { parseExpression() }
    close(marker)
  }

  /// Parses `report = "report" id "=" expr "in" id`.
  private mutating func parseReport() {
    let marker = open(.reportItem)
    advance()
    parseLabel("the name of the report")
    expect(.assign)
    parseExpression(allowingIn: false)
    expect(word: "in")
    parseLabel("the name of an output")
    close(marker)
  }

  /// Parses a word or a string that names an input, output, channel or report.
  private mutating func parseLabel(_ what: String) {
    if kind == .string { leaf(.string) } else { parseWord(what) }
  }

  /// Parses a word that names something new, which words that begin expressions or blocks can't.
  mutating func parseName(_ what: String) {
    if kind.isReserved {
      report(expected: what, help: "\(kind.description) is a word of the language; choose another")
      return leaf(.name)
    }
    parseWord(what)
  }

  /// Parses a word, whichever it is.
  mutating func parseWord(_ what: String) {
    if kind.isWord { return leaf(.name) }
    report(expected: what)
    missing()
  }
}
