package import PipeCompiler

/// A text in which `«` and `»` stand around the place that has to be reported.
package struct MarkedSpan: Sendable {
  /// The text without the two marks.
  package let bytes: [UInt8]
  /// What stands between the marks; `nil` if there are none.
  package let span: SourceSpan?

  /// Takes the marks out of `marked`.
  package init(_ marked: String) {
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      bytes = Array(marked.utf8)
      span = nil
      return
    }
    let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    bytes = Array(parts[0].utf8) + rest.flatMap { Array($0.utf8) }
    span = SourceSpan(UInt32(start), UInt32(start + rest[0].utf8.count))
  }

  /// The text without the two marks.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
