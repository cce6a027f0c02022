extension DiagnosticPage {
  /// The pages about conditions.
  static let ofConditions: [DiagnosticID: DiagnosticPage] = [
    .incomparableOperands: DiagnosticPage(
      "A condition compares values of types that can't be compared.",
      why: "Both sides need the same type, and the service converts nothing (local mode of the "
        + "SageMaker Python SDK fails on it). Where one side is a property of a job or model, that "
        + "is a `doubtful-comparison`.",
      remedy: "Write the literal, or declare the parameter, with the type of the other side.",
      below: """
        param Count: Integer = 1
        condition C if Count == "1" { step A: Lambda { \(exampleFunction) } }

        """),
    .doubtfulComparison: DiagnosticPage(
      "A condition compares a property of a step with a value of another type.",
      why: "The service takes it when the pipeline is created: AWS's integration tests compare a "
        + "hyperparameter, which is a String, with a number. It converts nothing in a run, so the "
        + "answer may be no. What it does is not documented.",
      remedy: "Compare with a value of the same type. If the pipeline is seen to work, "
        + "`//pipec:allow doubtful-comparison REASON` hides this.",
      below: """
        step A: Model { \(exampleImage) }
        condition C if A.ModelName == 6 { step B: Lambda { \(exampleFunction) } }

        """),
    .mixedNumberTypes: DiagnosticPage(
      "A condition compares an Integer with a Float, both known only in a run.",
      why: "Both sides should have the same type; how the service compares these two is not "
        + "documented.",
      remedy: "Declare both with the same type.",
      below: """
        param Count: Integer = 1
        param Limit: Float = 1.5
        condition C if Count < Limit { step A: Lambda { \(exampleFunction) } }

        """),
    .constantCondition: DiagnosticPage(
      "A condition compares literals only, so its answer is the same in every run.",
      why: "One of the branches can never run, which is seldom meant.",
      remedy: "Compare with a parameter or a result, or use `if`, which is decided at build time.",
      below: "condition C if 1 == 2 { step A: Lambda { \(exampleFunction) } }\n"),
    .emptyCondition: DiagnosticPage(
      what: "A condition step asks nothing.",
      why: "The SDKs compile it, but what the service does then is not documented.",
      remedy: "Add a comparison, or move the steps out of the condition.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [
            {
              "Name": "C",
              "Type": "Condition",
              "Arguments": { "Conditions": [], "IfSteps": [], "ElseSteps": [] }
            }
          ]
        }

        """),
  ]
}
