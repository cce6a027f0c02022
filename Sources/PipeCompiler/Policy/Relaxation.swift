/// How much less than the API a pipeline asks for.
enum Relaxation: Sendable {
  /// The service gives the member itself.
  case needless
  /// It is not certain that the service does without the member.
  case doubtful

  /// Returns what becomes of the requirement that the structure `shape` has `member`; `nil` if it
  /// stands.
  static func of(_ member: StaticText, in shape: StaticText) -> Relaxation? {
    if isRole(member), isJob(shape) { return .doubtful }
    for (structure, name) in unneeded where name.utf8CodeUnitCount == member.count {
      if member.equals(name), shape.equals(structure) { return .needless }
    }
    return nil
  }

  /// Returns `true` iff the structure `shape` may have `member`, though the model has no such one.
  ///
  /// The templates of evaluation pipelines in the SageMaker Python SDK 3.27 put `VpcConfig` into Job
  /// steps.
  static func allows(_ member: ArraySlice<UInt8>, in shape: StaticText) -> Bool {
    shape.equals("CreateJobRequest") && StaticText("VpcConfig").equals(member)
  }

  /// The members that steps leave out.
  ///
  /// The service names what it makes: the SDK removes the member unless it is asked for a prefix
  /// (SageMaker Python SDK, `trim_request_dict`). EMR steps and clusters get their name from the
  /// pipeline too (`emr_step.py`). EMR Serverless takes its application and role from beside the
  /// request, and tokens are made by the service (`emr_serverless_step.py` of SDK 3.27).
  private static let unneeded: [(shape: StaticString, member: StaticString)] = [
    ("CreateTrainingJobRequest", "TrainingJobName"),
    ("CreateProcessingJobRequest", "ProcessingJobName"),
    ("CreateTransformJobRequest", "TransformJobName"),
    ("CreateHyperParameterTuningJobRequest", "HyperParameterTuningJobName"),
    ("CreateModelInput", "ModelName"),
    ("CreateAutoMLJobRequest", "AutoMLJobName"),
    ("CreateJobRequest", "JobName"),
    ("CreateEndpointConfigInput", "EndpointConfigName"),
    ("CreateEndpointInput", "EndpointName"),
    ("CreateInferenceComponentInput", "InferenceComponentName"),
    ("emr.StepConfig", "Name"),
    ("emr.RunJobFlowInput", "Name"),
    ("emr-serverless.StartJobRunRequest", "applicationId"),
    ("emr-serverless.StartJobRunRequest", "clientToken"),
    ("emr-serverless.StartJobRunRequest", "executionRoleArn"),
    ("emr-serverless.CreateApplicationRequest", "clientToken"),
  ]

  /// Returns `true` iff `member` is the role of a job.
  private static func isRole(_ member: StaticText) -> Bool { member.equals("RoleArn") }

  /// Returns `true` iff the structure `shape` starts a job.
  ///
  /// A deployed definition has a Processing step without role; the guide says that jobs use the
  /// pipeline's role by default.
  private static func isJob(_ shape: StaticText) -> Bool {
    shape.equals("CreateProcessingJobRequest") || shape.equals("CreateTrainingJobRequest")
      || shape.equals("CreateAutoMLJobRequest") || shape.equals("HyperParameterTrainingJobDefinition")
      || shape.equals("CreateJobRequest")
  }
}
