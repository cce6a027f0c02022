extension Diagnostics {
  /// A comment that hides a kind of diagnostic in one place.
  struct Allowance: Sendable {
    /// What is hidden.
    let id: DiagnosticID
    /// Where that is written.
    let span: SourceSpan
    /// What to take out of the text to be rid of the comment.
    let comment: SourceSpan
    /// What the comment is about.
    let subject: Subject
    /// Where what is hidden begins.
    let scope: SourceSpan
    /// `true` iff something was hidden.
    var isUsed = false

    /// What a comment can be about; the raw value is how a diagnostic says so.
    enum Subject: String, Sendable {
      case line = "about this line"
      case nextLine = "about the next line"
      case declaration = "about the declaration below"
      case nothing = "nothing stands below"
    }

    /// Returns `true` iff diagnostics of the kind `id` that begin at `position` are hidden.
    func covers(_ id: DiagnosticID, at position: UInt32) -> Bool {
      self.id == id && scope.start <= position && position < scope.end
    }
  }
}

extension Diagnostic {
  /// Says that `allowance` hid nothing.
  static func unused(_ allowance: Diagnostics.Allowance) -> Diagnostic {
    Diagnostic(
      .unusedAllowance, "the allowance of `\(allowance.id.rawValue)` hides nothing",
      at: allowance.span, label: allowance.subject.rawValue,
      help:
        "put it behind the line, or above the line or declaration, that it is for; or remove it",
      fix: Fix("remove the comment", replacing: allowance.comment, with: ""))
  }
}
