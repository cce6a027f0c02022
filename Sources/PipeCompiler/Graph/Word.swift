/// The texts that pipec itself writes into definitions or looks for in them.
///
/// The symbol table of every graph begins with them, in this order, so a text's symbol is known
/// without a look-up.
package enum Word: UInt32, CaseIterable, Sendable {
  case empty, version, versionDate, metadata, experimentConfig, mlflowConfig, parameters, steps
  case name, type, defaultValue, enumValues, arguments, dependsOn, step, trigger, displayName
  case description, retryPolicies, cacheConfig, conditions, ifSteps, elseSteps, iterableItems
  case maxConcurrency, selector, pick, maxBy, minBy, field, forEachBody, leftValue, rightValue
  case membership, queryValue, values, not, condition, or, join, on, get, jsonGet, propertyFile
  case path, parametersRoot, executionRoot, experimentRoot, stepsRoot, currentItem
  case iterationOutput, propertyFilesPath, dot, openIndex, closeIndex, openKey, closeKey, null
  case yes, no, pointZero, stringType, integerType, floatType, booleanType, equals, greaterThan
  case greaterThanOrEqualTo, lessThan, lessThanOrEqualTo, completed, failed, stopped, any, roleARN
  case executionRoleARN, trainingJobDefinition, processingInputs, processingOutputConfig, outputs
  case inputDataConfig, propertyFiles, outputParameters, functionARN, sqsQueueURL, checkType
  case modelPackageGroupName, skipCheck, failOnViolation, registerNewBaseline
  case suppliedBaselineStatistics, suppliedBaselineConstraints, modelName, inputName, outputName
  case outputType, channelName, propertyFileName, filePath, appManaged, s3Input, s3Output, s3URI
  case localPath, s3DataType, s3Prefix, s3InputMode, file, s3DataDistributionType, fullyReplicated
  case s3CompressionType, none, s3UploadMode, endOfJob, dataSource, s3DataSource, contentType
  case errorMessage, exceptionType, intervalSeconds, backoffRate, maxAttempts, expireAfterMin
  case expireAfter, enabled, outcome, collectionParameters, customerMetadataProperties
  case environment, hookParameters, hyperParameters, profilingParameters, ruleParameters
  case staticHyperParameters, pipelineExecutionID, item
  case modelArtifacts, s3ModelArtifacts, trainingJobSummaries, trainingJobName, s3OutputPath
  case modelWord, outputsWord, reportsWord, returnsWord, bestWord, completedWord
  case failedWord, stoppedWord, finishedWord, timeWord
  case initialVariantWeight, numberOfAcceleratorDevicesRequired, numberOfCPUCoresRequired
  case targetObjectiveMetricValue, validationFraction, selected
  case serverlessJobConfig, algorithmSpecification, resourceConfig, enableManagedSpotTraining
  case stoppingCondition, maxWaitTimeInSeconds, maxRuntimeInSeconds, instanceCount, instanceType
  case instanceGroups, datasetDefinition, inferenceSpecification
}

extension Word {
  /// The number of words.
  static let count = Int(Word.inferenceSpecification.rawValue) + 1

  /// How the words after the first one, the empty text, are spelled, in the order of the cases.
  fileprivate static let text: StaticString = """
    Version 2020-12-01 Metadata PipelineExperimentConfig MlflowConfig Parameters Steps Name \
    Type DefaultValue EnumValues Arguments DependsOn Step Trigger DisplayName Description \
    RetryPolicies CacheConfig Conditions IfSteps ElseSteps IterableItems MaxConcurrency \
    Selector Pick MaxBy MinBy Field ForEachBody LeftValue RightValue In QueryValue Values Not \
    Condition Or Std:Join On Get Std:JsonGet PropertyFile Path Parameters. Execution. \
    PipelineExperimentConfig. Steps. ForEach.CurrentItem IterationOutput. .PropertyFiles. . [ ] \
    [' '] null true false .0 String Integer Float Boolean Equals GreaterThan \
    GreaterThanOrEqualTo LessThan LessThanOrEqualTo Completed Failed Stopped Any RoleArn \
    ExecutionRoleArn TrainingJobDefinition ProcessingInputs ProcessingOutputConfig Outputs \
    InputDataConfig PropertyFiles OutputParameters FunctionArn SqsQueueUrl CheckType \
    ModelPackageGroupName SkipCheck FailOnViolation RegisterNewBaseline \
    SuppliedBaselineStatistics SuppliedBaselineConstraints ModelName InputName OutputName \
    OutputType ChannelName PropertyFileName FilePath AppManaged S3Input S3Output S3Uri \
    LocalPath S3DataType S3Prefix S3InputMode File S3DataDistributionType FullyReplicated \
    S3CompressionType None S3UploadMode EndOfJob DataSource S3DataSource ContentType \
    ErrorMessage ExceptionType IntervalSeconds BackoffRate MaxAttempts ExpireAfterMin \
    ExpireAfter Enabled Outcome CollectionParameters CustomerMetadataProperties Environment \
    HookParameters HyperParameters ProfilingParameters RuleParameters StaticHyperParameters \
    PipelineExecutionId item ModelArtifacts S3ModelArtifacts TrainingJobSummaries \
    TrainingJobName S3OutputPath model outputs reports returns best completed failed stopped \
    finished time InitialVariantWeight NumberOfAcceleratorDevicesRequired NumberOfCpuCoresRequired \
    TargetObjectiveMetricValue ValidationFraction Selected ServerlessJobConfig \
    AlgorithmSpecification ResourceConfig EnableManagedSpotTraining StoppingCondition \
    MaxWaitTimeInSeconds MaxRuntimeInSeconds InstanceCount InstanceType InstanceGroups \
    DatasetDefinition InferenceSpecification
    """

  /// How the words are spelled, in the order of the cases.
  package static var spellings: [String] { [""] + StaticText(text).words.map(\.string) }
}

extension Symbol {
  /// Returns the symbol of `word` in the symbol table of any graph.
  @inline(__always)
  package static func word(_ word: Word) -> Symbol { Symbol(offset: word.rawValue) }
}

extension SymbolTable {
  /// The table of a new graph, which holds the texts of all words; a build may make many graphs.
  package static let ofGraph = SymbolTable(beginningWith: StaticText(Word.text))
}

// The symbols of what definitions spell by name.
extension ScalarType {
  /// The symbol of the type's name.
  package var symbol: Symbol {
    switch self {
    case .string: .word(.stringType)
    case .integer: .word(.integerType)
    case .float: .word(.floatType)
    case .boolean: .word(.booleanType)
    }
  }
}

extension Comparison {
  /// The symbol of the comparison's name.
  package var symbol: Symbol {
    switch self {
    case .equals: .word(.equals)
    case .greaterThan: .word(.greaterThan)
    case .greaterThanOrEqualTo: .word(.greaterThanOrEqualTo)
    case .lessThan: .word(.lessThan)
    case .lessThanOrEqualTo: .word(.lessThanOrEqualTo)
    }
  }
}

extension Trigger {
  /// The symbol of the trigger's name.
  package var symbol: Symbol {
    switch self {
    case .completed: .word(.completed)
    case .failed: .word(.failed)
    case .stopped: .word(.stopped)
    case .any: .word(.any)
    }
  }
}
