extension DiagnosticPage {
  /// The pages about syntax.
  static let ofSyntax: [DiagnosticID: DiagnosticPage] = [:]
}
