/// The shapes that checks have met, and the ways between them, each found once.
struct ShapeCache: Sendable {
  /// The shapes, in the order in which they were met.
  private(set) var shapes: [MetShape] = []
  /// The rules about the shapes, those of a shape end to end.
  private(set) var rules: [ShapeRule] = []
  /// The names of required members, those of a structure end to end.
  private(set) var required: [RequiredMember] = []
  /// The names of members in rules, those of a rule end to end: positions of symbols, or -1.
  private var names: [Int] = []
  /// The patterns of strings.
  private var patterns: [Pattern] = []
  /// What was asked for, and the answers.
  private var answers = IndexTable(capacity: 256)
  /// `true` iff what pipelines make of the API counts, and not only what it says.
  private let isForPipelines: Bool
  /// The answer to what there is not.
  private static let none = -1

  /// Creates a cache for what pipelines hold, or for requests that are made outside of them.
  init(forPipelines isForPipelines: Bool = true) { self.isForPipelines = isForPipelines }

  /// Returns the number of the shape called `name`, or `nil` if there is none.
  mutating func index(named name: StaticText) -> Int? {
    guard let shape = StepShapes.model.shape(named: name) else { return nil }
    return index(of: shape)
  }

  /// Returns the number of the shape called `name`, or of the structure of the operation so called.
  mutating func index(rootedAt name: StaticText) -> Int? {
    let question = Self.question(about: name, .max - 3)
    if let answer = answers[question] { return answer == Self.none ? nil : answer }
    let found = StepShapes.model.structure(rootedAt: name).map { index(of: $0) }
    answers.set(found ?? Self.none, for: question)
    return found
  }

  /// Returns the number of the shape of the member `key`, or `nil` if the structure number `shape`
  /// has no such member.
  mutating func member(_ key: Symbol, of shape: Int, in symbols: SymbolTable) -> Int? {
    let question = Self.question(about: shapes[shape].shape.name, key.offset)
    if let answer = answers[question] { return answer == Self.none ? nil : answer }
    let member =
      shapes[shape].shape.member(symbols[key])
      ?? (isForPipelines
        ? ShapeRules.allowedMember(symbols[key], of: shapes[shape].shape.name) : nil)
    let found = member.flatMap { index(named: $0.shape) }
    answers.set(found ?? Self.none, for: question)
    return found
  }

  /// Returns `true` iff the ACK controller serves the member `name` of the structure number `shape`.
  func isServed(_ name: StaticText, by shape: Int) -> Bool {
    shapes[shape].shape.members.contains { $0.name.equals(name) && !$0.served.isEmpty }
  }

  /// Returns the number of the shape of the entries of the list number `shape`.
  mutating func element(of shape: Int) -> Int? {
    step(from: shape, to: shapes[shape].shape.element, 0)
  }

  /// Returns the number of the shape of the values of the map number `shape`.
  mutating func mapValue(of shape: Int) -> Int? {
    step(from: shape, to: shapes[shape].shape.mapValue, 1)
  }

  /// Returns the verdict on the literal spelled `symbol` as a value of the scalar number `shape`,
  /// if it was remembered.
  func verdict(on symbol: Symbol, isNumber: Bool, as shape: Int) -> ScalarVerdict? {
    answers[Self.question(about: symbol, isNumber, shapes[shape].shape)]
      .flatMap { ScalarVerdict(rawValue: Int8(truncatingIfNeeded: $0)) }
  }

  /// Remembers `verdict` on the literal spelled `symbol` as a value of the scalar number `shape`.
  mutating func remember(
    _ verdict: ScalarVerdict, on symbol: Symbol, isNumber: Bool, as shape: Int
  ) {
    let question = Self.question(about: symbol, isNumber, shapes[shape].shape)
    answers.set(Int(verdict.rawValue), for: question)
  }

  /// Returns which members the structure number `shape` requires, as positions in `required`.
  ///
  /// What the service gives by itself is not among them.
  mutating func requiredMembers(of shape: Int, in symbols: SymbolTable) -> Range<Int> {
    if shapes[shape].required.lowerBound >= 0 { return shapes[shape].required }
    let start = required.count
    if shapes[shape].shape.kind == .structure {
      let rules = rules(of: shape, in: symbols)
      shapes[shape].shape.forEachRequiredMember { member in
        let name = member.name.bytes[...]
        guard !self.rules[rules].contains(where: { $0.kind == .needless && $0.isAbout(name) })
        else { return }
        let role = rules.first { self.rules[$0].kind == .role && self.rules[$0].isAbout(name) }
        required.append(
          RequiredMember(
            name: member.name, shape: member.shape,
            symbol: Self.offset(of: member.name, in: symbols),
            rule: role ?? -1))
      }
    }
    shapes[shape].required = start..<required.count
    return start..<required.count
  }

  /// Returns which rules are about the shape number `shape`, as positions in `rules`.
  mutating func rules(of shape: Int, in symbols: SymbolTable) -> Range<Int> {
    if shapes[shape].rules.lowerBound >= 0 { return shapes[shape].rules }
    let start = rules.count
    for var rule in ShapeRules.about(shapes[shape].shape.name)
    where isForPipelines || !rule.kind.isOfPipelines {
      if rule.kind != .check {
        let first = names.count
        for name in rule.members.words { names.append(Self.offset(of: name, in: symbols)) }
        rule.names = first..<names.count
      }
      rules.append(rule)
      if rule.kind == .refused || rule.kind == .removed { shapes[shape].hasForbidden = true }
    }
    shapes[shape].rules = start..<rules.count
    return start..<rules.count
  }

