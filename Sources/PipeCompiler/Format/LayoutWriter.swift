/// The machine that writes tokens and comments in the one layout.
struct LayoutWriter: ~Copyable {
  /// The tokens of the text.
  let tokens: TokenBuffer
  /// What is known about their layout.
  var plan: LayoutPlan
  /// What has been written.
  var out: ByteWriter
  /// The lists that are open, the file first.
  var open: [OpenList]
  /// The number of columns that are filled on the line.
  var column = 0
  /// How far the line is indented, in steps.
  var indent = 0
  /// The number of lines that have been ended.
  var lines = 0
  /// What stands in columns.
  var rows = ColumnRuns()
  /// The end of the last line that was looked at for a comment that is meant for pipec, and whether
  /// there was one.
  var directiveLine: (end: Int, isFound: Bool) = (0, false)

  /// How long lines may be.
  static let width = 100

  /// A list that is being written.
  struct OpenList {
    /// Its number.
    let list: Int
    /// How far its entries are indented.
    let inner: Int
    /// How far the line is indented on which it begins.
    let outer: Int
    /// What the last entry was; the file's kind if there was none.
    var last: SyntaxKind = .file
  }

  /// Creates the machine that writes `tokens` as `plan` says.
  init(_ tokens: TokenBuffer, _ plan: LayoutPlan) {
    self.tokens = tokens
    self.plan = plan
    out = ByteWriter(reserving: tokens.bytes.count + tokens.bytes.count / 8 + 64)
    open = [OpenList(list: 0, inner: 0, outer: 0)]
  }

  /// Writes everything and returns it.
  mutating func write() -> [UInt8] {
    var index = 0
    let end = tokens.tokens.count - 1
    while index < end {
      if plan.roles[index].contains(.kept) {
        index = keep(from: index)
        continue
      }
      if plan.roles[index].contains(.separator), endsLine(at: index) {
        writeGap(before: index, isDropped: true)
        // What is kept begins right behind it, maybe on the same line.
        if plan.roles[index + 1].contains(.kept) { out.write(tokens.text(index)) }
        index += 1
        continue
      }
      writeGap(before: index)
      index = writeToken(index)
    }
    if plan.roles[end].contains(.kept) {
      let start = end > 0 ? Int(tokens.tokens[end - 1].end) : 0
      out.write(tokens.bytes, start..<tokens.bytes.count)
    } else {
      writeGap(before: end)
      if out.count > 0, column > 0 { endLine() }
    }
    return rows.aligned(out.finish())
  }

  /// Returns `true` iff the separator at `index` is the last thing on its line.
  private func endsLine(at index: Int) -> Bool {
    let next = plan.roles[index + 1]
    return next.contains(.startsLine) || next.contains(.closes)
      || index + 1 == tokens.tokens.count - 1 || next.contains(.kept)
  }

  /// Writes what begins at the token `index` as it is, and what stands before it too; returns the token
  /// behind it.
  private mutating func keep(from index: Int) -> Int {
    let start = index > 0 ? Int(tokens.tokens[index - 1].end) : 0
    let next = Int(plan.units[index])
    out.write(tokens.bytes, start..<Int(tokens.tokens[next - 1].end))
    column = Self.width
    lines += 2
    open[0].last = .error
    return next
  }

  /// Writes the token at `index`, or the text that begins there, and returns the token behind it.
  private mutating func writeToken(_ index: Int) -> Int {
    let roles = plan.roles[index]
    if roles.contains(.closes), open.count > 1,
      plan.entryLists[open[open.count - 1].list].close == index
    {
      open.removeLast()
    }
    if roles.contains(.startsEntry) {
      open[open.count - 1].last = plan.kinds[index]
    }
    let list = Int(plan.lists[index])
    if list != 0, !plan.entryLists[list - 1].isBroken, !plan.entryLists[list - 1].isEmpty {
      breakIfNeeded(list - 1, at: index)
    }
    if plan.columns[index] != 0 {
      rows.addCell(plan.columns[index], at: out.count, line: lines)
    }
    if roles.contains(.separator) {
      out.write(UInt8(ascii: ","))
      column += 1
      return index + 1
    }
    let end = plan.units[index] != 0 ? Int(plan.units[index]) : index + 1
    writeText(Int(tokens.tokens[index].start)..<Int(tokens.tokens[end - 1].end))
    if end == rows.end { rows.finish(line: lines) }
    if list != 0 {
      // What a declaration holds is indented as the declaration is, wherever its head ends.
      let outer = plan.entryLists[list - 1].isStrict ? open[open.count - 1].inner : indent
      open.append(OpenList(list: list - 1, inner: outer + 1, outer: outer))
    }
    return end
  }

  /// Writes the bytes of the text in `range`, which may hold line ends.
  mutating func writeText(_ range: Range<Int>) {
    out.write(tokens.bytes, range)
    let text = tokens.bytes[range]
    column += range.count
    guard range.count > 2, let lineFeed = text.lastIndex(of: UInt8(ascii: "\n")) else { return }
    column = range.upperBound - lineFeed - 1
    lines += text.count { $0 == UInt8(ascii: "\n") }
  }

  /// Ends the line.
  mutating func endLine() {
    out.write(UInt8(ascii: "\n"))
    column = 0
    lines += 1
  }

  /// Begins a line that is indented by `steps`, behind an empty one if `isApart`.
  mutating func beginLine(indentedBy steps: Int, isApart: Bool = false) {
    if out.count > 0 {
      if column > 0 { endLine() }
      if isApart { endLine() }
    }
    indent = steps
    out.writeSpaces(2 * steps)
    column = 2 * steps
  }
}
