/// The step types that pipec knows; the raw value is how the definition spells them.
package enum StepKind: String, CaseIterable, Hashable, Sendable {
  case processing = "Processing"
  case training = "Training"
  case tuning = "Tuning"
  case transform = "Transform"
  case model = "Model"
  case registerModel = "RegisterModel"
  case autoML = "AutoML"
  case lambda = "Lambda"
  case callback = "Callback"
  case qualityCheck = "QualityCheck"
  case clarifyCheck = "ClarifyCheck"
  case emr = "EMR"
  case emrServerless = "EMRServerless"
  case endpointConfig = "EndpointConfig"
  case endpoint = "Endpoint"
  case inferenceComponent = "InferenceComponent"
  case lineage = "Lineage"
  case bedrockCustomModel = "BedrockCustomModel"
  case bedrockCustomModelDeployment = "BedrockCustomModelDeployment"
  case bedrockModelImport = "BedrockModelImport"
  case bedrockProvisionedModelThroughput = "BedrockProvisionedModelThroughput"
  case job = "Job"
  case cleanup = "Cleanup"
  case condition = "Condition"
  case forEach = "ForEach"
  case fail = "Fail"
  /// A type pipec does not know; its name is the step's `typeName`.
  case other = ""

  /// `true` iff steps of the type run jobs on instances of their own, which estimates count.
  package var runsJobs: Bool {
    switch self {
    case .processing, .training, .tuning, .transform, .qualityCheck, .clarifyCheck: true
    default: false
    }
  }

  /// Returns the type that the definition spells `name`.
  ///
  /// `init(rawValue:)` would build a table of all types for the few that a pipeline has.
  static func spelled(_ name: String) -> StepKind? { allCases.first { $0.rawValue == name } }
}
