// The grammar of each construct stands above the function that parses it.

extension Parser {
  /// Parses `file = { declaration }`.
  mutating func parseFile() {
    let marker = open(.file)
    while kind != .endOfFile {
      if kind == .rightBrace {
        report(expected: "a declaration", help: "this `}` closes nothing", atLineEnd: false)
        leaf(.error)
      } else {
        parseDeclarationOrSkip()
      }
    }
    close(marker)
  }

  /// Parses `block = "{" { declaration } "}"`.
  mutating func parseBlock() {
    let (marker, opening) = (open(.block), position)
    expect(.leftBrace)
    nested { parser in
      while parser.kind != .rightBrace, parser.kind != .endOfFile, !parser.endsUnclosedBlock {
        parser.parseDeclarationOrSkip()
      }
    }
    expectClosing(.rightBrace, of: opening)
    close(marker)
  }

  /// Parses one declaration, or skips a token that begins none.
  private mutating func parseDeclarationOrSkip() {
    let start = position
    parseDeclaration()
    if position == start, kind != .rightBrace { leaf(.error) }
  }

  /// Parses one declaration, or reports that there is none and skips what is there.
  private mutating func parseDeclaration() {
    let start = position
    parseDeclaration(kind)
    endDeclaration(from: start)
  }

  /// Parses the declaration that begins with `keyword`, whatever is written in its place.
  mutating func parseDeclaration(_ keyword: TokenKind) {
    switch keyword {
    case .importKeyword: parseImport()
    case .pipelineKeyword: parsePipeline()
    case .configKeyword: parseConfig()
    case .profileKeyword: parseProfile()
    case .paramKeyword: parseParameter()
    case .letKeyword: parseLet()
    case .typeKeyword: parseTypeDeclaration()
    case .funcKeyword: parseFunction()
    case .assertKeyword: parseAssert()
    case .defaultsKeyword: parseDefaults()
    case .stepKeyword: parseStep()
    case .templateKeyword: parseTemplate()
    case .useKeyword: parseUse()
    case .testKeyword: parseTest()
    default: parseRunTimeDeclaration(keyword)
    }
  }

  /// Parses one of the declarations that become steps or hold other ones.
  private mutating func parseRunTimeDeclaration(_ keyword: TokenKind) {
    switch keyword {
    case .conditionKeyword: parseCondition()
    case .foreachKeyword: parseForEach()
    case .failKeyword: parseFail()
    case .forKeyword: parseFor(ofItems: false)
    case .ifKeyword: parseIf(ofItems: false)
    default:
      if peek(word: "result"), peek(1).isWord { return parseResult() }
      if peek(word: "execution"), peek(1).isWord { return parseExecution() }
      if peek(word: "resource"), peek(1).isWord { return parseResource() }
      if let keyword = meantKeyword { return parseMisspelt(keyword) }
      skipToDeclaration()
    }
  }

  /// Consumes what ends a declaration, and skips to the next one after an error.
  private mutating func endDeclaration(from start: Int) {
    if kind == .rightParenthesis || kind == .rightBracket {
      report(expected: "a new line", help: "this \(kind.description) closes nothing")
    } else {
      expectEndOfItem()
    }
    let isBroken = hasReportedHere && !(startsLine && position > start)
    if position == start || isBroken, kind != .rightBrace { recover() }
  }

  /// Parses `import = "import" ( "{" id { "," id } "}" "from" )? string`.
  private mutating func parseImport() {
    let marker = open(.importDeclaration)
    advance()
    if take(.leftBrace) {
      while kind != .rightBrace, kind.isWord {
        leaf(.name)
        expectEndOfItem()
      }
      expect(.rightBrace)
      expect(word: "from")
    }
    parseString("the path of a file in quotes")
    close(marker)
  }

  /// Parses `pipeline = "pipeline" string ( "for" id "in" expr )? object`.
  private mutating func parsePipeline() {
    let marker = open(.pipeline)
    advance()
    if kind == .identifier {
      reportBareName()
    } else {
      parseString("the name of the pipeline in quotes")
    }
    if take(.forKeyword) {
      parseName("the name of a variable")
      expect(word: "in")
      parseExpression()
    }
    if kind == .leftBrace { parseObject() } else { expect(.leftBrace) }
    close(marker)
  }

  /// Parses `config = "config" id ":" type ( "=" expr )? ( "where" expr )?`.
  private mutating func parseConfig() {
    let marker = open(.config)
    advance()
    parseName("the name of a setting")
    expect(.colon)
    parseType()
    if take(.assign) { parseExpression() }
    parseWhere()
    close(marker)
  }

  /// Parses `profile = "profile" id ( ":" id )? "{" { id "=" expr } "}"`.
  private mutating func parseProfile() {
    let marker = open(.profile)
    advance()
    parseName("the name of a profile")
    if take(.colon) { parseName("the name of another profile") }
    parseBraced { parser in
      let binding = parser.open(.binding)
      parser.parseName("the name of a setting")
      parser.expect(.assign)
      parser.parseExpression()
      parser.close(binding)
    }
    close(marker)
  }

  /// Parses `param = "param" id string? ":" ( type ( "=" expr )? ( "in" list )? where? | "raw" object )`.
  private mutating func parseParameter() {
    let marker = open(.parameter)
    advance()
    parseName("the name of a parameter")
    parseDisplayName()
    expect(.colon, help: "parameters have a type, as in `param Size: Integer = 1`")
    if peek(word: "raw"), peek(1) == .leftBrace {
      advance()
      parseObject()
      return close(marker)
    }
    parseType()
    if take(.assign) { parseExpression(allowingIn: false) }
    if take(word: "in") {
      let enumeration = open(.enumeration)
      parseExpression()
      close(enumeration)
    }
    parseWhere()
    close(marker)
  }

  /// Parses `( "where" expr )?`.
  private mutating func parseWhere() {
    guard peek(word: "where") else { return }
    let marker = open(.whereClause)
    advance()
    parseExpression()
    close(marker)
  }

  /// Parses `let = "let" id ( ":" type )? "=" expr`.
  mutating func parseLet() {
    let marker = open(.letDeclaration)
    advance()
    parseName("a name for the value")
    if take(.colon) { parseType() }
    expect(.assign)
    parseExpression()
    close(marker)
  }

  /// Parses `type = "type" id "=" type`.
  private mutating func parseTypeDeclaration() {
    let marker = open(.typeDeclaration)
    advance()
    parseName("a name for the type")
    expect(.assign)
    parseType()
    close(marker)
  }

  /// Parses `func = "func" id formals ( "->" type )? "=" expr`.
  private mutating func parseFunction() {
    let marker = open(.function)
    advance()
    parseName("the name of a function")
    parseFormals()
    if take(.arrow) { parseType() }
    expect(.assign)
    parseExpression()
    close(marker)
  }

  /// Parses `formals = "(" { id ( ":" type )? ( "=" expr )? } ")"`.
  mutating func parseFormals() {
    let (marker, opening) = (open(.formals), position)
    expect(.leftParenthesis)
    while kind != .rightParenthesis, kind != .endOfFile, !hasReportedHere, !startsDeclaration() {
      let formal = open(.formal)
      parseName("the name of an argument")
      if take(.colon) { parseType() }
      if take(.assign) { parseExpression() }
      close(formal)
      expectEndOfItem()
    }
    expectClosing(.rightParenthesis, of: opening)
    close(marker)
  }

  /// Parses `assert = "assert" expr "," expr`.
  private mutating func parseAssert() {
    let marker = open(.assertDeclaration)
    advance()
    parseExpression()
    expect(.comma)
    parseExpression()
    close(marker)
  }
}
