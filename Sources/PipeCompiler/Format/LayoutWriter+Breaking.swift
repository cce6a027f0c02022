// Breaking lines that are too long.
extension LayoutWriter {
  /// Breaks `list`, which begins at the token `index` and stands on one line, if that is too long.
  mutating func breakIfNeeded(_ list: Int, at index: Int) {
    let entries = plan.entryLists[list]
    let end = tokens.tokens.count - 1
    if fits(from: index, to: end, column, behind: entries.close) || isForDirective(index) { return }
    let together =
      !entries.isStrict && fits(from: index + 1, to: entries.close, 2 * (indent + 1), broken: false)
    plan.breakLines(of: list, together: together)
  }

  /// Returns `true` iff the tokens from `start` to the end of their line, or up to `end`, fit on a line
  /// of which `filled` columns are filled; with a line end among them they don't if `broken` is `false`.
  ///
  /// Behind the token `close`, the items of a step or the block of a condition may be broken instead.
  private func fits(
    from start: Int, to end: Int, _ filled: Int, behind close: Int = .max, broken: Bool = true
  ) -> Bool {
    var (column, index) = (filled, start)
    while index < end {
      if index > close, index > start, canBreak(behind: index - 1) { return true }
      let roles = plan.roles[index]
      if index > start, !roles.isDisjoint(with: [.startsLine, .continues]) { return broken }
      if index > start, hasSpace(before: index) { column += 1 }
      let next = plan.units[index] != 0 ? Int(plan.units[index]) : index + 1
      let text = Int(tokens.tokens[index].start)..<Int(tokens.tokens[next - 1].end)
      let length = lineLength(of: text)
      column += length.columns
      if column > Self.width { return false }
      if length.isCut { return broken }
      index = next
    }
    return true
  }

  /// Returns `true` iff the token at `index` opens items or declarations.
  private func canBreak(behind index: Int) -> Bool {
    let list = Int(plan.lists[index])
    return list != 0 && plan.entryLists[list - 1].isStrict && !plan.entryLists[list - 1].isEmpty
  }

  /// Returns how many columns the first line of `text` fills, as far as that matters, and whether there
  /// are more lines.
  private func lineLength(of text: Range<Int>) -> (columns: Int, isCut: Bool) {
    var columns = 0
    for position in text {
      let byte = tokens.bytes[position]
      if byte == UInt8(ascii: "\n") { return (columns, true) }
      if byte & 0xC0 != 0x80 { columns += 1 }
      if columns > Self.width { break }
    }
    return (columns, false)
  }

  /// Returns `true` iff a comment for pipec ends the line that the token at `index` stands on: it is
  /// about all of that line.
  private mutating func isForDirective(_ index: Int) -> Bool {
    if tokens.directives.isEmpty { return false }
    let start = Int(tokens.tokens[index].start)
    if start < directiveLine.end { return directiveLine.isFound }
    var end = start
    while end < tokens.bytes.count, tokens.bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let isFound = tokens.directives.contains { (start..<end).contains(Int($0)) }
    directiveLine = (end, isFound)
    return isFound
  }
}
