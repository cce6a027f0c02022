/// What a token is to the layout of its text.
struct TokenRole: OptionSet {
  let rawValue: UInt16

  /// No space stands before the token.
  static let tightBefore = TokenRole(rawValue: 1)
  /// No space stands behind the token.
  static let tightAfter = TokenRole(rawValue: 2)
  /// A colon between two values of a choice.
  static let spaced = TokenRole(rawValue: 4)
  /// The first token of an entry of a list, object, block or of the file.
  static let startsEntry = TokenRole(rawValue: 8)
  /// A comma or semicolon behind an entry, in whose place a line's end would do.
  static let separator = TokenRole(rawValue: 16)
  /// The token begins a line.
  static let startsLine = TokenRole(rawValue: 32)
  /// The token goes on with what the line before began.
  static let continues = TokenRole(rawValue: 64)
  /// The token begins declarations that are kept as they are.
  static let kept = TokenRole(rawValue: 128)
  /// The bracket at which a bracketed list of things ends.
  static let closes = TokenRole(rawValue: 256)
}

/// A pair of brackets with entries in it.
struct EntryList {
  /// The token that opens it.
  let open: Int
  /// The token that closes it.
  let close: Int
  /// `true` iff every entry has a line of its own once the brackets don't stand on one line.
  let isStrict: Bool
  /// `true` iff declarations stand in it.
  let holdsDeclarations: Bool
  /// `true` iff the brackets stand on different lines.
  var isBroken: Bool

  /// `true` iff nothing but comments stands in it.
  var isEmpty: Bool { close == open + 1 }

  /// `true` iff the brackets stay on different lines if they stood on different lines.
  var staysBroken: Bool { !isEmpty || holdsDeclarations }
}
