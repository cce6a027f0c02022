/// A piece of source text with a meaning of its own.
///
/// Blank space and comments are not tokens: they are what lies between the end of one token and
/// the start of the next, so the tokens and the gaps before them tile the file.
package struct Token: Hashable, Sendable {
  /// The position of the first byte.
  package let start: UInt32
  /// The position after the last byte.
  package let end: UInt32
  /// What the token is.
  package let kind: TokenKind
  /// What else is known about it.
  package let flags: TokenFlags

  /// Where the token lies.
  package var span: SourceSpan { SourceSpan(start, end) }
}

/// What is known about a token beside its kind.
package struct TokenFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A line ends between this token and the one before.
  package static let newlineBefore = TokenFlags(rawValue: 1)
  /// A `///` comment stands before the token.
  package static let documented = TokenFlags(rawValue: 2)
  /// A string's text is not what its bytes say: it has escapes, or spans lines.
  package static let encoded = TokenFlags(rawValue: 4)
}

/// The tokens of the files of a compilation, those of each file ending with `endOfFile`.
package struct TokenBuffer: Sendable {
  /// The text that the tokens are pieces of: the files with a line feed between them.
  package private(set) var bytes: [UInt8]
  /// The tokens, in order.
  package private(set) var tokens: [Token]
  /// Where the comments begin that are meant for pipec: `//pipec:` and what follows, in order.
  private(set) var directives: [UInt32] = []

  /// Creates the tokens of the text `bytes`.
  init(bytes: [UInt8], tokens: [Token], directives: [UInt32] = []) {
    self.bytes = bytes
    self.tokens = tokens
    self.directives = directives
  }

  /// Returns `bytes` as one gap before the end of the file, for text that is not to be read.
  static func unread(_ bytes: [UInt8]) -> TokenBuffer {
    let end = UInt32(truncatingIfNeeded: bytes.count)
    let token = Token(start: end, end: end, kind: .endOfFile, flags: [])
    return TokenBuffer(bytes: bytes, tokens: [token])
  }

  /// Adds `file` and its tokens, unless all text together is too long or its bytes are no text.
  mutating func append(_ file: SourceFile, reportingTo diagnostics: inout Diagnostics) {
    bytes.append(UInt8(ascii: "\n"))
    let base = bytes.count
    bytes += file.bytes
    guard bytes.count <= SourceFile.maximumLength else {
      diagnostics.report(.sourceTooLarge(at: UInt32(truncatingIfNeeded: base)))
      return appendEnd()
    }
    if let position = firstInvalidUTF8(in: file.bytes) {
      diagnostics.report(.invalidUTF8(at: position, in: file.bytes, from: base))
      return appendEnd()
    }
    var lexer = Lexer(bytes, from: base, after: tokens, directives)
    tokens = []
    lexer.run(&diagnostics)
    tokens = lexer.tokens
    directives = lexer.directives
  }

  /// Adds the end of a file whose text is not to be read.
  private mutating func appendEnd() {
    let end = UInt32(truncatingIfNeeded: bytes.count)
    tokens.append(Token(start: end, end: end, kind: .endOfFile, flags: []))
  }

  /// Returns the token at `index`, or the last one if there are not so many.
  package subscript(index: Int) -> Token {
    index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
  }

  /// Returns the text of the token at `index`.
  package func text(_ index: Int) -> ArraySlice<UInt8> {
    let token = self[index]
    return bytes[Int(token.start)..<Int(token.end)]
  }

  /// Returns `true` iff the token at `index` is spelled `word`.
  func matches(_ index: Int, _ word: StaticString) -> Bool {
    bytes.spells(word, in: self[index].span.range)
  }
}

extension TokenBuffer {
  /// Returns the tokens as text, one a line: kind, span and spelling.
  package func dump() -> String {
    var lines: [String] = []
    for (index, token) in tokens.enumerated() {
      let text = String(decoding: self.text(index), as: UTF8.self)
      let escaped = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\\n")
      let mark = token.flags.contains(.newlineBefore) ? "|" : " "
      lines.append("\(mark) \(token.start)..<\(token.end) \(token.kind) \(escaped)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
