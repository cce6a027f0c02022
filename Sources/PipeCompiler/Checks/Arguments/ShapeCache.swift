/// The shapes that checks have met, and the ways between them, each found once.
struct ShapeCache: Sendable {
  /// The shapes, in the order in which they were met.
  private(set) var shapes: [MetShape] = []
  /// The rules about the shapes, those of a shape end to end.
  private(set) var rules: [ShapeRule] = []
  /// The names of required members, those of a structure end to end.
  private(set) var required: [RequiredMember] = []
  /// An open-addressing hash table: what was asked for, or zero.
  private var keys = [UInt64](repeating: 0, count: 512)
  /// The answers, in the slots of the questions.
  private var answers = [Int32](repeating: 0, count: 512)
  /// The number of answers.
  private var count = 0
  /// The answer to what there is not.
  static let none: Int32 = -1

  /// Returns the number of the shape called `name`, or `nil` if there is none.
  mutating func index(named name: StaticText) -> Int? {
    guard let shape = StepShapes.model.shape(named: name) else { return nil }
    return index(of: shape)
  }

  /// Returns the number of the shape called `name`, or of the structure of the operation so called.
  mutating func index(rootedAt name: StaticText) -> Int? {
    let question = Self.question(about: name, .max - 3)
    if let answer = answer(to: question) { return answer == Self.none ? nil : Int(answer) }
    let found = StepShapes.model.structure(rootedAt: name).map { index(of: $0) }
    remember(found.map { Int32(truncatingIfNeeded: $0) } ?? Self.none, to: question)
    return found
  }

  /// Returns the number of the shape of the member `key`, or `nil` if the structure number `shape`
  /// has no such member.
  mutating func member(_ key: Symbol, of shape: Int, in symbols: SymbolTable) -> Int? {
    let question = Self.question(about: shapes[shape].shape.name, key.offset)
    if let answer = answer(to: question) { return answer == Self.none ? nil : Int(answer) }
    let found = shapes[shape].shape.member(symbols[key]).flatMap { index(named: $0.shape) }
    remember(found.map { Int32(truncatingIfNeeded: $0) } ?? Self.none, to: question)
    return found
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
    answer(to: Self.question(about: symbol, isNumber, shapes[shape].shape))
      .flatMap { ScalarVerdict(rawValue: Int8(truncatingIfNeeded: $0)) }
  }

  /// Remembers `verdict` on the literal spelled `symbol` as a value of the scalar number `shape`.
  mutating func remember(
    _ verdict: ScalarVerdict, on symbol: Symbol, isNumber: Bool, as shape: Int
  ) {
    let question = Self.question(about: symbol, isNumber, shapes[shape].shape)
    remember(Int32(verdict.rawValue), to: question)
  }

  /// Returns which members the structure number `shape` requires, as positions in `required`.
  mutating func requiredMembers(of shape: Int, in symbols: SymbolTable) -> Range<Int> {
    if let known = shapes[shape].required { return known }
    let start = required.count
    for member in shapes[shape].shape.members where member.isRequired {
      let symbol = symbols.find(member.name)
      required.append(RequiredMember(name: member.name, shape: member.shape, symbol: symbol))
    }
    shapes[shape].required = start..<required.count
    return start..<required.count
  }

  /// Returns which rules are about the shape number `shape`, as positions in `rules`.
  mutating func rules(of shape: Int) -> Range<Int> {
    if let known = shapes[shape].rules { return known }
    let start = rules.count
    for rule in ShapeRules.about(shapes[shape].shape.name) {
      rules.append(rule)
      if rule.kind == .refused || rule.kind == .removed { shapes[shape].hasForbidden = true }
    }
    shapes[shape].rules = start..<rules.count
    return start..<rules.count
  }

  /// Returns the first rule of `kind` about the shape number `shape`, and about the member `name` if
  /// one is given.
  mutating func rule(
    _ kind: ShapeRule.Kind, of shape: Int, about name: ArraySlice<UInt8>? = nil
  ) -> ShapeRule? {
    for position in rules(of: shape) where rules[position].kind == kind {
      if let name, !rules[position].isAbout(name) { continue }
      return rules[position]
    }
    return nil
  }

