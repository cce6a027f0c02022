/// Finds out whether a pattern matches a text.
///
/// A place is a number of scalars that have been read. Every node turns a set of places into the set
/// of those to which the text can be read from there, so that ways that meet go on as one. A set that
/// was found to have no place left is not looked at any more, and may hold anything.
struct PatternMatcher {
  /// How much work is done for an answer.
  static let maximumWork = 500_000

  /// What is matched.
  let pattern: Pattern
  /// The scalars of the text.
  let text: [UInt32]
  /// The number of words in a set.
  let width: Int
  /// All sets, end to end, a bit for each place; a node works on one and may use those after.
  var sets: [UInt32]
  /// The work that has been done, roughly in places looked at.
  var work = 0

  /// Creates a matcher of `pattern` and `text`.
  init(_ pattern: Pattern, text: [UInt32]) {
    self.pattern = pattern
    self.text = text
    width = text.count / 32 + 1
    // No group takes more sets than a repeated look ahead at alternatives, which takes four.
    sets = Array(repeating: 0, count: width * (pattern.depth * 4 + 4))
  }

  /// Returns `true` iff the whole text matches, or if finding that out would take too much work.
  mutating func run() -> Bool {
    insert(0, into: 0)
    let isMatch = advance(0, through: pattern.root) && contains(text.count, in: 0)
    return isMatch || work > Self.maximumWork
  }

  /// Moves the places of `set` through the nodes from `first`, and returns `true` iff any are left.
  mutating func advance(_ set: Int, through first: Int32) -> Bool {
    var index = first
    while index != Pattern.none {
      let node = pattern.nodes[Int(index)]
      guard advance(set, through: node) else { return false }
      index = node.next
    }
    return true
  }

  /// Moves the places of `set` through `node`, and returns `true` iff any are left.
  private mutating func advance(_ set: Int, through node: Pattern.Node) -> Bool {
    work += width
    guard work <= Self.maximumWork else { return false }
    switch node.kind {
    case .literal: return readLiteral(node, from: set)
    case .scalar: return readScalar(node, from: set)
    case .run: return readRun(node, from: set)
    case .rest:
      insert(first(in: set), through: text.count, into: set)
      return true
    case .group: return advance(set, through: node.first)
    case .repetition:
      return repeatExactly(node, from: set) && repeatFurther(node, from: set)
    case .alternation: return choose(node, from: set)
    case .behind, .notBehind: return lookBehind(node, from: set)
    case .ahead, .notAhead, .start, .end, .textEnd, .boundary, .noBoundary:
      return keepTrue(node, in: set)
    }
  }

  /// Moves the places of `set` through what `node` is about, as often as it has to be there.
  private mutating func repeatExactly(_ node: Pattern.Node, from set: Int) -> Bool {
    // A way of more rounds than there are places stands still in one, and could do so once more.
    for _ in 0..<min(Int(node.minimum), text.count + 1) {
      guard advance(set, through: node.first) else { return false }
    }
    return true
  }

  /// Adds to `set` where it leads to go on with what `node` is about, as often as it may be there.
  private mutating func repeatFurther(_ node: Pattern.Node, from set: Int) -> Bool {
    guard node.minimum < node.maximum else { return true }
    copy(set, to: set + 1)
    for _ in node.minimum..<node.maximum {
      guard advance(set + 1, through: node.first) else { break }
      guard keepNew(in: set + 1, addingTo: set) else { break }
    }
    return true
  }

  /// Moves the places of `set` through each of the groups that `node` is about.
  private mutating func choose(_ node: Pattern.Node, from set: Int) -> Bool {
    var index = node.first
    var isFound = false
    clear(set + 1)
    while index != Pattern.none {
      let branch = pattern.nodes[Int(index)]
      copy(set, to: set + 2)
      if advance(set + 2, through: branch.first) {
        isFound = true
        add(set + 2, to: set + 1)
      }
      index = branch.next
    }
    copy(set + 1, to: set)
    return isFound
  }
}
