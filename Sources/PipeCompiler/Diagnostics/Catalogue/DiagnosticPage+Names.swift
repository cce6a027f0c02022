extension DiagnosticPage {
  /// The pages about names.
  static let ofNames: [DiagnosticID: DiagnosticPage] = [:]
}
