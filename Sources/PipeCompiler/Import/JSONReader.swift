/// The machine that turns the bytes of a JSON text into values of a graph, in one pass.
///
/// Run-time expressions become what they mean; everything else stays as it is, with the places
/// where it is written. What is open is kept in arrays, so nesting takes no stack.
struct JSONReader: ~Copyable {
  /// The text, which is UTF-8.
  let bytes: [UInt8]
  /// The graph that the values go to.
  var graph: PipelineGraph
  /// What has been found wrong.
  var diagnostics: Diagnostics
  /// `true` iff what is like a run-time value and is none is read as the object that it is.
  var keepsMalformed = false
  /// Where all values count as written, if that is not where they stand in the text.
  private let place: Origin?
  /// The position of the next byte to look at.
  var position = 0
  /// The objects and lists that are open, outermost first.
  private(set) var open: [Container] = []
  /// The members of the open objects.
  private var members: [Member] = []
  /// The entries of the open lists.
  private var entries: [Index<Value>] = []

  /// How deep objects and lists may nest; the deepest real definition known has 130 levels.
  static let nestingLimit = 1_000

  /// An object or list that is being read.
  struct Container {
    /// `true` iff it is an object.
    let isObject: Bool
    /// Where it begins.
    let start: Int
    /// The number of members or entries of those around it.
    let base: Int
    /// The name of the member that is being read, and where it is written.
    var key: (symbol: Symbol, origin: Origin)?
  }

  /// Creates the reader of `bytes`, whose values count as written at `place` if that is given.
  init(
    _ bytes: [UInt8], into graph: PipelineGraph, _ diagnostics: Diagnostics, at place: Origin? = nil
  ) {
    self.bytes = bytes
    self.place = place
    self.graph = graph
    self.diagnostics = diagnostics
    graphCapacity()
  }

  /// Makes room for what the text probably holds.
  private mutating func graphCapacity() { graph.reserve(values: bytes.count / 24) }

