/// Where the bytes of a text that was decoded from a source stand in that source.
///
/// Neighbouring bytes that are neighbours in the source too are one piece, so the map of a literal
/// block has a piece for each line, and that of a string one for each escape.
package struct PositionMap: Sendable {
  /// The positions in the text at which pieces begin, in order.
  private var starts: [UInt32] = []
  /// The position in the source of each piece.
  private var sources: [UInt32] = []

  /// Creates a map without pieces.
  package init() {}

  /// `true` iff the text stands in the source as it is.
  package var isVerbatim: Bool { starts.count <= 1 }

  /// Says that the bytes of the text from `position` on stand at `source` in the source.
  package mutating func append(_ position: Int, at source: Int) {
    let (position, source) = (
      UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: source)
    )
    if let start = starts.last, let last = sources.last {
      if last &+ (position &- start) == source { return }
      if start == position {
        sources[sources.count - 1] = source
        return
      }
    }
    starts.append(position)
    sources.append(source)
  }

  /// Returns the position in the source of what stands at `position` in the text.
  package func position(of position: UInt32) -> UInt32 {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    guard low < starts.count, starts[low] <= position else { return sources.first ?? position }
    return sources[low] + (position - starts[low])
  }

  /// Returns the place in the source of what `origin` says of the text.
  package func origin(of origin: Origin) -> Origin {
    guard let span = origin.span else { return origin }
    return .text(self.span(of: span))
  }

  /// Returns the span in the source of what `span` covers in the text.
  package func span(of span: SourceSpan) -> SourceSpan {
    let start = position(of: span.start)
    return SourceSpan(start, max(start, position(of: span.end)))
  }
}
