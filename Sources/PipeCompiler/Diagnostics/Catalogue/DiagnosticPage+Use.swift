extension DiagnosticPage {
  /// The pages about what is declared and not used.
  static let ofUse: [DiagnosticID: DiagnosticPage] = [
    .emptyPipeline: DiagnosticPage(
      what: "The pipeline has no steps.",
      why: "The service may take it, but a run of it does nothing.",
      remedy: "Add a step.",
      example: exampleHeader),
    .unusedParameter: DiagnosticPage(
      what: "Nothing reads a parameter.",
      why: "Whoever starts the pipeline may give it a value, and expects that it matters.",
      remedy: "Use the parameter, or remove it. If callers still give it, "
        + "`--allow unused-parameter` hides this.",
      example: """
        {
          "Version": "2020-12-01",
          "Parameters": [{ "Name": "Mode", "Type": "String" }],
          "Steps": [{ "Name": "A", "Type": "Fail", "Arguments": { "ErrorMessage": "too bad" } }]
        }

        """),
    .unusedName: DiagnosticPage(
      "Nothing uses a `let`, a `config` or a function.",
      why: "It may be left over, or another name may have been written where this one is meant. "
        + "It is said only of files without errors.",
      remedy: "Use it, or remove it.",
      below: """
        let bucket = "my-bucket"
        step A: Lambda { \(exampleFunction) }

        """),
    .unusedReport: DiagnosticPage(
      "Nothing is read in a property file.",
      why: "A property file is declared only to be read by other steps and conditions (developer "
        + "guide, property files).",
      remedy:
        "Read a value in it, or remove the declaration; the job writes the file all the same.",
      below: """
        step A: Processing {
          \(exampleProcessing)
          output evaluation at "/opt/ml/processing/evaluation" to "s3://my-bucket/evaluation"
          report Metrics = "evaluation.json" in evaluation
        }

        """),
    .unusedOutput: DiagnosticPage(
      "Nothing reads an output of a step.",
      why: "Outputs of Lambda and Callback steps can be read by other steps only. Outputs of "
        + "Processing steps are reported if they lie at another place in every run, where nothing "
        + "outside of the pipeline looks for them.",
      remedy: "Read the output, give it a place of its own on S3, or remove it.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          returns { ticket: String }
        }

        """),
  ]
}
