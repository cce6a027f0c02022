// What helps the parser to say one thing about one mistake, and to go on where its author would.

extension Parser {
  /// `true` iff the next token is the first thing in its line, without any blank space before.
  var standsAtMargin: Bool {
    let start = Int(tokens[position].start)
    return start == 0 || tokens.bytes[start - 1] == UInt8(ascii: "\n")
  }

  /// `true` iff a line with a declaration begins here.
  ///
  /// Where items are expected, `let`, `if` and `for` begin one of those.
  func startsDeclaration(ofItems: Bool = false) -> Bool {
    guard startsLine, kind.beginsDeclaration else { return false }
    if ofItems, kind == .letKeyword || kind == .ifKeyword || kind == .forKeyword { return false }
    let next = tokens[position + 1]
    guard !next.flags.contains(.newlineBefore) else { return false }
    return next.kind.isWord || next.kind == .string || next.kind == .stringHead
  }

  /// `true` iff a line with a declaration begins here that is not meant to stand between the braces
  /// of which the first one is the token `opening`.
  func leavesBraces(of opening: Int, ofItems: Bool) -> Bool {
    if startsDeclaration(ofItems: ofItems) {
      return indentation(at: position) <= indentation(at: opening)
    }
    return standsAtMargin && startsLine && peek(2) == .colon && meantKeyword != nil
  }

  /// Returns the number of blanks before the first token in the line of the token at `index`.
  private func indentation(at index: Int) -> Int {
    var start = Int(tokens[index].start)
    var first = start
    while start > 0, tokens.bytes[start - 1] != UInt8(ascii: "\n"), first - start < 1_000 {
      start -= 1
      if tokens.bytes[start] != UInt8(ascii: " "), tokens.bytes[start] != UInt8(ascii: "\t") {
        first = start
      }
    }
    return first - start
  }

  /// `true` iff a declaration begins here that may not stand in a block, and is not meant to.
  var endsUnclosedBlock: Bool {
    guard startsDeclaration(), standsAtMargin else { return false }
    switch kind {
    case .importKeyword, .pipelineKeyword, .configKeyword, .profileKeyword, .paramKeyword,
      .typeKeyword, .funcKeyword, .defaultsKeyword, .templateKeyword, .testKeyword:
      return true
    default: return false
    }
  }

  /// `true` iff the rest of the line from the token at `index` has something that is no token.
  ///
  /// The lexer has said so, and whatever else seems to be wrong there may follow from it.
  func isUnreadable(from index: Int) -> Bool {
    for offset in 0..<Self.lookahead {
      let token = tokens[index + offset]
      if offset > 0, token.flags.contains(.newlineBefore) { return false }
      if token.kind == .unknown { return true }
      if token.kind == .endOfFile { return false }
    }
    return false
  }

  /// `true` iff the line that ends before the token at `index` has something that is no token.
  func isUnreadable(before index: Int) -> Bool {
    var position = index - 1
    while position >= max(0, index - Self.lookahead) {
      if tokens[position].kind == .unknown { return true }
      if tokens[position].flags.contains(.newlineBefore) { return false }
      position -= 1
    }
    return false
  }

  /// How many tokens are looked at to find out what went wrong.
  private static let lookahead = 64

  /// Consumes the bracket `kind` that closes the one at the token `opening`, or reports it missing.
  mutating func expectClosing(_ kind: TokenKind, of opening: Int) {
    if take(kind) { return }
    guard canReportHere, !isUnreadable(from: opening), !isUnreadable(from: position),
      !hasBrokenString(since: opening)
    else {
      return markReported()
    }
    var diagnostic =
      if startsLine, kind != .rightBrace, position > start {
        Diagnostic.expected(kind.description, atLineEnd: tokens[position - 1].end)
      } else {
        Diagnostic.expected(
          kind.description, found: tokens[position], text: tokens.text(position))
      }
    let open = tokens[opening]
    if [.leftBrace, .leftBracket, .leftParenthesis].contains(open.kind) {
      diagnostic.related = [Label("to close this", at: .text(open.span))]
    }
    report(diagnostic)
  }

  /// `true` iff a string that does not end, and may hold brackets, begins since the token `opening`.
  private func hasBrokenString(since opening: Int) -> Bool {
    for index in max(opening, position - Self.lookahead)..<max(position, opening)
    where tokens[index].kind == .unknown && tokens.text(index).first == UInt8(ascii: "\"") {
      return true
    }
    return false
  }

