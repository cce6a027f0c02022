/// Members of a structure of which only a certain number may be given, which the model does not say.
struct ArgumentGroup: Sendable {
  /// The structure.
  let shape: StaticString
  /// How many of the members are given.
  let rule: Rule
  /// The members.
  let members: [StaticString]

  /// How many members of a group are given.
  enum Rule: Sendable {
    /// One of them, and not two.
    case exactlyOne
    /// One of them or none.
    case atMostOne
    /// One of them or several.
    case atLeastOne
  }

  /// `true` iff a source says so in so many words, `false` if it is only to be expected.
  let isCertain: Bool

  /// Creates the rule that `shape` has `rule` of `members`.
  private init(
    _ shape: StaticString, _ rule: Rule, _ members: [StaticString], isCertain: Bool = true
  ) {
    self.shape = shape
    self.rule = rule
    self.members = members
    self.isCertain = isCertain
  }

  /// All groups; those of one structure stand together.
  static let all = training + processing + models + services

  /// The groups in requests that train.
  ///
  /// Sources: the documentation of the members in botocore 1.44.5; `session.py` and `job.py` of the
  /// SageMaker Python SDK 2.257.7, which raise where two are given.
  private static let training = [
    ArgumentGroup("AlgorithmSpecification", .exactlyOne, ["TrainingImage", "AlgorithmName"]),
    ArgumentGroup(
      "HyperParameterAlgorithmSpecification", .atMostOne, ["TrainingImage", "AlgorithmName"]),
    ArgumentGroup(
      "HyperParameterAlgorithmSpecification", .atLeastOne, ["TrainingImage", "AlgorithmName"],
      isCertain: false),
    ArgumentGroup(
      "DataSource", .exactlyOne, ["S3DataSource", "FileSystemDataSource", "DatasetSource"],
      isCertain: false),
    ArgumentGroup(
      "ResourceConfig", .exactlyOne, ["InstanceType", "InstanceGroups", "InstancePreferences"]),
    ArgumentGroup(
      "HyperParameterTrainingJobDefinition", .exactlyOne,
      ["HyperParameterTuningResourceConfig", "ResourceConfig"], isCertain: false),
    ArgumentGroup(
      "HyperParameterTuningResourceConfig", .atMostOne, ["InstanceType", "InstanceConfigs"]),
    ArgumentGroup(
      "HyperParameterTuningResourceConfig", .atLeastOne, ["InstanceType", "InstanceConfigs"],
      isCertain: false),
    ArgumentGroup(
      "CreateHyperParameterTuningJobRequest", .exactlyOne,
      ["TrainingJobDefinition", "TrainingJobDefinitions"]),
  ]

  /// The groups in requests that process.
  ///
  /// Source: the documentation of the members in botocore 1.44.5.
  private static let processing = [
    ArgumentGroup("ProcessingInput", .exactlyOne, ["S3Input", "DatasetDefinition"]),
    ArgumentGroup("ProcessingOutput", .exactlyOne, ["S3Output", "FeatureStoreOutput"]),
    ArgumentGroup(
      "DatasetDefinition", .exactlyOne, ["AthenaDatasetDefinition", "RedshiftDatasetDefinition"]),
    ArgumentGroup(
      "ProcessingClusterConfig", .exactlyOne, ["InstanceType", "InstancePreferences"]),
  ]

  /// The groups in requests about models and endpoints.
  ///
  /// Sources: the documentation of the members in botocore 1.44.5; `session.py` of SDK 2.257.7 for
  /// the containers of a model.
  private static let models = [
    ArgumentGroup("CreateModelInput", .atMostOne, ["PrimaryContainer", "Containers"]),
    ArgumentGroup(
      "CreateModelInput", .atLeastOne, ["PrimaryContainer", "Containers"], isCertain: false),
    ArgumentGroup(
      "ContainerDefinition", .atLeastOne, ["Image", "ModelPackageName"], isCertain: false),
    ArgumentGroup(
      "ContainerDefinition", .atMostOne, ["ModelDataUrl", "ModelDataSource"], isCertain: false),
    ArgumentGroup(
      "ModelPackageContainerDefinition", .atMostOne, ["ModelDataUrl", "ModelDataSource"],
      isCertain: false),
    ArgumentGroup(
      "CreateModelPackageInput", .atMostOne,
      ["InferenceSpecification", "SourceAlgorithmSpecification"], isCertain: false),
    ArgumentGroup(
      "CreateModelPackageInput", .atLeastOne,
      ["InferenceSpecification", "SourceAlgorithmSpecification", "SourceUri"], isCertain: false),
    ArgumentGroup(
      "ProductionVariant", .atMostOne, ["InstanceType", "ServerlessConfig", "InstancePools"]),
    ArgumentGroup(
      "CreateInferenceComponentInput", .atMostOne, ["Specification", "Specifications"]),
    ArgumentGroup(
      "CreateInferenceComponentInput", .atLeastOne, ["Specification", "Specifications"],
      isCertain: false),
  ]

  /// The groups in what steps hold that wrap other services.
  ///
  /// Sources: `emr_step.py` and `lineage` of SDK 2.257.7, `emr_serverless_step.py` of SDK 3.27, and
  /// the documentation of EMR's and Bedrock's members in botocore 1.44.5.
  private static let services = [
    ArgumentGroup("emr.JobFlowInstancesConfig", .atMostOne, ["InstanceGroups", "InstanceFleets"]),
    ArgumentGroup(
      "emr.JobFlowInstancesConfig", .atLeastOne,
      ["InstanceGroups", "InstanceFleets", "MasterInstanceType"]),
    ArgumentGroup("step.EMR", .exactlyOne, ["ClusterId", "ClusterConfig"]),
    ArgumentGroup("step.EMR", .atMostOne, ["ClusterConfig", "ExecutionRoleArn"]),
    ArgumentGroup("step.EMRServerless", .exactlyOne, ["ApplicationId", "ApplicationConfig"]),
    ArgumentGroup(
      "step.Lineage", .atLeastOne, ["Actions", "Artifacts", "Contexts", "Associations"]),
    ArgumentGroup("step.LineageEnd", .exactlyOne, ["Name", "Arn"]),
    ArgumentGroup(
      "bedrock.CreateCustomModelRequest", .atMostOne, ["ModelSourceConfig", "CustomModelDataSource"]
    ),
    ArgumentGroup(
      "bedrock.CreateCustomModelRequest", .atLeastOne,
      ["ModelSourceConfig", "CustomModelDataSource"], isCertain: false),
  ]

  /// Returns the positions in `all` of the groups of the structure `shape`.
  static func range(of shape: StaticText) -> Range<Int> {
    guard let first = all.firstIndex(where: { shape.equals($0.shape) }) else { return 0..<0 }
    let rest = all[first...].prefix { shape.equals($0.shape) }
    return rest.startIndex..<rest.endIndex
  }
}
