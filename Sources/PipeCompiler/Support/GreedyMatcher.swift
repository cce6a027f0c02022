/// Tries the way through a text on which everything reads as much as it can.
///
/// Nearly all texts that match do so on this way. It needs no memory, so that `PatternMatcher`, which
/// goes all ways, is there for the others only.
struct GreedyMatcher {
  /// What is matched.
  private let pattern: Pattern
  /// The text, which is ASCII.
  private let text: ArraySlice<UInt8>
  /// How many nodes may still be gone through: no way is longer than that.
  private var budget = 10_000

  /// Creates the matcher of `pattern` and `text`, or returns `nil` if that is more than ASCII.
  init?(_ pattern: Pattern, text: ArraySlice<UInt8>) {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.pattern = pattern
    self.text = text
  }

  /// Returns `true` if the way leads to the end; that it does not says nothing.
  mutating func run() -> Bool { read(pattern.root, from: text.startIndex) == text.endIndex }

  /// Returns the place to which the nodes from `first` on lead from `place`, or `nil` if they don't.
  private mutating func read(_ first: Int32, from place: Int) -> Int? {
    var (index, place) = (first, place)
    while index != Pattern.none {
      let node = pattern.nodes[Int(index)]
      guard let next = read(node, from: place) else { return nil }
      place = next
      index = node.next
    }
    return place
  }

  /// Returns the place to which `node` leads from `place`, or `nil` if it does not, or may not.
  private mutating func read(_ node: Pattern.Node, from place: Int) -> Int? {
    budget -= 1
    guard budget > 0 else { return nil }
    switch node.kind {
    case .literal: return isLiteral(node, at: place) ? place + Int(node.minimum) : nil
    case .scalar: return place < text.endIndex && isIn(text[place], node) ? place + 1 : nil
    case .run:
      var end = place
      let limit = min(text.endIndex, place + Int(node.maximum))
      while end < limit, isIn(text[end], node) { end += 1 }
      return end - place >= Int(node.minimum) ? end : nil
    case .rest: return text.endIndex
    case .group: return read(node.first, from: place)
    case .repetition: return readRepeatedly(node, from: place)
    case .alternation: return choose(node, from: place)
    case .start: return place == text.startIndex ? place : nil
    case .end, .textEnd: return place == text.endIndex ? place : nil
    case .boundary, .noBoundary, .ahead, .notAhead, .behind, .notBehind: return nil
    }
  }

  /// Returns the place to which what `node` is about leads as often as it may be there.
  private mutating func readRepeatedly(_ node: Pattern.Node, from place: Int) -> Int? {
    var place = place
    var count: Int32 = 0
    while count < node.maximum, let next = read(node.first, from: place), next > place {
      place = next
      count += 1
    }
    return count >= node.minimum ? place : nil
  }

  /// Returns the place to which the first of the groups of `node` that leads anywhere leads.
  private mutating func choose(_ node: Pattern.Node, from place: Int) -> Int? {
    var index = node.first
    while index != Pattern.none {
      let branch = pattern.nodes[Int(index)]
      if let end = read(branch.first, from: place) { return end }
      index = branch.next
    }
    return nil
  }

  /// Returns `true` iff the literal `node` stands at `place`.
  private func isLiteral(_ node: Pattern.Node, at place: Int) -> Bool {
    let (start, count) = (Int(node.first), Int(node.minimum))
    guard count <= text.endIndex - place else { return false }
    var read = 0
    while read < count, UInt32(text[place + read]) == pattern.words[start + read] { read += 1 }
    return read == count
  }

  /// Returns `true` iff `byte` is of the class of `node`.
  private func isIn(_ byte: UInt8, _ node: Pattern.Node) -> Bool {
    pattern.words[Int(node.first) + Int(byte >> 5)] >> UInt32(byte & 31) & 1 != 0
  }
}
