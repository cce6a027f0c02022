/// Returns `diagnostics` for people to read: each with the source it is about, and notes.
func renderSnippets(
  _ diagnostics: Diagnostics, of sources: Sources, style: DiagnosticStyle
) -> [UInt8] {
  var renderer = SnippetRenderer(sources: sources, of: diagnostics, style: style)
  for diagnostic in diagnostics.sorted { renderer.write(diagnostic) }
  renderer.write(dropped: diagnostics.dropped)
  return renderer.writer.bytes
}

/// Returns the sentence that says how many diagnostics are not shown.
func droppedNote(_ count: Int) -> String {
  count == 1 ? "1 more diagnostic is not shown" : "\(count) more diagnostics are not shown"
}

/// What is at work while diagnostics are printed for people.
struct SnippetRenderer {
  /// How many windows of one diagnostic are shown.
  private static let windowLimit = 8

  /// The files' names as they may be shown.
  private let names: [String]
  /// The colors.
  private let style: DiagnosticStyle
  /// Finds lines and columns in the files that the diagnostics are about.
  private var finder: LocationFinder
  /// What has been printed.
  private(set) var writer = ByteWriter()
  /// The number of columns for line numbers in the diagnostic being printed.
  private var gutter = 1
  /// The color of the diagnostic being printed.
  private var color = ""

  /// Creates a renderer of `diagnostics` about `sources`.
  init(sources: Sources, of diagnostics: Diagnostics, style: DiagnosticStyle) {
    names = sources.files.map { $0.name.safeLine() }
    self.style = style
    finder = LocationFinder(sources, of: diagnostics)
  }

  /// Prints `diagnostic` and an empty line.
  mutating func write(_ diagnostic: Diagnostic) {
    let snippets = Snippet.all(of: diagnostic, in: &finder)
    let shown = snippets.prefix(Self.windowLimit)
    gutter = String((shown.map(\.lastLine).max() ?? 0) + 1).utf8.count
    color = style.color(of: diagnostic.severity)
    paint("\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]", color)
    paint(": " + diagnostic.message.safeLine(), style.emphasis)
    writer.newline(indentedBy: 0)
    if diagnostic.origin.span == nil { writeCorner(names[0]) }
    for snippet in shown { write(snippet) }
    writeNotes(of: diagnostic, hidden: snippets.count - shown.count)
    writer.newline(indentedBy: 0)
  }

  /// Prints that `count` diagnostics are not shown, if that is so.
  mutating func write(dropped count: Int) {
    guard count > 0 else { return }
    writer.write("note: \(droppedNote(count))\n")
  }

  /// Prints the notes of `diagnostic`, and that `hidden` of its places are not shown.
  private mutating func writeNotes(of diagnostic: Diagnostic, hidden: Int) {
    var notes: [(name: String, text: String)] = []
    if hidden > 0 { notes.append(("note", "\(hidden) more places are not shown")) }
    notes += diagnostic.notes
    if notes.isEmpty { return }
    writeFrame("│\n")
    for note in notes {
      writeFrame("= \(note.name):")
      let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { writer.newline(indentedBy: gutter + 4 + note.name.utf8.count) }
        writer.write(" " + String(line).safeLine())
      }
      writer.newline(indentedBy: 0)
    }
  }

  /// Prints the line that says where the next window is.
  private mutating func writeCorner(_ place: String) {
    writeFrame("┌─")
    writer.write(" \(place)\n")
  }

  /// Prints `text` in the frame, below the bars.
  private mutating func writeFrame(_ text: String) {
    writer.write(String(repeating: " ", count: gutter + 1))
    if text.last == "\n" {
      paint(String(text.dropLast()), style.frame)
      writer.newline(indentedBy: 0)
    } else {
      paint(text, style.frame)
    }
  }

  /// Prints `text` in `color`.
  private mutating func paint(_ text: String, _ color: String) {
    writer.write(color)
    writer.write(text)
    if !color.isEmpty { writer.write(style.reset) }
  }
}

extension SnippetRenderer {
  /// Prints the window `snippet`.
  private mutating func write(_ snippet: Snippet) {
    let file = snippet.file
    let location = finder.location(of: snippet.position, in: file)
    writeCorner("\(names[file]):\(location.line):\(location.column)")
    writeFrame("│\n")
    var shown: (line: Int, excerpt: Excerpt)?
    for stroke in snippet.strokes {
      if let shown, shown.line == stroke.line, shown.excerpt.isComplete {
        write(stroke, below: shown.excerpt)
        continue
      }
      if let shown, shown.line != stroke.line {
        writeGap(from: shown.line, to: stroke.line, in: file)
      }
      let excerpt = excerpt(ofLine: stroke.line, showing: stroke.range.lowerBound, in: file)
      write(excerpt, numbered: stroke.line)
      write(stroke, below: excerpt)
      shown = (stroke.line, excerpt)
    }
  }

  /// Prints what stands between two lines: the one line there is, or a mark that there are more.
  private mutating func writeGap(from upper: Int, to lower: Int, in file: Int) {
    if lower == upper + 2 {
      let range = finder.lines(of: file).range(ofLine: upper + 1)
      write(
        excerpt(ofLine: upper + 1, showing: range.lowerBound, in: file), numbered: upper + 1)
    } else if lower > upper + 2 {
      writeFrame("·\n")
    }
  }

  /// Prints `excerpt` behind its line number; `line` is from zero.
  private mutating func write(_ excerpt: Excerpt, numbered line: Int) {
    let number = String(line + 1)
    let indentation = String(repeating: " ", count: max(0, gutter - number.utf8.count))
    paint("\(indentation)\(number) │", style.frame)
    if !excerpt.text.isEmpty { writer.write(" " + excerpt.text) }
    writer.newline(indentedBy: 0)
  }

  /// Prints the underline of `stroke` below `excerpt`, and what there is to say about it.
  private mutating func write(_ stroke: Stroke, below excerpt: Excerpt) {
    let start = excerpt.column(of: stroke.range.lowerBound)
    let width = max(1, excerpt.column(of: stroke.range.upperBound) - start)
    writeFrame("│")
    writer.write(String(repeating: " ", count: start + 1))
    let line = String(repeating: stroke.isPrimary ? "^" : "-", count: width)
    let text = stroke.text.isEmpty ? line : "\(line) \(stroke.text)"
    paint(text, stroke.isPrimary ? color : style.frame)
    writer.newline(indentedBy: 0)
  }

  /// Returns the excerpt of `line` of `file`, from zero, that shows what stands at `focus`.
  private mutating func excerpt(
    ofLine line: Int, showing focus: Int, in file: Int
  ) -> Excerpt {
    let bytes = finder.sources.files[file].bytes
    var range = finder.lines(of: file).range(ofLine: line)
    if let last = bytes[range].last, last == UInt8(ascii: "\r") {
      range = range.lowerBound..<range.upperBound - 1
    }
    return Excerpt(of: range, in: bytes, showing: focus)
  }
}
