extension PatternParser {
  /// Returns the scalar that comes next if it stands for itself or is escaped, and skips it then.
  mutating func parseScalar() -> UInt32? {
    guard position < source.count else { return nil }
    switch peek() {
    case UInt8(ascii: "\\"): return parseEscapedScalar()
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
      UInt8(ascii: "{"), UInt8(ascii: "^"), UInt8(ascii: "$"):
      return nil
    default:
      position += 1
      return source[position - 1]
    }
  }

  /// Returns the scalar that a backslash and what follows stand for, and skips them then.
  private mutating func parseEscapedScalar() -> UInt32? {
    let letter = peek(1)
    switch letter {
    case UInt8(ascii: "x"): return parseHexadecimal(digits: 2)
    case UInt8(ascii: "u"): return parseSurrogates()
    case 0, UInt8(ascii: "0")...UInt8(ascii: "9"): return nil
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      guard let control = Self.control(letter) else { return nil }
      position += 2
      return control
    default:
      position += 2
      return source[position - 1]
    }
  }

  /// Returns the control character that a backslash and `letter` stand for.
  private static func control(_ letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Returns the scalar of one or, beyond U+FFFF, two escapes, and skips them.
  private mutating func parseSurrogates() -> UInt32? {
    guard let high = parseHexadecimal(digits: 4) else { return nil }
    guard (0xD800..<0xDC00).contains(high), peek() == UInt8(ascii: "\\"),
      peek(1) == UInt8(ascii: "u")
    else { return high }
    let start = position
    guard let low = parseHexadecimal(digits: 4), (0xDC00..<0xE000).contains(low) else {
      position = start
      return high
    }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  /// Returns the number in the `digits` digits after a backslash and a letter, and skips them all.
  private mutating func parseHexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in 2..<2 + digits {
      let digit = peek(offset)
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit) & 15
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | (UInt32(digit) & 15 + 9)
      default: return nil
      }
    }
    position += 2 + digits
    return value
  }
}

extension PatternParser {
  /// Returns the node of a backslash and a letter that don't stand for a scalar.
  mutating func parseEscape() -> Int32? {
    if let set = parseSet() { return addClass(set) }
    position += 2
    switch peek(-1) {
    case UInt8(ascii: "A"): return add(.start)
    case UInt8(ascii: "B"): return add(.noBoundary)
    case UInt8(ascii: "b"): return add(.boundary)
    case UInt8(ascii: "z"): return add(.textEnd)
    default: return nil
    }
  }

  /// Returns the set that a backslash and what follows stand for, and skips them then.
  private mutating func parseSet() -> ScalarSet? {
    guard peek() == UInt8(ascii: "\\") else { return nil }
    let letter = peek(1)
    guard letter | 0x20 == UInt8(ascii: "p") else {
      guard let set = ScalarSet.named(letter) else { return nil }
      position += 2
      return set
    }
    guard peek(2) == UInt8(ascii: "{") else { return nil }
    var name = ""
    var offset = 3
    while offset < 12, case let byte = peek(offset), byte != UInt8(ascii: "}") {
      name.unicodeScalars.append(Unicode.Scalar(byte))
      offset += 1
    }
    guard let set = ScalarSet.property(name) else { return nil }
    position += offset + 1
    return letter == UInt8(ascii: "p") ? set : set.inverted
  }

  /// Returns the node of a class in brackets.
  ///
  /// What Java and Python read differently is not supported: a bracket that is not escaped, `&&`.
  mutating func parseClass() -> Int32? {
    position += 1
    let isNegated = peek() == UInt8(ascii: "^")
    if isNegated { position += 1 }
    let start = beginClass()
    var set = ScalarSet()
    repeat {
      if let named = parseSet() {
        set.formUnion(named)
      } else {
        guard let range = parseRange() else { return nil }
        set.formUnion(ScalarSet(range))
        addRange(range)
      }
    } while peek() != UInt8(ascii: "]")
    position += 1
    return endClass(start, set, isNegated: isNegated)
  }

  /// Returns the scalars from one to the other, or just one.
  private mutating func parseRange() -> ClosedRange<UInt32>? {
    guard let first = parseClassScalar() else { return nil }
    guard peek() == UInt8(ascii: "-"), peek(1) != UInt8(ascii: "]") else { return first...first }
    position += 1
    guard let last = parseClassScalar(), first <= last else { return nil }
    return first...last
  }

  /// Returns the next scalar of a class.
  private mutating func parseClassScalar() -> UInt32? {
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "]"): return nil
    case UInt8(ascii: "&") where peek(1) == UInt8(ascii: "&"): return nil
    case UInt8(ascii: "\\"): return parseEscapedScalar()
    default:
      position += 1
      return position <= source.count ? source[position - 1] : nil
    }
  }
}

extension PatternParser {
  /// Adds a node for one scalar, which is `scalar`, and returns its index.
  mutating func add(_ scalar: UInt32) -> Int32 {
    let start = beginClass()
    addRange(scalar...scalar)
    return endClass(start, ScalarSet(scalar...scalar))
  }

  /// Adds a node for one scalar of `set`, or of what is not in it, and returns its index.
  mutating func addClass(_ set: ScalarSet = ScalarSet(), isNegated: Bool = false) -> Int32 {
    endClass(beginClass(), set, isNegated: isNegated)
  }

  /// Makes room for a class and returns where it begins.
  ///
  /// A class is a bit for each ASCII scalar, in four words; the groups of other scalars in it; the
  /// number of words in its ranges beyond ASCII, two in each, plus one if it is about all but these
  /// groups and ranges; and these ranges.
  private mutating func beginClass() -> Int {
    for _ in 0..<6 { pattern.words.append(0) }
    return pattern.words.count - 6
  }

  /// Adds the part of `range` that is beyond ASCII to the class that was begun last.
  private mutating func addRange(_ range: ClosedRange<UInt32>) {
    guard range.upperBound >= 128 else { return }
    pattern.words.append(max(range.lowerBound, 128))
    pattern.words.append(range.upperBound)
  }

  /// Ends the class at `start`, in which `set` is too, and returns the index of a node for it.
  private mutating func endClass(_ start: Int, _ set: ScalarSet, isNegated: Bool = false) -> Int32 {
    let ranges = UInt32(truncatingIfNeeded: pattern.words.count - start - 6)
    let ascii = isNegated ? set.inverted : set
    pattern.words[start] = UInt32(truncatingIfNeeded: ascii.low)
    pattern.words[start + 1] = UInt32(truncatingIfNeeded: ascii.low >> 32)
    pattern.words[start + 2] = UInt32(truncatingIfNeeded: ascii.high)
    pattern.words[start + 3] = UInt32(truncatingIfNeeded: ascii.high >> 32)
    pattern.words[start + 4] = set.groups.rawValue
    pattern.words[start + 5] = ranges | (isNegated ? 1 : 0)
    return add(.scalar, first: Int32(truncatingIfNeeded: start))
  }
}
