/// A regular expression in the dialect of AWS's service models, which a whole text matches or not.
///
/// Nothing is captured, so no one can see in which order ways to match are tried, and none has to be
/// tried: `PatternMatcher` goes all of them at once. No pattern is exponential then. Most texts match
/// on the way that reads as much as it can, which is tried first.
///
/// Java and Python agree on most of the dialect. Where they don't, `\d`, `\s`, `\w` and `$` are what
/// they are in Python, and two escaped surrogates are one scalar as in Java. A dot is any scalar.
package struct Pattern: Sendable {
  /// The longest text that is looked at, and the longest pattern, in bytes.
  static let maximumLength = 16_384
  /// The index that stands for no node.
  static let none: Int32 = -1

  /// The nodes; a list of them begins at one and goes on with its `next`.
  var nodes: [Node] = []
  /// The scalars of the literals, and the classes in the form that `endClass` gives them.
  var words: [UInt32] = []
  /// The first node of the list that is the whole pattern.
  var root = Pattern.none
  /// How deep groups nest.
  var depth = 0

  /// Compiles `source`, which is UTF-8, or returns `nil` if it is malformed or not supported.
  package init?(_ source: ArraySlice<UInt8>) {
    guard source.count <= Self.maximumLength else { return nil }
    var parser = PatternParser(source: scalars(of: source))
    guard let pattern = parser.parse() else { return nil }
    self = pattern
  }

  /// Creates a pattern that matches the empty text only.
  init() {}

  /// Returns `true` iff the whole of `text` matches, or if finding that out would take too long.
  ///
  /// Bytes that are not UTF-8 are read as U+FFFD.
  package func matches(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= Self.maximumLength else { return true }
    if var greedy = GreedyMatcher(self, text: text), greedy.run() { return true }
    var matcher = PatternMatcher(self, text: scalars(of: text))
    return matcher.run()
  }
}

extension Pattern {
  /// A step on the way through a text.
  struct Node: Sendable {
    /// What the node asks for.
    var kind: Kind
    /// Where its literal or class lies in `words`, or the first node of the list that it is about.
    var first = Pattern.none
    /// How often that has to be there at least; for a literal, its length.
    var minimum: Int32 = 1
    /// How often it may be there at most.
    var maximum: Int32 = 1
    /// The node after it.
    var next = Pattern.none
  }

  /// What a node can ask for.
  enum Kind: UInt8, Sendable {
    /// These scalars, one after the other.
    case literal
    /// One scalar of a class.
    case scalar
    /// Some scalars of a class.
    case run
    /// Any scalars, as many as there are or fewer.
    case rest
    /// A list of nodes.
    case group
    /// A list of nodes, some times.
    case repetition
    /// One of a list of groups.
    case alternation
    /// The beginning of the text.
    case start
    /// The end of the text, or the line feed at its end.
    case end
    /// The end of the text.
    case textEnd
    /// A word on one side, and none on the other.
    case boundary
    /// A word on both sides, or on none.
    case noBoundary
    /// A list of nodes matches what follows.
    case ahead
    /// A list of nodes does not match what follows.
    case notAhead
    /// A list of nodes matches what came before.
    case behind
    /// A list of nodes does not match what came before.
    case notBehind
  }
}

/// Returns the scalars of `text`, which is UTF-8; what is not is U+FFFD.
private func scalars(of text: ArraySlice<UInt8>) -> [UInt32] {
  var scalars: [UInt32] = []
  scalars.reserveCapacity(text.count)
  for byte in text {
    if byte >= 0x80 { return String(decoding: text, as: UTF8.self).unicodeScalars.map { $0.value } }
    scalars.append(UInt32(byte))
  }
  return scalars
}
