extension DiagnosticPage {
  /// The pages about what the members of a request may be.
  static let ofArgumentValues: [DiagnosticID: DiagnosticPage] = [
    .wrongCount: DiagnosticPage(
      "A list or map has fewer or more entries than the API takes.",
      why: "botocore's model of the API states the bounds: a processing job has at most 10 inputs "
        + "and 10 outputs, a training job 1 to 20 channels and at most 100 hyperparameters.",
      remedy: "Add entries, leave some out, or put several into one.",
      below: """
        step A: Model {
          \(exampleImage)
          VpcConfig: { SecurityGroupIds: ["sg-0123456789"], Subnets: [] }
        }

        """),
    .wrongArgumentType: DiagnosticPage(
      "A value has another type than the member of the API.",
      why: "The service converts nothing: a number is no String, and `\"1\"` no Integer. No "
        + "definition known to be accepted has such a value. In `.pipe` files the maps of strings, "
        + "such as `HyperParameters`, get strings by themselves.",
      remedy: "Write a value of the type in the message.",
      below: """
        step A: Model {
          \(exampleImage)
          EnableNetworkIsolation: "true"
        }

        """),
    .unknownValue: DiagnosticPage(
      "A text is none of the values that may stand there.",
      why: "The API has a closed set of values (botocore's model), and so have the types of "
        + "parameters, conditions and triggers. Capital letters count. The default and the allowed "
        + "values of a parameter have to be values of each member that it fills.",
      remedy: "Use a value of the set. If AWS has a newer one, such as an instance type, "
        + "`//pipec:allow unknown-value REASON` hides this in a `.pipe` file, and "
        + "`--allow unknown-value` in a definition.",
      below: """
        step A: EMR {
          ClusterId: "j-1ABCDEFG2HIJK"
          StepConfig: {
            ActionOnFailure: "CONTINU"
            HadoopJarStep: { Jar: "command-runner.jar" }
          }
        }

        """),
    .wrongLength: DiagnosticPage(
      "A text is shorter or longer than the API takes.",
      why: "botocore's model of the API states the bounds, in characters. Texts that only a run "
        + "knows are not measured; defaults of parameters are.",
      remedy: "Shorten it, or write it out.",
      below: """
        step A: Model {
          \(exampleImage)
          Tags: [{ Key: "", Value: "ml" }]
        }

        """),
    .outOfRange: DiagnosticPage(
      "A number is less or more than the API takes.",
      why: "botocore's model of the API states the bounds. The default of a parameter has to lie "
        + "within those of each member that it fills.",
      remedy: "Write a number within the bounds in the message.",
      below: """
        param Units: Integer = 0
        step A: BedrockProvisionedModelThroughput {
          ProvisionedModelName: "churn"
          ModelId: "amazon.titan-text-lite-v1"
          ModelUnits: Units
        }

        """),
    .patternMismatch: DiagnosticPage(
      "A text does not have the form that the API's model describes.",
      why: "botocore's model has a regular expression for the member. The service does not check "
        + "all of them: AWS's integration tests create pipelines with a MIME type `*` and a local "
        + "path as an S3 URI. So this is a warning. Texts with `${…}`, `$NAME`, `{{…}}` or "
        + "`<name>` are left to the program that fills them in.",
      remedy: "Correct the text. If the service takes it as it is, "
        + "`//pipec:allow pattern-mismatch REASON` hides this.",
      below: """
        step A: Lambda { FunctionArn: "notify" }

        """),
  ]
}
