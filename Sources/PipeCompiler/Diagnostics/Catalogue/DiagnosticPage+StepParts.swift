extension DiagnosticPage {
  /// The pages about files and outputs that steps declare, and about their arguments.
  static let ofStepParts: [DiagnosticID: DiagnosticPage] = [
    .unknownOutput: DiagnosticPage(
      "A reference names an output that the Processing step does not have.",
      why: "`ProcessingOutputConfig.Outputs['name']` is looked up among the outputs that the step "
        + "declares (SageMaker Python SDK, `properties.py`); AWS refuses the pipeline or the run.",
      remedy: "Correct the name, or declare the output.",
      below: """
        step A: Processing {
          AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1" }
          ProcessingResources: {
            ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
          }
          output train at "/opt/ml/processing/train" to "s3://my-bucket/train"
        }
        step B: Lambda {
          \(exampleFunction)
          args: { uri: A.outputs.tarin }
        }

        """),
    .unknownPropertyFile: DiagnosticPage(
      "A value is read from a property file that the step does not declare.",
      why: "`Std:JsonGet` finds the file by the declaration in `PropertyFiles` of a Processing "
        + "step (developer guide, property files).",
      remedy: "Declare the file with `report`, or correct its name.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step B: Lambda {
          \(exampleFunction)
          args: {
            a: {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.A.PropertyFiles.R"}, "Path": "x"}}
          }
        }

        """),
    .invalidPropertyFile: DiagnosticPage(
      "A property file is declared for an output that does not exist, or is used as a value.",
      why: "`OutputName` has to be one of the outputs of the same Processing step (developer "
        + "guide, property files).",
      remedy: "Correct the name of the output, or add the output.",
      below: """
        step A: Processing {
          AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1" }
          ProcessingResources: {
            ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
          }
          PropertyFiles: [{ PropertyFileName: "R", OutputName: "metrics", FilePath: "r.json" }]
        }

        """),
    .unknownOutputParameter: DiagnosticPage(
      "An output is read that the Lambda or Callback step does not declare.",
      why: "Outputs have to be declared to be read, and have no parts: nested values become one "
        + "string (developer guide, Lambda step).",
      remedy: "Declare the output with `returns`, or correct its name.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          returns { score: Float }
        }
        step B: Lambda {
          \(exampleFunction)
          args: { a: get("Steps.A.OutputParameters['scor']") }
        }

        """),
    .invalidOutputParameter: DiagnosticPage(
      "The declaration of an output is malformed.",
      why: "At most 50 outputs are taken, with names of up to 256 characters and one of the "
        + "types String, Integer, Float and Boolean (service model and SDK).",
      remedy: "Use `returns { name: Type }`.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          OutputParameters: [{ OutputName: "x", OutputType: "Text" }]
        }

        """),
    .duplicateOutput: DiagnosticPage(
      "A step declares two outputs, or two property files, of the same name.",
      why: "A reference could not tell them apart.",
      remedy: "Rename one of them.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          OutputParameters: [
            { OutputName: "x", OutputType: "String" }
            { OutputName: "x", OutputType: "Float" }
          ]
        }

        """),
    .nestedArgument: DiagnosticPage(
      "An argument of a Lambda or Callback step is a list or an object.",
      why: "The arguments are documented as a flat map of texts, numbers and booleans; what the "
        + "service does with other values is not.",
      remedy: "Pass the parts one by one, or a string of JSON.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { sizes: [1, 2] }
        }

        """),
    .invalidForEach: DiagnosticPage(
      "A loop has not what the service needs to run it.",
      why: "A loop has 1 to 100 literal items, runs 1 to 50 at once, has a body without "
        + "Condition, Fail and ForEach steps, and names its runs `<step>-<number>` (SageMaker "
        + "Python SDK 3.27).",
      remedy: "Change what the message names.",
      below: """
        foreach Fan in ["a"] max 51 { step Body: Lambda { \(exampleFunction) } }

        """),
  ]
}
