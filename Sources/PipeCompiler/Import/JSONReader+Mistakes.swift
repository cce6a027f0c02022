// What is said of texts that are not JSON.
extension JSONReader {
  /// Reports that the text at the position is not JSON.
  mutating func fail(_ message: String, help: String, related: [Label] = []) {
    var end = min(position + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    fail(message, at: position..<end, related: related, help: help)
  }

  /// Reports that the text in `range` is not JSON.
  private mutating func fail(
    _ message: String, at range: Range<Int>, related: [Label] = [], help: String? = nil,
    fix: Fix? = nil
  ) {
    diagnostics.report(
      Diagnostic(
        .invalidJSON, message, at: .text(Self.span(range)), related: related,
        why: "a definition is JSON as RFC 8259 defines it", help: help, fix: fix))
  }

  /// Returns `range` as a span.
  private static func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// `true` iff a comment of another language begins at the position.
  var isAtComment: Bool {
    let rest = bytes[position...]
    return rest.first == UInt8(ascii: "#") || rest.starts(with: "//".utf8)
      || rest.starts(with: "/*".utf8)
  }

  /// Reports the comment at the position.
  mutating func failAtComment() { fail("JSON has no comments", help: "remove it") }

  /// Reports what begins no value at the position.
  mutating func failAtWord() {
    if isAtComment { return failAtComment() }
    let word = bytes[position...].prefix { (0x61...0x7A).contains($0 | 0x20) }
    let text = String(decoding: word, as: UTF8.self)
    let isAlone = open.isEmpty && bytes[..<position].allSatisfy { $0 <= 0x20 }
    if isAlone, text == "pipeline" || text == "import" || text == "config" {
      return fail(
        "this is a text in pipec's own language, and not JSON", at: word.indices,
        help: "name the file `….pipe`")
    }
    let meant = [
      "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null",
      "nil": "null", "NULL": "null", "Null": "null", "undefined": "null",
    ][text]
    if let meant {
      return fail(
        "`\(text)` is no JSON value", at: word.indices,
        fix: Fix("write `\(meant)`", replacing: Self.span(word.indices), with: meant))
    }
    let isQuote = bytes[position] == UInt8(ascii: "'")
    fail(
      "this begins no JSON value",
      help: isQuote
        ? "strings stand between double quotes"
        : "a value is a string, a number, `true`, `false`, `null`, an object or a list")
  }

  /// Reports the comma at `comma`, behind which `container` ends.
  mutating func failAtComma(_ comma: Int, of container: String) {
    let range = comma..<comma + 1
    fail(
      "\(container) has no comma at its end", at: range,
      fix: Fix("remove it", replacing: Self.span(range), with: ""))
  }

  /// Reports what stands behind a value in the container that was opened at `start`.
  mutating func failBehindValue(isObject: Bool, openedAt start: Int) {
    if isAtComment { return failAtComment() }
    let (closing, other) = isObject ? ("}", "]") : ("]", "}")
    if bytes[position] == UInt8(ascii: isObject ? "]" : "}") {
      let opening = Self.span(start..<start + 1)
      return fail(
        "`\(other)` stands where `\(closing)` is missing", help: "close what is open first",
        related: [Label("is open", at: .text(opening))])
    }
    fail(
      "a comma or `\(closing)` is missing here",
      help: "put a comma between two \(isObject ? "members" : "entries")")
  }

  /// Reports that the text ends too early, and returns `nil`.
  mutating func failAtEnd() -> Index<Value>?? {
    let missing = open.last.map { $0.isObject ? "`}`" : "`]`" } ?? "a value"
    let start = open.last.map { UInt32(truncatingIfNeeded: $0.start) }
    diagnostics.report(
      Diagnostic(
        .invalidJSON, "the text ends where \(missing) is missing",
        at: SourceSpan(
          UInt32(truncatingIfNeeded: bytes.count), UInt32(truncatingIfNeeded: bytes.count)),
        related: start.map { [Label("is open", at: .text(SourceSpan($0, $0 + 1)))] } ?? [],
        why: "a definition is JSON as RFC 8259 defines it",
        help: "check that the file is complete"))
    return nil
  }
}
