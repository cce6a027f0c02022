extension Resource {
  /// The kinds of resources of the ACK controller for SageMaker, by their names there.
  public enum Kind: String, CaseIterable, Sendable {
    /// An app of a domain, such as JupyterLab.
    case app = "App"
    /// What jobs that watch the quality of data do.
    case dataQualityJobDefinition = "DataQualityJobDefinition"
    /// A domain of SageMaker Studio.
    case domain = "Domain"
    /// An endpoint.
    case endpoint = "Endpoint"
    /// What an endpoint serves, and on what.
    case endpointConfig = "EndpointConfig"
    /// A group of features in the feature store.
    case featureGroup = "FeatureGroup"
    /// A tuning job.
    case hyperParameterTuningJob = "HyperParameterTuningJob"
    /// A model on an endpoint that several share.
    case inferenceComponent = "InferenceComponent"
    /// A labeling job.
    case labelingJob = "LabelingJob"
    /// A model.
    case model = "Model"
    /// What jobs that watch the bias of a model do.
    case modelBiasJobDefinition = "ModelBiasJobDefinition"
    /// What jobs that explain a model do.
    case modelExplainabilityJobDefinition = "ModelExplainabilityJobDefinition"
    /// A registered model.
    case modelPackage = "ModelPackage"
    /// A group of registered models.
    case modelPackageGroup = "ModelPackageGroup"
    /// What jobs that watch the quality of a model do.
    case modelQualityJobDefinition = "ModelQualityJobDefinition"
    /// When a job that watches something runs.
    case monitoringSchedule = "MonitoringSchedule"
    /// A notebook instance.
    case notebookInstance = "NotebookInstance"
    /// What a notebook instance does when it starts.
    case notebookInstanceLifecycleConfig = "NotebookInstanceLifecycleConfig"
    /// A pipeline beside this one.
    case pipeline = "Pipeline"
    /// A run of a pipeline.
    case pipelineExecution = "PipelineExecution"
    /// A processing job.
    case processingJob = "ProcessingJob"
    /// A project of SageMaker Studio.
    case project = "Project"
    /// A space of a domain.
    case space = "Space"
    /// A training job.
    case trainingJob = "TrainingJob"
    /// A batch transform job.
    case transformJob = "TransformJob"
    /// A profile of a user of a domain.
    case userProfile = "UserProfile"
  }
}
