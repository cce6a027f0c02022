// Declarations that are not what they should be, read as what they were meant to be.

extension Parser {
  /// Reports that the word here should be `keyword`, and parses what follows as if it were.
  mutating func parseMisspelt(_ keyword: TokenKind) {
    if canReportHere {
      var diagnostic = Diagnostic.expected(
        "a declaration", found: tokens[position], text: tokens.text(position))
      diagnostic.label = "did you mean `\(keyword.spelling)`?"
      diagnostic.fix = Fix(
        "write `\(keyword.spelling)`", replacing: tokens[position].span, with: keyword.spelling)
      report(diagnostic)
    }
    parseDeclaration(keyword)
  }

  /// Reports that the word here needs quotes, and skips it.
  mutating func reportBareName() {
    let token = tokens[position]
    let name = String(decoding: tokens.text(position), as: UTF8.self)
    if canReportHere {
      var diagnostic = Diagnostic.expected(
        "the name of the pipeline in quotes", found: token, text: tokens.text(position))
      diagnostic.fix = Fix("write quotes", replacing: token.span, with: "\"\(name)\"")
      report(diagnostic)
    }
    leaf(.error)
  }

  /// Consumes the colon before a step's type, or reports it and skips the rest of a broken name.
  mutating func expectStepColon() {
    guard kind == .minus, !startsLine else {
      return expect(.colon, help: "steps have a type, as in `step Train: Training { … }`")
    }
    report(
      expected: "`:`",
      help: "a name has no hyphen; the step's name in AWS may: `step train_x \"train-x\": Training`"
    )
    while kind != .colon, kind != .leftBrace, kind != .endOfFile, !startsLine { advance() }
    if !take(.colon) { markReported() }
  }

  /// Reports that a condition after `else` has no name, and skips it.
  mutating func parseElseIf() {
    report(
      expected: "`{` or `condition`",
      help: "every condition is a step with a name: `else condition Name if … { … }`")
    let marker = open(.error)
    parseIf(ofItems: false)
    close(marker)
  }
}
