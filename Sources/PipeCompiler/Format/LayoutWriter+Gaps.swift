// What stands between tokens: spaces, line ends and comments.
extension LayoutWriter {
  /// Where a token stands.
  private enum Place {
    /// Behind the one before.
    case same
    /// On a line that is indented by so many steps.
    case line(Int)
  }

  /// Writes what stands before the token at `index`, which itself is not written if it `isDropped`.
  mutating func writeGap(before index: Int, isDropped: Bool = false) {
    let start = index > 0 ? Int(tokens.tokens[index - 1].end) : 0
    let end = Int(tokens.tokens[index].start)
    let place = isDropped ? .same : place(of: index)
    // The usual cases are a single space, nothing, and a line's end.
    if end - start <= 1 || !tokens.bytes[start..<end].contains(UInt8(ascii: "/")) {
      if isDropped { return }
      let isApart = isApart(index, tokens.bytes.hasBlankLine(start..<end))
      move(to: place, isApart: isApart, before: index)
      return beginRow(index, isAfterComment: false, isApart: isApart)
    }
    writeComments(in: start..<end, before: index, place, isDropped: isDropped)
  }

  /// Goes to `place`, where the token at `index` is going to stand.
  private mutating func move(to place: Place, isApart: Bool, before index: Int) {
    switch place {
    case .line(let steps): beginLine(indentedBy: steps, isApart: isApart)
    case .same:
      if index < tokens.tokens.count - 1, column > 0, hasSpace(before: index) { writeSpace() }
    }
  }

  /// Notes that the token at `index` begins a row of columns, if it does.
  private mutating func beginRow(_ index: Int, isAfterComment: Bool, isApart: Bool) {
    guard plan.roles[index].contains(.startsEntry), index < tokens.tokens.count - 1,
      ColumnRuns.lineUp(plan.kinds[index])
    else { return }
    rows.begin(
      plan.kinds[index], at: out.count, line: lines,
      continues: !isAfterComment && !isApart, entry: index, end: Int(plan.ends[index]))
  }

  /// Returns where the token at `index` stands.
  private func place(of index: Int) -> Place {
    let roles = plan.roles[index]
    let innermost = open[open.count - 1]
    if index == tokens.tokens.count - 1 { return .same }
    if roles.contains(.closes), plan.entryLists[innermost.list].close == index {
      return roles.contains(.startsLine) ? .line(innermost.outer) : .same
    }
    if roles.contains(.startsEntry), roles.contains(.startsLine) { return .line(innermost.inner) }
    if roles.contains(.continues) { return .line(innermost.inner + 1) }
    return .same
  }

  /// Returns `true` iff an empty line stands before the token at `index`, where one stood if `wasApart`.
  private func isApart(_ index: Int, _ wasApart: Bool) -> Bool {
    guard plan.roles[index].contains(.startsEntry) else { return false }
    let innermost = open[open.count - 1]
    if innermost.last == .file { return false }
    if wasApart || !plan.entryLists[innermost.list].holdsDeclarations { return wasApart }
    return !innermost.last.standsClose || !plan.kinds[index].standsClose
  }

  /// Returns `true` iff a space stands before the token at `index` on its line.
  func hasSpace(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let (roles, before) = (plan.roles[index], plan.roles[index - 1])
    if roles.contains(.tightBefore) || before.contains(.tightAfter) { return false }
    switch tokens.tokens[index - 1].kind {
    case .leftParenthesis, .leftBracket, .dot, .ellipsis: return false
    case .leftBrace: return tokens.tokens[index].kind != .rightBrace
    default: break
    }
    switch tokens.tokens[index].kind {
    case .comma, .semicolon, .rightParenthesis, .rightBracket, .dot: return false
    case .colon: return roles.contains(.spaced)
    default: return true
    }
  }

  /// Writes a space.
  private mutating func writeSpace() {
    out.write(UInt8(ascii: " "))
    column += 1
  }

