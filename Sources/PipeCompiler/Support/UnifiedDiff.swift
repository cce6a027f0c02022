/// Returns the difference of two texts in the unified format with three lines of context, or
/// nothing if they are equal.
///
/// The result is meant to be read: it has at most `limit` lines of changes and context, after which
/// a line says how many more there are, and lines are cut and made safe to show.
/// - Complexity: linear in the texts' lengths, times at most the 256 changes that are told apart;
///   where there are more, they are shown as one.
package func unifiedDiff(
  from old: [UInt8], named oldName: String, to new: [UInt8], named newName: String,
  limit: Int = 100
) -> [UInt8] {
  if old == new { return [] }
  var lines = LineIdentities()
  let before = lines.identify(old)
  let after = lines.identify(new)
  var writer = DiffWriter(limit: limit, lines: lines)
  writer.writeHeader(oldName, newName)
  writer.write(Alignment(of: before, and: after).edits, before, after)
  return writer.finish()
}

/// Distinct lines, numbered as they are met, so that comparing lines is comparing numbers.
private struct LineIdentities {
  /// The texts, each with its line feed if it has one.
  private(set) var texts: [ArraySlice<UInt8>] = []
  /// The number of each text.
  private var numbers: [ArraySlice<UInt8>: Int32] = [:]

  /// Returns the numbers of the lines of `bytes`.
  mutating func identify(_ bytes: [UInt8]) -> [Int32] {
    var result: [Int32] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      result.append(identify(rest[..<end]))
      rest = rest[end...]
    }
    return result
  }

  /// Returns the number of the line `text`.
  private mutating func identify(_ text: ArraySlice<UInt8>) -> Int32 {
    let fresh = Int32(truncatingIfNeeded: texts.count)
    let number = numbers[text, default: fresh]
    if number == fresh {
      numbers[text] = fresh
      texts.append(text)
    }
    return number
  }
}

/// What happens to lines on the way from one text to another.
private enum Edit {
  /// A line of both texts.
  case keep
  /// A line of the old text only.
  case remove
  /// A line of the new text only.
  case insert
}

/// A shortest way from one text to another, if it is short enough to be worth finding.
private struct Alignment {
  /// How many changes are told apart.
  private static let patience = 256
  /// What happens to each line, in order.
  private(set) var edits: [Edit] = []

  /// Aligns `old` with `new`.
  init(of old: [Int32], and new: [Int32]) {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let middle = Self.edits(
      Array(old[start..<old.count - tail]), Array(new[start..<new.count - tail]))
    edits = Array(repeating: .keep, count: start) + middle + Array(repeating: .keep, count: tail)
  }

  /// Returns the edits that lead from `a` to `b`, by Myers' greedy algorithm.
  private static func edits(_ a: [Int32], _ b: [Int32]) -> [Edit] {
    let bound = min(patience, a.count + b.count)
    var frontier = [Int](repeating: 0, count: 2 * bound + 3)
    var history: [[Int]] = []
    for distance in 0...bound {
      history.append(frontier)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let slot = diagonal + bound + 1
        let goesDown = isDown(frontier, slot, diagonal, distance)
        var x = goesDown ? frontier[slot + 1] : frontier[slot - 1] + 1
        while x < a.count, x - diagonal >= 0, x - diagonal < b.count, a[x] == b[x - diagonal] {
          x += 1
        }
        frontier[slot] = x
        if x >= a.count, x - diagonal >= b.count {
          return path(through: history, bound, to: (a.count, b.count))
        }
      }
    }
    return Array(repeating: .remove, count: a.count) + Array(repeating: .insert, count: b.count)
  }

  /// Returns `true` iff the furthest way onto `diagonal` inserts rather than removes a line.
  private static func isDown(
    _ frontier: [Int], _ slot: Int, _ diagonal: Int, _ distance: Int
  ) -> Bool {
    diagonal == -distance || (diagonal != distance && frontier[slot - 1] < frontier[slot + 1])
  }

  /// Returns the edits that the search wrote down in `history`, read from their `end`.
  private static func path(
    through history: [[Int]], _ bound: Int, to end: (x: Int, y: Int)
  ) -> [Edit] {
    var edits: [Edit] = []
    var (x, y) = end
    for distance in history.indices.reversed() {
      let frontier = history[distance]
      let slot = x - y + bound + 1
      let goesDown = isDown(frontier, slot, x - y, distance)
      let previousX = goesDown ? frontier[slot + 1] : frontier[slot - 1]
      let stop = distance == 0 ? 0 : goesDown ? previousX : previousX + 1
      edits.append(contentsOf: repeatElement(.keep, count: max(0, x - stop)))
      (x, y) = (stop, y - max(0, x - stop))
      if distance == 0 { break }
      edits.append(goesDown ? .insert : .remove)
      if goesDown { y -= 1 } else { x -= 1 }
    }
    return edits.reversed()
  }
}

