extension DiagnosticPage {
  /// The pages about the types of steps, and about what stands in them.
  static let ofItems: [DiagnosticID: DiagnosticPage] = [
    .unknownStepType: DiagnosticPage(
      "There is no step of this type.",
      why:
        "Types are spelled as in the definition: `Training`, not `TrainingStep`. The set is that "
        + "of the SageMaker Python SDK and of the published schema of definitions.",
      remedy: "Correct the name, or write `raw \"Type\"` for a type that is newer than pipec. "
        + "Conditions and loops are declared with `condition` and `foreach`. In a definition, a "
        + "name that is near no known one is an `unfamiliar-step-type`.",
      below: "step A: Lamda { \(exampleFunction) }\n"),
    .unknownItem: DiagnosticPage(
      "A word in lower case begins a line of a step in which it has no meaning.",
      why: "Words in lower case are pipec's, those with a capital letter are the API's. Shorthands "
        + "such as `input` and `channel` belong to the types of steps that have such lists.",
      remedy:
        "Use one of the words in the message, or write the member of the API with its capital "
        + "letter.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          aftr: "B"
        }

        """),
    .unknownArgument: DiagnosticPage(
      "A request, a step or a definition has a member that pipec does not know there.",
      why: "botocore's model of the API does not have it, and no known name is near. It is emitted "
        + "as it is, since AWS adds members; but the service refuses those that it does not know. "
        + "What a function or queue is given stands in `args`.",
      remedy: "Correct the name. If it is meant, write `raw` before a member of the step, or "
        + "`raw: { … }` into the header; inside of objects, "
        + "`//pipec:allow unknown-argument REASON` hides this, and in a definition "
        + "`--allow unknown-argument`.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          Payload: { mode: "full" }
        }

        """),
    .sugarConflict: DiagnosticPage(
      "Something is given twice, or as a word of the language and as the field it stands for.",
      why: "The two could differ, and one of them would be lost.",
      remedy: "Keep one of the two.",
      below: """
        step A: EMR {
          ClusterId: "j-1ABCDEFG2HIJK"
          StepConfig: { HadoopJarStep: { Jar: "command-runner.jar" } }
          cache: 30d
          CacheConfig: { Enabled: true, ExpireAfter: "P30D" }
        }

        """),
    .missingArtifacts: DiagnosticPage(
      "An output has no destination.",
      why:
        "Without `to`, an output lands at `<artifacts>/<pipeline>/<execution>/<step>/output/<name>`, "
        + "and the header gives no `artifacts`.",
      remedy: "Write `to \"s3://…\"` behind the output, or `artifacts: \"s3://…\"` in the header.",
      below: """
        step A: Processing {
          AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1" }
          ProcessingResources: {
            ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
          }
          output train at "/opt/ml/processing/train"
        }

        """),
  ]

  /// The pages about what is read from steps, objects and variables.
  static let ofReferences: [DiagnosticID: DiagnosticPage] = [
    .unknownMember: DiagnosticPage(
      "Something is read that the value, step or variable does not have.",
      why: "Behind the name of a step, a capital letter begins a member of the API's response, and "
        + "lower case one of the language's short forms, which depend on the type of the step. "
        + "Members of the response that do not exist are a `misspelled-property`. Parameters and "
        + "texts have no members.",
      remedy: "Use one of the members in the message.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { id: execution.identifier }
        }

        """),
    .malformedReference: DiagnosticPage(
      "A reference to a result of a step is incomplete, or its path can't be spelled.",
      why: "The service reads paths of members, `[0]` and `['key']` (developer guide, step "
        + "properties); the short forms need the name of an output, or the path in a report.",
      remedy: "Complete the path as the message shows.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          returns { score: Float }
        }
        step B: Lambda {
          \(exampleFunction)
          args: { score: A.returns }
        }

        """),
  ]
}
