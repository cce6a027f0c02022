/// Everything pipec can say, by name.
///
/// The raw value is what users see, look up, allow and deny.
public enum DiagnosticID: String, CaseIterable, Hashable, Sendable {
  // The text.
  case sourceTooLarge = "source-too-large"
  case invalidUTF8 = "invalid-utf8"
  case unexpectedCharacter = "unexpected-character"
  case unterminatedString = "unterminated-string"
  case unterminatedComment = "unterminated-comment"
  case invalidEscape = "invalid-escape"
  case invalidNumber = "invalid-number"
  case syntaxError = "syntax-error"
  case nestingTooDeep = "nesting-too-deep"
  case invalidAllowance = "invalid-allowance"
  case unusedAllowance = "unused-allowance"

  // Definitions.
  case invalidJSON = "invalid-json"
  case malformedDefinition = "malformed-definition"
  case invalidYAML = "invalid-yaml"
  case malformedManifest = "malformed-manifest"
  case malformedExpression = "malformed-expression"
  case unfamiliarStepType = "unfamiliar-step-type"

  // Files.
  case unreadableFile = "unreadable-file"
  case importCycle = "import-cycle"
  case invalidImport = "invalid-import"

  // Names and values.
  case missingPipeline = "missing-pipeline"
  case duplicatePipeline = "duplicate-pipeline"
  case unknownHeaderField = "unknown-header-field"
  case unknownName = "unknown-name"
  case duplicateName = "duplicate-name"
  case recursiveDefinition = "recursive-definition"
  case missingConfig = "missing-config"
  case unknownConfig = "unknown-config"
  case unknownProfile = "unknown-profile"
  case failedAssertion = "failed-assertion"
  case wrongType = "wrong-type"
  case wrongPhase = "wrong-phase"
  case arithmeticError = "arithmetic-error"
  case constraintViolated = "constraint-violated"
  case wrongArguments = "wrong-arguments"
  case duplicateKey = "duplicate-key"
  case unknownStepType = "unknown-step-type"
  case unknownItem = "unknown-item"
  case unknownMember = "unknown-member"
  case unknownArgument = "unknown-argument"
  case sugarConflict = "sugar-conflict"
  case misplacedDuration = "misplaced-duration"
  case missingArtifacts = "missing-artifacts"
  case malformedReference = "malformed-reference"
  case evaluationLimit = "evaluation-limit"

  // Images.
  case unknownImage = "unknown-image"
  case ambiguousImage = "ambiguous-image"

  // Requests and answers of the API.
  case misspelledArgument = "misspelled-argument"
  case misplacedArgument = "misplaced-argument"
  case missingArgument = "missing-argument"
  case missingJobRole = "missing-job-role"
  case placeholderArguments = "placeholder-arguments"
  case forbiddenArgument = "forbidden-argument"
  case doubtfulArgument = "doubtful-argument"
  case exclusiveArguments = "exclusive-arguments"
  case inconsistentArguments = "inconsistent-arguments"
  case duplicateEntry = "duplicate-entry"
  case wrongCount = "wrong-count"
  case wrongArgumentType = "wrong-argument-type"
  case unknownValue = "unknown-value"
  case wrongLength = "wrong-length"
  case outOfRange = "out-of-range"
  case patternMismatch = "pattern-mismatch"
  case wrongReferenceType = "wrong-reference-type"
  case doubtfulReference = "doubtful-reference"
  case unservedMember = "unserved-member"
  case misspelledProperty = "misspelled-property"
  case unknownProperty = "unknown-property"

  // Hazards.
  case emptyPipeline = "empty-pipeline"
  case sharedPrefix = "shared-prefix"
  case unorderedRead = "unordered-read"
  case unsatisfiableOrder = "unsatisfiable-order"
  case defeatedCache = "defeated-cache"
  case unusedParameter = "unused-parameter"
  case unusedName = "unused-name"
  case unusedReport = "unused-report"
  case unusedOutput = "unused-output"
  case plainCredential = "plain-credential"
  case regionMismatch = "region-mismatch"
  case accountMismatch = "account-mismatch"
  case doubtfulComparison = "doubtful-comparison"
  case missingEncryptionKey = "missing-encryption-key"
  case missingNetworkIsolation = "missing-network-isolation"
  case missingVPC = "missing-vpc"
  case newerThanService = "newer-than-service"

