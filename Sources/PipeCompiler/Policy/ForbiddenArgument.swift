/// A member of a request that a step of a pipeline may not hold, though the API takes it.
struct ForbiddenArgument: Sendable {
  /// The structure.
  let shape: StaticString
  /// The member.
  let member: StaticString
  /// The type of step, or `nil` for all that hold the structure.
  let kind: StepKind?
  /// `true` iff the service is known to refuse the member, `false` if only the SDK removes it.
  let isRefused: Bool
  /// Why, with the source.
  let why: String

  /// Creates the rule that steps of `kind` may not hold `member` in `shape`.
  init(
    _ shape: StaticString, _ member: StaticString, in kind: StepKind? = nil, isRefused: Bool,
    _ why: String
  ) {
    self.shape = shape
    self.member = member
    self.kind = kind
    self.isRefused = isRefused
    self.why = why
  }

  /// All rules; those about one structure stand together.
  static let all = [
    ForbiddenArgument(
      "CreateModelPackageInput", "CertifyForMarketplace", isRefused: true,
      "the service refuses it in a pipeline (SageMaker Python SDK, `_utils.py`)"),
    ForbiddenArgument(
      "CreateModelPackageInput", "ModelPackageName", isRefused: true,
      "the service answers `Unknown Argument member` (aws/sagemaker-python-sdk issue 3472)"),
    ForbiddenArgument(
      "ModelPackageContainerDefinition", "AdditionalModelDataSources", in: .registerModel,
      isRefused: false,
      "the service was seen to refuse it in 2025 (aws/sagemaker-python-sdk issue 4994)"),
    ForbiddenArgument(
      "CreateAutoMLJobRequest", "ModelDeployConfig", isRefused: true,
      "a pipeline deploys by steps of its own (developer guide, AutoML step)"),
    ForbiddenArgument(
      "CreateAutoMLJobRequest", "GenerateCandidateDefinitionsOnly", isRefused: true,
      "the SDK removes it (SageMaker Python SDK, `automl_step.py`)"),
    // The check of SDK 2.257.6 is gone in the releases after it.
    ForbiddenArgument(
      "CreateEndpointConfigInput", "DataCaptureConfig", isRefused: false,
      "SDK 2.257.6 says that the service refuses it in a pipeline"),
    ForbiddenArgument(
      "CreateEndpointConfigInput", "ExplainerConfig", isRefused: false,
      "SDK 2.257.6 says that the service refuses it in a pipeline"),
    ForbiddenArgument(
      "CreateEndpointInput", "DeploymentConfig", isRefused: false,
      "SDK 2.257.6 says that the service refuses it in a pipeline"),
    ForbiddenArgument("ExperimentConfig", "ExperimentName", isRefused: false, ofExperiments),
    ForbiddenArgument("ExperimentConfig", "TrialName", isRefused: false, ofExperiments),
    ForbiddenArgument("ExperimentConfig", "RunName", isRefused: false, ofExperiments),
    ForbiddenArgument(
      "emr.StepConfig", "Name", isRefused: false,
      "the service names the step, and only the published schema has the member"),
    ForbiddenArgument("emr.RunJobFlowInput", "Name", isRefused: true, ofClusters),
    ForbiddenArgument("emr.RunJobFlowInput", "Steps", isRefused: true, ofClusters),
    ForbiddenArgument("emr.RunJobFlowInput", "AutoTerminationPolicy", isRefused: true, ofClusters),
    ForbiddenArgument(
      "emr.JobFlowInstancesConfig", "KeepJobFlowAliveWhenNoSteps", isRefused: true, ofClusters),
    ForbiddenArgument(
      "emr.JobFlowInstancesConfig", "TerminationProtected", isRefused: true, ofClusters),
  ]

  /// Why a job does not name its experiment.
  private static let ofExperiments =
    "the SDK removes it, since the pipeline's `PipelineExperimentConfig` says it"
  /// Why a cluster does not say how it lives.
  private static let ofClusters =
    "the pipeline decides that (developer guide, EMR step; SageMaker Python SDK, `emr_step.py`)"

  /// Returns the positions in `all` of the rules about the structure `shape`.
  static func range(of shape: StaticText) -> Range<Int> {
    guard let first = all.firstIndex(where: { shape.equals($0.shape) }) else { return 0..<0 }
    let rest = all[first...].prefix { shape.equals($0.shape) }
    return rest.startIndex..<rest.endIndex
  }
}
