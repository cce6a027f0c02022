/// Returns the syntax tree of `tokens`; it holds every token, whatever they are.
package func parse(
  _ tokens: TokenBuffer, reportingTo diagnostics: inout Diagnostics
) -> SyntaxTree {
  SyntaxTree(tokens: tokens, nodes: parseFile(tokens, from: 0, reportingTo: &diagnostics))
}

/// Returns the nodes of the file whose first token is the one at `start`, the last file of `tokens`.
func parseFile(
  _ tokens: TokenBuffer, from start: Int, reportingTo diagnostics: inout Diagnostics
) -> [SyntaxNode] {
  var parser = Parser(tokens, from: start)
  parser.parseFile()
  for diagnostic in parser.found { diagnostics.report(diagnostic) }
  return parser.nodes
}

/// Returns the nodes of the text whose first token is the one at `start`, the last one of `tokens`, and
/// which is an expression.
func parseExpression(
  _ tokens: TokenBuffer, from start: Int, reportingTo diagnostics: inout Diagnostics
) -> [SyntaxNode] {
  var parser = Parser(tokens, from: start)
  parser.parseWholeExpression()
  for diagnostic in parser.found { diagnostics.report(diagnostic) }
  return parser.nodes
}

/// The machine that turns tokens into nodes.
///
/// Its verbs: `peek` looks; `take` consumes a token if it matches and says so; `expect` consumes a
/// token or reports that it is missing; `parseX` always makes an X; `recover` skips.
struct Parser: ~Copyable {
  /// The tokens, of which those of the file are the last.
  let tokens: TokenBuffer
  /// The position of the file's first token.
  let start: Int
  /// The position of the next token.
  private(set) var position: Int
  /// The next token.
  private(set) var current: Token
  /// The nodes made so far, in preorder.
  var nodes: [SyntaxNode] = []
  /// The errors found so far.
  var found: [Diagnostic] = []
  /// The token at which the last error was reported, so that one place is reported once.
  private var lastError = -1
  /// How deeply what is being parsed is nested.
  private var depth = 0
  /// `true` while a line's end does not end an expression: between parentheses.
  var ignoresNewlines = false

  /// How deeply expressions and blocks may nest.
  static let nestingLimit = 160

  /// Creates the machine for `tokens` from the one at `start` on.
  init(_ tokens: TokenBuffer, from start: Int) {
    self.tokens = tokens
    self.start = start
    position = start
    current = tokens[start]
    nodes.reserveCapacity(tokens.tokens.count - start + 4)
  }
}

// Looking.
extension Parser {
  /// The kind of the next token.
  var kind: TokenKind { current.kind }

  /// Returns the kind of the token `distance` after the next one.
  func peek(_ distance: Int) -> TokenKind { tokens[position + distance].kind }

  /// `true` iff the next token stands on a new line.
  var startsLine: Bool { current.flags.contains(.newlineBefore) }

  /// Returns `true` iff the next token is spelled `word`.
  func peek(word: StaticString) -> Bool { kind.isWord && tokens.matches(position, word) }
}

// Consuming.
extension Parser {
  /// Consumes the next token, except at the end of the file.
  mutating func advance() {
    guard current.kind != .endOfFile else { return }
    position += 1
    current = tokens[position]
  }

  /// Consumes the next token if it is of `kind`, and returns `true` iff it was.
  mutating func take(_ kind: TokenKind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  /// Consumes the next token if it is spelled `word` and continues the line; `true` iff so.
  mutating func take(word: StaticString) -> Bool {
    guard peek(word: word), !startsLine || ignoresNewlines else { return false }
    advance()
    return true
  }

  /// Consumes a token of `kind`, or reports that it is missing.
  mutating func expect(_ kind: TokenKind, help: String? = nil) {
    if !take(kind) { report(expected: kind.description, help: help) }
  }

  /// Consumes the word `word`, or reports that it is missing.
  mutating func expect(word: StaticString, help: String? = nil) {
    guard peek(word: word) else { return report(expected: "`\(word)`", help: help) }
    advance()
  }

  /// Consumes the end of an item: a line's end, a comma or a semicolon.
  ///
  /// A closing bracket or the end of the file ends an item too, and is left.
  mutating func expectEndOfItem() {
    while kind == .comma || kind == .semicolon {
      advance()
      return
    }
    switch kind {
    case .rightBrace, .rightBracket, .rightParenthesis, .endOfFile: return
    default:
      if !startsLine { report(expected: "a new line or `,`") }
    }
  }
}

// Reporting and recovering.
extension Parser {
  /// Reports that `expected` should stand here, unless something was already reported here.
  ///
  /// What is missing at the end of a line is reported there, unless the next line is wrong in itself.
  mutating func report(expected: String, help: String? = nil, atLineEnd: Bool = true) {
    guard canReportHere, !isUnreadable(from: position),
      !(atLineEnd && startsLine && isUnreadable(before: position))
    else { return lastError = position }
    if atLineEnd, startsLine, position > start {
      let end = tokens[position - 1].end
      return report(Diagnostic.expected(expected, atLineEnd: end, help: help))
    }
    report(
      Diagnostic.expected(
        expected, found: current, text: tokens.text(position), help: help))
  }