  // The graph.
  case invalidPipelineName = "invalid-pipeline-name"
  case longPipelineName = "long-pipeline-name"
  case missingRole = "missing-role"
  case invalidRole = "invalid-role"
  case invalidTag = "invalid-tag"
  case invalidKubernetes = "invalid-kubernetes"
  case invalidParallelism = "invalid-parallelism"
  case unknownParameter = "unknown-parameter"
  case missingParameter = "missing-parameter"
  case wrongParameterValue = "wrong-parameter-value"
  case invalidExecution = "invalid-execution"
  case incompleteSelection = "incomplete-selection"
  case unknownKind = "unknown-kind"
  case duplicateResource = "duplicate-resource"
  case fixedName = "fixed-name"
  case invalidName = "invalid-name"
  case invalidText = "invalid-text"
  case textTooLong = "text-too-long"
  case duplicateStep = "duplicate-step"
  case duplicateParameter = "duplicate-parameter"
  case invalidDefault = "invalid-default"
  case invalidEnumeration = "invalid-enumeration"
  case undeclaredParameter = "undeclared-parameter"
  case unknownVariable = "unknown-variable"
  case unknownStep = "unknown-step"
  case unreadableReference = "unreadable-reference"
  case misplacedItem = "misplaced-item"
  case loopReference = "loop-reference"
  case dependencyCycle = "dependency-cycle"
  case triggerConflict = "trigger-conflict"
  case otherBranch = "other-branch"
  case nestedCondition = "nested-condition"
  case afterFail = "after-fail"
  case missingMessage = "missing-message"
  case unknownOutput = "unknown-output"
  case unknownPropertyFile = "unknown-property-file"
  case invalidPropertyFile = "invalid-property-file"
  case unknownOutputParameter = "unknown-output-parameter"
  case invalidOutputParameter = "invalid-output-parameter"
  case duplicateOutput = "duplicate-output"
  case duplicateFile = "duplicate-file"
  case nestedArgument = "nested-argument"
  case incomparableOperands = "incomparable-operands"
  case mixedNumberTypes = "mixed-number-types"
  case constantCondition = "constant-condition"
  case emptyCondition = "empty-condition"
  case retryNotAllowed = "retry-not-allowed"
  case retryUncertain = "retry-uncertain"
  case invalidRetry = "invalid-retry"
  case cacheNotAllowed = "cache-not-allowed"
  case cacheUncertain = "cache-uncertain"
  case invalidCache = "invalid-cache"
  case invalidForEach = "invalid-foreach"
  case quotaExceeded = "quota-exceeded"
  case stepQuota = "step-quota"
  case definitionTooLarge = "definition-too-large"
  case manifestTooLarge = "manifest-too-large"
  case resourceTooLarge = "resource-too-large"

  /// How much a diagnostic of this kind matters, unless the caller chooses otherwise.
  public var severity: Severity {
    switch self {
    case .missingJobRole, .placeholderArguments, .doubtfulArgument, .patternMismatch,
      .doubtfulReference, .unknownProperty, .unfamiliarStepType, .emptyPipeline, .sharedPrefix,
      .unorderedRead, .unsatisfiableOrder, .defeatedCache, .unusedParameter, .unusedName,
      .unusedReport, .unusedOutput, .plainCredential, .regionMismatch, .accountMismatch,
      .doubtfulComparison, .missingEncryptionKey, .missingNetworkIsolation, .missingVPC:
      .warning
    case .invalidAllowance, .unusedAllowance, .unknownArgument, .longPipelineName, .missingRole,
      .invalidRole, .otherBranch,
      .nestedCondition, .missingMessage, .nestedArgument, .mixedNumberTypes, .constantCondition,
      .emptyCondition, .retryUncertain, .cacheUncertain, .quotaExceeded, .stepQuota,
      .manifestTooLarge, .fixedName:
      .warning
    default: .error
    }
  }
}