  /// Returns `true` iff `rule` is about the member `key`.
  func isAbout(_ key: Symbol, _ rule: ShapeRule) -> Bool {
    for position in rule.names where names[position] == Int(key.offset) { return true }
    return false
  }

  /// Returns the position of the symbol of `name`, or -1 if `symbols` does not hold it.
  private static func offset(of name: StaticText, in symbols: SymbolTable) -> Int {
    symbols.find(name).map { Int($0.offset) } ?? -1
  }

  /// Returns the first rule of `kind` about the shape number `shape`.
  mutating func rule(_ kind: ShapeRule.Kind, of shape: Int, in symbols: SymbolTable) -> ShapeRule? {
    for position in rules(of: shape, in: symbols) where rules[position].kind == kind {
      return rules[position]
    }
    return nil
  }

  /// Returns `true` iff a rule forbids members of the structure number `shape`.
  mutating func hasForbidden(_ shape: Int, in symbols: SymbolTable) -> Bool {
    _ = rules(of: shape, in: symbols)
    return shapes[shape].hasForbidden
  }

  /// Returns the least and the largest length, count or number of values of the shape number `shape`.
  mutating func bounds(of shape: Int) -> Shape.Bounds {
    if !shapes[shape].knowsBounds {
      shapes[shape].knowsBounds = true
      shapes[shape].bounds = shapes[shape].shape.bounds
    }
    return shapes[shape].bounds
  }

  /// Returns `true` iff the string number `shape` takes every text of `count` bytes.
  mutating func takesAnyString(of count: Int, _ shape: Int) -> Bool {
    guard shapes[shape].shape.kind == .string, pattern(of: shape) < 0 else { return false }
    let bounds = bounds(of: shape)
    return bounds.least ?? 0 <= 0 && count <= bounds.most ?? .max
  }

  /// Returns `true` iff `text` matches the pattern of the string number `shape`.
  mutating func matches(_ text: ArraySlice<UInt8>, _ shape: Int) -> Bool {
    let position = pattern(of: shape)
    return position < 0 || patterns[position].matches(text)
  }

  /// Returns where the pattern of the string number `shape` is among all, or -1 if it has none.
  private mutating func pattern(of shape: Int) -> Int {
    if shapes[shape].pattern != -2 { return shapes[shape].pattern }
    shapes[shape].pattern = -1
    // Most of the patterns that mean nothing are spelled so.
    if let text = shapes[shape].shape.pattern, !text.equals(".*"),
      let pattern = Pattern(text.bytes[...])
    {
      shapes[shape].pattern = patterns.count
      patterns.append(pattern)
    }
    return shapes[shape].pattern
  }

  /// Returns `true` the first time that it is asked about the parameter number `index` as a value of
  /// the scalar number `shape`.
  mutating func isNew(_ index: Index<Parameter>, for shape: Int) -> Bool {
    // Two bytes behind the kind's first one, which no other question is about.
    let address = UInt32(truncatingIfNeeded: shapes[shape].shape.name.address &+ 2)
    let question = Int(address) << 32 | Int(index.offset)
    if answers[question] != nil { return false }
    answers.set(0, for: question)
    return true
  }

  /// Returns the number of `shape`.
  private mutating func index(of shape: Shape) -> Int {
    let question = Self.question(about: shape.name, .max)
    if let answer = answers[question] { return answer }
    shapes.append(MetShape(shape: shape))
    answers.set(shapes.count - 1, for: question)
    return shapes.count - 1
  }

  /// Returns the number of the shape called `name`, which the one with the number `shape` names as
  /// its part number `number`.
  private mutating func step(from shape: Int, to name: StaticText, _ number: UInt32) -> Int? {
    let question = Self.question(about: shapes[shape].shape.name, .max - 1 - number)
    if let answer = answers[question] { return answer == Self.none ? nil : answer }
    let found = index(named: name)
    answers.set(found ?? Self.none, for: question)
    return found
  }
}

// What the table of answers is asked.
extension ShapeCache {
  /// Returns the question for what `part` is to the shape called `name`.
  private static func question(about name: StaticText, _ part: UInt32) -> Int {
    Int(UInt32(truncatingIfNeeded: name.address)) << 32 | Int(part)
  }

  /// Returns the question for the verdict on `symbol` as a value of `shape`.
  private static func question(about symbol: Symbol, _ isNumber: Bool, _ shape: Shape) -> Int {
    // What follows the kind lies at another address than any name.
    let part = symbol.offset << 1 | (isNumber ? 1 : 0)
    return Int(UInt32(truncatingIfNeeded: shape.name.address &+ 1)) << 32 | Int(part)
  }
}

/// A shape that was met, and what was found out about it.
struct MetShape: Sendable {
  /// The shape.
  let shape: Shape
  /// Where its required members are among all; before the first one until that was asked for.
  var required = -1..<0
  /// Where the rules about it are among all; before the first one until that was asked for.
  var rules = -1..<0
  /// `true` iff a rule forbids members of it.
  var hasForbidden = false
  /// The least and the largest length, count or number.
  var bounds = Shape.Bounds()
  /// `true` iff the bounds were asked for.
  var knowsBounds = false
  /// Where the pattern of its strings is among all; -1 if they have none, -2 until it was asked for.
  var pattern = -2

  /// Creates the record of `shape`.
  init(shape: Shape) { self.shape = shape }
}

/// A member without which the API takes no structure.
struct RequiredMember: Sendable {
  /// The name.
  let name: StaticText
  /// The name of its shape.
  let shape: StaticText
  /// The position of the symbol of the name, or -1 if the graph does not have it at all.
  let symbol: Int
  /// The position of the rule by which it is not certain that the member is needed, or -1.
  let rule: Int
}
