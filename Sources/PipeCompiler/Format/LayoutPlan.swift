/// What is known about the layout of a text before it is written.
struct LayoutPlan {
  /// What each token is.
  var roles: [TokenRole]
  /// For tokens that begin an entry, the token behind it; for others that begin a text that is
  /// written as it is, such as an interpolated string, the token behind that; zero for the rest.
  var ends: [UInt32]
  /// The same for texts that are written as they are.
  var units: [UInt32]
  /// For tokens that begin an entry, what it is.
  var kinds: [SyntaxKind]
  /// For tokens that are lined up with those above and below, one plus the number of the column.
  var columns: [UInt8]
  /// One plus the number of the list that each token opens; zero for the rest.
  var lists: [UInt32]
  /// The lists, the file itself first.
  var entryLists: [EntryList]

  /// Plans the layout of `tree`, leaving declarations with `mistakes` in them alone.
  init(of tree: SyntaxTree, keeping mistakes: [SourceSpan]) {
    let count = tree.tokens.tokens.count
    roles = Array(repeating: [], count: count)
    ends = Array(repeating: 0, count: count)
    units = ends
    kinds = Array(repeating: .file, count: count)
    columns = Array(repeating: 0, count: count)
    lists = ends
    entryLists = [
      EntryList(
        open: -1, close: count - 1, isStrict: true, holdsDeclarations: true, isBroken: true)
    ]
    keepMistakes(mistakes, of: tree)
    readNodes(of: tree)
    readLines(of: tree.tokens)
    for list in entryLists.indices where entryLists[list].isBroken {
      breakLines(of: list, tree.tokens)
    }
  }

  /// Marks what is to be kept as it is, since one of `mistakes`, which are in order, lies in it.
  private mutating func keepMistakes(_ mistakes: [SourceSpan], of tree: SyntaxTree) {
    var next = 0
    for child in tree.children(of: 0) {
      let node = tree.nodes[child]
      let (first, end) = (Int(node.firstToken), Int(node.endToken))
      guard end > first else { continue }
      let start = first > 0 ? tree.tokens[first - 1].end : 0
      // What is reported at the end of a line is about what lies on both sides of it.
      let stop = tree.tokens[end].start
      while next < mistakes.count, mistakes[next].end < start { next += 1 }
      var isWrong = !tree.kind(child).isDeclaration
      var mistake = next
      while !isWrong, mistake < mistakes.count, mistakes[mistake].start <= stop {
        isWrong = mistakes[mistake].end >= start
        mistake += 1
      }
      guard isWrong else { continue }
      roles[first].insert(.kept)
      units[first] = UInt32(truncatingIfNeeded: end)
    }
    let end = tree.tokens.tokens.count - 1
    let last = tree.children(of: 0).reduce(0) { $1 }
    let isLastKept = last > 0 && roles[Int(tree.nodes[last].firstToken)].contains(.kept)
    let start = end > 0 ? tree.tokens[end - 1].end : 0
    if isLastKept || mistakes.contains(where: { $0.end >= start }) { roles[end].insert(.kept) }
  }

  /// Finds out which tokens stand on a new line in the text, and what that makes of the brackets.
  private mutating func readLines(of tokens: TokenBuffer) {
    var open = [0]
    var index = 0
    while index < tokens.tokens.count {
      let startsLine = tokens.tokens[index].flags.contains(.newlineBefore)
      let list = open[open.count - 1]
      if roles[index].contains(.closes), entryLists[list].close == index, open.count > 1 {
        open.removeLast()
        if startsLine, entryLists[list].staysBroken || tokens.hasComment(before: index) {
          entryLists[list].isBroken = true
        }
      } else if startsLine, index > 0 {
        entryLists[list].isBroken = true
        if !roles[index].contains(.startsEntry), continues(at: index, tokens) {
          roles[index].insert(.continues)
        }
      }
      if units[index] != 0 {
        index = Int(units[index])
        continue
      }
      if lists[index] != 0 { open.append(Int(lists[index]) - 1) }
      index += 1
    }
  }

  /// Returns `true` iff the token at `index`, which stands on a new line, is to stay on one.
  private func continues(at index: Int, _ tokens: TokenBuffer) -> Bool {
    if roles[index].contains(.separator) { return false }
    if tokens.hasComment(before: index) { return true }
    return joins(index, tokens) || joins(index - 1, tokens)
  }

  /// Returns `true` iff the token at `index` is an operator at which lines may be broken.
  private func joins(_ index: Int, _ tokens: TokenBuffer) -> Bool {
    switch tokens.tokens[index].kind {
    case .dot, .coalesce, .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .plus, .star, .slash, .percent:
      true
    case .minus: !roles[index].contains(.tightAfter)
    case .question: !roles[index].contains(.tightBefore)
    case .colon: roles[index].contains(.spaced)
    default: false
    }
  }
}

// Breaking lines.
extension LayoutPlan {
  /// Puts the entries of `list` on lines, as many on one as there are in the text if that is allowed.
  private mutating func breakLines(of list: Int, _ tokens: TokenBuffer) {
    let entries = entryLists[list]
    if list > 0 { roles[entries.close].insert(.startsLine) }
    var entry = entries.open + 1
    var isFirst = true
    while entry < entries.close, ends[entry] != 0 {
      if entries.isStrict || isFirst || isOnNewLine(entry, tokens) {
        roles[entry].insert(.startsLine)
      }
      isFirst = false
      entry = next(after: entry)
    }
  }

  /// Puts the entries of `list`, which stood on one line, on lines: on one if `together`.
  mutating func breakLines(of list: Int, together: Bool) {
    entryLists[list].isBroken = true
    let entries = entryLists[list]
    roles[entries.close].insert(.startsLine)
    var entry = entries.open + 1
    while entry < entries.close, ends[entry] != 0 {
      roles[entry].insert(.startsLine)
      if together { return }
      entry = next(after: entry)
    }
  }

  /// Returns the token behind the entry that begins at `entry` and what separates it from the next.
  private func next(after entry: Int) -> Int {
    let end = Int(ends[entry])
    return roles[end].contains(.separator) ? end + 1 : end
  }

  /// Returns `true` iff the entry at `index` stands on a new line in the text, with or without a comma
  /// before it.
  private func isOnNewLine(_ index: Int, _ tokens: TokenBuffer) -> Bool {
    if tokens.tokens[index].flags.contains(.newlineBefore) { return true }
    return index > 0 && roles[index - 1].contains(.separator)
      && tokens.tokens[index - 1].flags.contains(.newlineBefore)
  }
}

extension TokenBuffer {
  /// Returns `true` iff a comment stands between the token at `index` and the one before.
  func hasComment(before index: Int) -> Bool {
    let start = index > 0 ? Int(tokens[index - 1].end) : 0
    return bytes[start..<Int(tokens[index].start)].contains(UInt8(ascii: "/"))
  }
}
