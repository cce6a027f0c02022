/// Compiles the text of a pattern.
///
/// What can fail returns `nil` then, and the pattern as a whole is not supported.
struct PatternParser {
  /// How deep groups may nest.
  private static let maximumDepth = 32
  /// What counts end at: more than a text has scalars, so that more makes no difference.
  private static let maximumCount: Int32 = 1_000_000

  /// The scalars of the text.
  let source: [UInt32]
  /// The position of the next one.
  var position = 0
  /// What has been compiled.
  var pattern = Pattern()
  /// How many groups are open.
  private var depth = 0

  /// Creates a parser of `source`.
  init(source: [UInt32]) {
    self.source = source
    pattern.nodes.reserveCapacity(source.count / 8 + 4)
    pattern.words.reserveCapacity(source.count + 16)
  }

  /// Returns the pattern that the whole text describes.
  mutating func parse() -> Pattern? {
    guard let root = parseAlternatives(), position == source.count else { return nil }
    pattern.root = root
    return pattern
  }

  /// Returns the first node of alternatives, of which there may be one.
  private mutating func parseAlternatives() -> Int32? {
    guard let only = parseSequence() else { return nil }
    guard peek() == UInt8(ascii: "|") else { return only }
    let first = add(.group, first: only)
    var last = first
    while peek() == UInt8(ascii: "|") {
      position += 1
      guard let list = parseSequence() else { return nil }
      let group = add(.group, first: list)
      pattern.nodes[Int(last)].next = group
      last = group
    }
    return add(.alternation, first: first)
  }

  /// Returns the first node of a sequence, which may be empty.
  private mutating func parseSequence() -> Int32? {
    var (first, last) = (Pattern.none, Pattern.none)
    while position < source.count, peek() != UInt8(ascii: "|"), peek() != UInt8(ascii: ")") {
      guard let node = parseItem() else { return nil }
      if last == Pattern.none { first = node } else { pattern.nodes[Int(last)].next = node }
      last = node
    }
    return first
  }

  /// Returns the node of a literal, or of something else and how often it is repeated.
  private mutating func parseItem() -> Int32? {
    guard let scalar = parseScalar() else {
      guard let atom = parseAtom() else { return nil }
      return parseRepetition(of: atom)
    }
    return isAtQuantifier ? parseRepetition(of: add(scalar)) : parseLiteral(beginningWith: scalar)
  }

  /// Returns the node of the literal that begins with `scalar` and goes on to what is repeated.
  private mutating func parseLiteral(beginningWith scalar: UInt32) -> Int32 {
    let start = pattern.words.count
    pattern.words.append(scalar)
    var end = position
    while let scalar = parseScalar(), !isAtQuantifier {
      pattern.words.append(scalar)
      end = position
    }
    position = end
    let node = add(.literal, first: Int32(truncatingIfNeeded: start))
    pattern.nodes[Int(node)].minimum = Int32(truncatingIfNeeded: pattern.words.count - start)
    return node
  }

  /// Returns the node of what is no literal, without its repetition.
  private mutating func parseAtom() -> Int32? {
    switch peek() {
    case UInt8(ascii: "("): return parseGroup()
    case UInt8(ascii: "["): return parseClass()
    case UInt8(ascii: "\\"): return parseEscape()
    default: break
    }
    let kind = peek()
    position += 1
    switch kind {
    case UInt8(ascii: "."): return addClass(isNegated: true)
    case UInt8(ascii: "^"): return add(.start)
    case UInt8(ascii: "$"): return add(.end)
    default: return nil
    }
  }

  /// Returns the node of a group with its parentheses.
  private mutating func parseGroup() -> Int32? {
    position += 1
    guard let kind = parseGroupKind(), depth < Self.maximumDepth else { return nil }
    depth += 1
    pattern.depth = max(pattern.depth, depth)
    guard let list = parseAlternatives(), peek() == UInt8(ascii: ")") else { return nil }
    depth -= 1
    position += 1
    return add(kind, first: list)
  }

