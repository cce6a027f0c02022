/// Finds lines and columns in the files of a compilation, quickly so when asked in the order of the
/// text.
struct LocationFinder {
  /// The files.
  let sources: Sources
  /// The position up to which lines of the first file are looked for.
  private let end: UInt32
  /// Where the lines of each file begin, as far as somebody asked.
  private var tables: [Int: LineTable] = [:]
  /// Where the lines of `file` begin.
  private var lines: LineTable
  /// The file asked for last.
  private var file = 0
  /// The last position asked for in it; its line and column follow.
  private var position = 0
  /// The line of `position`, from zero.
  private var line = 0
  /// The column of `position`, from zero.
  private var column = 0

  /// Creates the finder for the places in `sources` that `diagnostics` are about.
  init(_ sources: Sources, of diagnostics: Diagnostics) {
    self.init(sources, through: diagnostics.end)
  }

  /// Creates the finder for the places in `sources` up to `end`.
  init(_ sources: Sources, through end: UInt32) {
    self.sources = sources
    self.end = end
    lines = LineTable(sources.main.bytes, through: end)
  }

  /// Returns the line and column of `wanted`, or those of its file's end if it lies behind it.
  mutating func location(of wanted: UInt32) -> SourceLocation {
    let number = sources.fileNumber(at: wanted)
    return location(of: Int(wanted - sources.bases[number]), in: number)
  }

  /// Returns the line and column of the byte at `wanted` in the file `number`.
  mutating func location(of wanted: Int, in number: Int) -> SourceLocation {
    select(number)
    let bytes = sources.files[file].bytes
    let wanted = min(wanted, bytes.count)
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

  /// Returns where the lines of the file `number` begin.
  mutating func lines(of number: Int) -> LineTable {
    select(number)
    return lines
  }

  /// Makes the file `number` the one that is asked for.
  private mutating func select(_ number: Int) {
    if number == file { return }
    tables[file] = lines
    lines = tables[number] ?? LineTable(sources.files[number].bytes)
    (file, position, line, column) = (number, 0, 0, 0)
  }
}