  /// Notes that what is wrong at the next token has been reported.
  mutating func markReported() { lastError = position }

  /// Reports `diagnostic` about the next token, unless something was already reported there.
  mutating func report(_ diagnostic: Diagnostic) {
    if canReportHere { found.append(diagnostic) }
    lastError = position
  }

  /// `true` iff an error at the next token would be kept.
  var canReportHere: Bool { lastError != position && found.count <= Diagnostics.limit }

  /// `true` iff an error was reported at the next token.
  var hasReportedHere: Bool { lastError == position }

  /// Skips tokens up to the next line, closing bracket or separator, and whole brackets on the way.
  ///
  /// At least one token is skipped unless a closing bracket or the end of the file is next.
  mutating func recover() {
    let start = position
    let marker = open(.error)
    var opened = 0
    while kind != .endOfFile {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: opened += 1
      case .rightBrace, .rightBracket, .rightParenthesis:
        if opened == 0 { return finishRecovery(marker, start) }
        opened -= 1
      case .comma, .semicolon:
        if opened == 0, position > start { return finishRecovery(marker, start) }
      default:
        if position > start, startsLine,
          opened == 0 || kind.beginsDeclaration && standsAtMargin
        {
          return finishRecovery(marker, start)
        }
      }
      advance()
    }
    finishRecovery(marker, start)
  }

  /// Closes the error node `marker`, or takes it back if nothing was skipped since `start`.
  private mutating func finishRecovery(_ marker: Int, _ start: Int) {
    if position > start { close(marker) } else { nodes.removeLast() }
  }

  /// Runs `body` one level deeper, or reports that the nesting is too deep and skips what is there.
  mutating func nested(_ body: (inout Parser) -> Void) {
    guard depth < Self.nestingLimit else {
      report(.nestingTooDeep(at: current.span))
      return skipTooDeep()
    }
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Skips to the next declaration that does not stand in what is too deep, leaving a missing node.
  private mutating func skipTooDeep() {
    let marker = open(.missing)
    var opened = 0
    while kind != .endOfFile {
      if opened <= 0, standsAtMargin, startsDeclaration() { break }
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: opened += 1
      case .rightBrace, .rightBracket, .rightParenthesis: opened -= 1
      default: break
      }
      advance()
    }
    close(marker)
    markReported()
  }
}

// Making nodes.
extension Parser {
  /// Begins a node of `kind` and returns its position.
  mutating func open(_ kind: SyntaxKind) -> Int {
    nodes.append(
      SyntaxNode(
        firstToken: UInt32(truncatingIfNeeded: position),
        endToken: UInt32(truncatingIfNeeded: position), size: 1, kind: kind))
    return nodes.count - 1
  }

  /// Ends the node that was begun as `marker`.
  mutating func close(_ marker: Int) {
    nodes[marker].endToken = UInt32(truncatingIfNeeded: position)
    nodes[marker].size = UInt32(truncatingIfNeeded: nodes.count - marker)
  }

  /// Begins a node of `kind` whose first child is the finished node at `marker`.
  mutating func wrap(_ marker: Int, in kind: SyntaxKind) {
    var node = nodes[marker]
    node.kind = kind
    nodes.insert(node, at: marker)
  }

  /// Makes a node of `kind` from the next token.
  mutating func leaf(_ kind: SyntaxKind) {
    let token = UInt32(truncatingIfNeeded: position)
    advance()
    nodes.append(
      SyntaxNode(
        firstToken: token, endToken: UInt32(truncatingIfNeeded: position), size: 1, kind: kind))
  }

  /// Makes a node that stands for something missing.
  mutating func missing() {
    let marker = open(.missing)
    close(marker)
  }
}
