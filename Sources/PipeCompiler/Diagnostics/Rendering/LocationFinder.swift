/// Finds lines and columns in a file, quickly so when asked in the order of the text.
struct LocationFinder {
  /// The file's text.
  private let bytes: [UInt8]
  /// Where its lines begin.
  let lines: LineTable
  /// The last position asked for; its line and column follow.
  private var position = 0
  /// The line of `position`, from zero.
  private var line = 0
  /// The column of `position`, from zero.
  private var column = 0

  /// Creates the finder for the places in `file` that `diagnostics` are about.
  init(_ file: SourceFile, of diagnostics: Diagnostics) {
    self.init(file, through: diagnostics.end)
  }

  /// Creates the finder for the places in `file` up to `end`.
  init(_ file: SourceFile, through end: UInt32) {
    bytes = file.bytes
    lines = LineTable(file.bytes, through: end)
  }

  /// Returns the line and column of `wanted`, or those of the text's end if it lies behind it.
  mutating func location(of wanted: UInt32) -> SourceLocation {
    let wanted = min(Int(wanted), bytes.count)
    let line = lines.line(at: UInt32(truncatingIfNeeded: wanted))
    if line != self.line || wanted < position {
      self.line = line
      position = lines.range(ofLine: line).lowerBound
      column = 0
    }
    column += bytes[position..<max(position, wanted)].count { $0 & 0xC0 != 0x80 }
    position = max(position, wanted)
    return SourceLocation(line: line + 1, column: column + 1)
  }
}
