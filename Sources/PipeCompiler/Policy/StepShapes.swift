// swift-format-ignore-file

/// The shapes that no API describes: what steps hold beside requests, and what is read from steps
/// that wrap no request; in the form of the service model's table, sorted by name.
enum StepShapes {
  /// The model of AWS's APIs together with these shapes.
  static let model = ServiceModel(supplement: text)

  /// The members that steps of every type may have beside their arguments.
  static var envelope: Shape? { model.shape(named: "envelope.Step") }

  /// The lines. `step.<Type>` is what `Arguments` of a type holds, `fields.<Type>` what stands
  /// beside them, `properties.<Type>` what can be read beside a describe response; `envelope.*` and
  /// `header.*` are what stands beside the arguments of all types, and beside the steps.
  ///
  /// Sources: SageMaker Python SDK 2.257.7 and 3.27 (`sagemaker/workflow`,
  /// `sagemaker/mlops/workflow`), its unit and integration tests, and the developer guide.
  /// - `step.Cleanup`, `step.EMR`, `step.EMRServerless`, `step.Lineage`: the SDK's step classes.
  /// - `fields.*`: `to_request` of the SDK's step classes; which may be null: check steps emit
  ///   what is not given as null.
  /// - `properties.*`: `properties.py` and the step classes of the SDK; ForEach of SDK 3.27.
  static let text: StaticString = #"""
envelope.CacheConfig structure Enabled:Boolean ExpireAfter:String
envelope.Dependencies list fields.AnyValue
envelope.Description string ..3072
envelope.DisplayName string ..256
envelope.ExceptionTypes list String
envelope.RetryPolicies list envelope.RetryPolicy
envelope.RetryPolicy structure ExceptionType:envelope.ExceptionTypes IntervalSeconds:Integer BackoffRate:Float MaxAttempts:Integer ExpireAfterMin:Integer
envelope.Step structure DisplayName:envelope.DisplayName Description:envelope.Description DependsOn:envelope.Dependencies RetryPolicies:envelope.RetryPolicies CacheConfig:envelope.CacheConfig
fields.AnyValue any
fields.Callback structure SqsQueueUrl!:String OutputParameters:fields.OutputParameters
fields.ClarifyCheck structure CheckType!:fields.ClarifyCheckType ModelName:String ModelPackageGroupName:String SkipCheck:Boolean FailOnViolation:Boolean RegisterNewBaseline:Boolean SuppliedBaselineConstraints:String
fields.ClarifyCheckType enum DATA_BIAS MODEL_BIAS MODEL_EXPLAINABILITY
fields.Lambda structure FunctionArn!:fields.LambdaArn OutputParameters:fields.OutputParameters
fields.LambdaArn string /arn:aws[a-z\-]*:lambda:.*
fields.None structure
fields.OutputParameter structure OutputName:String OutputType:String
fields.OutputParameters list fields.OutputParameter
fields.Processing structure PropertyFiles:fields.PropertyFiles
fields.PropertyFile structure PropertyFileName:String OutputName:String FilePath:String
fields.PropertyFiles list fields.PropertyFile
fields.QualityCheck structure CheckType!:fields.QualityCheckType ModelPackageGroupName:String SkipCheck:Boolean FailOnViolation:Boolean RegisterNewBaseline:Boolean SuppliedBaselineStatistics:String SuppliedBaselineConstraints:String
fields.QualityCheckType enum DATA_QUALITY MODEL_QUALITY
header.PipelineExperimentConfig structure ExperimentName:String TrialName:String
properties.ARNs map String String
properties.AnyValue any
properties.AutoML structure BestCandidateProperties:properties.BestCandidate
properties.BedrockDeployment structure ModelDeploymentArn:String Tags:properties.AnyValue
properties.BestCandidate structure ModelInsightsJsonReportPath:String ExplainabilityJsonReportPath:String
properties.ClarifyCheck structure CalculatedBaselineConstraints:String BaselineUsedForDriftCheckConstraints:String
properties.Condition structure Outcome:Boolean
properties.EMR structure ClusterId:String
properties.ForEach structure Status:String InputItemCount:Integer TotalStepCount:Integer SucceededStepCount:Integer FailedStepCount:Integer StoppedStepCount:Integer IterationOutputs:properties.AnyValue Selected:properties.AnyValue
properties.Job structure JobConfigDocument:properties.AnyValue
properties.Lineage structure ActionArns:properties.ARNs ArtifactArns:properties.ARNs ContextArns:properties.ARNs Associations:properties.AnyValue
properties.None structure
properties.Outputs structure OutputParameters:properties.AnyValue
properties.QualityCheck structure CalculatedBaselineConstraints:String CalculatedBaselineStatistics:String BaselineUsedForDriftCheckConstraints:String BaselineUsedForDriftCheckStatistics:String
step.Cleanup structure Resources!:step.CleanupResources
step.CleanupResources structure S3!:step.CleanupSources
step.CleanupSource structure StepName!:step.Name S3Uris:step.CleanupURIs
step.CleanupSources list step.CleanupSource 1..100
step.CleanupURIs list S3Uri 1..
step.EMR structure ClusterId:String ClusterConfig:emr.RunJobFlowInput StepConfig!:emr.StepConfig ExecutionRoleArn:RoleArn
step.EMRServerless structure ExecutionRoleArn!:RoleArn ApplicationId:emr-serverless.ApplicationId ApplicationConfig:emr-serverless.CreateApplicationRequest JobConfig!:emr-serverless.StartJobRunRequest
step.Fail structure ErrorMessage:String
step.Lineage structure Actions:step.LineageActions Artifacts:step.LineageArtifacts Contexts:step.LineageContexts Associations:step.LineageAssociations
step.LineageActions list CreateActionRequest
step.LineageArtifacts list CreateArtifactRequest
step.LineageAssociation structure Source!:step.LineageEnd Destination!:step.LineageEnd AssociationType:AssociationEdgeType
step.LineageAssociations list step.LineageAssociation
step.LineageContexts list CreateContextRequest
step.LineageEnd structure Name:String Type:step.LineageEntity Arn:String
step.LineageEntity enum Action Artifact Context
step.Name string 1..64 /[A-Za-z0-9\-_]+
"""#
}
