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
        + "published schema of definitions, and what the SageMaker Python SDK writes).",
      remedy: "Change what the message names.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [{ "Type": "Fail", "Arguments": { "ErrorMessage": "too bad" } }]
        }

        """),
    .invalidYAML: DiagnosticPage(
      what: "The file is meant to hold Kubernetes manifests, and is not YAML that `kubectl` reads.",
      why: "A file counts as YAML if its name ends in `.yaml` or `.yml`, or if its first line is "
        + "`---` or begins with a key. pipec reads it as `kubectl` does, by YAML 1.1: lines are "
        + "indented by spaces only, a text with `: ` in it stands in quotes, and each document "
        + "begins behind a line `---`. After the first mistake nothing more of a document is read.",
      remedy: "Correct the place that the message points at.",
      example: """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: Pipeline
        metadata: {name: nightly
        spec:

        """),
    .malformedManifest: DiagnosticPage(
      what: "A document about a pipeline is not made as such documents are.",
      why: "A resource of the kind `Pipeline` has `spec` with `pipelineName`, `roleARN` and "
        + "`pipelineDefinition`, all of them texts (the resource's definition in the ACK controller "
        + "for SageMaker). The definition stands there as a text: JSON without quotes is a mapping "
        + "in YAML. What `aws sagemaker describe-pipeline` prints has `PipelineDefinition`.",
      remedy: "Change what the message names. `pipec build` writes a manifest that is right.",
      example: """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: Pipeline
        metadata:
          name: nightly
        spec:
          pipelineName: nightly
          roleARN: arn:aws:iam::123456789012:role/pipelines
          pipelineDefinition: {"Version": "2020-12-01", "Steps": []}

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
