/// A place that is shown, with what is said about it.
struct Mark {
  /// The number of the file.
  let file: Int
  /// The bytes to underline; within the file, and possibly none.
  let range: Range<Int>
  /// What to write beside the underline.
  let text: String
  /// `true` iff this is where the diagnostic is, rather than a place that helps to understand it.
  let isPrimary: Bool
}

/// A mark, or the first or last line of one that spans several.
struct Stroke {
  /// The line, from zero.
  let line: Int
  /// The bytes to underline.
  let range: Range<Int>
  /// What to write beside the underline.
  let text: String
  /// `true` iff this belongs to the place where the diagnostic is.
  let isPrimary: Bool
}

/// Marks that are near enough to each other to be shown in one window.
struct Snippet {
  /// How many lines may lie between two places that are shown together.
  private static let reach = 4

  /// The number of the file that is shown.
  let file: Int
  /// The position in the file that names the window.
  let position: Int
  /// What is underlined, from top to bottom.
  private(set) var strokes: [Stroke]

  /// The last line shown, from zero.
  var lastLine: Int { strokes.last?.line ?? 0 }

  /// Creates the window that shows `marks`, of which the first one names it.
  private init(_ marks: [Mark], in finder: inout LocationFinder) {
    file = marks.first?.file ?? 0
    position = marks.first?.range.lowerBound ?? 0
    let (bytes, lines) = (finder.sources.files[file].bytes, finder.lines(of: file))
    strokes = marks.flatMap { Self.strokes(of: $0, in: bytes, lines: lines) }
    strokes.sort {
      ($0.line, $0.range.lowerBound, $0.isPrimary ? 0 : 1, $0.range.upperBound)
        < ($1.line, $1.range.lowerBound, $1.isPrimary ? 0 : 1, $1.range.upperBound)
    }
  }

  /// Returns the windows that show where `diagnostic` is and all places it mentions.
  static func all(of diagnostic: Diagnostic, in finder: inout LocationFinder) -> [Snippet] {
    let sources = finder.sources
    func mark(_ origin: Origin, _ text: String, isPrimary: Bool) -> Mark? {
      guard let (file, range) = origin.span.map({ sources.place(of: $0) }) else { return nil }
      let text = text.safeLine(limit: 200)
      return Mark(file: file, range: range, text: text, isPrimary: isPrimary)
    }
    let related = diagnostic.related.compactMap { mark($0.origin, $0.text, isPrimary: false) }
    guard let primary = mark(diagnostic.origin, diagnostic.label, isPrimary: true) else {
      return related.map { Snippet([$0], in: &finder) }
    }
    let lines = finder.lines(of: primary.file)
    func isNear(_ mark: Mark) -> Bool {
      guard mark.file == primary.file else { return false }
      let line = lines.line(at: UInt32(truncatingIfNeeded: mark.range.lowerBound))
      let first = lines.line(at: UInt32(truncatingIfNeeded: primary.range.lowerBound))
      let last = lines.line(at: UInt32(truncatingIfNeeded: primary.range.upperBound))
      return line >= first - reach && line <= last + reach
    }
    let near = Snippet([primary] + related.filter(isNear), in: &finder)
    return [near] + related.filter { !isNear($0) }.map { Snippet([$0], in: &finder) }
  }

  /// Returns the strokes that underline `mark`: one, or the first and the last of several lines.
  private static func strokes(of mark: Mark, in bytes: [UInt8], lines: LineTable) -> [Stroke] {
    let first = lines.line(at: UInt32(truncatingIfNeeded: mark.range.lowerBound))
    var end = mark.range.upperBound
    while end > mark.range.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    let last = lines.line(at: UInt32(truncatingIfNeeded: end))
    guard last > first else {
      let upper = min(mark.range.upperBound, lines.range(ofLine: first).upperBound)
      let range = mark.range.lowerBound..<max(mark.range.lowerBound, upper)
      return [Stroke(line: first, range: range, text: mark.text, isPrimary: mark.isPrimary)]
    }
    var start = lines.range(ofLine: last).lowerBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    let top = mark.range.lowerBound..<lines.range(ofLine: first).upperBound
    return [
      Stroke(line: first, range: top, text: "", isPrimary: mark.isPrimary),
      Stroke(line: last, range: start..<end, text: mark.text, isPrimary: mark.isPrimary),
    ]
  }

  /// Returns `true` iff `byte` is a space, a tab or the end of a line.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
  }
}
