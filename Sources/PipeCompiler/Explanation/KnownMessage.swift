/// A message of AWS, of the ACK controller or of Kubernetes, and what to make of it.
struct KnownMessage: Sendable {
  /// Texts that occur in it, in this order, whatever the case of their letters.
  let pieces: [String]
  /// What it means.
  let meaning: String
  /// What to do.
  let remedy: String
  /// Where that is known from.
  let source: String

  /// Creates the record of the message in which `pieces` occur.
  init(_ pieces: String..., meaning: String, remedy: String, source: String) {
    self.pieces = pieces
    self.meaning = meaning
    self.remedy = remedy
    self.source = source
  }

  /// All messages that are known; of two that fit one place the first one counts.
  static let all = ofController + ofDefinitions + ofRuns + ofKubernetes + ofServices
}

// The messages, by whom they come from.
extension KnownMessage {
  /// What the controller says.
  private static let ofController = [
    KnownMessage(
      "resource already exists",
      meaning: "AWS has a resource of this name, and the controller does not manage it",
      remedy: "apply it with the annotation `services.k8s.aws/adoption-policy: adopt-or-create`, "
        + "which pipec writes unless `adoption: \"none\"` is given; delete the object first, since "
        + "a change of an annotation alone does nothing",
      source: "the controller's runtime, pkg/runtime/reconciler.go"),
    KnownMessage(
      "not managed by ack",
      meaning: "AWS has a resource of this name, and the controller does not manage it",
      remedy: "apply it with the annotation `services.k8s.aws/adoption-policy: adopt-or-create`",
      source: "the controller's runtime, pkg/runtime/reconciler.go"),
    KnownMessage(
      "unrecognized adoption policy",
      meaning: "the annotation `services.k8s.aws/adoption-policy` says something else than `adopt` "
        + "or `adopt-or-create`",
      remedy: "correct it, delete the object and apply it again; in pipec, `adoption: \"none\"` "
        + "leaves the annotation out",
      source: "the controller's runtime, pkg/runtime/util.go"),
    KnownMessage(
      "not implemented",
      meaning: "the controller can't change a resource of this kind",
      remedy: "make a new one under another name: leave the `…Name` member out, and pipec puts a "
        + "hash of what it holds behind the name",
      source: "the controller's chart 1.9.1, pkg/resource/*/sdk.go"),
    KnownMessage(
      "resourcenotfound",
      meaning: "what the resource names is not in AWS; of a run: the pipeline was not there yet",
      remedy: "apply what it names first and wait for `ACK.ResourceSynced`; then delete the object "
        + "and apply it again, since the controller does not try again by itself",
      source: "the controller's runtime, HandleReconcileError: ResourceNotFound is terminal"),
    KnownMessage(
      "could not find model",
      meaning: "an EndpointConfig names a Model that AWS does not have (yet)",
      remedy: "nothing, if the Model is applied with it: the controller tries again; otherwise "
        + "refer to the resource by `.name`",
      source: "CreateEndpointConfig's ValidationException, which the controller repeats"),
    KnownMessage(
      "could not find endpoint configuration",
      meaning: "an Endpoint names an EndpointConfig that AWS does not have (yet)",
      remedy: "nothing, if the EndpointConfig is applied with it: the controller tries again; "
        + "otherwise refer to the resource by `.name`",
      source: "CreateEndpoint's ValidationException, which the controller repeats"),
    KnownMessage(
      "conflictexception",
      meaning: "AWS does not change or delete it while something else goes on",
      remedy: "wait: the controller tries again; a pipeline is deleted when its runs have ended",
      source: "documentation of DeletePipeline"),
  ]

  /// What CreatePipeline and UpdatePipeline say about definitions.
  private static let ofDefinitions = [
    KnownMessage(
      "expecting start of json array",
      meaning: "an argument has to be a list, and is an object or an expression",
      remedy: "write a list with run-time values in it, not one run-time value",
      source: "issue 2345 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "expecting start of json object",
      meaning: "an argument has to be an object, and is a text or an expression",
      remedy: "write an object with run-time values in it, not one run-time value",
      source: "issue 3908 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "unknown argument member",
      meaning: "a step has a member that the service does not take in a pipeline",
      remedy: "remove it; `pipec schema` lists what there is",
      source: "issues 3472 and 4994 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "failed to satisfy enum value set",
      meaning: "a value is not one of those that the API has for it",
      remedy: "use one of the values that the message lists",
      source: "issue 2554 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "model validation failed",
      meaning: "an argument breaks a rule of the API: a length, a count, a pattern or a choice",
      remedy: "correct the value; `pipec check` with the newest service model names it before",
      source: "issue 2554 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "cannot assign property reference",
      meaning: "a reference has another type than the member that it fills; nothing is converted",
      remedy: "change the type of the parameter, or put it into a string: `\"\\(X)\"`",
      source: "issue 4867 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "can not depends on",
      meaning: "a step waits for a Fail step, which ends the run",
      remedy: "let it wait for the step before, or stand in the other branch",
      source: "integration tests of aws/sagemaker-python-sdk, test_fail_steps"),
    KnownMessage(
      "unable to parse pipeline definition",
      meaning: "the service does not take the definition",
      remedy:
        "`pipec check` the source with the newest service model; the rest of the message says "
        + "what it stumbles over",
      source: "developer guide, troubleshooting of pipelines"),
  ]

