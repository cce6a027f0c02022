/// What the service model says about one type of value: a line of its table.
struct Shape: Sendable {
  /// The name.
  let name: StaticText
  /// What values of this type are.
  let kind: Kind
  /// What the line says beyond name and kind.
  let rest: StaticText

  /// What the values of a shape are; the raw value is the table's word for it.
  enum Kind: String, CaseIterable, Sendable {
    /// An object with members of their own types.
    case structure
    /// A structure of which exactly one member is given.
    case union
    /// A list of values of one type.
    case list
    /// An object with any keys and values of one type.
    case map
    /// A string out of a closed set.
    case enumeration = "enum"
    /// A string.
    case string
    /// A whole number of 32 bits.
    case integer
    /// A whole number of 64 bits.
    case long
    /// A number of 32 bits.
    case float
    /// A number of 64 bits.
    case double
    /// `true` or `false`.
    case boolean
    /// A point in time.
    case timestamp
    /// Bytes, in base 64.
    case blob
    /// A resource kind of the ACK controller, whose fields are those of a request.
    case kind
    /// An operation, whose request or answer is a structure.
    case operation = "()"
    /// Anything: what the supplement does not describe further.
    case any
  }

  /// Reads `line`, or returns `nil` if it is not one of the table.
  init?(line: StaticText) {
    let space = UInt8(ascii: " ")
    let name = line.piece(from: 0)
    if name.count > 2, name[name.count - 1] == UInt8(ascii: ")") {
      self.name = name[0..<name.count - 2]
      kind = .operation
      rest = line[min(name.count + 1, line.count)..<line.count]
      return
    }
    guard name.count < line.count else { return nil }
    let word = line.piece(from: name.count + 1, to: space)
    guard let kind = Kind(word: word) else { return nil }
    self.name = name
    self.kind = kind
    rest = line[min(name.count + word.count + 2, line.count)..<line.count]
  }
}

extension Shape.Kind {
  /// Finds the kind that `word` names.
  fileprivate init?(word: StaticText) {
    guard word.count > 2 else { return nil }
    switch (word[0], word[2]) {
    case (UInt8(ascii: "s"), UInt8(ascii: "r")):
      // "structure" and "string"
      self = word[word.count - 1] == UInt8(ascii: "g") ? .string : .structure
    case (UInt8(ascii: "u"), _): self = .union
    case (UInt8(ascii: "l"), UInt8(ascii: "s")): self = .list
    case (UInt8(ascii: "l"), _): self = .long
    case (UInt8(ascii: "m"), _): self = .map
    case (UInt8(ascii: "e"), _): self = .enumeration
    case (UInt8(ascii: "i"), _): self = .integer
    case (UInt8(ascii: "f"), _): self = .float
    case (UInt8(ascii: "d"), _): self = .double
    case (UInt8(ascii: "b"), UInt8(ascii: "o")) where word.count == 7: self = .boolean
    case (UInt8(ascii: "b"), _): self = .blob
    case (UInt8(ascii: "t"), _): self = .timestamp
    case (UInt8(ascii: "k"), _): self = .kind
    case (UInt8(ascii: "a"), _): self = .any
    default: return nil
    }
  }

  /// `true` iff values are strings.
  var isText: Bool { self == .string || self == .enumeration }

  /// `true` iff values are objects with named members.
  var hasMembers: Bool { self == .structure || self == .union }

  /// `true` iff values are whole numbers.
  var isWholeNumber: Bool { self == .integer || self == .long }

  /// `true` iff values are numbers that may have a fraction.
  var isFraction: Bool { self == .float || self == .double }
}

/// A member of a structure.
struct ShapeMember: Sendable {
  /// The name, as definitions spell it.
  let name: StaticText
  /// `true` iff the API asks for it.
  let isRequired: Bool
  /// The name of its shape.
  let shape: StaticText
  /// How the ACK controller spells it: `+` for the name with its first letter lowered, `=` and the
  /// spelling, or nothing if the controller does not serve it.
  let served: StaticText

  /// Reads `word` of a line.
  init(word: StaticText) {
    let colon = word.position(of: UInt8(ascii: ":"), from: 0)
    isRequired = colon > 0 && word[colon - 1] == UInt8(ascii: "!")
    name = word[0..<(isRequired ? colon - 1 : colon)]
    var end = colon
    while end < word.count, word[end] != UInt8(ascii: "+"), word[end] != UInt8(ascii: "=") {
      end += 1
    }
    shape = word[min(colon + 1, end)..<end]
    served = word[end..<word.count]
  }

