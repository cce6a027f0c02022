// The grammar of each construct stands above the function that parses it.

extension Parser {
  /// `file = { declaration } .`
  mutating func parseFile() {
    let marker = open(.file)
    while kind != .endOfFile {
      if kind == .rightBrace {
        report(expected: "a declaration", help: "this `}` closes nothing")
        leaf(.error)
      } else {
        parseDeclarationOrSkip()
      }
    }
    close(marker)
  }

  /// `block = "{" { declaration } "}" .`
  mutating func parseBlock() {
    let marker = open(.block)
    expect(.leftBrace)
    nested { parser in
      while parser.kind != .rightBrace, parser.kind != .endOfFile {
        parser.parseDeclarationOrSkip()
      }
    }
    expect(.rightBrace)
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
    switch kind {
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
    default: parseRunTimeDeclaration()
    }
    endDeclaration(from: start)
  }

  /// Parses one of the declarations that become steps or hold other ones.
  private mutating func parseRunTimeDeclaration() {
    switch kind {
    case .conditionKeyword: parseCondition()
    case .foreachKeyword: parseForEach()
    case .failKeyword: parseFail()
    case .forKeyword: parseFor(ofItems: false)
    case .ifKeyword: parseIf(ofItems: false)
    default:
      if peek(word: "result"), peek(1).isWord { return parseResult() }
      if peek(word: "execution"), peek(1).isWord { return parseExecution() }
      if peek(word: "resource"), peek(1).isWord { return parseResource() }
      report(expected: "a declaration", help: canReportHere ? declarationHelp() : nil)
      recover()
    }
  }

  /// Consumes what ends a declaration, and skips to the next one after an error.
  private mutating func endDeclaration(from start: Int) {
    expectEndOfItem()
    if position == start || hasReportedHere, kind != .rightBrace { recover() }
  }

  /// Returns the declaration keyword that was probably meant, as a sentence.
  private func declarationHelp() -> String {
    let words = TokenKind.allCases.filter(\.beginsDeclaration).map(\.spelling)
    let text = String(decoding: tokens.text(position), as: UTF8.self)
    if kind == .identifier, let word = nearest(to: text, in: words) {
      return "did you mean `\(word)`?"
    }
    return "declarations begin with a word such as `param`, `let`, `step` or `condition`"
  }

  /// `import = "import" ( "{" id { "," id } "}" "from" )? string .`
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

  /// `pipeline = "pipeline" string ( "for" id "in" expr )? object .`
  private mutating func parsePipeline() {
    let marker = open(.pipeline)
    advance()
    parseString("the name of the pipeline in quotes")
    if take(.forKeyword) {
      parseName("the name of a variable")
      expect(word: "in")
      parseExpression()
    }
    if kind == .leftBrace { parseObject() } else { expect(.leftBrace) }
    close(marker)
  }

  /// `config = "config" id ":" type ( "=" expr )? ( "where" expr )? .`
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

  /// `profile = "profile" id ( ":" id )? "{" { id "=" expr } "}" .`
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

  /// `param = "param" id string? ":" type ( "=" expr )? ( "in" list )? ( "where" expr )? .`
  private mutating func parseParameter() {
    let marker = open(.parameter)
    advance()
    parseName("the name of a parameter")
    parseDisplayName()
    expect(.colon)
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

  /// `( "where" expr )?`
  private mutating func parseWhere() {
    guard peek(word: "where") else { return }
    let marker = open(.whereClause)
    advance()
    parseExpression()
    close(marker)
  }

  /// `let = "let" id ( ":" type )? "=" expr .`
  mutating func parseLet() {
    let marker = open(.letDeclaration)
    advance()
    parseName("a name for the value")
    if take(.colon) { parseType() }
    expect(.assign)
    parseExpression()
    close(marker)
  }

  /// `type = "type" id "=" type .`
  private mutating func parseTypeDeclaration() {
    let marker = open(.typeDeclaration)
    advance()
    parseName("a name for the type")
    expect(.assign)
    parseType()
    close(marker)
  }

  /// `func = "func" id formals ( "->" type )? "=" expr .`
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

  /// `formals = "(" { id ( ":" type )? ( "=" expr )? } ")" .`
  mutating func parseFormals() {
    let marker = open(.formals)
    expect(.leftParenthesis)
    while kind != .rightParenthesis, kind != .endOfFile, !hasReportedHere {
      let formal = open(.formal)
      parseName("the name of an argument")
      if take(.colon) { parseType() }
      if take(.assign) { parseExpression() }
      close(formal)
      expectEndOfItem()
    }
    expect(.rightParenthesis)
    close(marker)
  }

  /// `assert = "assert" expr "," expr .`
  private mutating func parseAssert() {
    let marker = open(.assertDeclaration)
    advance()
    parseExpression()
    expect(.comma)
    parseExpression()
    close(marker)
  }
}
