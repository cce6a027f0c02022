/// A pipeline: what is true of it as a whole, and its steps.
///
/// ```swift
/// Pipeline("churn", role: "arn:aws:iam::111122223333:role/SageMakerRole") {
///   let train = Training("Train", …)
///   Model("Deploy", primaryContainer: ContainerDefinition(image: image, modelDataUrl: train.model))
/// }
/// ```
///
/// A step stands where it is stated: `Model(…)` above. One that others only mention, such as `train`, stands
/// in the block in which it was made, where it was made.
public struct Pipeline: Sendable {
  /// The name, 1 to 256 letters, digits and hyphens.
  public let name: String
  /// The role that the pipeline runs as, and that steps get which need one and name none.
  let role: String
  /// The S3 folder below which outputs without a destination land.
  let artifacts: String?
  /// The text that AWS shows in the name's place.
  let displayName: String?
  /// What the pipeline is for.
  let description: String?
  /// How many steps may run at once.
  let parallelism: Int?
  /// The tags.
  let tags: Map<Text>
  /// What only a Kubernetes manifest needs.
  let kubernetes: Kubernetes
  /// The members of the definition beside parameters and steps.
  var fields: Members
  /// Where the pipeline is made.
  let place: Place
  /// The path of the file in which it is made.
  let path: String
  /// The steps.
  let elements: [PipelineElement]
  /// The runs that Kubernetes is to start.
  var runs: [PipelineRun] = []
  /// The resources beside the pipeline.
  var resources: [ResourceNode] = []

  /// Creates the pipeline called `name`.
  ///
  /// - Parameters:
  ///   - name: The name, 1 to 256 letters, digits and hyphens, which is that of the files too.
  ///   - role: The ARN of the role that the pipeline runs as. It fills the role of a step that names
  ///     none, where AWS requires a role that SageMaker assumes.
  ///   - artifacts: The S3 folder below which outputs without a destination land.
  ///   - displayName: The text that AWS shows in the name's place, of at most 256 characters.
  ///   - description: What the pipeline is for, in at most 3072 characters.
  ///   - parallelism: How many steps may run at once, 1 or more.
  ///   - tags: Up to 50 tags.
  ///   - kubernetes: What only the Kubernetes manifest needs.
  ///   - metadata: `Metadata` of the definition: names and texts, of no known effect.
  ///   - experiment: The experiment and the trial that runs belong to.
  ///   - mlflow: The MLflow server and experiment that runs report to.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  ///   - path: The path of the file.
  ///   - body: The steps.
  public init(
    _ name: String, role: String, artifacts: String? = nil, displayName: String? = nil,
    description: String? = nil, parallelism: Int? = nil, tags: Map<Text> = [:],
    kubernetes: Kubernetes = Kubernetes(), metadata: Map<Text>? = nil,
    experiment: Experiment? = nil, mlflow: MlflowConfig? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    path: String = #filePath, @StepBuilder body: () -> [PipelineElement]
  ) {
    self.name = name
    self.role = role
    self.artifacts = artifacts
    self.displayName = displayName
    self.description = description
    self.parallelism = parallelism
    self.tags = tags
    self.kubernetes = kubernetes
    self.path = path
    place = Place(file, line, column)
    fields = Members(at: place)
    fields.add("Metadata", metadata)
    fields.add("PipelineExperimentConfig", experiment)
    fields.add("MlflowConfig", mlflow)
    elements = Nesting.inBlock(body)
  }

  /// Returns the pipeline with one more member of the definition, which is written as it is.
  public func raw(_ name: String, _ value: Literal) -> Pipeline {
    var copy = self
    copy.fields.entries.append(
      Members.Entry(name: name, value: value.expression, isRaw: true))
    return copy
  }
}

/// The experiment and the trial that the runs of a pipeline belong to: `PipelineExperimentConfig`.
public struct Experiment: Structure {
  /// The members, as they stand in the definition.
  public var members: Members

  /// Creates what names the experiment, and the trial in it; the service makes what is not there.
  public init(
    name: Value<String>, trial: Value<String>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    members = Members(at: Place(file, line, column))
    members.add("ExperimentName", name)
    members.add("TrialName", trial)
  }
}

/// What a Kubernetes manifest says beyond the pipeline itself.
public struct Kubernetes: Sendable {
  /// The name of the resource, if it is not derived from the pipeline's.
  let name: String?
  /// The namespace.
  let namespace: String?
  /// The labels.
  let labels: Map<Text>
  /// The annotations.
  let annotations: Map<Text>
  /// The AWS region of the pipeline.
  let region: String?
  /// What to do with a pipeline that exists.
  let adoption: String?
  /// What happens to the pipeline when the resource is deleted.
  let deletion: String?
  /// The tool that keeps the cluster as a repository says.
  let gitOps: String?
  /// What the manifest would say and does not.
  let omitting: [String]

  /// Creates what the manifest says.
  ///
  /// - Parameters:
  ///   - name: The name of the resource, if it is not derived from the pipeline's.
  ///   - namespace: The namespace.
  ///   - labels: The labels.
  ///   - annotations: The annotations.
  ///   - region: The AWS region of the pipeline.
  ///   - adoption: What to do with a pipeline that exists: `adopt`, `adopt-or-create` or `none`.
  ///   - deletion: What happens to the pipeline when the resource is deleted: `delete`, `retain` or
  ///     `none`.
  ///   - gitOps: The tool that keeps the cluster as a repository says: `argocd` or `flux`.
  ///   - omitting: What the manifest would say and does not: fields of `spec`, keys of labels and
  ///     annotations, `namespace`.
  public init(
    name: String? = nil, namespace: String? = nil, labels: Map<Text> = [:],
    annotations: Map<Text> = [:], region: String? = nil, adoption: String? = nil,
    deletion: String? = nil, gitOps: String? = nil, omitting: [String] = []
  ) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.annotations = annotations
    self.region = region
    self.adoption = adoption
    self.deletion = deletion
    self.gitOps = gitOps
    self.omitting = omitting
  }
}
