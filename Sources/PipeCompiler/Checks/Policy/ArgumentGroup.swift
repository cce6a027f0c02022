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

  /// Creates the rule that `shape` has `rule` of `members`.
  init(_ shape: StaticString, _ rule: Rule, _ members: [StaticString]) {
    self.shape = shape
    self.rule = rule
    self.members = members
  }

  /// All groups; those of one structure stand together.
  ///
  /// Sources: the documentation of the members in botocore's models; for EMR and Lineage the SDK's
  /// `emr_step.py` and `lineage` steps, for EMR Serverless `emr_serverless_step.py` of SDK 3.27.
  static let all: [ArgumentGroup] = [
    ArgumentGroup("AlgorithmSpecification", .atMostOne, ["TrainingImage", "AlgorithmName"]),
    ArgumentGroup(
      "HyperParameterAlgorithmSpecification", .atMostOne, ["TrainingImage", "AlgorithmName"]),
    ArgumentGroup(
      "DataSource", .exactlyOne, ["S3DataSource", "FileSystemDataSource", "DatasetSource"]),
    ArgumentGroup(
      "CreateHyperParameterTuningJobRequest", .exactlyOne,
      ["TrainingJobDefinition", "TrainingJobDefinitions"]),
    ArgumentGroup("CreateModelInput", .exactlyOne, ["PrimaryContainer", "Containers"]),
    ArgumentGroup("ProcessingInput", .exactlyOne, ["S3Input", "DatasetDefinition"]),
    ArgumentGroup("ProcessingOutput", .exactlyOne, ["S3Output", "FeatureStoreOutput"]),
    ArgumentGroup("ResourceConfig", .atMostOne, ["InstanceType", "InstanceGroups"]),
    ArgumentGroup("ProductionVariant", .atMostOne, ["InstanceType", "ServerlessConfig"]),
    ArgumentGroup("emr.JobFlowInstancesConfig", .exactlyOne, ["InstanceGroups", "InstanceFleets"]),
    ArgumentGroup("step.EMR", .exactlyOne, ["ClusterId", "ClusterConfig"]),
    ArgumentGroup("step.EMR", .atMostOne, ["ClusterConfig", "ExecutionRoleArn"]),
    ArgumentGroup("step.EMRServerless", .exactlyOne, ["ApplicationId", "ApplicationConfig"]),
    ArgumentGroup(
      "step.Lineage", .atLeastOne, ["Actions", "Artifacts", "Contexts", "Associations"]),
  ]

  /// Returns the positions in `all` of the groups of the structure `shape`.
  static func range(of shape: StaticText) -> Range<Int> {
    guard let first = all.firstIndex(where: { shape.equals($0.shape) }) else { return 0..<0 }
    let rest = all[first...].prefix { shape.equals($0.shape) }
    return rest.startIndex..<rest.endIndex
  }
}
