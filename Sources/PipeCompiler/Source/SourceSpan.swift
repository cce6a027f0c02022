/// A half-open range of bytes in a source file.
public struct SourceSpan: Hashable, Sendable {
  /// The position of the first byte.
  public let start: UInt32
  /// The position after the last byte.
  public let end: UInt32

  /// Creates the span from `start` up to, and not including, `end`.
  package init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// `true` iff there are no bytes.
  package var isEmpty: Bool { start == end }

  /// The positions of the bytes.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// Returns the smallest span that covers this one and `other`.
  package func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}
