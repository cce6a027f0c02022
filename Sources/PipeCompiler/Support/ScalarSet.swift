/// A set of Unicode scalars that can be said shortly: digits, letters, all but white space.
struct ScalarSet {
  /// A bit for each of the scalars below 64 in the set.
  var low: UInt64 = 0
  /// A bit for each of the scalars from 64 to 127 in the set.
  var high: UInt64 = 0
  /// The groups whose scalars beyond ASCII are in the set.
  var groups: ScalarGroups = []

  /// The ASCII scalars that `range` holds.
  init(_ range: ClosedRange<UInt32>) {
    guard range.lowerBound < 128 else { return }
    let (start, end) = (UInt64(range.lowerBound), UInt64(min(range.upperBound, 127)) + 1)
    low = (1 << end) &- (1 << start)
    high = (1 << (max(end, 64) - 64)) &- (1 << (max(start, 64) - 64))
  }

  /// The scalars of `groups` beyond ASCII, and those of ASCII that `pairs` names by first and last.
  init(_ groups: ScalarGroups = [], ascii pairs: String = "") {
    self.groups = groups
    var first: UInt32?
    for byte in pairs.utf8 {
      if let start = first {
        formUnion(ScalarSet(min(start, UInt32(byte))...UInt32(byte)))
        first = nil
      } else {
        first = UInt32(byte)
      }
    }
  }

  /// All scalars that are not in the set.
  var inverted: ScalarSet {
    var set = self
    (set.low, set.high) = (~low, ~high)
    set.groups = groups.symmetricDifference(.all)
    return set
  }

  /// Adds the scalars of `other`.
  mutating func formUnion(_ other: ScalarSet) {
    low |= other.low
    high |= other.high
    groups.formUnion(other.groups)
  }

  /// Returns `true` iff `scalar` is in the set.
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 != 0 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 != 0 }
    return !groups.isDisjoint(with: ScalarGroups(of: scalar))
  }
}

extension ScalarSet {
  /// What `\w` stands for.
  static var word: ScalarSet { ScalarSet([.letter, .digit, .number], ascii: "09AZ__az") }

  /// Returns the set that a backslash and `letter` stand for, or `nil` if that is no set.
  static func named(_ letter: UInt8) -> ScalarSet? {
    switch letter {
    case UInt8(ascii: "d"): ScalarSet(.digit, ascii: "09")
    case UInt8(ascii: "D"): ScalarSet(.digit, ascii: "09").inverted
    case UInt8(ascii: "s"): ScalarSet([.separator, .nextLine], ascii: "\t\r\u{1C} ")
    case UInt8(ascii: "S"): ScalarSet([.separator, .nextLine], ascii: "\t\r\u{1C} ").inverted
    case UInt8(ascii: "w"): word
    case UInt8(ascii: "W"): word.inverted
    default: nil
    }
  }

  /// Returns the set of Unicode's property or POSIX's class `name`, or `nil` if not supported.
  static func property(_ name: String) -> ScalarSet? {
    switch name {
    case "Alnum": ScalarSet(ascii: "09AZaz")
    case "C": ScalarSet([.other, .nextLine], ascii: "\0\u{1F}\u{7F}\u{7F}")
    case "L": ScalarSet(.letter, ascii: "AZaz")
    case "M": ScalarSet(.mark)
    case "N": ScalarSet([.digit, .number], ascii: "09")
    case "Nd": ScalarSet(.digit, ascii: "09")
    case "P": ScalarSet(.punctuation, ascii: "!#%*,/:;?@[]__{{}}")
    case "S": ScalarSet(.symbol, ascii: "$$++<>^^``||~~")
    case "Z": ScalarSet(.separator, ascii: "  ")
    default: nil
    }
  }
}

/// Groups of Unicode's general categories, as far as patterns tell them apart.
struct ScalarGroups: OptionSet {
  /// A bit for each group.
  let rawValue: UInt32

  /// Letters.
  static let letter = ScalarGroups(rawValue: 1)
  /// Marks, which change the scalar before them.
  static let mark = ScalarGroups(rawValue: 2)
  /// Decimal digits.
  static let digit = ScalarGroups(rawValue: 4)
  /// Other numbers.
  static let number = ScalarGroups(rawValue: 8)
  /// Punctuation.
  static let punctuation = ScalarGroups(rawValue: 16)
  /// Symbols.
  static let symbol = ScalarGroups(rawValue: 32)
  /// Spaces, and what separates lines or paragraphs and nothing else.
  static let separator = ScalarGroups(rawValue: 64)
  /// U+0085, the control character that is white space.
  static let nextLine = ScalarGroups(rawValue: 128)
  /// Other control characters, and what has no meaning yet or in public.
  static let other = ScalarGroups(rawValue: 256)
  /// All groups.
  static let all = ScalarGroups(rawValue: 511)

  /// Creates a set of groups from their bits.
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The only group of `scalar`.
  init(of scalar: UInt32) {
    guard let properties = Unicode.Scalar(scalar)?.properties, scalar != 0x85 else {
      self = scalar == 0x85 ? .nextLine : .other
      return
    }
    self =
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        .letter
      case .nonspacingMark, .spacingMark, .enclosingMark: .mark
      case .decimalNumber: .digit
      case .letterNumber, .otherNumber: .number
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        .punctuation
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: .symbol
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: .separator
      default: .other
      }
  }
}
