// What the language has to know about kinds of resources.
extension ResourceKind {
  /// The member of the request that says what AWS calls the resource, if one does.
  package var nameMember: String? {
    switch self {
    case .dataQualityJobDefinition, .modelBiasJobDefinition, .modelExplainabilityJobDefinition,
      .modelQualityJobDefinition:
      "JobDefinitionName"
    case .modelPackage: nil
    case .pipelineExecution: "PipelineExecutionDisplayName"
    default: rawValue + "Name"
    }
  }

  /// How many characters the name may have that is made up, by the service model of the API.
  package var nameLimit: Int { self == .hyperParameterTuningJob ? 32 : 63 }

  /// The member that takes the header's role where the API wants one and the source names none.
  package var roleMember: String? {
    switch self {
    case .model: "ExecutionRoleArn"
    case .dataQualityJobDefinition, .modelBiasJobDefinition, .modelExplainabilityJobDefinition,
      .modelQualityJobDefinition, .trainingJob, .processingJob, .labelingJob, .notebookInstance,
      .pipeline:
      "RoleArn"
    default: nil
    }
  }
}