  /// Writes the comments in `gap`, the bytes before the token at `index`, and goes to `place`.
  private mutating func writeComments(
    in gap: Range<Int>, before index: Int, _ place: Place, isDropped: Bool
  ) {
    var reader = CommentReader(tokens.bytes, gap)
    let steps = commentSteps(before: index, place)
    let isFirst = open[open.count - 1].last == .file
    // One empty line is due before a declaration, at the first place where one may be.
    var isDue = isApart(index, false) && !tokens.bytes.hasBlankLine(gap)
    var (endsLine, isAlone) = (false, false)
    while let comment = reader.next() {
      if comment.startsLine || endsLine || column == 0 {
        beginLine(indentedBy: steps, isApart: comment.isApart && (!isFirst || isAlone) || isDue)
        (isDue, isAlone) = (false, true)
      } else {
        out.writeSpaces(comment.endsLine ? 2 : 1)
        column += comment.endsLine ? 2 : 1
      }
      writeText(comment.range)
      endsLine = comment.endsLine
    }
    if isDropped { return }
    let isApart =
      plan.roles[index].contains(.startsEntry)
      && (reader.isApart && (!isFirst || isAlone) || isDue)
    switch place {
    case .line where isAlone && !reader.startsLine && !endsLine: writeSpace()
    case .line(let steps): beginLine(indentedBy: steps, isApart: isApart)
    case .same where index == tokens.tokens.count - 1: break
    case .same where endsLine: beginLine(indentedBy: steps)
    case .same: if hasSpace(before: index) || !isAlone { writeSpace() }
    }
    beginRow(index, isAfterComment: isAlone, isApart: isApart)
  }

  /// Returns how far comments before the token at `index`, which stands at `place`, are indented.
  private func commentSteps(before index: Int, _ place: Place) -> Int {
    let (roles, inner) = (plan.roles[index], open[open.count - 1].inner)
    if roles.contains(.startsEntry) || roles.contains(.separator) || roles.contains(.closes)
      || index == tokens.tokens.count - 1
    {
      return inner
    }
    return inner + 1
  }
}

/// A comment between two tokens.
struct Comment {
  /// Where its text lies, without blank space at its end.
  let range: Range<Int>
  /// `true` iff nothing stands before it on its line.
  let startsLine: Bool
  /// `true` iff an empty line stands before it.
  let isApart: Bool
  /// `true` iff nothing can stand behind it on its line.
  let endsLine: Bool
}

/// The machine that finds the comments in a gap between tokens.
struct CommentReader {
  /// The text.
  private let bytes: [UInt8]
  /// What remains of the gap.
  private var rest: Range<Int>
  /// The number of line ends behind the last comment, or since the beginning.
  private var lineEnds = 0

  /// Creates the reader of `gap` in `bytes`.
  init(_ bytes: [UInt8], _ gap: Range<Int>) {
    self.bytes = bytes
    rest = gap
  }

  /// `true` iff what follows stands on a new line.
  var startsLine: Bool { lineEnds > 0 }
  /// `true` iff an empty line stands before what follows.
  var isApart: Bool { lineEnds > 1 }

  /// Returns the next comment, if there is one.
  mutating func next() -> Comment? {
    lineEnds = 0
    while let position = rest.first {
      if bytes[position] == UInt8(ascii: "/") { return comment(at: position) }
      if bytes[position] == UInt8(ascii: "\n") { lineEnds += 1 }
      rest = position + 1..<rest.upperBound
    }
    return nil
  }

  /// Returns the comment that begins at `start`.
  private mutating func comment(at start: Int) -> Comment {
    let endsLine = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    let end = endsLine ? lineEnd(from: start) : blockEnd(from: start)
    rest = end..<rest.upperBound
    var stop = end
    while stop > start, [0x20, 0x09, 0x0D].contains(bytes[stop - 1]) { stop -= 1 }
    return Comment(
      range: start..<stop, startsLine: lineEnds > 0, isApart: lineEnds > 1, endsLine: endsLine)
  }

  /// Returns where the line ends that `start` lies on.
  private func lineEnd(from start: Int) -> Int {
    var position = start
    while position < rest.upperBound, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return position
  }

  /// Returns where the comment of several lines ends that begins at `start`.
  private func blockEnd(from start: Int) -> Int {
    var position = start + 2
    while position + 1 < rest.upperBound {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        return position + 2
      }
      position += 1
    }
    return rest.upperBound
  }
}

extension [UInt8] {
  /// Returns `true` iff an empty line lies in `gap`, which begins behind a token.
  fileprivate func hasBlankLine(_ gap: Range<Int>) -> Bool {
    var isEmpty = false
    for position in gap {
      switch self[position] {
      case UInt8(ascii: "\n"):
        if isEmpty { return true }
        isEmpty = true
      case 0x20, 0x09, 0x0D: continue
      default: isEmpty = false
      }
    }
    return false
  }
}

extension SyntaxKind {
  /// `true` iff no empty line need stand between such declarations.
  fileprivate var standsClose: Bool {
    switch self {
    case .importDeclaration, .config, .parameter, .letDeclaration, .typeDeclaration, .function,
      .assertDeclaration, .fail, .result, .use:
      true
    default: false
    }
  }
}
