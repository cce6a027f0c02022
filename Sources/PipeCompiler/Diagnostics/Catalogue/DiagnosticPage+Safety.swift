extension DiagnosticPage {
  /// The pages about where a pipeline and its data lie, and who can get at them.
  static let ofSafety: [DiagnosticID: DiagnosticPage] = [
    .plainCredential: DiagnosticPage(
      "A text looks like a key, a token or a password.",
      why: "Whoever may call DescribePipeline gets the definition with it, and so does whoever may "
        + "read the file. Found are the forms that AWS, GitHub, GitLab, Slack, Hugging Face, "
        + "OpenAI, Google and npm document for their keys, private keys, signed requests, "
        + "passwords in URIs, and values of members with names such as `password`. It is not "
        + "certain that the text is a secret.",
      remedy: "Revoke the credential if it is one. Keep it in AWS Secrets Manager and give the job "
        + "its name, or give the right to the job's role. If it is none, "
        + "`//pipec:allow plain-credential REASON` hides this.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { key: "AKIAIOSFODNN7EXAMPLE" }
        }

        """),
    .regionMismatch: DiagnosticPage(
      "Something that the pipeline uses lies in another region than the pipeline.",
      why: "The region is that of `kubernetes.region`, or else the one that most ARNs, images, "
        + "queues and default buckets in the file name. A pipeline starts its jobs in its own "
        + "region. Some things can be used across regions, so this is a warning.",
      remedy: "Use the image, function, queue or bucket of the pipeline's region. If another "
        + "region is meant, `//pipec:allow region-mismatch REASON` hides this.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step B: Lambda { FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:g" }

        """),
    .accountMismatch: DiagnosticPage(
      "A role, function or default bucket belongs to another account than the first role does.",
      why: "A role can be passed only to a service in the role's own account (IAM user guide, "
        + "`iam:PassRole`), and functions and buckets of other accounts need a policy that lets "
        + "the pipeline in. Images of other accounts are usual, and not looked at.",
      remedy: "Check the number of the account. If the other account is meant, "
        + "`//pipec:allow account-mismatch REASON` hides this.",
      below: """
        step A: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:444455556666:function:f" }

        """),
    .missingEncryptionKey: DiagnosticPage(
      "A step stores data on S3 or on a volume, and names no KMS key for it.",
      why: "The data is then encrypted with a key of AWS, whose use can't be restricted. This is "
        + "reported only with `--warn security` or `--deny security`. Instance types with local "
        + "storage don't take a key for their volume (documentation of `VolumeKmsKeyId` in "
        + "botocore).",
      remedy: "Set the member in the message, for all steps of a type with `defaults`.",
      below: """
        step A: Transform {
          \(exampleTransform)
        }

        """),
    .missingNetworkIsolation: DiagnosticPage(
      "The container of a job or model may make network calls.",
      why: "With `EnableNetworkIsolation` no inbound or outbound call can be made (documentation "
        + "in botocore), so code in the container can't send data elsewhere. This is reported only "
        + "with `--warn security` or `--deny security`.",
      remedy: "Set `EnableNetworkIsolation` to `true` where the message says, unless the code "
        + "needs the network.",
      below: """
        step A: Model { \(exampleImage) }

        """),
    .missingVPC: DiagnosticPage(
      "A job or model does not run in a VPC of yours.",
      why: "A VPC controls what a container can reach and what can reach it (documentation of "
        + "`VpcConfig` in botocore). This is reported only with `--warn security` or "
        + "`--deny security`.",
      remedy: "Set the member in the message, for all steps of a type with `defaults`.",
      below: """
        step A: Model { \(exampleImage) }

        """),
    .newerThanService: DiagnosticPage(
      "The pipeline uses something that came after the day that `--service` gives.",
      why: "The day of a feature is that of the first release of the SageMaker Python SDK that "
        + "writes it, or of the published schema that has it. The service may have had it earlier. "
        + "This is reported only with `--service DATE`.",
      remedy: "Do without it, or give a later day.",
      below: """
        fail Stop "the model is not good enough"

        """),
  ]
}
