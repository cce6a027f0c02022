/// What a step needs of SageMaker.
struct ActionRule: Sendable {
  /// The name of the statement.
  let sid: String
  /// The type of resource, as ARNs spell it.
  let resource: String
  /// The member of the arguments that names the resource; `nil` if the service does.
  var nameMember: String?
  /// The actions.
  let actions: [StepAction]
}

extension StepKind {
  /// What the role of the pipeline needs of SageMaker for a step of this type.
  ///
  /// Sources: AWS's developer guide (`build-and-manage-access.md`: Create and Describe of every job
  /// that is started) and the policies that the SageMaker Python SDK 3 makes (`iam_policies.py`).
  /// What neither has is marked by a question mark: that a run which is stopped stops its jobs, that
  /// what it makes is tagged, and the types that are newer than both.
  var actionRules: [ActionRule] {
    switch self {
    case .processing, .qualityCheck, .clarifyCheck:
      [
        rule(
          "ProcessingJobs", "processing-job", "ProcessingJobName",
          "CreateProcessingJob DescribeProcessingJob ?StopProcessingJob AddTags")
      ]
    case .training:
      [
        rule(
          "TrainingJobs", "training-job", "TrainingJobName",
          "CreateTrainingJob DescribeTrainingJob StopTrainingJob AddTags")
      ]
    case .tuning:
      [
        rule(
          "TuningJobs", "hyper-parameter-tuning-job", "HyperParameterTuningJobName",
          "CreateHyperParameterTuningJob DescribeHyperParameterTuningJob "
            + "?StopHyperParameterTuningJob ?ListTrainingJobsForHyperParameterTuningJob ?AddTags")
      ]
    case .transform:
      [
        rule(
          "TransformJobs", "transform-job", "TransformJobName",
          "CreateTransformJob DescribeTransformJob ?StopTransformJob AddTags")
      ]
    case .autoML:
      [
        rule(
          "AutoMLJobs", "automl-job", "AutoMLJobName",
          "?CreateAutoMLJob ?DescribeAutoMLJob ?StopAutoMLJob ?AddTags")
      ]
    case .model: [rule("Models", "model", "ModelName", "CreateModel DescribeModel AddTags")]
    default: otherActionRules
    }
  }

  /// The rules of the types that are no jobs.
  private var otherActionRules: [ActionRule] {
    switch self {
    case .endpointConfig:
      [
        rule(
          "EndpointConfigs", "endpoint-config", "EndpointConfigName",
          "CreateEndpointConfig ?DescribeEndpointConfig AddTags")
      ]
    case .endpoint:
      [
        rule(
          "Endpoints", "endpoint", "EndpointName",
          "CreateEndpoint ?UpdateEndpoint DescribeEndpoint AddTags"),
        rule("Endpoints", "endpoint-config", "EndpointConfigName", "CreateEndpoint"),
      ]
    case .inferenceComponent:
      [
        rule(
          "InferenceComponents", "inference-component", "InferenceComponentName",
          "?CreateInferenceComponent ?UpdateInferenceComponent ?DescribeInferenceComponent ?AddTags"
        ),
        rule("InferenceComponents", "endpoint", "EndpointName", "?CreateInferenceComponent"),
      ]
    case .lineage:
      [
        rule("LineageActions", "action", nil, "CreateAction ?DescribeAction AddTags"),
        rule("LineageArtifacts", "artifact", nil, "CreateArtifact ?DescribeArtifact AddTags"),
        rule("LineageContexts", "context", nil, "CreateContext ?DescribeContext AddTags"),
      ]
    case .job: [rule("Jobs", "job", "JobName", "?CreateJob ?DescribeJob ?StopJob ?AddTags")]
    default: []
    }
  }

  /// Returns a rule about SageMaker.
  private func rule(
    _ sid: String, _ resource: String, _ member: String?, _ actions: String
  ) -> ActionRule {
    ActionRule(
      sid: sid, resource: resource, nameMember: member,
      actions: StepAction.of("sagemaker", actions))
  }

  /// `true` iff names of this type's resources are names, and not beginnings of them.
  var namesWhole: Bool { [.endpoint, .endpointConfig, .inferenceComponent].contains(self) }

  /// The member that says as which role the step's job, or what it makes, runs.
  var roleMembers: [[String]] {
    switch self {
    case .model, .endpointConfig: [["ExecutionRoleArn"]]
    case .tuning: [["TrainingJobDefinition", "RoleArn"]]
    case .processing, .qualityCheck, .clarifyCheck, .training, .autoML, .job: [["RoleArn"]]
    default: []
    }
  }
}
