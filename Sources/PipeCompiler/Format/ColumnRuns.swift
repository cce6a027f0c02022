/// Rows of a text that stand below each other, and whose parts are lined up.
struct ColumnRuns {
  /// A row.
  private struct Row {
    /// What it is.
    let kind: SyntaxKind
    /// Where it begins in the text that has been written.
    let start: Int
    /// The line that it begins on.
    let line: Int
    /// `true` iff it stands directly below the row before.
    let continues: Bool
    /// `true` iff it has several lines and is left alone.
    var isLong = false
    /// Where its parts begin, by column; zero for those that are missing.
    var cells: (Int, Int, Int) = (0, 0, 0)
  }

  /// A place where spaces are missing.
  private struct Padding {
    /// The place in the text.
    let position: Int
    /// The number of spaces.
    var count: Int
  }

  /// The rows, from the first one on.
  private var rows: [Row] = []
  /// The token behind the last row.
  private(set) var end = 0
  /// How far a part may be moved, unless it belongs to a name.
  private static let reach = 30

  /// Returns `true` iff what is of `kind` is lined up with its neighbours.
  static func lineUp(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .config, .parameter, .letDeclaration, .binding, .inputItem, .outputItem, .channelItem,
      .reportItem:
      true
    default: false
    }
  }

  /// Begins a row of `kind` at `position`, on `line`; its tokens reach from `entry` up to `end`.
  mutating func begin(
    _ kind: SyntaxKind, at position: Int, line: Int, continues: Bool, entry: Int, end: Int
  ) {
    let isNext = continues && (entry == self.end || entry == self.end + 1)
    let fits = rows.last.map { Self.group(of: $0.kind) == Self.group(of: kind) } ?? false
    let goesOn = isNext && fits && rows.last?.isLong == false
    rows.append(Row(kind: kind, start: position, line: line, continues: goesOn))
    self.end = end
  }

  /// Notes that the last row ends on `line`.
  mutating func finish(line: Int) {
    guard let last = rows.indices.last, rows[last].line != line else { return }
    // Parameters are looked for by their names, however long they are.
    rows[last].isLong = rows[last].kind != .parameter && rows[last].kind != .config
  }

  /// Notes that the part of the last row in `column` begins at `position`, on `line`.
  mutating func addCell(_ column: UInt8, at position: Int, line: Int) {
    guard let last = rows.indices.last, rows[last].line == line else { return }
    switch column {
    case 1: if rows[last].cells.0 == 0 { rows[last].cells.0 = position }
    case 2: if rows[last].cells.1 == 0 { rows[last].cells.1 = position }
    default: if rows[last].cells.2 == 0 { rows[last].cells.2 = position }
    }
  }

  /// Returns `bytes`, the text that was written, with all rows lined up.
  func aligned(_ bytes: [UInt8]) -> [UInt8] {
    var paddings: [Padding] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].continues, !rows[end].isLong { end += 1 }
      if end - start > 1 { align(start..<end, of: bytes, &paddings) }
      start = end
    }
    if paddings.isEmpty { return bytes }
    var out = ByteWriter(reserving: paddings.reduce(bytes.count) { $0 + $1.count })
    var position = 0
    for padding in paddings {
      out.write(bytes, position..<padding.position)
      out.writeSpaces(padding.count)
      position = padding.position
    }
    out.write(bytes, position..<bytes.count)
    return out.finish()
  }

  /// What is lined up together: inputs with outputs.
  private static func group(of kind: SyntaxKind) -> SyntaxKind {
    kind == .outputItem || kind == .reportItem ? .inputItem : kind
  }

  /// Adds the spaces that the rows in `run` need.
  private func align(_ run: Range<Int>, of bytes: [UInt8], _ paddings: inout [Padding]) {
    // What the columns of each row are moved by, and how far the row has been moved already.
    var moved = [[Int]](repeating: [0, 0, 0], count: run.count)
    for column in 0..<3 {
      let kinds: [SyntaxKind] =
        column == 0 ? [rows[run.lowerBound].kind] : run.map { rows[$0].kind }.unique
      for kind in kinds {
        let members = run.filter {
          (column == 0 || rows[$0].kind == kind) && cell(column, of: $0) != 0
        }
        let places = members.map { row in
          width(bytes, rows[row].start..<cell(column, of: row))
            + moved[row - run.lowerBound].reduce(0, +)
        }
        guard let widest = places.max(), let narrowest = places.min() else { continue }
        if column == 2, widest - narrowest > Self.reach { continue }
        for (row, place) in zip(members, places) {
          moved[row - run.lowerBound][column] = widest - place
        }
      }
    }
    for row in run {
      for column in 0..<3 where moved[row - run.lowerBound][column] > 0 {
        paddings.append(
          Padding(position: cell(column, of: row), count: moved[row - run.lowerBound][column]))
      }
    }
  }

  /// Returns where the part of `row` in `column` begins, or zero.
  private func cell(_ column: Int, of row: Int) -> Int {
    switch column {
    case 0: rows[row].cells.0
    case 1: rows[row].cells.1
    default: rows[row].cells.2
    }
  }

  /// Returns how many columns the text in `range` fills.
  private func width(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }
}

extension [SyntaxKind] {
  /// The kinds, each of them once, in the order of their first places.
  fileprivate var unique: [SyntaxKind] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
