extension DiagnosticPage {
  /// The pages about definitions in JSON: whether they can be read, and what is in them.
  static let ofDefinitions: [DiagnosticID: DiagnosticPage] = [
    .invalidJSON: DiagnosticPage(
      what: "The file is meant to be a pipeline definition, and is not JSON.",
      why: "A definition is JSON as RFC 8259 defines it: no comments, no comma at the end of a "
        + "list or object, only double quotes. A file counts as a definition if its name ends in "
        + "`.json`, or if it begins with a brace and its name does not end in `.pipe`. After the "
        + "first mistake nothing more is read.",
      remedy: "Correct the place that the message points at. Check a template only after it was "
        + "filled in.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [],
        }

        """),
    .malformedDefinition: DiagnosticPage(
      what: "The JSON is not made as pipeline definitions are.",
      why: "A definition is an object with `Steps`. Each step is an object with `Name`, `Type` and "
        + "`Arguments`, each parameter one with `Name`, each condition one with `Type` (the "
        + "published schema of definitions, and what the SageMaker Python SDK writes). The answer "
        + "of `describe-pipeline` and a Kubernetes resource hold a definition as a string, and are "
        + "none.",
      remedy: "Change what the message names, or take the definition out of the string.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [{ "Type": "Fail", "Arguments": { "ErrorMessage": "too bad" } }]
        }

        """),
    .malformedExpression: DiagnosticPage(
      what: "A value looks like one that a run computes, and is not spelled as one.",
      why: "Definitions have three such values: `{\"Get\": \"…\"}`, `{\"Std:Join\": {\"On\": "
        + "\"…\", \"Values\": […]}}` and `{\"Std:JsonGet\": …}`, which has `Path` and either "
        + "`PropertyFile` or `S3Uri` (SageMaker Python SDK, `functions.py`). There are no others "
        + "whose name begins with `Std:`.",
      remedy: "Use one of the three forms.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [
            {
              "Name": "A",
              "Type": "Fail",
              "Arguments": { "ErrorMessage": { "Std:Join": ["too", "bad"] } }
            }
          ]
        }

        """),
    .unfamiliarStepType: DiagnosticPage(
      what: "A definition has a step of a type that pipec does not know.",
      why: "AWS adds types, so that is not an error; but nothing in such a step can be checked. A "
        + "name that is close to a known one is an `unknown-step-type`.",
      remedy:
        "Check the spelling. If the type is right, `--allow unfamiliar-step-type` hides this.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [{ "Name": "Ask", "Type": "Approval", "Arguments": {} }]
        }

        """),
  ]
}
