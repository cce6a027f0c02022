/// What the members of a document about a pipeline are called.
struct ResourceForm {
  /// The definition.
  let definition: String
  /// The name.
  let name: String
  /// The text that is shown in its place.
  let displayName: String
  /// What it is for.
  let description: String
  /// The role.
  let role: String
  /// The object that holds the number of steps that may run at once.
  let parallelism: String
  /// That number.
  let maximum: String
  /// `true` iff other members are mistakes.
  let isClosed: Bool

  /// The members of a resource.
  var members: [String] {
    [definition, name, displayName, description, role, parallelism, "tags"]
  }

  /// The `spec` of a resource (the definition of the resource in aws-controllers-k8s).
  static let manifest = ResourceForm(
    definition: "pipelineDefinition", name: "pipelineName", displayName: "pipelineDisplayName",
    description: "pipelineDescription", role: "roleARN", parallelism: "parallelismConfiguration",
    maximum: "maxParallelExecutionSteps", isClosed: true)

  /// What DescribePipeline answers.
  static let description = ResourceForm(
    definition: "PipelineDefinition", name: "PipelineName", displayName: "PipelineDisplayName",
    description: "PipelineDescription", role: "RoleArn", parallelism: "ParallelismConfiguration",
    maximum: "MaxParallelExecutionSteps", isClosed: false)
}
