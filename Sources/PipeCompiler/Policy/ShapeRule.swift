/// A rule about a shape that the service model does not say.
struct ShapeRule: Sendable {
  /// What the rule is.
  let kind: Kind
  /// The members that it is about, or the name of what is checked.
  let members: StaticText
  /// Where it is known from.
  let source: StaticText
  /// What is checked, if that is the rule.
  let check: Check
  /// Where the symbols of the members are, for whoever has looked them up.
  var names = 0..<0

  /// What has to fit together.
  enum Check: String, CaseIterable, Sendable {
    case nothing, count, days, ensembling, hostnames, hyperband, instances, managed, memory, model
    case names, path, payload, range, ranges, resources, source, spot, step, total, type, variant

    /// The check called `name`; `nothing` if there is none.
    init(_ name: StaticText) {
      let name = name.string
      // `init(rawValue:)` would build a table of all names first.
      self = Self.allCases.first { $0.rawValue == name } ?? .nothing
    }
  }

  /// What a rule can be; `ShapeRules` describes each.
  enum Kind: Sendable {
    case one, atMostOne, atLeastOne
    case oneExpected, atMostOneExpected, atLeastOneExpected
    case needless, role, refused, removed, allowed
    case unique, named
    case check
  }

  /// Reads `line`, without the name of the shape at its beginning.
  fileprivate init(_ line: StaticText) {
    let word = line.piece(from: 0)
    kind = Kind(word)
    let hash = line.position(of: UInt8(ascii: "#"), from: 0)
    members = line[min(word.count + 1, line.count)..<max(word.count + 1, hash - 1)]
    source = line[min(hash + 2, line.count)..<line.count]
    check = kind == .check ? Check(members) : .nothing
  }

  /// Returns `true` iff the rule is about the member `name`.
  func isAbout(_ name: ArraySlice<UInt8>) -> Bool {
    var position = 0
    while position < members.count {
      let member = members.piece(from: position)
      if member.equals(name) { return true }
      position += member.count + 1
    }
    return false
  }

  /// The names of the members that the rule is about.
  var memberNames: [String] { members.words.map(\.string) }
}

extension ShapeRule.Kind {
  /// Finds the kind that `word` names.
  fileprivate init(_ word: StaticText) {
    let last = word[word.count - 1]
    let isExpected = last == UInt8(ascii: "?")
    switch (word[0], word.count) {
    case (UInt8(ascii: "o"), _): self = isExpected ? .oneExpected : .one
    case (UInt8(ascii: "a"), 7): self = .allowed
    case (UInt8(ascii: "a"), _) where word[3] == UInt8(ascii: "m"):
      self = isExpected ? .atMostOneExpected : .atMostOne
    case (UInt8(ascii: "a"), _): self = isExpected ? .atLeastOneExpected : .atLeastOne
    case (UInt8(ascii: "n"), 5): self = .named
    case (UInt8(ascii: "n"), _): self = .needless
    case (UInt8(ascii: "r"), 4): self = .role
    case (UInt8(ascii: "r"), _): self = word[2] == UInt8(ascii: "f") ? .refused : .removed
    case (UInt8(ascii: "u"), _): self = .unique
    default: self = .check
    }
  }

  /// `true` iff the rule counts how many members are given.
  var isGroup: Bool {
    switch self {
    case .one, .atMostOne, .atLeastOne, .oneExpected, .atMostOneExpected, .atLeastOneExpected:
      true
    default: false
    }
  }

  /// `true` iff two members of the group may not be given together.
  var isExclusive: Bool {
    switch self {
    case .one, .oneExpected, .atMostOne, .atMostOneExpected: true
    default: false
    }
  }

  /// `true` iff one member of the group has to be given.
  var isNeeded: Bool {
    switch self {
    case .one, .oneExpected, .atLeastOne, .atLeastOneExpected: true
    default: false
    }
  }

  /// `true` iff the rule says what a pipeline makes of the API, and not how the API is used.
  var isOfPipelines: Bool {
    switch self {
    case .needless, .role, .refused, .removed, .allowed: true
    default: false
    }
  }

  /// `true` iff a source says outright how many members of the group are given.
  var isCertain: Bool { self == .one || self == .atMostOne || self == .atLeastOne }
}

/// The rules about one shape.
struct ShapeRuleList: Sequence, IteratorProtocol, Sendable {
  /// The lines of all rules.
  private let lines: SortedLines
  /// The numbers of those that are still to come.
  private var numbers: Range<Int>

  /// Creates the list of the rules in `lines` that have `numbers`.
  init(_ lines: SortedLines, _ numbers: Range<Int>) {
    self.lines = lines
    self.numbers = numbers
  }

  /// Returns the next rule.
  mutating func next() -> ShapeRule? {
    guard let number = numbers.first else { return nil }
    numbers = numbers.dropFirst()
    let line = lines[number]
    return ShapeRule(line[line.piece(from: 0).count + 1..<line.count])
  }

  /// Returns the first rule of `kind` about the member `name`.
  func first(_ kind: ShapeRule.Kind, about name: ArraySlice<UInt8>) -> ShapeRule? {
    first { $0.kind == kind && $0.isAbout(name) }
  }
}
