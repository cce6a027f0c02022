/// The kinds of resources of the ACK controller for SageMaker.
package enum ResourceKind: String, CaseIterable, Hashable, Sendable {
  case app = "App"
  case dataQualityJobDefinition = "DataQualityJobDefinition"
  case domain = "Domain"
  case endpoint = "Endpoint"
  case endpointConfig = "EndpointConfig"
  case featureGroup = "FeatureGroup"
  case hyperParameterTuningJob = "HyperParameterTuningJob"
  case inferenceComponent = "InferenceComponent"
  case labelingJob = "LabelingJob"
  case model = "Model"
  case modelBiasJobDefinition = "ModelBiasJobDefinition"
  case modelExplainabilityJobDefinition = "ModelExplainabilityJobDefinition"
  case modelPackage = "ModelPackage"
  case modelPackageGroup = "ModelPackageGroup"
  case modelQualityJobDefinition = "ModelQualityJobDefinition"
  case monitoringSchedule = "MonitoringSchedule"
  case notebookInstance = "NotebookInstance"
  case notebookInstanceLifecycleConfig = "NotebookInstanceLifecycleConfig"
  case pipeline = "Pipeline"
  case pipelineExecution = "PipelineExecution"
  case processingJob = "ProcessingJob"
  case project = "Project"
  case space = "Space"
  case trainingJob = "TrainingJob"
  case transformJob = "TransformJob"
  case userProfile = "UserProfile"

  /// `true` iff the controller refuses a change of a resource that exists, or AWS a second one of
  /// the same name, and nothing that is made once and kept depends on the name.
  ///
  /// Source: `pkg/resource/*/sdk.go` of the controller's chart 1.9.1, which ends updates of these
  /// kinds as terminal; names of jobs are unique in an account for ever.
  package var isReplacedByChange: Bool {
    switch self {
    case .model, .endpointConfig, .dataQualityJobDefinition, .modelBiasJobDefinition,
      .modelExplainabilityJobDefinition, .modelQualityJobDefinition, .trainingJob, .processingJob,
      .transformJob, .hyperParameterTuningJob, .labelingJob:
      true
    default: false
    }
  }
}
