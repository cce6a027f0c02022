// Which words mean what in which type of step. Sources are the tables of the SageMaker Python SDK
// and the published schema of pipeline definitions.

/// The fields that stand beside `Arguments` in every step.
enum EnvelopeField: CaseIterable {
  case displayName, description, dependsOn, retryPolicies, cacheConfig

  /// Creates the field called `name`, if there is one.
  init?(_ name: Symbol) {
    switch name {
    case .word(.displayName): self = .displayName
    case .word(.description): self = .description
    case .word(.dependsOn): self = .dependsOn
    case .word(.retryPolicies): self = .retryPolicies
    case .word(.cacheConfig): self = .cacheConfig
    default: return nil
    }
  }

  /// The names of all fields.
  static let names = ["DisplayName", "Description", "DependsOn", "RetryPolicies", "CacheConfig"]
}

/// Shorthands that make an entry of a list in the arguments or fields of a step.
enum Sugar: String, CaseIterable {
  case input, output, channel, report, returns

  /// The position of the shorthand among all.
  var position: Int {
    switch self {
    case .input: 0
    case .output: 1
    case .channel: 2
    case .report: 3
    case .returns: 4
    }
  }

  /// Returns where the entries go in a step of `kind`, or `nil` if the step has no such list.
  func path(in kind: StepKind) -> SugarPath? {
    switch (self, kind) {
    case (.input, .processing), (.input, .qualityCheck), (.input, .clarifyCheck):
      SugarPath(head: .processingInputs)
    case (.output, .processing), (.output, .qualityCheck), (.output, .clarifyCheck):
      SugarPath(head: .processingOutputConfig, tail: .outputs)
    case (.channel, .training): SugarPath(head: .inputDataConfig)
    case (.channel, .tuning): SugarPath(head: .trainingJobDefinition, tail: .inputDataConfig)
    case (.report, .processing): SugarPath(head: .propertyFiles)
    case (.returns, .lambda), (.returns, .callback): SugarPath(head: .outputParameters)
    default: nil
    }
  }

  /// The types of steps that know the shorthand.
  var kinds: [StepKind] { StepKind.allCases.filter { path(in: $0) != nil } }
}

/// Where a list stands in a step: a member or field, or a member of that.
package struct SugarPath {
  /// The member of `Arguments`, or the field beside them.
  package let head: Word
  /// The member of that object, if the list is not the member itself.
  package var tail: Word?
}

extension StepKind {
  /// The fields that steps of the kind have beside `Arguments`, in the order of emission.
  var fields: [Word] {
    switch self {
    case .processing: Self.processingFields
    case .lambda: Self.lambdaFields
    case .callback: Self.callbackFields
    case .qualityCheck: Self.qualityCheckFields
    case .clarifyCheck: Self.clarifyCheckFields
    default: []
    }
  }

  /// The fields of a Processing step.
  private static let processingFields: [Word] = [.propertyFiles]
  /// The fields of a Lambda step.
  private static let lambdaFields: [Word] = [.functionARN, .outputParameters]
  /// The fields of a Callback step.
  private static let callbackFields: [Word] = [.sqsQueueURL, .outputParameters]
  /// The fields of a QualityCheck step.
  private static let qualityCheckFields: [Word] = [
    .checkType, .modelPackageGroupName, .skipCheck, .failOnViolation, .registerNewBaseline,
    .suppliedBaselineStatistics, .suppliedBaselineConstraints,
  ]
  /// The fields of a ClarifyCheck step.
  private static let clarifyCheckFields: [Word] = [
    .checkType, .modelPackageGroupName, .skipCheck, .failOnViolation, .registerNewBaseline,
    .suppliedBaselineConstraints, .modelName,
  ]

  /// Returns `true` iff `name` is one of the kind's fields.
  func hasField(_ name: Symbol) -> Bool { fields.contains { .word($0) == name } }

  /// `true` iff the arguments of the step are a map of its author's, given by `args`.
  package var hasFreeArguments: Bool { self == .lambda || self == .callback }

  /// Where the member stands that the header's role fills in when it is missing.
  ///
  /// These are the requests in which botocore's model requires a role that SageMaker assumes.
  /// EMR Serverless and Bedrock steps need a role that trusts another service.
  var rolePath: SugarPath? {
    switch self {
    case .processing, .training, .qualityCheck, .clarifyCheck, .autoML, .job:
      SugarPath(head: .roleARN)
    case .tuning: SugarPath(head: .trainingJobDefinition, tail: .roleARN)
    case .model: SugarPath(head: .executionRoleARN)
    default: nil
    }
  }

  /// The types that a `step` declaration may name.
  static let declarable: [StepKind] = allCases.filter {
    $0 != .other && $0 != .condition && $0 != .forEach
  }
}

/// What `retry` may name.
package enum RetryCause: String, CaseIterable {
  case throttling, serviceFault, capacity, resourceLimit, internalError

  /// The exception type that stands for the cause in the definition, as in the SDK's `retry.py`.
  package var exception: String {
    switch self {
    case .throttling: "Step.THROTTLING"
    case .serviceFault: "Step.SERVICE_FAULT"
    case .capacity: "SageMaker.CAPACITY_ERROR"
    case .resourceLimit: "SageMaker.RESOURCE_LIMIT"
    case .internalError: "SageMaker.JOB_INTERNAL_ERROR"
    }
  }
}