/// Prints edits as hunks.
private struct DiffWriter {
  /// How many unchanged lines are shown round a change.
  private static let context = 3
  /// The most lines of changes and context.
  private let limit: Int
  /// The texts of the lines.
  private let lines: LineIdentities
  /// How many lines of changes and context there were.
  private var count = 0
  /// What has been printed.
  private var writer = ByteWriter()

  /// Creates a writer that prints at most `limit` lines out of `lines`.
  init(limit: Int, lines: LineIdentities) {
    self.limit = limit
    self.lines = lines
  }

  /// Prints the names of the texts.
  mutating func writeHeader(_ oldName: String, _ newName: String) {
    writer.write("--- \(oldName.safeLine())\n+++ \(newName.safeLine())\n")
  }

  /// Prints the hunks of `edits`.
  mutating func write(_ edits: [Edit], _ old: [Int32], _ new: [Int32]) {
    var (i, x, y) = (0, 0, 0)
    while i < edits.count {
      guard let end = Self.hunkEnd(edits, from: i) else { break }
      var first = i
      while first < end, edits[first] == .keep { first += 1 }
      let skipped = max(0, first - i - Self.context)
      (i, x, y) = (i + skipped, x + skipped, y + skipped)
      writeHunk(edits[i..<end], old, new, &x, &y)
      i = end
    }
  }

  /// Returns what was printed, and how much was not.
  consuming func finish() -> [UInt8] {
    if count > limit { writer.write("… \(count - limit) more lines\n") }
    return writer.bytes
  }

  /// Returns where the first hunk at or after `start` ends, or `nil` if nothing changes any more.
  private static func hunkEnd(_ edits: [Edit], from start: Int) -> Int? {
    guard let change = edits[start...].firstIndex(where: { $0 != .keep }) else { return nil }
    var end = change + 1
    var next = end
    while next < edits.count, next - end <= 2 * context {
      if edits[next] != .keep { end = next + 1 }
      next += 1
    }
    return min(end + context, edits.count)
  }

  /// Prints the hunk `edits`, which begins at line `x` of `old` and line `y` of `new`.
  private mutating func writeHunk(
    _ edits: ArraySlice<Edit>, _ old: [Int32], _ new: [Int32], _ x: inout Int, _ y: inout Int
  ) {
    if count < limit {
      let oldCount = edits.count { $0 != .insert }
      let newCount = edits.count { $0 != .remove }
      writer.write(
        "@@ -\(x + min(1, oldCount)),\(oldCount) +\(y + min(1, newCount)),\(newCount) @@\n")
    }
    for edit in edits {
      switch edit {
      case .keep: write(" ", old[x])
      case .remove: write("-", old[x])
      case .insert: write("+", new[y])
      }
      if edit != .insert { x += 1 }
      if edit != .remove { y += 1 }
    }
  }

  /// Prints the line numbered `line` behind `sign`.
  private mutating func write(_ sign: String, _ line: Int32) {
    count += 1
    if count > limit { return }
    var text = lines.texts[Int(line)]
    let ends = text.last == UInt8(ascii: "\n")
    if ends { text.removeLast() }
    writer.write(sign)
    writer.write(String(decoding: text.prefix(4_000), as: UTF8.self).safeLine(limit: 160))
    writer.write(ends ? "\n" : "\n\\ No newline at end of file\n")
  }
}
