extension DiagnosticPage {
  /// The pages about what the header of a pipeline says.
  static let ofHeaders: [DiagnosticID: DiagnosticPage] = [
    .invalidPipelineName: DiagnosticPage(
      what: "The pipeline's name, or its display name, has a form that AWS does not take.",
      why: "CreatePipeline wants `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}` (service model of the API).",
      remedy: "Use letters, digits and `-`, and begin and end with a letter or digit.",
      example: """
        pipeline "my_pipeline" { role: "arn:aws:iam::111122223333:role/R" }
        step A: Lambda { \(exampleFunction) }

        """),
    .longPipelineName: DiagnosticPage(
      what: "The pipeline's name is longer than 82 characters.",
      why: "The API's model allows 256, but names above 82 were reported to be refused "
        + "(issue 2933 of the SageMaker Python SDK).",
      remedy: "Use a shorter name.",
      example: """
        pipeline "\(String(repeating: "long-name-", count: 8))pipeline" {
          role: "arn:aws:iam::111122223333:role/R"
        }
        step A: Lambda { \(exampleFunction) }

        """),
    .missingRole: DiagnosticPage(
      what: "The header has no `role`.",
      why: "CreatePipeline requires `RoleArn`, and the ACK resource requires `roleARN`.",
      remedy: "Add `role:` with the ARN of the role that the pipeline runs as.",
      example: "pipeline \"p\" {}\nstep A: Lambda { \(exampleFunction) }\n"),
    .invalidRole: DiagnosticPage(
      what: "The `role` in the header is not the ARN of an IAM role.",
      why: "The API's model wants `arn:aws…:iam::<12 digits>:role/<name>`.",
      remedy: "Write the whole ARN.",
      example: "pipeline \"p\" { role: \"SageMakerRole\" }\nstep A: Lambda { \(exampleFunction) }\n"
    ),
    .invalidTag: DiagnosticPage(
      what: "A tag of the pipeline is not one that AWS takes.",
      why: "AWS allows 50 tags; keys have 1 to 128 characters and do not begin with `aws:`, "
        + "values have up to 256 (service model of the API).",
      remedy: "Shorten or rename the tag; other values than strings need quotes.",
      example: """
        pipeline "p" {
          role: "arn:aws:iam::111122223333:role/R"
          tags: { "aws:team": "ml" }
        }
        step A: Lambda { \(exampleFunction) }

        """),
    .invalidKubernetes: DiagnosticPage(
      what: "A name, label, annotation or policy below `kubernetes` is malformed.",
      why: "The API server of Kubernetes refuses it: names follow RFC 1123, label values have "
        + "at most 63 characters, and the ACK controller knows few policies.",
      remedy: "Use the form that the message names.",
      example: """
        pipeline "p" {
          role: "arn:aws:iam::111122223333:role/R"
          kubernetes: { namespace: "ML_Team" }
        }
        step A: Lambda { \(exampleFunction) }

        """),
    .invalidParallelism: DiagnosticPage(
      what: "The `parallelism` in the header is not a positive integer.",
      why: "`MaxParallelExecutionSteps` is a 32-bit integer of at least 1 (service model).",
      remedy: "Write a number from 1, or leave the field out.",
      example: """
        pipeline "p" {
          role: "arn:aws:iam::111122223333:role/R"
          parallelism: 0
        }
        step A: Lambda { \(exampleFunction) }

        """),
  ]
}
