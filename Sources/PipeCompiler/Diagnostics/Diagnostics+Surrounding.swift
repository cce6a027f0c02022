extension Diagnostics {
  /// A part of the text that means something by another one: a template, or an imported file.
  struct Surrounding: Sendable {
    /// The part.
    let span: SourceSpan
    /// The place that makes use of it, and how.
    let label: Label
  }
}
