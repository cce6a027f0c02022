/// What a pipeline makes of the API, for one type of step: policy, where the service model is fact.
struct StepContract: Sendable {
  /// The shape of `Arguments`, or the operation whose request they are; `nil` for a map of
  /// anything, for what the graph holds in parts, and for types that pipec does not know.
  var arguments: StaticString?
  /// The shape of the members beside `Arguments` that only this type has; `nil` if unknown.
  var fields: StaticString? = "fields.None"
  /// The shapes, or reading operations, in which properties are looked up, between spaces; empty if
  /// unknown.
  var properties: StaticString
}

extension StepKind {
  /// What the pipeline makes of the API for steps of this type.
  ///
  /// Sources: the step classes of the SageMaker Python SDK 2.257.7 and 3.27 for arguments and
  /// properties, and those of 2.257.6 for Bedrock.
  var contract: StepContract {
    switch self {
    case .processing:
      StepContract(
        arguments: "CreateProcessingJob()", fields: "fields.Processing",
        properties: "DescribeProcessingJob()")
    case .training:
      StepContract(arguments: "CreateTrainingJob()", properties: "DescribeTrainingJob()")
    case .tuning:
      StepContract(
        arguments: "CreateHyperParameterTuningJob()",
        properties: "DescribeHyperParameterTuningJob() ListTrainingJobsForHyperParameterTuningJob()"
      )
    case .transform:
      StepContract(arguments: "CreateTransformJob()", properties: "DescribeTransformJob()")
    case .autoML:
      StepContract(
        arguments: "CreateAutoMLJob()", properties: "DescribeAutoMLJob() properties.AutoML")
    case .model: StepContract(arguments: "CreateModel()", properties: "DescribeModel()")
    case .registerModel:
      StepContract(arguments: "CreateModelPackage()", properties: "DescribeModelPackage()")
    case .qualityCheck:
      StepContract(
        arguments: "CreateProcessingJob()", fields: "fields.QualityCheck",
        properties: "properties.QualityCheck")
    case .clarifyCheck:
      StepContract(
        arguments: "CreateProcessingJob()", fields: "fields.ClarifyCheck",
        properties: "properties.ClarifyCheck")
    case .lambda:
      StepContract(arguments: nil, fields: "fields.Lambda", properties: "properties.Outputs")
    case .callback:
      StepContract(arguments: nil, fields: "fields.Callback", properties: "properties.Outputs")
    case .endpointConfig:
      StepContract(arguments: "CreateEndpointConfig()", properties: "DescribeEndpointConfig()")
    case .endpoint: StepContract(arguments: "CreateEndpoint()", properties: "DescribeEndpoint()")
    case .inferenceComponent:
      StepContract(
        arguments: "CreateInferenceComponent()", properties: "DescribeInferenceComponent()")
    case .job:
      StepContract(arguments: "CreateJob()", properties: "properties.Job DescribeJob()")
    default: otherContract
    }
  }

  /// The contract of the types that wrap no request of SageMaker.
  private var otherContract: StepContract {
    switch self {
    case .emr: StepContract(arguments: "step.EMR", properties: "emr.Step properties.EMR")
    // The SDK never loads the model of the answer, so what can be read is unknown.
    case .emrServerless: StepContract(arguments: "step.EMRServerless", properties: "")
    case .lineage: StepContract(arguments: "step.Lineage", properties: "properties.Lineage")
    case .cleanup: StepContract(arguments: "step.Cleanup", properties: "properties.None")
    // That nothing comes after such a step is another check's.
    case .fail: StepContract(arguments: "step.Fail", properties: "")
    case .condition: StepContract(arguments: nil, properties: "properties.Condition")
    case .forEach: StepContract(arguments: nil, properties: "properties.ForEach")
    case .bedrockCustomModel:
      StepContract(
        arguments: "bedrock.CreateCustomModel()", properties: "bedrock.GetCustomModel()")
    case .bedrockCustomModelDeployment:
      StepContract(
        arguments: "bedrock.CreateCustomModelDeployment()",
        properties: "bedrock.GetCustomModelDeployment() properties.BedrockDeployment")
    case .bedrockModelImport:
      StepContract(
        arguments: "bedrock.CreateModelImportJob()", properties: "bedrock.GetModelImportJob()")
    case .bedrockProvisionedModelThroughput:
      StepContract(
        arguments: "bedrock.CreateProvisionedModelThroughput()",
        properties: "bedrock.GetProvisionedModelThroughput()")
    default: StepContract(arguments: nil, fields: nil, properties: "")
    }
  }
}
