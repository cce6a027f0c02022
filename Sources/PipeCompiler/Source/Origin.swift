/// Where a piece of a pipeline was written.
public enum Origin: Hashable, Sendable {
  /// In the source text.
  case text(SourceSpan)
  /// Nowhere: the compiler made it.
  case synthesized

  /// The span in the source text, if that is where the piece was written.
  package var span: SourceSpan? {
    guard case .text(let span) = self else { return nil }
    return span
  }
}
