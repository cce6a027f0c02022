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
  static let all: [ForbiddenArgument] = [
    ForbiddenArgument(
      "CreateModelPackageInput", "CertifyForMarketplace", isRefused: true,
      "the service refuses it in a pipeline, so the SDK removes it"),
    ForbiddenArgument(
      "CreateModelPackageInput", "ModelPackageName", isRefused: false,
      "the service was seen to answer `Unknown Argument member 'ModelPackageName'`"),
    ForbiddenArgument(
      "ModelPackageContainerDefinition", "AdditionalModelDataSources", in: .registerModel,
      isRefused: false, "the service was seen to answer `Unknown Argument member`"),
    ForbiddenArgument(
      "CreateAutoMLJobRequest", "ModelDeployConfig", isRefused: false,
      "the SDK removes it: a pipeline deploys by steps of its own"),
    ForbiddenArgument(
      "CreateAutoMLJobRequest", "GenerateCandidateDefinitionsOnly", isRefused: false,
      "the SDK removes it"),
    ForbiddenArgument(
      "CreateEndpointConfigInput", "DataCaptureConfig", isRefused: true,
      "the service refuses it in a pipeline, as the SDK's step says"),
    ForbiddenArgument(
      "CreateEndpointConfigInput", "ExplainerConfig", isRefused: true,
      "the service refuses it in a pipeline, as the SDK's step says"),
    ForbiddenArgument(
      "CreateEndpointInput", "DeploymentConfig", isRefused: true,
      "the service refuses it in a pipeline, as the SDK's step says"),
    ForbiddenArgument(
      "ExperimentConfig", "ExperimentName", isRefused: false,
      "the SDK removes it: the pipeline's `PipelineExperimentConfig` says it"),
    ForbiddenArgument(
      "ExperimentConfig", "TrialName", isRefused: false,
      "the SDK removes it: the pipeline's `PipelineExperimentConfig` says it"),
    ForbiddenArgument(
      "ExperimentConfig", "RunName", isRefused: false,
      "the SDK removes it: the pipeline's `PipelineExperimentConfig` says it"),
    ForbiddenArgument(
      "emr.StepConfig", "Name", isRefused: false,
      "the service names the step, and only the published schema has the member"),
    ForbiddenArgument(
      "emr.RunJobFlowInput", "Name", isRefused: true,
      "the service names the cluster, and the SDK and the guide forbid it"),
    ForbiddenArgument(
      "emr.RunJobFlowInput", "Steps", isRefused: true,
      "the step that the pipeline runs is `StepConfig`, and the SDK and the guide forbid it"),
    ForbiddenArgument(
      "emr.RunJobFlowInput", "AutoTerminationPolicy", isRefused: true,
      "the service ends the cluster, and the SDK and the guide forbid it"),
    ForbiddenArgument(
      "emr.JobFlowInstancesConfig", "KeepJobFlowAliveWhenNoSteps", isRefused: true,
      "the service ends the cluster, and the SDK and the guide forbid it"),
    ForbiddenArgument(
      "emr.JobFlowInstancesConfig", "TerminationProtected", isRefused: true,
      "the service ends the cluster, and the SDK and the guide forbid it"),
  ]

  /// Returns the positions in `all` of the rules about the structure `shape`.
  static func range(of shape: StaticText) -> Range<Int> {
    guard let first = all.firstIndex(where: { shape.equals($0.shape) }) else { return 0..<0 }
    let rest = all[first...].prefix { shape.equals($0.shape) }
    return rest.startIndex..<rest.endIndex
  }
}