  /// Returns `true` iff a rule forbids members of the structure number `shape`.
  mutating func hasForbidden(_ shape: Int) -> Bool {
    _ = rules(of: shape)
    return shapes[shape].hasForbidden
  }

  /// Returns `true` iff `text` matches the pattern of the string number `shape`.
  mutating func matches(_ text: ArraySlice<UInt8>, _ shape: Int) -> Bool {
    if !shapes[shape].hasPattern {
      shapes[shape].hasPattern = true
      shapes[shape].pattern = shapes[shape].shape.pattern.flatMap { Pattern($0.bytes[...]) }
    }
    return shapes[shape].pattern?.matches(text) ?? true
  }

  /// Returns the number of `shape`.
  private mutating func index(of shape: Shape) -> Int {
    let question = Self.question(about: shape.name, .max)
    if let answer = answer(to: question) { return Int(answer) }
    shapes.append(MetShape(shape: shape))
    remember(Int32(truncatingIfNeeded: shapes.count - 1), to: question)
    return shapes.count - 1
  }

  /// Returns the number of the shape called `name`, which the one with the number `shape` names as
  /// its part number `number`.
  private mutating func step(from shape: Int, to name: StaticText, _ number: UInt32) -> Int? {
    let question = Self.question(about: shapes[shape].shape.name, .max - 1 - number)
    if let answer = answer(to: question) { return answer == Self.none ? nil : Int(answer) }
    let found = index(named: name)
    remember(found.map { Int32(truncatingIfNeeded: $0) } ?? Self.none, to: question)
    return found
  }
}

// The hash table.
extension ShapeCache {
  /// Returns the question for what `part` is to the shape called `name`.
  private static func question(about name: StaticText, _ part: UInt32) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: name.address)) << 32 | UInt64(part)
  }

  /// Returns the question for the verdict on `symbol` as a value of `shape`.
  private static func question(about symbol: Symbol, _ isNumber: Bool, _ shape: Shape) -> UInt64 {
    // What follows the kind lies at another address than any name.
    let part = symbol.offset << 1 | (isNumber ? 1 : 0)
    return UInt64(UInt32(truncatingIfNeeded: shape.name.address &+ 1)) << 32 | UInt64(part)
  }

  /// Returns the slot of `question`, or the free one where it belongs.
  private func slot(of question: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (question &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != question { slot = (slot + 1) & mask }
    return slot
  }

  /// Returns the answer to `question`, if it was asked before.
  private func answer(to question: UInt64) -> Int32? {
    let slot = slot(of: question)
    return keys[slot] == 0 ? nil : answers[slot]
  }

  /// Notes that `answer` is the one to `question`.
  private mutating func remember(_ answer: Int32, to question: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    let slot = slot(of: question)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = question
    answers[slot] = answer
  }

  /// Doubles the hash table.
  private mutating func grow() {
    let (oldKeys, oldAnswers) = (keys, answers)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    answers = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (key, answer) in zip(oldKeys, oldAnswers) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      answers[slot] = answer
    }
  }
}

/// A shape that was met, and what was found out about it.
struct MetShape: Sendable {
  /// The shape.
  let shape: Shape
  /// Where its required members are among all, once that was asked for.
  var required: Range<Int>?
  /// Where the rules about it are among all, once that was asked for.
  var rules: Range<Int>?
  /// `true` iff a rule forbids members of it.
  var hasForbidden = false
  /// The pattern of its strings, if they have one and it was asked for.
  var pattern: Pattern?
  /// `true` iff the pattern was asked for.
  var hasPattern = false

  /// Creates the record of `shape`.
  init(shape: Shape) { self.shape = shape }
}

/// A member without which the API takes no structure.
struct RequiredMember: Sendable {
  /// The name.
  let name: StaticText
  /// The name of its shape.
  let shape: StaticText
  /// The symbol of the name, or `nil` if the graph does not have it at all.
  let symbol: Symbol?
}
