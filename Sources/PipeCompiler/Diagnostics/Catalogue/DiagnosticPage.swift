/// The catalogue's page about one kind of diagnostic.
public struct DiagnosticPage: Sendable {
  /// What is wrong when the diagnostic is reported.
  public let what: String
  /// Why that is a problem, with the source of any fact about AWS.
  public let why: String
  /// What to do about it.
  public let remedy: String
  /// A `.pipe` file or a definition that raises the diagnostic; empty where no short text can.
  public let example: String

  /// Creates a page.
  init(what: String, why: String, remedy: String, example: String) {
    self.what = what
    self.why = why
    self.remedy = remedy
    self.example = example
  }
}

extension DiagnosticID {
  /// The catalogue's page, or `nil` if it was forgotten, which a test rules out.
  public var page: DiagnosticPage? {
    DiagnosticPage.ofSyntax[self] ?? DiagnosticPage.ofAllowances[self]
      ?? DiagnosticPage.ofDefinitions[self] ?? DiagnosticPage.ofNames[self]
      ?? DiagnosticPage.ofRequests[self] ?? DiagnosticPage.ofHazards[self]
      ?? DiagnosticPage.ofGraphs[self] ?? DiagnosticPage.ofImages[self]
  }
}
