extension DiagnosticPage {
  /// The pages about graphs.
  static let ofGraphs: [DiagnosticID: DiagnosticPage] = [
    ofHeaders, ofExecutions, ofResources, ofDeclarations, ofOrder, ofStepParts, ofConditions,
    ofPolicies,
    ofLimits,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  /// The pages about what the service's model of its API says.
  static let ofRequests: [DiagnosticID: DiagnosticPage] = [
    ofArguments, ofGroups, ofArgumentValues, ofProperties, ofServedMembers,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  /// The pages about what is accepted, and probably not meant.
  static let ofHazards: [DiagnosticID: DiagnosticPage] = [
    ofDataFlow, ofUse, ofSafety,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