  /// `":" expr`, where `=` is taken for a colon after a word about it.
  mutating func parseMemberValue() {
    if kind == .assign, !startsLine {
      if canReportHere {
        var diagnostic = Diagnostic.expected(
          "`:`", found: tokens[position], text: tokens.text(position),
          help: "members are written as `name: value`")
        diagnostic.fix = Fix("write `:`", replacing: tokens[position].span, with: ":")
        report(diagnostic)
      }
      advance()
    } else {
      expect(.colon)
      if hasReportedHere, startsLine || !beginsLiteral { return missing() }
    }
    if startsLine, kind.isWord, peek(1) == .colon {
      report(expected: "a value")
      return missing()
    }
    if startsLine, kind == .minus, peek(1) != .number { return skipHyphens() }
    parseExpression()
  }

  /// Reports a list whose entries begin with hyphens, as in YAML, and skips it.
  private mutating func skipHyphens() {
    report(
      expected: "a value", help: "write a list between brackets, as in `[\"a\", \"b\"]`",
      atLineEnd: false)
    while kind == .minus, startsLine { recover() }
    missing()
    markReported()
  }

  /// Reports a type with others between `<` and `>`, as in other languages, and skips it.
  mutating func skipTypeArguments() {
    report(
      expected: "a type", help: "a list is written `[String]`, and a record `{ name: String }`")
    let isReported = hasReportedHere
    advance()
    var depth = 0
    repeat {
      if kind == .less { depth += 1 } else if kind == .greater { depth -= 1 }
      advance()
    } while depth > 0 && !startsLine && kind != .endOfFile
    missing()
    if isReported { markReported() }
  }

  /// `true` iff the next token begins a string, number, list or object.
  private var beginsLiteral: Bool {
    switch kind {
    case .string, .stringHead, .number, .duration, .leftBrace, .leftBracket, .trueKeyword,
      .falseKeyword, .nullKeyword:
      true
    default: false
    }
  }

  /// Consumes the end of an entry between brackets; a missing comma is reported if it is the first.
  mutating func expectEndOfEntry(_ misses: inout Bool) {
    if misses, kind != .comma, kind != .semicolon { return }
    expectEndOfItem()
    misses = misses || hasReportedHere
  }

  /// `expr` before a block: anything else in the line is reported once and skipped.
  mutating func parseQuestion() {
    let marker = nodes.count
    parseExpression()
    let isOver = kind == .leftBrace || startsLine || kind == .endOfFile
    guard !isOver, !peek(word: "after"), !peek(word: "with") else { return }
    report(expected: "`{`", help: operatorHelp)
    if nodes.count > marker { wrap(marker, in: .error) } else { _ = open(.error) }
    while kind != .leftBrace, kind != .endOfFile, !startsLine { advance() }
    close(marker)
  }

  /// The operator that the word here, or the one before, may stand for, as a sentence.
  private var operatorHelp: String? {
    if kind == .assign { return "`=` gives a name a value; write `==` to compare" }
    if peek(word: "and") { return "write `&&`" }
    if peek(word: "or") { return "write `||`" }
    if peek(word: "is") { return "write `==`" }
    if position > 0, tokens.matches(position - 1, "not") { return "write `!(…)`" }
    return nil
  }

  /// The keyword that was probably meant by the word here, if it begins a line like one.
  var meantKeyword: TokenKind? {
    guard kind == .identifier, found.count < 100 else { return nil }
    let next = tokens[position + 1]
    guard next.kind.isWord || next.kind == .string, !next.flags.contains(.newlineBefore) else {
      return nil
    }
    let text = String(decoding: tokens.text(position), as: UTF8.self)
    guard let word = nearest(to: text, in: Self.declarationWords.map(\.spelling)) else {
      return nil
    }
    return Self.declarationWords.first { $0.spelling == word }?.kind
  }

  /// The words that begin declarations.
  private static let declarationWords: [(kind: TokenKind, spelling: String)] =
    TokenKind.allCases.filter(\.beginsDeclaration).map { ($0, $0.spelling) }

  /// Reports that no declaration begins here, and skips to where one does.
  mutating func skipToDeclaration() {
    report(
      expected: "a declaration",
      help: position == start
        ? "a file begins with `pipeline \"name\" { role: \"arn:aws:iam::…\" }`"
        : "declarations begin with a word such as `param`, `let`, `step` or `condition`",
      atLineEnd: false)
    recover()
    while !startsDeclaration(), kind != .rightBrace, kind != .endOfFile, meantKeyword == nil {
      let start = position
      recover()
      if position == start { leaf(.error) }
    }
  }
}
