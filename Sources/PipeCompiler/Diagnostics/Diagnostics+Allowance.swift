extension Diagnostics {
  /// A comment, or in Swift a call, that hides a kind of diagnostic in one place.
  struct Allowance: Sendable {
    /// What is hidden.
    let id: DiagnosticID
    /// Where that is written.
    let span: SourceSpan
    /// What to take out of the text to be rid of the comment, if it is one.
    let comment: SourceSpan?
    /// What the comment is about.
    let subject: Subject
    /// Where what is hidden begins.
    var scope: Scope
    /// `true` iff something was hidden.
    var isUsed = false

    /// Where what is hidden begins.
    enum Scope: Sendable {
      /// Somewhere in this part of the text.
      case within(SourceSpan)
      /// At one of these positions.
      case at(Set<UInt32>)
    }

    /// What an allowance can be about; the raw value is how a diagnostic says so.
    enum Subject: String, Sendable {
      case line = "about this line"
      case nextLine = "about the next line"
      case declaration = "about the declaration below"
      case nothing = "nothing stands below"
      case step = "about this step"
    }

    /// Returns `true` iff diagnostics of the kind `id` that begin at `position` are hidden.
    func covers(_ id: DiagnosticID, at position: UInt32) -> Bool {
      guard self.id == id else { return false }
      switch scope {
      case .within(let span): return span.start <= position && position < span.end
      case .at(let positions): return positions.contains(position)
      }
    }
  }
}

extension Diagnostic {
  /// Says that `allowance` hid nothing.
  static func unused(_ allowance: Diagnostics.Allowance) -> Diagnostic {
    Diagnostic(
      .unusedAllowance, "the allowance of `\(allowance.id.rawValue)` hides nothing",
      at: allowance.span, label: allowance.subject.rawValue,
      help: allowance.subject == .step
        ? "give it to the step that it is for, or remove it"
        : "put it behind the line, or above the line or declaration, that it is for; or remove it",
      fix: allowance.comment.map { Fix("remove the comment", replacing: $0, with: "") })
  }
}
