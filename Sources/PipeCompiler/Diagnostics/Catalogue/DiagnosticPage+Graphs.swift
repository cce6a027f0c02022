extension DiagnosticPage {
  /// The pages about graphs.
  static let ofGraphs: [DiagnosticID: DiagnosticPage] = [
    ofHeaders, ofDeclarations, ofOrder, ofStepParts, ofConditions, ofPolicies, ofLimits,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  /// The header of most examples.
  static let exampleHeader = "pipeline \"p\" { role: \"arn:aws:iam::111122223333:role/R\" }\n"

  /// The one member that a Lambda step of an example needs.
  static let exampleFunction =
    "FunctionArn: \"arn:aws:lambda:us-west-2:111122223333:function:f\""

  /// The one member that a Model step of an example needs.
  static let exampleImage =
    "PrimaryContainer: { Image: \"111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1\" }"

  /// Creates a page whose example is `body` below the usual header, or nothing if that is empty.
  init(_ what: String, why: String, remedy: String, below body: String) {
    self.init(
      what: what, why: why, remedy: remedy, example: body.isEmpty ? "" : Self.exampleHeader + body)
  }
}
