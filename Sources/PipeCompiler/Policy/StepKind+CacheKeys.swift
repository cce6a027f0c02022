extension StepKind {
  /// The members of the arguments, by their ways, that decide whether a cached step runs again; none if
  /// unknown.
  ///
  /// Of check steps AWS names `ClarifyCheckConfig` and `QualityCheckConfig`, which the SDK makes the
  /// processing job's container, environment and inputs of.
  ///
  /// Source: developer guide, caching pipeline steps.
  var cacheKeys: [[String]] {
    switch self {
    case .processing, .qualityCheck, .clarifyCheck:
      [["AppSpecification"], ["Environment"], ["ProcessingInputs"]]
    case .training:
      [
        ["AlgorithmSpecification"], ["CheckpointConfig"], ["DebugHookConfig"],
        ["DebugRuleConfigurations"], ["Environment"], ["HyperParameters"], ["InputDataConfig"],
      ]
    case .tuning:
      [
        ["HyperParameterTuningJobConfig"], ["TrainingJobDefinition", "AlgorithmSpecification"],
        ["TrainingJobDefinition", "HyperParameterRanges"],
        ["TrainingJobDefinition", "InputDataConfig"],
        ["TrainingJobDefinition", "StaticHyperParameters"],
        ["TrainingJobDefinition", "TuningObjective"], ["TrainingJobDefinitions"],
      ]
    case .autoML:
      [
        ["AutoMLJobConfig", "CompletionCriteria"],
        ["AutoMLJobConfig", "CandidateGenerationConfig"],
        ["AutoMLJobConfig", "DataSplitConfig"], ["AutoMLJobConfig", "Mode"], ["AutoMLJobObjective"],
        ["InputDataConfig"], ["ProblemType"],
      ]
    case .transform: [["DataProcessing"], ["Environment"], ["ModelName"], ["TransformInput"]]
    case .emr: [["ClusterId"], ["StepConfig"], ["ClusterConfig"]]
    default: []
    }
  }

  /// The members beside the arguments that decide the same, in the order of the developer guide.
  var cacheFields: [String] {
    let shared = [
      "CheckType", "SkipCheck", "RegisterNewBaseline", "ModelPackageGroupName",
      "SuppliedBaselineConstraints",
    ]
    return switch self {
    case .clarifyCheck: shared
    case .qualityCheck: shared + ["SuppliedBaselineStatistics"]
    default: []
    }
  }

  /// The members of the arguments that stem from something which AWS says is compared, `CheckJobConfig` of
  /// the SDK, and of which it does not say whether they are.
  var doubtfulCacheKeys: [[String]] {
    switch self {
    case .clarifyCheck, .qualityCheck:
      [
        ["ProcessingResources"], ["RoleArn"], ["StoppingCondition"], ["NetworkConfig"], ["Tags"],
        ["ProcessingOutputConfig"],
      ]
    default: []
    }
  }
}
