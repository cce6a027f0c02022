/// The part of a source line that is shown, and where on the terminal its bytes stand.
struct Excerpt {
  /// The widest excerpt, in columns; longer lines are cut round the place that matters.
  static let limit = 100
  /// How much of a cut line is shown before the place that matters, in scalars.
  private static let lead = 24

  /// The text to show.
  private(set) var text = ""
  /// `true` iff the whole line is shown.
  private(set) var isComplete = true
  /// The positions of the shown bytes and the columns at which they begin, ascending.
  private var stops: [(position: Int, column: Int)] = []
  /// The column after the last one.
  private var column = 0

  /// Creates the excerpt of `line` in `bytes` that shows what stands at `focus`.
  init(of line: Range<Int>, in bytes: [UInt8], showing focus: Int) {
    append(line, in: bytes)
    if isComplete { return }
    var start = min(max(focus, line.lowerBound), line.upperBound)
    for _ in 0..<Self.lead where start > line.lowerBound {
      start -= 1
      for _ in 0..<3 where start > line.lowerBound && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    }
    (text, stops, column) = ("", [], 0)
    if start > line.lowerBound {
      text = "…"
      column = 1
    }
    append(start..<line.upperBound, in: bytes)
    isComplete = false
  }

  /// Returns the column, from zero, at which the byte at `position` stands.
  ///
  /// What is cut off stands at the edges.
  func column(of position: Int) -> Int {
    for stop in stops where stop.position >= position { return stop.column }
    return column
  }

  /// Shows the bytes in `range` up to the limit, and notes whether something had to be cut off.
  private mutating func append(_ range: Range<Int>, in bytes: [UInt8]) {
    var position = range.lowerBound
    var scalars = String.UnicodeScalarView()
    while position < range.upperBound, column < Self.limit, stops.count < 4 * Self.limit {
      stops.append((position, column))
      let (scalar, length) = decodeScalar(bytes, at: position, end: range.upperBound)
      if scalar == "\t" {
        let width = 4 - column % 4
        scalars.append(contentsOf: repeatElement(" ", count: width))
        column += width
      } else {
        let shown = scalar.isSafeToShow ? scalar : "\u{FFFD}"
        scalars.append(shown)
        column += shown.displayWidth
      }
      position += length
    }
    isComplete = position == range.upperBound
    text += String(scalars) + (isComplete ? "" : "…")
  }
}
