extension DiagnosticPage {
  /// The pages about graphs.
  static let ofGraphs: [DiagnosticID: DiagnosticPage] = [:]
}
