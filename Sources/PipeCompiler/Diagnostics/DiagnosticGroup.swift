/// A set of diagnostics that are chosen together.
public enum DiagnosticGroup: String, CaseIterable, Hashable, Sendable {
  /// What may make a pipeline easier to attack; not reported unless it is asked for.
  case security
  /// What the service's model of its API says against a pipeline.
  case serviceModel = "service-model"
}

extension DiagnosticID {
  /// The group that a diagnostic of this kind belongs to, if it belongs to one.
  public var group: DiagnosticGroup? {
    switch self {
    case .missingEncryptionKey, .missingNetworkIsolation, .missingVPC: .security
    case .unknownArgument, .misspelledArgument, .misplacedArgument, .missingArgument,
      .missingJobRole, .placeholderArguments, .forbiddenArgument, .doubtfulArgument,
      .exclusiveArguments, .inconsistentArguments, .duplicateEntry, .wrongCount,
      .wrongArgumentType, .unknownValue, .wrongLength, .outOfRange, .patternMismatch,
      .wrongReferenceType, .doubtfulReference, .misspelledProperty, .unknownProperty,
      .unservedMember, .newerThanService:
      .serviceModel
    default: nil
    }
  }

  /// `true` iff a diagnostic of this kind is reported only if it is asked for.
  public var isOffByDefault: Bool { group == .security }

  /// `true` iff a diagnostic of this kind says that nothing uses something.
  var isAboutUse: Bool {
    switch self {
    case .unusedParameter, .unusedName, .unusedReport, .unusedOutput: true
    default: false
    }
  }

  /// `true` iff parts of the text may have been passed over when a diagnostic of this kind is
  /// reported.
  var losesText: Bool {
    switch self {
    case .syntaxError, .unexpectedCharacter, .unterminatedString, .unterminatedComment,
      .nestingTooDeep, .evaluationLimit, .unknownItem, .sugarConflict,
      .duplicateName, .unreadableFile, .importCycle, .invalidImport:
      true
    default: false
    }
  }

  /// `true` iff a diagnostic of this kind may be left unreported, or be no error.
  ///
  /// After any other error it is not known what the pipeline is, so there is nothing to write.
  public var canBeAllowed: Bool { severity == .warning || group == .serviceModel }

  /// `true` iff an error of this kind says what the service takes, and not that something is unclear.
  ///
  /// Only checks report these, so it is known what the pipeline is, and it can be written all the same.
  public var canBeOverruled: Bool {
    switch self {
    case .invalidName, .invalidText, .textTooLong, .duplicateStep, .duplicateParameter,
      .invalidDefault, .invalidEnumeration, .undeclaredParameter, .unknownVariable, .unknownStep,
      .unreadableReference, .misplacedItem, .loopReference, .dependencyCycle, .triggerConflict,
      .afterFail, .unknownOutput, .unknownPropertyFile, .invalidPropertyFile,
      .unknownOutputParameter, .invalidOutputParameter, .duplicateOutput, .duplicateFile,
      .incomparableOperands, .retryNotAllowed, .invalidRetry, .cacheNotAllowed, .invalidCache,
      .invalidForEach, .definitionTooLarge, .invalidKubernetes, .invalidPipelineName:
      true
    default: group == .serviceModel
    }
  }
}
