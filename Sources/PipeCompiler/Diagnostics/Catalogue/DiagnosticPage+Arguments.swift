extension DiagnosticPage {
  /// The pages about which members a request has and which it needs.
  static let ofArguments: [DiagnosticID: DiagnosticPage] = [
    .misspelledArgument: DiagnosticPage(
      "A member has a name that is nearly one of the API's.",
      why: "The service refuses members that it does not know (`Unknown Argument member`, issue "
        + "3472 of the SageMaker Python SDK). Capital letters count. The known names are those of "
        + "botocore's model of the API, and no definition known to be accepted has another one.",
      remedy: "Write the name in the message.",
      below: """
        step A: Model {
          \(exampleImage)
          EnableNetworkIsolaton: true
        }

        """),
    .misplacedArgument: DiagnosticPage(
      "A member stands where the API does not have it, and the same request has it elsewhere.",
      why: "Requests place the same thing differently: `VpcConfig` stands at the top in Training "
        + "and Model steps, in `NetworkConfig` in Processing steps, and in `TrainingJobDefinition` "
        + "in Tuning steps (botocore's model of the API).",
      remedy: "Move it to the place in the message.",
      below: """
        step A: Processing {
          \(exampleProcessing)
          EnableNetworkIsolation: true
        }

        """),
    .missingArgument: DiagnosticPage(
      "A member is missing without which the API does not take the request.",
      why: "botocore's model of the API marks it as required, its documentation says so, or one of "
        + "several members has to be there. What SageMaker names or fills in itself, such as the "
        + "name of a job, is not asked for.",
      remedy: "Add it; `pipec schema TYPE` lists what a step holds. If the service takes your step "
        + "without it, `//pipec:allow missing-argument REASON` hides this in a `.pipe` file, and "
        + "`--allow missing-argument` in a definition.",
      below: """
        step A: Lambda { args: { mode: "full" } }

        """),
    .missingJobRole: DiagnosticPage(
      what: "A job of a definition does not say as which role it runs.",
      why: "The API requires the role, but the developer guide says that jobs of a pipeline use "
        + "the pipeline's role by default, and a definition without one is known to be deployed. "
        + "In a `.pipe` file the `role` of the header fills it in.",
      remedy: "Add the role if the service refuses the definition, or if the job is to have fewer "
        + "rights than the pipeline.",
      example: """
        {
          "Version": "2020-12-01",
          "Steps": [
            {
              "Name": "A",
              "Type": "Job",
              "Arguments": {
                "JobCategory": "AgentRFT",
                "JobConfigSchemaVersion": "1.0.0",
                "JobConfigDocument": "{}"
              }
            }
          ]
        }

        """),
    .placeholderArguments: DiagnosticPage(
      "A step has none of the arguments that steps of its type have.",
      why: "The API requires some of them. Since the step looks like a draft, that is said once, "
        + "instead of once for each missing argument.",
      remedy: "Fill in the arguments; `pipec schema TYPE` lists them.",
      below: """
        step A: Transform {}

        """),
    .forbiddenArgument: DiagnosticPage(
      "A member of the API can't be given in a pipeline, or not with this value.",
      why: "The pipeline decides it itself, or the service refuses it: the name of a model package "
        + "(issue 3472 of the SageMaker Python SDK), the name and the end of an EMR cluster, the "
        + "deployment of an AutoML job and any mode of it but `ENSEMBLING` (developer guide and "
        + "SDK).",
      remedy: "Remove it.",
      below: """
        step A: RegisterModel {
          ModelPackageGroupName: "churn"
          ModelPackageName: "churn-1"
          InferenceSpecification: {
            Containers: [{ Image: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1" }]
            SupportedContentTypes: ["text/csv"]
            SupportedResponseMIMETypes: ["text/csv"]
          }
        }

        """),
  ]

  /// The pages about members that have to fit together.
  static let ofGroups: [DiagnosticID: DiagnosticPage] = [
    .doubtfulArgument: DiagnosticPage(
      "It is not certain that the service takes the arguments.",
      why: "A source says or suggests that it does not, and none is definite: the SageMaker Python "
        + "SDK removes the member, an older SDK refused it, or the documentation of botocore "
        + "describes alternatives without saying that exactly one is needed. The message names "
        + "the source.",
      remedy: "Do what the help says, or try it. If the service takes it, "
        + "`//pipec:allow doubtful-argument REASON` hides this.",
      below: """
        step A: Model { EnableNetworkIsolation: true }

        """),
    .exclusiveArguments: DiagnosticPage(
      "Two members are given of which the API takes one.",
      why: "The documentation of the members in botocore, or the SageMaker Python SDK, says so: an "
        + "image or the name of an algorithm, a cluster or the configuration of a new one, one "
        + "container or several. Such jobs fail when they start, or are refused.",
      remedy: "Keep one of the two.",
      below: """
        step A: Model {
          \(exampleImage)
          Containers: [{ Image: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:2" }]
        }

        """),
    .inconsistentArguments: DiagnosticPage(
      "The values of two members don't fit together, or one exceeds what the API allows in all.",
      why: "`MaxWaitTimeInSeconds` is for spot training only (issue 4140 of the SageMaker Python "
        + "SDK) and includes the time of training, a transform job holds 100 MB at once "
        + "(documentation in botocore), and a range does not end before it begins. Values that "
        + "only a run knows are not compared.",
      remedy: "Change one of the values.",
      below: """
        step A: Transform {
          \(exampleTransform)
          MaxPayloadInMB: 30
          MaxConcurrentTransforms: 4
        }

        """),
    .duplicateEntry: DiagnosticPage(
      "Two entries of a list have the same name, and are told apart by it.",
      why: "Channels become directories, inputs and outputs are referred to by name, tags and "
        + "variants have unique keys (documentation in botocore). The inputs and outputs of a "
        + "processing job share their names: the service answers `Input and Output names must be "
        + "globally unique` (issue 3484 of the SageMaker Python SDK).",
      remedy: "Rename or remove one of the two.",
      below: """
        step A: Model {
          \(exampleImage)
          Tags: [{ Key: "team", Value: "ml" }, { Key: "team", Value: "search" }]
        }

        """),
  ]
}
