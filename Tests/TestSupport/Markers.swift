package import PipeCompiler
package import Testing

/// A text in which lines of carets say what has to be reported about the line above them.
///
/// ```
/// step t: Training { ResourceConfig: { InstanceTyp: "ml.m5.xlarge" } }
///                                      ^^^^^^^^^^^ unknown-argument: did you mean `InstanceType`?
/// ```
///
/// The carets cover the span. `^^>` is a span that goes on in later lines, of which only the start
/// is compared, and `|` an empty span before its column. What follows the colon has to occur in
/// the diagnostic's message, label, reason, help or fix.
package struct MarkedText: Sendable {
  /// The text without the lines of carets.
  package private(set) var bytes: [UInt8]
  /// What has to be reported, in the order in which it is written.
  package private(set) var expectations: [Expectation] = []

  /// A diagnostic that has to be reported.
  package struct Expectation: Sendable {
    /// What it is, as written.
    package let id: String
    /// Where it is, in the text without markers.
    package let span: SourceSpan
    /// `true` iff the span goes on in later lines.
    package let isOpen: Bool
    /// What it has to say, or empty.
    package let text: String
  }

  /// Takes the markers out of `marked`, whose text follows `prelude`.
  package init(_ marked: String, after prelude: String = "") {
    bytes = Array(prelude.utf8)
    var line = bytes.count
    for text in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if let marker = Marker(text) {
        expectations.append(marker.expectation(inLineAt: line, of: bytes))
      } else {
        line = bytes.count
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }
}

/// One line of carets.
private struct Marker {
  /// The columns the carets cover, from zero, in Unicode scalars.
  let columns: Range<Int>
  /// `true` iff the span goes on in later lines.
  let isOpen: Bool
  /// What has to be reported.
  let id: String
  /// What it has to say.
  let text: String

  /// Reads `line`, or fails if it is not a line of carets.
  init?(_ line: Substring) {
    let indent = line.unicodeScalars.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let carets = rest.prefix { $0 == "^" }.count
    let mark = rest.dropFirst(carets)
    let isEmpty = carets == 0 && mark.hasPrefix("| ")
    guard carets > 0 || isEmpty else { return nil }
    isOpen = carets > 0 && mark.hasPrefix("> ")
    let words = mark.dropFirst(isOpen || isEmpty ? 1 : 0)
    guard words.hasPrefix(" ") else { return nil }
    let name = words.dropFirst().prefix { $0 == "-" || $0.isLetter }
    let after = words.dropFirst(1 + name.count)
    guard !name.isEmpty, after.isEmpty || after.hasPrefix(":") else { return nil }
    columns = indent..<indent + carets
    id = String(name)
    text = String(after.dropFirst().drop { $0 == " " })
  }

  /// Returns what the marker says about the line of `bytes` that begins at `start`.
  func expectation(inLineAt start: Int, of bytes: [UInt8]) -> MarkedText.Expectation {
    let span = SourceSpan(
      position(ofColumn: columns.lowerBound, after: start, in: bytes),
      position(ofColumn: columns.upperBound, after: start, in: bytes))
    return MarkedText.Expectation(id: id, span: span, isOpen: isOpen, text: text)
  }

  /// Returns the position of the scalar number `column` after `start`.
  private func position(ofColumn column: Int, after start: Int, in bytes: [UInt8]) -> UInt32 {
    var (index, left) = (start, column)
    while index < bytes.count, left > 0 {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return UInt32(truncatingIfNeeded: index)
  }
}

/// A header for texts that are about something else.
package let plainHeader = """
  pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }

  """

/// Expects that compiling `marked` reports exactly what its lines of carets say.
package func expect(
  _ marked: String, after prelude: String = plainHeader,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, after: prelude)
  let compilation = compile(SourceFile(name: "test.pipe", bytes: text.bytes))
  var unexpected = compilation.diagnostics.sorted
  for expectation in text.expectations {
    if let index = unexpected.firstIndex(where: expectation.isMet) {
      unexpected.remove(at: index)
    } else {
      Issue.record(
        "not reported: \(expectation.id) at \(expectation.span): \(expectation.text)",
        sourceLocation: sourceLocation)
    }
  }
  for diagnostic in unexpected {
    Issue.record(
      "not expected: \(transcript(of: diagnostic, in: compilation.file))",
      sourceLocation: sourceLocation)
  }
}

extension MarkedText.Expectation {
  /// Returns `true` iff `diagnostic` is the one that was expected.
  fileprivate func isMet(by diagnostic: Diagnostic) -> Bool {
    guard diagnostic.id.rawValue == id, let actual = diagnostic.origin.span,
      actual.start == span.start, isOpen ? actual.end > span.end : actual.end == span.end
    else { return false }
    let said = [
      diagnostic.message, diagnostic.label, diagnostic.why ?? "", diagnostic.help ?? "",
      diagnostic.fix?.title ?? "",
    ]
    return text.isEmpty || said.contains { $0.contains(text) }
  }
}