  /// Returns the value that the text is, or `nil` after reporting why it is none.
  mutating func read() -> Index<Value>? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while true {
      guard let value = readValue() else { return nil }
      guard let value else { continue }
      guard let root = finish(value) else { return nil }
      guard let root else { continue }
      skipBlanks()
      guard position == bytes.count else {
        fail("something stands behind the end of the JSON text", help: "remove it")
        return nil
      }
      return root
    }
  }

  /// Reads what begins a value: `.some(nil)` if that opened a container, `nil` after a report.
  private mutating func readValue() -> Index<Value>?? {
    skipBlanks()
    guard position < bytes.count else { return failAtEnd() }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "{"): return begin(isObject: true)
    case UInt8(ascii: "["): return begin(isObject: false)
    case UInt8(ascii: "\""):
      guard let text = readString() else { return nil }
      return graph.add(.string(text), at: origin(from: start))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let lexeme = readNumber() else { return nil }
      return graph.add(.number(lexeme), at: origin(from: start))
    default: return readWord(from: start)
    }
  }

  /// Reads `true`, `false` or `null`.
  private mutating func readWord(from start: Int) -> Index<Value>?? {
    for (word, value) in Self.words where bytes[start...].starts(with: word.utf8) {
      position += word.utf8.count
      return graph.add(value, at: origin(from: start))
    }
    failAtWord()
    return nil
  }

  /// The values that are words.
  private static let words: [(String, Value)] = [
    ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
  ]

  /// Opens an object or list and reads what comes before its first value.
  private mutating func begin(isObject: Bool) -> Index<Value>?? {
    guard open.count < Self.nestingLimit else {
      diagnostics.report(
        Diagnostic(
          .nestingTooDeep, "objects and lists are nested more than \(Self.nestingLimit) deep",
          at: SourceSpan(
            UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position + 1)),
          help: "no definition needs that; check how the file was made"))
      return nil
    }
    open.append(
      Container(isObject: isObject, start: position, base: isObject ? members.count : entries.count)
    )
    position += 1
    skipBlanks()
    guard position < bytes.count else { return failAtEnd() }
    if bytes[position] == UInt8(ascii: isObject ? "}" : "]") {
      position += 1
      return close()
    }
    if isObject, !readKey() { return nil }
    return .some(nil)
  }

  /// Adds `value` to the innermost container, and closes what ends behind it.
  ///
  /// Returns the value of the whole text if that is it, `.some(nil)` if there is more to read, and
  /// `nil` after a report.
  private mutating func finish(_ value: Index<Value>) -> Index<Value>?? {
    var value = value
    while let container = open.last {
      if let key = container.key {
        members.append(Member(key.symbol, value, at: key.origin))
      } else {
        entries.append(value)
      }
      skipBlanks()
      guard position < bytes.count else { return failAtEnd() }
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") {
        let comma = position
        position += 1
        if isNext(UInt8(ascii: container.isObject ? "}" : "]")) {
          failAtComma(comma, of: container.isObject ? "an object" : "a list")
          return nil
        }
        if container.isObject, !readKey() { return nil }
        return .some(nil)
      }
      guard byte == UInt8(ascii: container.isObject ? "}" : "]") else {
        failBehindValue(isObject: container.isObject, openedAt: container.start)
        return nil
      }
      position += 1
      value = close()
    }
    return value
  }

  /// Ends the innermost container and returns its value.
  private mutating func close() -> Index<Value> {
    guard let container = open.popLast() else { return graph.add(.null, at: .synthesized) }
    let place = origin(from: container.start)
    guard container.isObject else {
      let list = Array(entries[container.base...])
      entries.removeSubrange(container.base...)
      return graph.add(list: list, at: place)
    }
    let found = Array(members[container.base...])
    members.removeSubrange(container.base...)
    reportDuplicates(in: found)
    if found.count == 1, let value = graph.expression(found[0], at: place, &diagnostics),
      !keepsMalformed || !graph.isEmptyJoin(value)
    {
      return value
    }
    return graph.add(object: found, at: place)
  }

  /// Reports the members that have the name of an earlier one.
  private mutating func reportDuplicates(in found: [Member]) {
    guard found.count > 1 else { return }
    // Equal keys come to lie side by side, in the order in which they were written.
    let keys = found.indices.map { UInt64(found[$0].key.offset) << 32 | UInt64($0) }.sorted()
    for (first, second) in zip(keys, keys.dropFirst()) where first >> 32 == second >> 32 {
      let earlier = found[Int(truncatingIfNeeded: first & 0xFFFF_FFFF)]
      let member = found[Int(truncatingIfNeeded: second & 0xFFFF_FFFF)]
      diagnostics.report(
        Diagnostic(
          .duplicateKey, "the key `\(graph.text(member.key))` stands here twice",
          at: member.origin, related: [Label("the first one", at: earlier.origin)],
          why: "JSON readers silently keep one of the two", help: "remove one of them"))
    }
  }

  /// Reads the name of a member and the colon behind it; `false` after a report.
  private mutating func readKey() -> Bool {
    skipBlanks()
    guard position < bytes.count else { return failAtEnd() != nil }
    let start = position
    guard bytes[position] == UInt8(ascii: "\"") else {
      if isAtComment {
        failAtComment()
      } else {
        fail("the name of a member is a string", help: "put it in double quotes")
      }
      return false
    }
    guard let name = readString() else { return false }
    let span = SourceSpan(
      UInt32(truncatingIfNeeded: start + 1), UInt32(truncatingIfNeeded: position - 1))
    skipBlanks()
    guard isNext(UInt8(ascii: ":")) else {
      fail("a colon is missing behind the name", help: "write `\"name\": value`")
      return false
    }
    position += 1
    open[open.count - 1].key = (name, place ?? .text(span))
    return true
  }
}

// Places.
extension JSONReader {
  /// Returns the place from `start` to the position.
  func origin(from start: Int) -> Origin {
    place
      ?? .text(
        SourceSpan(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: position)))
  }

  /// Returns `true` iff the next byte that is not blank is `byte`.
  mutating func isNext(_ byte: UInt8) -> Bool {
    skipBlanks()
    return position < bytes.count && bytes[position] == byte
  }

  /// Skips blank space.
  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}
