// Which words mean what in which type of step. Sources are the tables of the SageMaker Python SDK
// and the published schema of pipeline definitions.

/// The words that stand beside `Arguments` in every step.
enum EnvelopeField: String, CaseIterable {
  case displayName = "DisplayName"
  case description = "Description"
  case dependsOn = "DependsOn"
  case retryPolicies = "RetryPolicies"
  case cacheConfig = "CacheConfig"
}

/// Shorthands that make an entry of a list in the arguments or fields of a step.
enum Sugar: String, CaseIterable {
  case input, output, channel, report, returns

  /// Returns where the entries go in a step of `kind`, or `nil` if the step has no such list.
  func path(in kind: StepKind) -> [String]? {
    switch (self, kind) {
    case (.input, .processing), (.input, .qualityCheck), (.input, .clarifyCheck):
      ["ProcessingInputs"]
    case (.output, .processing), (.output, .qualityCheck), (.output, .clarifyCheck):
      ["ProcessingOutputConfig", "Outputs"]
    case (.channel, .training): ["InputDataConfig"]
    case (.channel, .tuning): ["TrainingJobDefinition", "InputDataConfig"]
    case (.report, .processing): ["PropertyFiles"]
    case (.returns, .lambda), (.returns, .callback): ["OutputParameters"]
    default: nil
    }
  }

  /// The types of steps that know the shorthand.
  var kinds: [StepKind] { StepKind.allCases.filter { path(in: $0) != nil } }
}

extension StepKind {
  /// The fields that steps of the kind have beside `Arguments`, in the order of emission.
  var fields: [String] {
    switch self {
    case .processing: ["PropertyFiles"]
    case .lambda: ["FunctionArn", "OutputParameters"]
    case .callback: ["SqsQueueUrl", "OutputParameters"]
    case .qualityCheck:
      [
        "CheckType", "ModelPackageGroupName", "SkipCheck", "FailOnViolation",
        "RegisterNewBaseline", "SuppliedBaselineStatistics", "SuppliedBaselineConstraints",
      ]
    case .clarifyCheck:
      [
        "CheckType", "ModelPackageGroupName", "SkipCheck", "FailOnViolation",
        "RegisterNewBaseline", "SuppliedBaselineConstraints", "ModelName",
      ]
    default: []
    }
  }

  /// `true` iff the arguments of the step are a map of its author's, given by `args`.
  var hasFreeArguments: Bool { self == .lambda || self == .callback }

  /// The path of the member that the header's role fills in when it is missing.
  ///
  /// These are the requests in which botocore's model requires a role that SageMaker assumes.
  /// EMR Serverless and Bedrock steps need a role that trusts another service.
  var rolePath: [String]? {
    switch self {
    case .processing, .training, .qualityCheck, .clarifyCheck, .autoML, .job: ["RoleArn"]
    case .tuning: ["TrainingJobDefinition", "RoleArn"]
    case .model: ["ExecutionRoleArn"]
    default: nil
    }
  }

  /// The types that a `step` declaration may name.
  static var declarable: [StepKind] {
    allCases.filter { $0 != .other && $0 != .condition && $0 != .forEach }
  }
}

/// What `retry` may name, and the exceptions that stand for it in the definition.
enum RetryCause: String, CaseIterable {
  case throttling, serviceFault, capacity, resourceLimit, internalError

  /// The exception types, as the SageMaker Python SDK's `retry.py` lists them.
  var exceptions: [String] {
    switch self {
    case .throttling: ["Step.THROTTLING"]
    case .serviceFault: ["Step.SERVICE_FAULT"]
    case .capacity: ["SageMaker.CAPACITY_ERROR"]
    case .resourceLimit: ["SageMaker.RESOURCE_LIMIT"]
    case .internalError: ["SageMaker.JOB_INTERNAL_ERROR"]
    }
  }
}
