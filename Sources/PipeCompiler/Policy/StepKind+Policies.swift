/// Whether steps of a type may have a policy, as far as AWS's sources tell.
enum Acceptance {
  /// The guide or a current SDK has it.
  case allowed
  /// Some sources have it and others do not.
  case uncertain
  /// No source has it.
  case refused
}

extension StepKind {
  /// Whether steps of this type may have retry policies.
  ///
  /// Where nothing but the published schema or one old SDK has them, that is uncertain.
  var retrying: Acceptance {
    switch self {
    case .processing, .training, .tuning, .transform, .model, .registerModel, .autoML,
      .emrServerless, .endpointConfig, .job, .other:
      .allowed
    case .emr, .qualityCheck, .clarifyCheck, .lineage, .bedrockCustomModel,
      .bedrockCustomModelDeployment, .bedrockModelImport, .bedrockProvisionedModelThroughput:
      .uncertain
    case .lambda, .callback, .condition, .fail, .endpoint, .inferenceComponent, .forEach, .cleanup:
      .refused
    }
  }

  /// Whether steps of this type may reuse the results of earlier runs.
  ///
  /// The SDKs emit it for some types that the guide's list lacks.
  var caching: Acceptance {
    switch self {
    case .processing, .training, .tuning, .transform, .autoML, .qualityCheck, .clarifyCheck, .emr,
      .emrServerless, .job, .other:
      .allowed
    case .lambda, .callback, .endpointConfig, .endpoint, .lineage, .bedrockCustomModel,
      .bedrockCustomModelDeployment, .bedrockModelImport, .bedrockProvisionedModelThroughput:
      .uncertain
    case .model, .registerModel, .condition, .fail, .inferenceComponent, .forEach, .cleanup:
      .refused
    }
  }
}
