/// The shapes that checks have met, and the ways between them, each found once.
struct ShapeCache: Sendable {
  /// The shapes, in the order in which they were met.
  private(set) var shapes: [MetShape] = []
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
  mutating func index(rootedAt name: StaticString) -> Int? {
    guard let shape = StepShapes.model.shape(named: name) else { return nil }
    return shape.kind == .operation ? index(named: shape.element) : index(of: shape)
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

  /// Returns the positions in `ArgumentGroup.all` of the groups of the structure number `shape`.
  mutating func groups(of shape: Int) -> Range<Int> {
    if let known = shapes[shape].groups { return known }
    let found = ArgumentGroup.range(of: shapes[shape].shape.name)
    shapes[shape].groups = found
    return found
  }

  /// Returns the positions in `ForbiddenArgument.all` of the rules about the structure number
  /// `shape`.
  mutating func forbidden(in shape: Int) -> Range<Int> {
    if let known = shapes[shape].forbidden { return known }
    let found = ForbiddenArgument.range(of: shapes[shape].shape.name)
    shapes[shape].forbidden = found
    return found
  }

  /// Returns the positions in `ArgumentRule.all` of the rules about the structure number `shape`.
  mutating func rules(of shape: Int) -> Range<Int> {
    if let known = shapes[shape].rules { return known }
    let found = ArgumentRule.range(of: shapes[shape].shape.name)
    shapes[shape].rules = found
    return found
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
  /// Which argument groups are about it, once that was asked for.
  var groups: Range<Int>?
  /// Which rules about several members it has, once that was asked for.
  var rules: Range<Int>?
  /// Which rules forbid members of it, once that was asked for.
  var forbidden: Range<Int>?

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