  /// What StartPipelineExecution says, and what a run ends with.
  private static let ofRuns = [
    KnownMessage(
      "invalid sourcepipelineexecutionarn",
      meaning: "selected steps need results of steps that are not selected",
      remedy: "name the run that they are taken from with `from:` or `--from`, or select them too",
      source: "issue 4444 of aws/sagemaker-python-sdk"),
    KnownMessage(
      "failed to satisfy constraint", "regular expression pattern",
      meaning: "a text does not have the form that the API asks for",
      remedy: "correct the value that the message names",
      source: "botocore's model of the API has the patterns"),
    KnownMessage(
      "failed to satisfy constraint",
      meaning: "a value breaks a rule of the API: it is missing, too long, too short, or too large",
      remedy: "correct the value that the message names",
      source: "botocore's model of the API has the bounds"),
    KnownMessage(
      "resourcelimitexceeded",
      meaning: "the account may not have more of this at once",
      remedy:
        "ask for a higher quota in Service Quotas, use another instance type, or let the step "
        + "try again with `retry resourceLimit { … }`",
      source: "botocore, ResourceLimitExceeded"),
    KnownMessage(
      "capacityerror",
      meaning: "AWS has no free instance of the type at the moment",
      remedy: "let the step try again with `retry capacity { … }`, or use another instance type",
      source: "developer guide, retry policies"),
    KnownMessage(
      "algorithmerror",
      meaning: "the program in the container ended with an error",
      remedy: "read the log of the step's job in CloudWatch; the status of steps is in "
        + "`aws sagemaker list-pipeline-execution-steps`",
      source: "developer guide, common errors of training jobs"),
  ]

  /// What AWS says of anything.
  private static let ofServices = [
    KnownMessage(
      "not authorized to perform", "iam:passrole",
      meaning: "the controller's role may not hand the pipeline's role to SageMaker",
      remedy: "allow `iam:PassRole` on the role for the controller's role, with the condition "
        + "`iam:PassedToService: sagemaker.amazonaws.com`",
      source: "tutorial of the controller; IAM user guide"),
    KnownMessage(
      "not authorized to perform",
      meaning: "a role may not do that: the controller's, if a condition of the resource says it, "
        + "or the one that the pipeline runs as, if a run failed",
      remedy: "allow the action that the message names for the role that it names",
      source: "IAM user guide, access denied errors"),
    KnownMessage(
      "could not assume role",
      meaning: "SageMaker may not use the role",
      remedy: "let the role trust `sagemaker.amazonaws.com`",
      source: "developer guide, roles"),
    KnownMessage(
      "invalidparameter",
      meaning: "AWS refuses a value, and the controller does not try again (`ACK.Terminal`)",
      remedy: "correct the value that the message names and apply the resource again: a change of "
        + "its `spec` makes the controller try again",
      source: "the controller's chart 1.9.1, terminal codes in pkg/resource/*/sdk.go"),
    KnownMessage(
      "serviceunavailable",
      meaning: "AWS did not answer (`ACK.Recoverable`)",
      remedy: "wait: the controller tries again",
      source: "tests of the controller, pkg/resource/pipeline/testdata"),
    KnownMessage(
      "resource not found",
      meaning: "the controller looked for the resource and AWS does not have it",
      remedy: "nothing, if it is being made or deleted; otherwise someone removed it outside of "
        + "the cluster: delete the object and apply it again",
      source: "tests of the controller, pkg/resource/pipeline_execution/testdata"),
    KnownMessage(
      "throttlingexception",
      meaning: "there were too many requests at once",
      remedy: "wait: the controller tries again; a step does with `retry throttling { … }`",
      source: "botocore, ThrottlingException"),
    KnownMessage(
      "accessdenied",
      meaning: "a role may not do that: the controller's, if a condition of the resource says it, "
        + "or the one that the pipeline runs as, if a run failed",
      remedy: "allow the action for that role; shortly after a pipeline was made it may pass by "
        + "itself",
      source: "SageMaker Python SDK, which tries again"),
  ]
}
