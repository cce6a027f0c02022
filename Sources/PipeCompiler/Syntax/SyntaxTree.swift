/// A node of a syntax tree: its kind, its tokens and how many nodes it consists of.
package struct SyntaxNode: Hashable, Sendable {
  /// The first token.
  package var firstToken: UInt32
  /// The token after the last one.
  package var endToken: UInt32
  /// The number of nodes in the subtree, this one included.
  package var size: UInt32
  /// What the node is.
  package var kind: SyntaxKind
}

/// The position of a node in its tree.
package typealias NodeIndex = Int

/// A program as it was written, with every byte of its text.
///
/// The nodes stand in preorder, so a node's children follow it, and the tokens of a tree are the
/// tokens of its file.
package struct SyntaxTree: Sendable {
  /// The tokens of the file, and of those that it imports.
  package internal(set) var tokens: TokenBuffer
  /// The nodes, in preorder; the first one is the file, and the trees of other files follow its own.
  package internal(set) var nodes: [SyntaxNode]

  /// Returns the kind of the node at `index`.
  func kind(_ index: NodeIndex) -> SyntaxKind { nodes[index].kind }

  /// Returns the nodes directly below the one at `index`, in order.
  func children(of index: NodeIndex) -> SyntaxChildren {
    SyntaxChildren(nodes: nodes, position: index + 1, end: index + Int(nodes[index].size))
  }

  /// Returns the place before the first node directly below the one at `index`.
  func cursor(in index: NodeIndex) -> SyntaxCursor {
    SyntaxCursor(position: index + 1, end: index + Int(nodes[index].size))
  }

  /// Returns the first child of `index` that is of `kind`, if there is one.
  func child(of index: NodeIndex, _ kind: SyntaxKind) -> NodeIndex? {
    children(of: index).first { nodes[$0].kind == kind }
  }

  /// Returns `true` iff the node at `index` is a type.
  func isType(_ index: NodeIndex) -> Bool {
    switch nodes[index].kind {
    case .namedType, .listType, .recordType, .optionalType: true
    default: false
    }
  }

  /// Returns the only child, or the first of several, of the node at `index`.
  func firstChild(of index: NodeIndex) -> NodeIndex? {
    nodes[index].size > 1 ? index + 1 : nil
  }

  /// Returns where the node at `index` lies in the text; a node without tokens lies before the next one.
  package func span(of index: NodeIndex) -> SourceSpan {
    let node = nodes[index]
    let first = tokens[Int(node.firstToken)]
    guard node.endToken > node.firstToken else { return SourceSpan(first.start, first.start) }
    return SourceSpan(first.start, tokens[Int(node.endToken) - 1].end)
  }

  /// Returns the first token of the node at `index`.
  func firstToken(of index: NodeIndex) -> Token { tokens[Int(nodes[index].firstToken)] }

  /// Returns the text of the first token of the node at `index`.
  func word(_ index: NodeIndex) -> String {
    String(decoding: tokens.text(Int(nodes[index].firstToken)), as: UTF8.self)
  }
}

/// A place among the nodes directly below another one.
struct SyntaxCursor {
  /// The next node.
  private var position: NodeIndex
  /// The first node that is no descendant.
  private let end: NodeIndex

  /// Creates the cursor before the first of the nodes up to `end`.
  init(position: NodeIndex, end: NodeIndex) {
    self.position = position
    self.end = end
  }

  /// Returns the next node, if there is one.
  mutating func next(in tree: borrowing SyntaxTree) -> NodeIndex? {
    guard position < end else { return nil }
    let node = position
    position += Int(tree.nodes[node].size)
    return node
  }
}

/// The first nodes directly below another one, of which none has more than four by its grammar.
struct SyntaxParts {
  /// The nodes.
  private var nodes = InlineArray<4, NodeIndex>(repeating: 0)
  /// How many nodes there are, at most four.
  private(set) var count = 0

  /// The node at `index`.
  subscript(index: Int) -> NodeIndex { nodes[index] }

  /// Adds `node`, unless there are four.
  mutating func append(_ node: NodeIndex) {
    guard count < 4 else { return }
    nodes[count] = node
    count += 1
  }
}

/// The nodes directly below another one.
struct SyntaxChildren: Sequence, IteratorProtocol {
  /// All nodes of the tree.
  let nodes: [SyntaxNode]
  /// The next child.
  var position: NodeIndex
  /// The first node that is no descendant.
  let end: NodeIndex

  /// Returns the next child, if there is one.
  mutating func next() -> NodeIndex? {
    guard position < end else { return nil }
    defer { position += Int(nodes[position].size) }
    return position
  }
}

extension SyntaxTree {
  /// Returns the tree as text: a node a line, indented, leaves with their source.
  package func dump() -> String {
    var lines: [String] = []
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      var line = String(repeating: "  ", count: ends.count) + "\(node.kind)"
      if node.size == 1, node.endToken > node.firstToken { line += " " + source(of: index) }
      lines.append(line)
      ends.append(index + Int(node.size))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the source of the node at `index` on one line.
  private func source(of index: NodeIndex) -> String {
    String(decoding: tokens.bytes[span(of: index).range], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }
}
