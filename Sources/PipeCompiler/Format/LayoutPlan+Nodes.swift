// What the nodes of a tree say about its tokens.
extension LayoutPlan {
  /// A node that is around the one at hand.
  private struct Ancestor {
    /// What it is.
    let kind: SyntaxKind
    /// The node behind its last descendant.
    let end: Int
    /// `true` iff the nodes directly in it are entries of a list.
    let holdsEntries: Bool
  }

  /// Notes what every node of `tree` says about its tokens.
  mutating func readNodes(of tree: SyntaxTree) {
    var ancestors: [Ancestor] = []
    var index = 0
    while index < tree.nodes.count {
      while let last = ancestors.last, last.end <= index { ancestors.removeLast() }
      let node = tree.nodes[index]
      let first = Int(node.firstToken)
      if let parent = ancestors.last, isEntry(node.kind, of: parent),
        node.endToken > node.firstToken
      {
        addEntry(node, tree.tokens)
        if parent.kind == .file { roles[first].insert(.startsLine) }
        // What is kept is not looked into.
        if units[first] != 0, roles[first].contains(.kept) {
          index += Int(node.size)
          continue
        }
      }
      let holdsEntries = index == 0 || addList(node, at: index, of: tree)
      mark(node, at: index, of: tree)
      if node.kind == .interpolation {
        index += Int(node.size)
        continue
      }
      ancestors.append(
        Ancestor(kind: node.kind, end: index + Int(node.size), holdsEntries: holdsEntries))
      index += 1
    }
  }

  /// Returns `true` iff a node of `kind` directly in `parent` is an entry of a list.
  private func isEntry(_ kind: SyntaxKind, of parent: Ancestor) -> Bool {
    guard parent.holdsEntries else { return false }
    switch parent.kind {
    case .profile: return kind == .binding
    case .test: return kind == .given || kind == .expect
    case .importDeclaration: return kind == .name
    default: return true
    }
  }

  /// Notes that `node` is an entry of a list.
  private mutating func addEntry(_ node: SyntaxNode, _ tokens: TokenBuffer) {
    let (first, end) = (Int(node.firstToken), Int(node.endToken))
    roles[first].insert(.startsEntry)
    ends[first] = node.endToken
    kinds[first] = node.kind
    if tokens[end].kind == .comma || tokens[end].kind == .semicolon {
      roles[end].insert(.separator)
    }
  }

  /// Notes that `node`, the one at `index` of `tree`, is a list, and returns `true` iff it is one.
  private mutating func addList(_ node: SyntaxNode, at index: Int, of tree: SyntaxTree) -> Bool {
    guard let open = opening(of: node, at: index, in: tree) else { return false }
    let close = Int(node.endToken) - 1
    guard close > open else { return false }
    let isBlock = node.kind == .block
    // The last entry of an import is followed by a word.
    let end = node.kind == .importDeclaration ? closing(from: open, in: tree.tokens) : close
    guard let end, end > open, tree.tokens[end].kind.closesList else { return false }
    entryLists.append(
      EntryList(
        open: open, close: end,
        isStrict: isBlock || node.kind == .items || node.kind == .profile
          || node.kind == .test, holdsDeclarations: isBlock,
        isBroken: isBlock && tree.hasSeveralChildren(index)))
    lists[open] = UInt32(truncatingIfNeeded: entryLists.count)
    roles[end].insert(.closes)
    return true
  }

  /// Returns the token that opens the list that `node` is, if it is one.
  private func opening(of node: SyntaxNode, at index: Int, in tree: SyntaxTree) -> Int? {
    let first = Int(node.firstToken)
    switch node.kind {
    case .block, .items, .object, .recordType:
      return tree.tokens[first].kind == .leftBrace ? first : nil
    case .list: return first
    case .arguments, .formals:
      return tree.tokens[first].kind == .leftParenthesis ? first : nil
    case .returnsItem: return first + 1
    case .importDeclaration: return tree.tokens[first + 1].kind == .leftBrace ? first + 1 : nil
    case .test: return tree.firstChild(of: index).map { Int(tree.nodes[$0].endToken) }
    case .profile:
      return tree.children(of: index).prefix { tree.kind($0) == .name }.last
        .map { Int(tree.nodes[$0].endToken) }
    default: return nil
    }
  }

  /// Returns the first closing brace behind the token at `open`.
  private func closing(from open: Int, in tokens: TokenBuffer) -> Int? {
    tokens.tokens[open...].firstIndex { $0.kind == .rightBrace }
  }

  /// Notes what `node`, the one at `index` of `tree`, says about spaces and columns.
  private mutating func mark(_ node: SyntaxNode, at index: Int, of tree: SyntaxTree) {
    let (first, end) = (Int(node.firstToken), Int(node.endToken))
    switch node.kind {
    case .interpolation: units[first] = node.endToken
    case .prefix: roles[first].insert(.tightAfter)
    case .indexAccess, .arguments, .formals: roles[first].insert(.tightBefore)
    case .optionalType: roles[end - 1].insert(.tightBefore)
    case .ternary: markChoice(index, of: tree)
    case .use: markUse(index, of: tree)
    default: markColumns(node, at: index, of: tree)
    }
  }

  /// Notes that the choice at `index` of `tree` has spaces round its colon.
  private mutating func markChoice(_ index: Int, of tree: SyntaxTree) {
    var parts = tree.cursor(in: index)
    guard parts.next(in: tree) != nil, let value = parts.next(in: tree) else { return }
    roles[Int(tree.nodes[value].endToken)].insert(.spaced)
  }

  /// Notes that what counts the use of a template, at `index` of `tree`, stands close to its name.
  private mutating func markUse(_ index: Int, of tree: SyntaxTree) {
    guard let name = tree.firstChild(of: index) else { return }
    let end = Int(tree.nodes[name].endToken)
    if tree.tokens[end].kind == .leftBracket { roles[end].insert(.tightBefore) }
  }

  /// Notes which tokens of `node`, the one at `index` of `tree`, stand in columns.
  private mutating func markColumns(_ node: SyntaxNode, at index: Int, of tree: SyntaxTree) {
    switch node.kind {
    case .config, .parameter:
      guard let type = tree.children(of: index).first(where: { tree.isType($0) }) else { return }
      columns[Int(tree.nodes[type].firstToken)] = 2
      if tree.tokens[Int(tree.nodes[type].endToken)].kind == .assign {
        columns[Int(tree.nodes[type].endToken)] = 3
      }
    case .letDeclaration:
      let parts = tree.children(of: index).prefix(2).map { Int(tree.nodes[$0].endToken) }
      if let sign = parts.first(where: { tree.tokens[$0].kind == .assign }) { columns[sign] = 2 }
    case .binding, .inputItem, .outputItem, .channelItem, .reportItem:
      if node.kind != .binding { columns[Int(node.firstToken) + 1] = 1 }
      for (number, part) in tree.children(of: index).dropLast().enumerated() {
        columns[Int(tree.nodes[part].endToken)] = UInt8(truncatingIfNeeded: min(number, 1) + 2)
      }
    default: return
    }
  }
}

extension TokenKind {
  /// `true` iff the token is a closing bracket.
  fileprivate var closesList: Bool {
    self == .rightBrace || self == .rightBracket || self == .rightParenthesis
  }
}

extension SyntaxTree {
  /// Returns `true` iff more than one node lies directly below the one at `index`.
  fileprivate func hasSeveralChildren(_ index: NodeIndex) -> Bool {
    var children = cursor(in: index)
    return children.next(in: self) != nil && children.next(in: self) != nil
  }
}
