// Where the service model says what a kind holds.
extension ResourceKind {
  /// The name of the kind's line in the service model.
  var shapeName: StaticString {
    switch self {
    case .app: "ack.App"
    case .dataQualityJobDefinition: "ack.DataQualityJobDefinition"
    case .domain: "ack.Domain"
    case .endpoint: "ack.Endpoint"
    case .endpointConfig: "ack.EndpointConfig"
    case .featureGroup: "ack.FeatureGroup"
    case .hyperParameterTuningJob: "ack.HyperParameterTuningJob"
    case .inferenceComponent: "ack.InferenceComponent"
    case .labelingJob: "ack.LabelingJob"
    case .model: "ack.Model"
    case .modelBiasJobDefinition: "ack.ModelBiasJobDefinition"
    case .modelExplainabilityJobDefinition: "ack.ModelExplainabilityJobDefinition"
    case .modelPackage: "ack.ModelPackage"
    case .modelPackageGroup: "ack.ModelPackageGroup"
    case .modelQualityJobDefinition: "ack.ModelQualityJobDefinition"
    case .monitoringSchedule: "ack.MonitoringSchedule"
    case .notebookInstance: "ack.NotebookInstance"
    case .notebookInstanceLifecycleConfig: "ack.NotebookInstanceLifecycleConfig"
    case .pipeline: "ack.Pipeline"
    case .pipelineExecution: "ack.PipelineExecution"
    case .processingJob: "ack.ProcessingJob"
    case .project: "ack.Project"
    case .space: "ack.Space"
    case .trainingJob: "ack.TrainingJob"
    case .transformJob: "ack.TransformJob"
    case .userProfile: "ack.UserProfile"
    }
  }

  /// The kind's line in the service model: the request that makes it, and the fields beyond that.
  var shape: Shape? { StepShapes.model.shape(named: shapeName) }

  /// The structure of the request that makes a resource of the kind.
  var request: Shape? { shape.flatMap { StepShapes.model.shape(named: $0.element) } }

  /// Returns how the controller spells the field `member` that is none of the request, if it has it.
  func ownField(_ member: String) -> String? {
    let spelling = member.prefix(1).lowercased() + member.dropFirst()
    return shape?.rest.words.dropFirst().contains { $0.equals(ArraySlice(spelling.utf8)) } == true
      ? spelling : nil
  }
}
