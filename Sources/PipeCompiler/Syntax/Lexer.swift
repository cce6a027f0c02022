/// Returns the tokens of `file`; every byte lies in a token or in the gap before one.
package func tokenize(
  _ file: SourceFile, reportingTo diagnostics: inout Diagnostics
) -> TokenBuffer {
  guard file.bytes.count <= SourceFile.maximumLength else {
    diagnostics.report(.sourceTooLarge())
    return .unread(file.bytes)
  }
  if let position = firstInvalidUTF8(in: file.bytes) {
    // What the bytes mean is not known, so nothing else is said about them.
    diagnostics.report(.invalidUTF8(at: position, in: file.bytes))
    return .unread(file.bytes)
  }
  var lexer = Lexer(file.bytes)
  lexer.run(&diagnostics)
  return TokenBuffer(bytes: file.bytes, tokens: lexer.tokens, directives: lexer.directives)
}

/// The machine that turns bytes into tokens in one pass.
struct Lexer: ~Copyable {
  /// The text.
  let bytes: [UInt8]
  /// The position of the next byte to look at.
  var position = 0
  /// The tokens found so far.
  var tokens: [Token] = []
  /// Where the comments begin that are meant for pipec.
  private(set) var directives: [UInt32] = []
  /// The strings whose interpolations the position lies in, innermost last.
  var interpolations: [Interpolation] = []
  /// What is known about the next token before it is read.
  var flags: TokenFlags = []
  /// `true` while the text lies in the first half of an unresolved merge conflict.
  var isInConflict = false
  /// `true` iff the open interpolations of the line have been reported.
  var hasReportedNesting = false

  /// A string in the middle of which an expression stands.
  struct Interpolation {
    /// Where the string begins.
    let start: Int
    /// The position after the `\(`.
    let opening: Int
    /// `true` iff the string is delimited by three quotes.
    let isMultiline: Bool
    /// The number of parentheses that are open inside the expression.
    var depth = 0
  }

  /// How many strings may lie inside one another's interpolations.
  static let nestingLimit = 32

  /// Creates the machine for `bytes` from `start` on, which go on behind `tokens`.
  init(
    _ bytes: [UInt8], from start: Int = 0, after tokens: [Token] = [], _ directives: [UInt32] = []
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.directives = directives
    position = start
    self.tokens.reserveCapacity(tokens.count + (bytes.count - start) / 4 + 16)
  }

  /// Reads all tokens.
  mutating func run(_ diagnostics: inout Diagnostics) {
    if bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    while true {
      skipGap(&diagnostics)
      guard position < bytes.count else { break }
      readToken(&diagnostics)
    }
    endInterpolations(ofLine: false, &diagnostics)
    add(.endOfFile, from: position)
  }

  /// The byte `distance` after the position, or zero past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  /// Adds the token that begins at `start` and ends at the position.
  mutating func add(_ kind: TokenKind, from start: Int, encoded: Bool = false) {
    if encoded { flags.insert(.encoded) }
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position),
        kind: kind, flags: flags))
    flags = []
  }

  /// Moves past blank space and comments.
  private mutating func skipGap(_ diagnostics: inout Diagnostics) {
    while position < bytes.count {
      let byte = bytes[position]
      // Most tokens begin with a byte above those that begin a gap.
      if byte > UInt8(ascii: "/") { return }
      switch byte {
      case UInt8(ascii: " "): position = bytes.endOfSpaces(from: position + 1)
      case UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case UInt8(ascii: "\n"): passLineEnd(&diagnostics)
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLineComment()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipBlockComment(&diagnostics)
      default: return
      }
    }
  }

  /// Moves past a line feed, which also ends the interpolations of single-line strings.
  private mutating func passLineEnd(_ diagnostics: inout Diagnostics) {
    if !interpolations.isEmpty { endInterpolations(ofLine: true, &diagnostics) }
    flags.insert(.newlineBefore)
    position += 1
  }

  /// Moves to the end of the line.
  private mutating func skipLineComment() {
    switch peek(2) {
    case UInt8(ascii: "/") where peek(3) != UInt8(ascii: "/"): flags.insert(.documented)
    case UInt8(ascii: "p"): noteDirective(at: position + 2)
    case UInt8(ascii: " ") where peek(3) == UInt8(ascii: "p"): noteDirective(at: position + 3)
    default: break
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// Notes that a comment is meant for pipec if its text, which begins at `start`, says so.
  private mutating func noteDirective(at start: Int) {
    guard bytes.spells("pipec:", in: start..<min(start + 6, bytes.count)) else { return }
    directives.append(UInt32(truncatingIfNeeded: position))
  }

  /// Moves past a `/* … */` comment; such comments do not nest.
  ///
  /// It is kept apart, since the room that its mistake takes would be made at every gap.
  @inline(never)
  private mutating func skipBlockComment(_ diagnostics: inout Diagnostics) {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      if bytes[position] == UInt8(ascii: "\n") { flags.insert(.newlineBefore) }
      position += 1
    }
    diagnostics.report(.unterminatedComment(at: start))
  }

  /// Reads the token at the position.
  private mutating func readToken(_ diagnostics: inout Diagnostics) {
    let byte = bytes[position]
    if byte.isLetter { return readWord(&diagnostics) }
    if byte.isDigit { return readNumber(&diagnostics) }
    if byte == UInt8(ascii: "\"") { return readString(&diagnostics) }
    if byte == UInt8(ascii: "#") { return readRawString(&diagnostics) }
    if byte == UInt8(ascii: ")"), interpolations.last?.depth == 0 {
      return resumeString(&diagnostics)
    }
    readPunctuation(&diagnostics)
  }

  /// Reads a name or keyword.
  private mutating func readWord(_ diagnostics: inout Diagnostics) {
    let start = position
    position = bytes.endOfName(from: start)
    if peek() >= 0x80, takeForeignLetters(&diagnostics) { return add(.identifier, from: start) }
    add(keyword(from: start), from: start)
  }

  /// Reads a number or a length of time.
  private mutating func readNumber(_ diagnostics: inout Diagnostics) {
    let start = position
    skipDigits()
    var isWhole = true
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      isWhole = false
      position += 1
      skipDigits()
    }
    if peek() | 0x20 == UInt8(ascii: "e"), skipExponent() { isWhole = false }
    let lexemeEnd = position
    while peek().continuesName { position += 1 }
    let suffix = bytes[lexemeEnd..<position]
    if isWhole, suffix.count == 1, Self.timeUnits.contains(suffix[lexemeEnd]) {
      return add(.duration, from: start)
    }
    let hasLeadingZero =
      bytes[start] == UInt8(ascii: "0") && lexemeEnd - start > 1 && bytes[start + 1].isDigit
    if !suffix.isEmpty || hasLeadingZero {
      diagnostics.report(
        .invalidNumber(at: start..<position, in: bytes, leadingZero: hasLeadingZero))
      return add(.unknown, from: start)
    }
    add(.number, from: start)
  }

  /// The letters that make a number a length of time.
  private static let timeUnits: [UInt8] = Array("dhms".utf8)

  /// Moves past decimal digits.
  private mutating func skipDigits() {
    while peek().isDigit { position += 1 }
  }

  /// Moves past an exponent if one stands at the position, and returns `true` iff it did.
  private mutating func skipExponent() -> Bool {
    let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(sign ? 2 : 1).isDigit else { return false }
    position += sign ? 2 : 1
    skipDigits()
    return true
  }
}
