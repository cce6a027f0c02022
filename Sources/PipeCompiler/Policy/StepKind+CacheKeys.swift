extension StepKind {
  /// The members, by their ways, that decide whether a cached step runs again; none if unknown.
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
}
