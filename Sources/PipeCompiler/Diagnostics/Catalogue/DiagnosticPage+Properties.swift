extension DiagnosticPage {
  /// The pages about what is read from parameters, steps and the execution.
  static let ofProperties: [DiagnosticID: DiagnosticPage] = [
    .wrongReferenceType: DiagnosticPage(
      "A reference has another type than the member that it fills.",
      why: "The service compares the types when the pipeline is created, and converts nothing: "
        + "`Cannot assign property reference [Parameters.n] to argument of type [String]` (issues "
        + "4867 and 2631 of the SageMaker Python SDK). A list or an object can't come from a run "
        + "as a whole: `Expecting start of Json Array` or `Object` (issues 2345 and 3908).",
      remedy: "Put a number into a string, as in `\"\\(count)\"`, or `Std:Join` in a definition; "
        + "declare a parameter with the type that is needed; write lists and objects out, and use "
        + "references for their parts.",
      below: """
        param Depth: Integer = 5
        step A: Processing {
          AppSpecification: {
            ImageUri: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1"
            ContainerArguments: ["--depth", Depth]
          }
          ProcessingResources: {
            ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
          }
        }

        """),
    .doubtfulReference: DiagnosticPage(
      "It is not certain that the service takes the reference.",
      why: "No source shows that it does: for an Integer where a Float is wanted, a step without "
        + "any member, and a name in brackets where lists are not known to have names. They have "
        + "them for inputs and outputs of processing jobs and for final metrics.",
      remedy: "Use a value of the right type, name a member, or count as in `[0]`. If the service "
        + "takes it, `//pipec:allow doubtful-reference REASON` hides this.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step B: Lambda {
          \(exampleFunction)
          args: { all: get("Steps.A") }
        }

        """),
    .misspelledProperty: DiagnosticPage(
      "A reference reads something from a step that the step does not return.",
      why: "Steps return what the API's `Describe…` answers, or the few members that the SageMaker "
        + "Python SDK lists for types without one. The name is close to one of these, or the set "
        + "is closed, or the path is wrong: lists need an index or a name, maps a key, and texts "
        + "have no parts. No definition known to be accepted reads anything else.",
      remedy: "Write what the message proposes.",
      below: """
        step A: Model { \(exampleImage) }
        step B: Lambda {
          \(exampleFunction)
          args: { name: A.ModelNam }
        }

        """),
    .unknownProperty: DiagnosticPage(
      "A reference reads a member that pipec does not know of what the step returns.",
      why: "botocore's model of the answer does not have it, and no known name is near. AWS adds "
        + "members, so that is a warning.",
      remedy: "Use one of the members in the message. If AWS has a newer one, "
        + "`//pipec:allow unknown-property REASON` hides this.",
      below: """
        step A: Model { \(exampleImage) }
        step B: Lambda {
          \(exampleFunction)
          args: { calls: A.Invocations }
        }

        """),
  ]
}