  /// How the ACK controller spells the member, if it serves it.
  var servedName: String? {
    guard !served.isEmpty else { return nil }
    if served[0] == UInt8(ascii: "=") { return served[1..<served.count].string }
    let text = name.string
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

// What a line says, by kind.
extension Shape {
  /// The members of a structure, in the API's order.
  var members: some Sequence<ShapeMember> {
    rest.words.lazy.map { ShapeMember(word: $0) }
  }

  /// Calls `body` with each member of a structure that the API asks for, in order.
  func forEachRequiredMember(_ body: (ShapeMember) -> Void) {
    let mark = UInt8(ascii: "!")
    var position = rest.position(of: mark, from: 0)
    while position < rest.count {
      var start = position
      while start > 0, rest[start - 1] != UInt8(ascii: " ") { start -= 1 }
      body(ShapeMember(word: rest.piece(from: start)))
      position = rest.position(of: mark, from: position + 1)
    }
  }

  /// Returns the member of a structure that is called `name`.
  func member(_ name: ArraySlice<UInt8>) -> ShapeMember? {
    let first = name.startIndex
    var position = 0
    while position < rest.count {
      var length = 0
      while length < name.count, position + length < rest.count,
        rest[position + length] == name[first + length]
      {
        length += 1
      }
      let end = position + length
      if length == name.count, end < rest.count,
        rest[end] == UInt8(ascii: ":") || rest[end] == UInt8(ascii: "!")
      {
        return ShapeMember(word: rest.piece(from: position))
      }
      position = rest.position(of: UInt8(ascii: " "), from: end) + 1
    }
    return nil
  }

  /// The values of an enumeration.
  var values: some Sequence<StaticText> { rest.words }

  /// Returns `true` iff `text` is a value of the enumeration.
  func holds(_ text: ArraySlice<UInt8>) -> Bool { values.contains { $0.equals(text) } }

  /// The name of the shape of a list's entries, a map's keys, an operation's or a kind's structure.
  var element: StaticText { rest.piece(from: 0) }

  /// The name of the shape of a map's values.
  var mapValue: StaticText { rest.piece(from: min(element.count + 1, rest.count)) }

  /// The least and the largest length, number of entries, or number; fractions are rounded outward.
  var bounds: Bounds {
    for word in rest.words {
      if word[0] == UInt8(ascii: "/") { break }
      let dot = word.position(of: UInt8(ascii: "."), from: 0)
      guard dot + 1 < word.count, word[dot + 1] == UInt8(ascii: ".") else { continue }
      return Bounds(
        least: Self.number(word[0..<dot], isLeast: true),
        most: Self.number(word[dot + 2..<word.count], isLeast: false))
    }
    return Bounds()
  }

  /// The least and the largest of something; `nil` where there is no bound.
  struct Bounds {
    /// The least.
    var least: Int?
    /// The largest.
    var most: Int?

    /// Both, in words: "1 to 20", "at least 1".
    var words: String {
      switch (least, most) {
      case (let least?, let most?) where least == most: "exactly \(least)"
      case (let least?, let most?): "\(least) to \(most)"
      case (let least?, nil): "at least \(least)"
      case (nil, let most?): "at most \(most)"
      case (nil, nil): "any number"
      }
    }
  }

  /// The regular expression that strings match as a whole, if there is one.
  var pattern: StaticText? {
    var position = 0
    while position < rest.count {
      if rest[position] == UInt8(ascii: "/") { return rest[position + 1..<rest.count] }
      position = rest.position(of: UInt8(ascii: " "), from: position) + 1
    }
    return nil
  }

  /// Returns the whole number that `text` spells; of one with a fraction, the one below or above it.
  private static func number(_ text: StaticText, isLeast: Bool) -> Int? {
    guard !text.isEmpty else { return nil }
    if let whole = Int(text.string) { return whole }
    guard let number = Double(text.string), abs(number) < 1e15 else { return nil }
    let whole = Int(number)
    if isLeast { return Double(whole) > number ? whole - 1 : whole }
    return Double(whole) < number ? whole + 1 : whole
  }
}
