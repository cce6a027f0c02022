/// The comparison of what was written with what was to be written.
struct DocumentComparison {
  /// What was to be written.
  let wanted: DefinitionDocument
  /// What was written.
  let found: DefinitionDocument

  /// Returns `true` iff two values say the same.
  ///
  /// The order of members does not matter, the spelling of numbers does. Joins are compared by the text
  /// that they make.
  func areSame(_ a: Index<Value>, _ b: Index<Value>) -> Bool {
    var pairs = [(a, b)]
    while let (a, b) = pairs.popLast() {
      guard areAlike(a, b, &pairs) else { return false }
    }
    return true
  }

  /// A pair of values that have to say the same.
  private typealias Pair = (Index<Value>, Index<Value>)

  /// Returns `true` iff two values say the same if those that are added to `pairs` do.
  private func areAlike(_ a: Index<Value>, _ b: Index<Value>, _ pairs: inout [Pair]) -> Bool {
    switch (wanted.graph.values[a], found.graph.values[b]) {
    case (.null, .null): return true
    case (.boolean(let x), .boolean(let y)): return x == y
    case (.number(let x), .number(let y)): return wanted.text(x) == found.text(y)
    case (.string(let x), .string(let y)): return wanted.text(x) == found.text(y)
    case (.list(let x), .list(let y)):
      guard x.count == y.count else { return false }
      pairs += zip(wanted.graph.elements(in: x), found.graph.elements(in: y)).map { ($0, $1) }
      return true
    case (.object, .object):
      return addMembers(wanted.object(a) ?? [], found.object(b) ?? [], to: &pairs)
    case (.reference(let x), .reference(let y)):
      return wanted.spelling(of: x) == found.spelling(of: y)
    case (.jsonGet(let x), .jsonGet(let y)): return areAlike(x, y, &pairs)
    case (.join, .join), (.join, .string), (.string, .join):
      guard let x = wanted.pieces(of: a), let y = found.pieces(of: b), x.count == y.count else {
        return false
      }
      for pair in zip(x, y) {
        switch pair {
        case (.text(let x), .text(let y)): if x != y { return false }
        case (.value(let x), .value(let y)): pairs.append((x, y))
        default: return false
        }
      }
      return true
    default: return false
    }
  }

  /// Adds the values of the members of `a` and `b`, and returns `true` iff they have the same names.
  private func addMembers(_ a: [Member], _ b: [Member], to pairs: inout [Pair]) -> Bool {
    guard a.count == b.count else { return false }
    var others: [String: Index<Value>] = [:]
    for member in b { others[found.text(member.key)] = member.value }
    for member in a {
      guard let other = others[wanted.text(member.key)] else { return false }
      pairs.append((member.value, other))
    }
    return true
  }

  /// Returns `true` iff `a` and `b` have the same members, but for those called `ignored`.
  func areSameMembers(_ a: [Member], _ b: [Member], but ignored: [String] = []) -> Bool {
    let x = a.filter { !ignored.contains(wanted.text($0.key)) }
    let y = b.filter { !ignored.contains(found.text($0.key)) }
    var pairs: [Pair] = []
    return addMembers(x, y, to: &pairs) && pairs.allSatisfy { areSame($0, $1) }
  }

  /// Returns `true` iff two values are read from the same place in the same file.
  private func areAlike(
    _ a: Index<JSONGet>, _ b: Index<JSONGet>, _ pairs: inout [Pair]
  ) -> Bool {
    let (x, y) = (wanted.graph.jsonGets[a], found.graph.jsonGets[b])
    guard wanted.text(x.path) == found.text(y.path) else { return false }
    switch (x.file, y.file) {
    case (.propertyFile(let s, let f), .propertyFile(let t, let g)):
      return wanted.text(s) == found.text(t) && wanted.text(f) == found.text(g)
    case (.uri(let u), .uri(let v)):
      pairs.append((u, v))
      return true
    default: return false
    }
  }
}

extension DefinitionDocument {
  /// A piece of a text that is put together at run time.
  enum Piece {
    /// A text.
    case text(String)
    /// A value of the run.
    case value(Index<Value>)
  }

  /// Returns the pieces of the text that `value` makes, neighbouring texts put together; `nil` if it nests
  /// too deeply.
  func pieces(of value: Index<Value>, depth: Int = 0) -> [Piece]? {
    guard depth < 100 else { return nil }
    switch graph.values[value] {
    case .string(SymbolTable.empty): return []
    case .string(let text): return [.text(graph.text(text))]
    case .number(let lexeme): return [.text(graph.text(lexeme))]
    case .boolean(let flag): return [.text(flag ? "true" : "false")]
    case .join(let separator, let run):
      var pieces: [Piece] = []
      for (number, entry) in graph.elements(in: run).enumerated() {
        if number > 0 { Self.append(.text(graph.text(separator)), to: &pieces) }
        guard let inner = self.pieces(of: entry, depth: depth + 1) else { return nil }
        for piece in inner { Self.append(piece, to: &pieces) }
      }
      return pieces
    default: return [.value(value)]
    }
  }

  /// Appends `piece` to `pieces`.
  private static func append(_ piece: Piece, to pieces: inout [Piece]) {
    guard case .text(let text) = piece else { return pieces.append(piece) }
    if text.isEmpty { return }
    if case .text(let before)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(piece)
    }
  }
}
