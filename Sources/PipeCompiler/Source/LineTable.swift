/// The positions at which the lines of a text begin.
package struct LineTable: Sendable {
  /// The position of each line's first byte.
  private let starts: [UInt32]
  /// The number of bytes in the text.
  private let length: Int

  /// Creates the table of the lines of `bytes` up to the one that holds the byte at `last`.
  package init(_ bytes: [UInt8], through last: UInt32 = .max) {
    var starts: [UInt32] = [0]
    let span = bytes.span
    var index = 0
    while index < span.count {
      if span[index] == UInt8(ascii: "\n") {
        starts.append(UInt32(truncatingIfNeeded: index + 1))
        if index >= last { break }
      }
      index += 1
    }
    self.starts = starts
    self.length = bytes.count
  }

  /// The number of lines that the table knows.
  package var count: Int { starts.count }

  /// Returns the zero-based number of the line that holds the byte at `position`.
  package func line(at position: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the bytes of the line numbered `line` (from zero), without its line feed.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = Int(starts[line])
    let end = line + 1 < starts.count ? Int(starts[line + 1]) - 1 : length
    return start..<max(start, end)
  }

  /// Returns the 1-based line and column of `position` in `bytes`; columns count characters.
  package func location(of position: UInt32, in bytes: [UInt8]) -> SourceLocation {
    let line = line(at: position)
    let start = range(ofLine: line).lowerBound
    let end = min(Int(position), bytes.count)
    let column = bytes[start..<max(start, end)].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(line: line + 1, column: column + 1)
  }
}
