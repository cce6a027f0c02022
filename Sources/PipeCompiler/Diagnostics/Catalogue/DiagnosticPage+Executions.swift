extension DiagnosticPage {
  /// The pages about runs: `execution` in a file, and `pipec run`.
  static let ofExecutions: [DiagnosticID: DiagnosticPage] = [
    .unknownParameter: DiagnosticPage(
      "A run gives a value to a parameter that the pipeline does not have.",
      why: "StartPipelineExecution refuses it, and the ACK controller tries again for ever.",
      remedy: "Correct the name, declare the parameter with `param`, or leave it out.",
      below: """
        param Rounds: Integer = 50
        step A: Lambda { \(exampleFunction), args: { rounds: Rounds } }
        execution Nightly { Round: 100 }

        """),
    .missingParameter: DiagnosticPage(
      "A run gives no value to a parameter that has no default.",
      why: "The service starts no run without it.",
      remedy: "Give a value, or declare a default with `=`.",
      below: """
        param Input: String
        step A: Lambda { \(exampleFunction), args: { input: Input } }
        execution Nightly {}

        """),
    .wrongParameterValue: DiagnosticPage(
      "A run gives a parameter a value of another type, one that it does not allow, or one that is "
        + "too long.",
      why: "All values are texts for Kubernetes, so that the mistake shows only when AWS refuses "
        + "the run. A value has at most 1,024 characters (service model of the API).",
      remedy: "Write a literal of the parameter's type, or one of its values.",
      below: """
        param Rounds: Integer = 50
        step A: Lambda { \(exampleFunction), args: { rounds: Rounds } }
        execution Nightly { Rounds: "many" }

        """),
    .invalidExecution: DiagnosticPage(
      "The name, description, parallelism, version or source of a run, or the number of what it "
        + "says, is not what AWS or Kubernetes takes.",
      why: "By the service model of the API, a display name is `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}`, "
        + "a description one line of 3,072 characters, and 1 to 50 steps can be selected.",
      remedy: "Use the form that the message names.",
      below: """
        step A: Lambda { \(exampleFunction) }
        execution Nightly { displayName: "every night" }

        """),
    .incompleteSelection: DiagnosticPage(
      "A run selects steps that can't run without others.",
      why: "The service wants all steps on the ways between selected ones (documentation of "
        + "SelectiveExecutionConfig), and takes the results of the others from an earlier run, which "
        + "has to be named (issue 4444 of the SageMaker Python SDK).",
      remedy: "Select the steps that the message names, or name a run with `from:` or `--from`.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step B: Lambda { \(exampleFunction), after: A }
        step C: Lambda { \(exampleFunction), after: B }
        execution Again { select: [A, C] }

        """),
  ]
}
