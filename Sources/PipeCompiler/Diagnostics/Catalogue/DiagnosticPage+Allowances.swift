extension DiagnosticPage {
  /// The pages about comments that allow diagnostics.
  static let ofAllowances: [DiagnosticID: DiagnosticPage] = [
    .invalidAllowance: DiagnosticPage(
      "A comment begins like an allowance, and allows nothing.",
      why: "`//pipec:allow ID REASON` hides the diagnostics called ID in one place. Warnings and "
        + "errors of the service model can be hidden; after any other error it is not known what "
        + "the pipeline is. Without a reason, nobody can tell later whether the comment still "
        + "holds.",
      remedy: "Write the name that stands in the brackets of the message, and the reason after it.",
      below: """
        //pipec:allow constant-condition
        condition C if 1 == 2 { step A: Lambda { \(exampleFunction) } }

        """),
    .unusedAllowance: DiagnosticPage(
      "A comment allows a diagnostic, and there is none to hide where it stands.",
      why: "What it was for may have been corrected, or may stand somewhere else. Left there, it "
        + "would hide the next mistake of that kind.",
      remedy: "Remove the comment, or move it. Behind code it is about its line; on a line of its "
        + "own, about the declaration that begins the next line with code, or else that line. "
        + "In Swift, `.allowing` is about the step that it makes.",
      below: """
        //pipec:allow constant-condition there is only one stage for now
        step A: Lambda { \(exampleFunction) }

        """),
  ]
}
