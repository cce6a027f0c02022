extension Parser {
  /// Parses `defaults = "defaults" id { "," id } items`.
  mutating func parseDefaults() {
    let marker = open(.defaults)
    advance()
    parseName("a step type")
    while take(.comma) { parseName("a step type") }
    parseItems()
    close(marker)
  }

  /// Parses `step = "step" id string? ":" ( id | "raw" string ) items`.
  mutating func parseStep() {
    let marker = open(.step)
    advance()
    parseName("the name of a step")
    parseDisplayName()
    expectStepColon()
    if peek(word: "raw"), peek(1) == .string {
      let raw = open(.rawType)
      advance()
      parseString("the type in quotes")
      close(raw)
    } else {
      parseWord("a step type such as `Training`")
    }
    parseItems()
    close(marker)
  }

  /// Parses the string under which a step or parameter is emitted, if there is one.
  mutating func parseDisplayName() {
    guard kind == .string || kind == .stringHead else { return }
    let marker = open(.displayName)
    parseString("a name in quotes")
    close(marker)
  }

  /// Parses `condition = "condition" id string? "if" expr after? with? block ( "else" … )?`.
  mutating func parseCondition() {
    let marker = open(.condition)
    advance()
    parseName("the name of a step")
    parseDisplayName()
    if !take(.ifKeyword) { report(expected: "`if`", help: "write `condition Name if … { … }`") }
    parseQuestion()
    parseAfter()
    parseWith()
    parseBlock()
    if kind == .elseKeyword { parseElse() }
    close(marker)
  }

  /// Parses `else = "else" ( block | condition )`.
  private mutating func parseElse() {
    let marker = open(.elseClause)
    advance()
    nested { parser in
      if parser.kind == .conditionKeyword {
        parser.parseCondition()
      } else if parser.kind == .ifKeyword {
        parser.parseElseIf()
      } else {
        parser.parseBlock()
      }
    }
    close(marker)
  }

  /// Parses `after = ( "after" expr )?`.
  private mutating func parseAfter() {
    guard peek(word: "after"), !startsLine else { return }
    let marker = open(.afterClause)
    advance()
    parseExpression()
    close(marker)
  }

  /// Parses `with = ( "with" items )?`.
  private mutating func parseWith() {
    guard peek(word: "with"), peek(1) == .leftBrace, !startsLine else { return }
    let marker = open(.withClause)
    advance()
    parseItems()
    close(marker)
  }

  /// Parses `foreach = "foreach" id string? "in" expr ( "max" expr )? after? with? block select?`.
  mutating func parseForEach() {
    let marker = open(.forEach)
    advance()
    parseName("the name of a step")
    parseDisplayName()
    expect(word: "in", help: "write `foreach Name in … max 10 { … }`")
    parseExpression()
    if peek(word: "max") {
      let clause = open(.maxClause)
      advance()
      parseExpression()
      close(clause)
    }
    parseAfter()
    parseWith()
    parseBlock()
    if peek(word: "select") { parseSelect() }
    close(marker)
  }

  /// Parses `select = "select" ( "max" | "min" ) "by" expr`.
  private mutating func parseSelect() {
    let marker = open(.selectClause)
    advance()
    if peek(word: "max") || peek(word: "min") {
      leaf(.name)
    } else {
      report(expected: "`max` or `min`")
      missing()
    }
    expect(word: "by")
    parseExpression()
    close(marker)
  }

  /// Parses `fail = "fail" id ( string ":" )? expr after?`.
  mutating func parseFail() {
    let marker = open(.fail)
    advance()
    parseName("the name of a step")
    if colonFollowsString {
      parseDisplayName()
      advance()
    }
    parseExpression()
    parseAfter()
    close(marker)
  }

  /// `true` iff a string comes next, with expressions in it or not, and a colon after that.
  private var colonFollowsString: Bool {
    if kind == .string { return peek(1) == .colon }
    guard kind == .stringHead else { return false }
    var open = 0
    for distance in 0..<1_000 {
      switch peek(distance) {
      case .stringHead: open += 1
      case .stringTail: open -= 1
      case .endOfFile, .unknown: return false
      default: continue
      }
      if open == 0 { return peek(distance + 1) == .colon }
    }
    return false
  }

  /// Parses `template = "template" id formals block`.
  mutating func parseTemplate() {
    let marker = open(.template)
    advance()
    parseName("the name of a template")
    parseFormals()
    parseBlock()
    close(marker)
  }

  /// Parses `result = "result" id "=" expr`.
  mutating func parseResult() {
    let marker = open(.result)
    advance()
    parseName("the name of a result")
    expect(.assign)
    parseExpression()
    close(marker)
  }

  /// Parses `use = "use" id ( "[" expr "]" )? "=" id arguments`.
  mutating func parseUse() {
    let marker = open(.use)
    advance()
    parseName("a name for what the template makes")
    if take(.leftBracket) {
      parseExpression()
      expect(.rightBracket)
    }
    expect(.assign)
    parseName("the name of a template")
    parseArguments()
    close(marker)
  }

  /// Parses `test = "test" string "{" { "given" expr "=" expr | "expect" expr } "}"`.
  mutating func parseTest() {
    let marker = open(.test)
    advance()
    parseString("what the test shows, in quotes")
    let opening = position
    expect(.leftBrace)
    while kind != .rightBrace, kind != .endOfFile {
      let start = position
      if peek(word: "given") {
        let clause = open(.given)
        advance()
        parseExpression()
        expect(.assign)
        parseExpression()
        close(clause)
      } else if peek(word: "expect") {
        let clause = open(.expect)
        advance()
        parseExpression()
        close(clause)
      } else {
        report(expected: "`given` or `expect`", atLineEnd: false)
      }
      if hasReportedHere { recover() }
      _ = take(.comma) || take(.semicolon)
      if position == start { leaf(.error) }
    }
    expectClosing(.rightBrace, of: opening)
    close(marker)
  }

  /// Parses `execution = "execution" id items`.
  mutating func parseExecution() {
    let marker = open(.execution)
    advance()
    parseName("a name for the run")
    parseItems()
    close(marker)
  }

  /// Parses `resource = "resource" id string? ":" id items`.
  mutating func parseResource() {
    let marker = open(.resource)
    advance()
    parseName("a name for the resource")
    parseDisplayName()
    expect(.colon)
    parseWord("a kind such as `Endpoint`")
    parseItems()
    close(marker)
  }

  /// Parses `for = "for" id "in" expr ( block | items )`.
  mutating func parseFor(ofItems: Bool) {
    let marker = open(.forBlock)
    advance()
    parseName("the name of a variable")
    expect(word: "in")
    parseExpression()
    parseBody(ofItems: ofItems)
    close(marker)
  }

  /// Parses `if = "if" expr ( block | items ) ( "else" ( block | items | if ) )?`.
  mutating func parseIf(ofItems: Bool) {
    let marker = open(.ifBlock)
    advance()
    parseExpression()
    parseBody(ofItems: ofItems)
    if kind == .elseKeyword {
      let clause = open(.elseBlock)
      advance()
      nested { parser in
        if parser.kind == .ifKeyword {
          parser.parseIf(ofItems: ofItems)
        } else {
          parser.parseBody(ofItems: ofItems)
        }
      }
      close(clause)
    }
    close(marker)
  }

  /// Parses the items or declarations that a `for` or `if` holds.
  private mutating func parseBody(ofItems: Bool) {
    if ofItems { parseItems() } else { parseBlock() }
  }
}