  /// Returns the kind of the group whose parenthesis was the last scalar.
  private mutating func parseGroupKind() -> Pattern.Kind? {
    guard peek() == UInt8(ascii: "?") else { return .group }
    let isBehind = peek(1) == UInt8(ascii: "<")
    position += isBehind ? 3 : 2
    switch peek(-1) {
    case UInt8(ascii: ":"): return isBehind ? nil : .group
    case UInt8(ascii: "="): return isBehind ? .behind : .ahead
    case UInt8(ascii: "!"): return isBehind ? .notBehind : .notAhead
    default: return nil
    }
  }
}

extension PatternParser {
  /// Whether the next scalar says how often something is repeated.
  private var isAtQuantifier: Bool {
    switch peek() {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"): true
    default: false
    }
  }

  /// Returns the node of `atom` as often as what comes next says.
  ///
  /// Whether a repetition is lazy makes no difference to whether a text matches; possessive ones,
  /// where it would, are not supported.
  private mutating func parseRepetition(of atom: Int32) -> Int32? {
    guard isAtQuantifier else { return atom }
    guard let (minimum, maximum) = parseCounts() else { return nil }
    if peek() == UInt8(ascii: "?") { position += 1 }
    if isAtQuantifier { return nil }
    if minimum == 1, maximum == 1 { return atom }
    var node = atom
    switch pattern.nodes[Int(atom)].kind {
    case .scalar:
      let isRest = minimum == 0 && maximum == Self.maximumCount && isAnything(classOf: atom)
      pattern.nodes[Int(atom)].kind = isRest ? .rest : .run
    case .group: pattern.nodes[Int(atom)].kind = .repetition
    default: node = add(.repetition, first: atom)
    }
    pattern.nodes[Int(node)].minimum = minimum
    pattern.nodes[Int(node)].maximum = maximum
    return node
  }

  /// Returns `true` iff every scalar is of the class of the node `atom`.
  private func isAnything(classOf atom: Int32) -> Bool {
    let start = Int(pattern.nodes[Int(atom)].first)
    return pattern.words[start..<start + 4].allSatisfy { $0 == .max }
      && pattern.words[start + 4] == 0 && pattern.words[start + 5] == 1
  }

  /// Returns the least and the greatest number of repetitions.
  private mutating func parseCounts() -> (minimum: Int32, maximum: Int32)? {
    position += 1
    switch peek(-1) {
    case UInt8(ascii: "*"): return (0, Self.maximumCount)
    case UInt8(ascii: "+"): return (1, Self.maximumCount)
    case UInt8(ascii: "?"): return (0, 1)
    default: break
    }
    guard let minimum = parseCount() else { return nil }
    var maximum = minimum
    if peek() == UInt8(ascii: ",") {
      position += 1
      maximum = parseCount() ?? Self.maximumCount
    }
    guard peek() == UInt8(ascii: "}"), minimum <= maximum else { return nil }
    position += 1
    return (minimum, maximum)
  }

  /// Returns the number that comes next, or `maximumCount` if it is larger.
  private mutating func parseCount() -> Int32? {
    var count: Int32?
    while peek() >= UInt8(ascii: "0"), peek() <= UInt8(ascii: "9") {
      count = min((count ?? 0) * 10 + Int32(peek() - UInt8(ascii: "0")), Self.maximumCount)
      position += 1
    }
    return count
  }

  /// Returns the scalar `offset` after the next if it is ASCII, 255 if not, zero if there is none.
  func peek(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    guard index >= 0, index < source.count else { return 0 }
    return source[index] < 128 ? UInt8(truncatingIfNeeded: source[index]) : 255
  }

  /// Adds a node of `kind` and returns its index.
  mutating func add(_ kind: Pattern.Kind, first: Int32 = Pattern.none) -> Int32 {
    pattern.nodes.append(Pattern.Node(kind: kind, first: first))
    return Int32(truncatingIfNeeded: pattern.nodes.count - 1)
  }
}
