extension DiagnosticPage {
  /// The pages about parameters, the names of things, and references to them.
  static let ofDeclarations: [DiagnosticID: DiagnosticPage] = [
    .invalidName: DiagnosticPage(
      "A step or parameter has a name of a form that AWS does not take.",
      why: "The API's model and the published schema want `[A-Za-z0-9_-]{1,64}`.",
      remedy: "Use letters, digits, `-` and `_`, and at most 64 of them.",
      below: "step A \"my step\": Lambda { \(exampleFunction) }\n"),
    .invalidText: DiagnosticPage(
      "A description or a display name is no text.",
      why: "They are Strings in the service model.",
      remedy: "Write it in quotes.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          DisplayName: 42
        }

        """),
    .textTooLong: DiagnosticPage(
      "A description, a display name or the message of a Fail step is longer than the service "
        + "stores.",
      why: "Descriptions and messages have up to 3,072 characters, display names of steps up to "
        + "256 (service model).",
      remedy: "Shorten it.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          DisplayName: "\(String(repeating: "long ", count: 60))"
        }

        """),
    .duplicateStep: DiagnosticPage(
      "Two steps have the same name.",
      why: "Names are unique in the whole definition, branches and loop bodies included; the "
        + "service refuses duplicates (developer guide, troubleshooting).",
      remedy: "Rename one of the steps.",
      below: """
        step A "Same": Lambda { \(exampleFunction) }
        step B "Same": Lambda { \(exampleFunction) }

        """),
    .duplicateParameter: DiagnosticPage(
      "Two parameters have the same name.",
      why: "A value that is given for the name could not be assigned.",
      remedy: "Rename or remove one of them.", below: ""),
    .invalidDefault: DiagnosticPage(
      "The default of a parameter does not fit its type or its list of allowed values.",
      why: "Defaults are literals of the parameter's type; expressions are refused (issue 3123 "
        + "of the SageMaker Python SDK).",
      remedy: "Write a literal of the right type.",
      below: """
        param Mode: String = "fast" in ["slow", "full"]
        step A: Lambda {
          \(exampleFunction)
          args: { mode: Mode }
        }

        """),
    .invalidEnumeration: DiagnosticPage(
      "The list of values that a parameter allows is malformed.",
      why: "Only String parameters have one, and it holds strings (SageMaker Python SDK).",
      remedy: "Remove the list, or make it a list of different strings.",
      below: """
        param Count: Integer = 1 in [1, 2]
        step A: Lambda {
          \(exampleFunction)
          args: { count: Count }
        }

        """),
    .undeclaredParameter: DiagnosticPage(
      "A parameter is read that the pipeline does not declare.",
      why: "All parameters have to be declared (developer guide, pipeline parameters).",
      remedy: "Declare the parameter, or correct the name.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { a: get("Parameters.Mising") }
        }

        """),
    .unknownVariable: DiagnosticPage(
      "An execution variable, or a member of the experiment configuration, does not exist.",
      why: "The set is closed: the SageMaker Python SDK lists eight execution variables.",
      remedy: "Use one of the names in the message.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { a: get("Execution.Id") }
        }

        """),
    .unknownStep: DiagnosticPage(
      "A step is named that the pipeline does not have.",
      why: "The service can't order steps that do not exist, and returns an error "
        + "(developer guide, steps).",
      remedy: "Correct the name.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          DependsOn: ["Missing"]
        }

        """),
    .unreadableReference: DiagnosticPage(
      "The text of a `Get` has none of the forms that references have.",
      why: "References begin with `Parameters.`, `Execution.`, `Steps.`, "
        + "`PipelineExperimentConfig.`, `ForEach.CurrentItem` or `IterationOutput.`.",
      remedy: "Correct the spelling; indexes are `[0]`, keys are `['name']`.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { a: get("Pipeline.Name") }
        }

        """),
    .misplacedItem: DiagnosticPage(
      "The current item, or the output of an iteration, is read where there is none.",
      why: "`ForEach.CurrentItem` exists in the body of a loop, and `IterationOutput` in its "
        + "selector (SageMaker Python SDK 3.27).",
      remedy: "Move the step into the loop, or read the results of the loop.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { a: get("ForEach.CurrentItem") }
        }

        """),
    .loopReference: DiagnosticPage(
      "A step in the body of a loop is read, or waited for, from outside of it.",
      why: "Such a step runs once for each item; from outside, results are read as "
        + "`IterationOutputs[i].<step>` or `Selected` (SageMaker Python SDK 3.27).",
      remedy: "Read the loop's results, or wait for the loop.",
      below: """
        foreach Fan in ["a", "b"] max 2 { step Body: Lambda { \(exampleFunction) } }
        step A: Lambda {
          \(exampleFunction)
          DependsOn: ["Body"]
        }

        """),
  ]
}
