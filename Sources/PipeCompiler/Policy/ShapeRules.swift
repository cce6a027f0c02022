// swift-format-ignore-file

/// What a pipeline makes of the API's shapes: policy by hand, where the service model is fact.
enum ShapeRules {
  /// The rules, a line for each, sorted by shape: the shape, what the rule is, members, and behind
  /// `#` the source.
  ///
  /// - `one`, `at-most-one`, `at-least-one`: how many of the members are given; with `?` behind it,
  ///   no source says so outright.
  /// - `needless`: the service gives the member itself. `role`: it is not certain that it is needed.
  /// - `refused`: the service does not take the member in a pipeline; `removed`: the SDK removes it.
  /// - `allowed`: the service takes the member, which is of the shape behind the colon, though its
  ///   model does not have it.
  /// - `unique`: no two entries of the list have the same member. `named`: references may name an
  ///   entry by the member.
  /// - `check`: the members have to fit together in a way that the walk through arguments describes.
  ///
  /// Messages quote the sources: botocore is the documentation of members in botocore 1.44.5, the
  /// SageMaker Python SDK 2.257.7 if no version stands there, and an issue is one of that SDK's.
  static let text: StaticString = #"""
AdditionalInferenceSpecifications unique Name # botocore
AlgorithmSpecification one TrainingImage AlgorithmName # botocore, AlgorithmName; SageMaker Python SDK, session.py
AutoMLInputDataConfig unique ChannelType # botocore, AutoMLChannel
CollectionConfigurations unique CollectionName # botocore
ContainerDefinition at-least-one? Image ModelPackageName # botocore
ContainerDefinition at-most-one? ModelDataUrl ModelDataSource # botocore
ContainerDefinitionList unique ContainerHostname # botocore
ContinuousParameterRange check range # common sense
CreateAutoMLJobRequest needless AutoMLJobName # SageMaker Python SDK, _utils.py
CreateAutoMLJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateAutoMLJobRequest refused ModelDeployConfig # developer guide, AutoML step
CreateAutoMLJobRequest refused GenerateCandidateDefinitionsOnly # SageMaker Python SDK, automl_step.py
CreateAutoMLJobRequest check ensembling # SageMaker Python SDK, automl_step.py
CreateEndpointConfigInput needless EndpointConfigName # published schema of definitions
CreateEndpointConfigInput removed DataCaptureConfig # SageMaker Python SDK 2.257.6, which says that the service refuses it
CreateEndpointConfigInput removed ExplainerConfig # SageMaker Python SDK 2.257.6, which says that the service refuses it
CreateEndpointInput needless EndpointName # published schema of definitions
CreateEndpointInput removed DeploymentConfig # SageMaker Python SDK 2.257.6, which says that the service refuses it
CreateHyperParameterTuningJobRequest needless HyperParameterTuningJobName # SageMaker Python SDK, _utils.py
CreateHyperParameterTuningJobRequest one TrainingJobDefinition TrainingJobDefinitions # SageMaker Python SDK, session.py
CreateInferenceComponentInput needless InferenceComponentName # published schema of definitions
CreateInferenceComponentInput at-most-one Specification Specifications # botocore
CreateInferenceComponentInput at-least-one? Specification Specifications # botocore
CreateJobRequest needless JobName # SageMaker Python SDK 3.27, job_step.py
CreateJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateJobRequest allowed VpcConfig:VpcConfig # templates of evaluation pipelines in SageMaker Python SDK 3.27
CreateModelInput needless ModelName # SageMaker Python SDK, _utils.py
CreateModelInput at-most-one PrimaryContainer Containers # SageMaker Python SDK, session.py
CreateModelInput at-least-one? PrimaryContainer Containers # botocore
CreateModelInput check hostnames # botocore
CreateModelPackageInput refused CertifyForMarketplace # SageMaker Python SDK, _utils.py
CreateModelPackageInput refused ModelPackageName # issue 3472: Unknown Argument member
CreateModelPackageInput at-most-one? InferenceSpecification SourceAlgorithmSpecification # botocore
CreateModelPackageInput at-least-one? InferenceSpecification SourceAlgorithmSpecification SourceUri # botocore
CreateModelPackageInput check instances # botocore, InferenceSpecification
CreateProcessingJobRequest needless ProcessingJobName # SageMaker Python SDK, _utils.py
CreateProcessingJobRequest role RoleArn # developer guide; a deployed definition has none
CreateProcessingJobRequest check names # issue 3484: Input and Output names must be globally unique
CreateTrainingJobRequest needless TrainingJobName # SageMaker Python SDK, _utils.py
CreateTrainingJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateTrainingJobRequest check resources # all jobs of AWS's templates and examples that are not serverless
CreateTrainingJobRequest check spot # issue 4140; botocore, StoppingCondition
CreateTransformJobRequest needless TransformJobName # SageMaker Python SDK, _utils.py
CreateTransformJobRequest check payload # botocore, MaxPayloadInMB
DataSource one? S3DataSource FileSystemDataSource DatasetSource # botocore
DatasetDefinition one AthenaDatasetDefinition RedshiftDatasetDefinition # botocore
DebugRuleConfigurations unique RuleConfigurationName # botocore
ExperimentConfig removed ExperimentName # SageMaker Python SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
ExperimentConfig removed TrialName # SageMaker Python SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
ExperimentConfig removed RunName # SageMaker Python SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
FinalMetricDataList named MetricName # SageMaker Python SDK, documentation of properties
HyperParameterAlgorithmSpecification at-most-one TrainingImage AlgorithmName # botocore, AlgorithmName
HyperParameterAlgorithmSpecification at-least-one? TrainingImage AlgorithmName # botocore
HyperParameterTrainingJobDefinition role RoleArn # developer guide: jobs use the pipeline's role by default
HyperParameterTrainingJobDefinition one? HyperParameterTuningResourceConfig ResourceConfig # botocore
HyperParameterTrainingJobDefinition check spot # issue 4140; botocore, StoppingCondition
HyperParameterTrainingJobDefinitions unique DefinitionName # SageMaker Python SDK, session.py
HyperParameterTuningJobConfig check hyperband # botocore
HyperParameterTuningResourceConfig at-most-one InstanceType InstanceConfigs # botocore
HyperParameterTuningResourceConfig at-least-one? InstanceType InstanceConfigs # botocore
InputDataConfig unique ChannelName # botocore: the channel's directory is called so
InstanceGroups unique InstanceGroupName # botocore
IntegerParameterRange check range # common sense
ModelPackageContainerDefinition removed AdditionalModelDataSources # issue 4994, of 2025: Unknown Argument member
ModelPackageContainerDefinition at-most-one? ModelDataUrl ModelDataSource # botocore
ModelPackageContainerDefinitionList unique ContainerHostname # botocore
ParameterRanges check ranges # common sense
ProcessingClusterConfig one InstanceType InstancePreferences # botocore, InstancePreferences
ProcessingInput one S3Input DatasetDefinition # botocore
ProcessingInput check path # botocore, ProcessingS3Input and DatasetDefinition
ProcessingInputs unique InputName # issue 3484
ProcessingInputs named InputName # SageMaker Python SDK, local mode
ProcessingOutput one S3Output FeatureStoreOutput # botocore
ProcessingOutput check managed # botocore
ProcessingOutputs unique OutputName # issue 3484
ProcessingOutputs named OutputName # SageMaker Python SDK, documentation of properties
ProductionVariant at-most-one InstanceType ServerlessConfig InstancePools # botocore
ProductionVariant check variant # botocore
ProductionVariantList unique VariantName # botocore
ProductionVariantServerlessConfig check memory # botocore
ProfilerRuleConfigurations unique RuleConfigurationName # botocore
ResourceConfig one InstanceType InstanceGroups InstancePreferences # botocore, InstancePreferences; SageMaker Python SDK, job.py
ResourceConfig check count # SageMaker Python SDK, job.py
ResourceConfig refused SelectedInstanceType # botocore: read-only
ResourceConfig refused SelectedInstanceCount # botocore: read-only
ResourceLimits check total # common sense
StoppingCondition check days # botocore
TagList unique Key # botocore, Tag
TransformS3DataSource check source # botocore
bedrock.CreateCustomModelRequest at-most-one ModelSourceConfig CustomModelDataSource # botocore
bedrock.CreateCustomModelRequest at-least-one? ModelSourceConfig CustomModelDataSource # botocore
emr-serverless.CreateApplicationRequest needless clientToken # SageMaker Python SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless applicationId # SageMaker Python SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless clientToken # SageMaker Python SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless executionRoleArn # SageMaker Python SDK 3.27, emr_serverless_step.py
emr.JobFlowInstancesConfig refused KeepJobFlowAliveWhenNoSteps # developer guide, EMR step: the pipeline ends the cluster
emr.JobFlowInstancesConfig refused TerminationProtected # developer guide, EMR step: the pipeline ends the cluster
emr.JobFlowInstancesConfig at-most-one InstanceGroups InstanceFleets # botocore; SageMaker Python SDK, emr_step.py
emr.JobFlowInstancesConfig at-least-one InstanceGroups InstanceFleets MasterInstanceType # botocore
emr.RunJobFlowInput needless Name # SageMaker Python SDK, emr_step.py
emr.RunJobFlowInput refused Name # developer guide, EMR step: the pipeline names the cluster
emr.RunJobFlowInput refused Steps # developer guide, EMR step: StepConfig is the step
emr.RunJobFlowInput refused AutoTerminationPolicy # developer guide, EMR step: the pipeline ends the cluster
emr.StepConfig needless Name # SageMaker Python SDK, emr_step.py
emr.StepConfig removed Name # SageMaker Python SDK, emr_step.py: the pipeline names the step
fields.ClarifyCheck check model # SageMaker Python SDK, clarify_check_step.py
step.CleanupSource check step # SageMaker Python SDK 3.27, cleanup_step.py
step.EMR one ClusterId ClusterConfig # SageMaker Python SDK, emr_step.py
step.EMR at-most-one ClusterConfig ExecutionRoleArn # SageMaker Python SDK, emr_step.py
step.EMRServerless one ApplicationId ApplicationConfig # SageMaker Python SDK 3.27, emr_serverless_step.py
step.Lineage at-least-one Actions Artifacts Contexts Associations # SageMaker Python SDK 2.257.6, lineage_step.py
step.LineageEnd one Name Arn # SageMaker Python SDK, LineageEntityReference
step.LineageEnd check type # SageMaker Python SDK, LineageEntityReference
"""#

  /// Returns the rules about the shape called `name`.
  static func about(_ name: StaticText) -> ShapeRuleList {
    ShapeRuleList(lines, lines.lines(of: name))
  }

  /// Returns the members that the shape called `name` has in a pipeline only.
  static func allowedMembers(of name: StaticText) -> [ShapeMember] {
    about(name).filter { $0.kind == .allowed }.map { ShapeMember(word: $0.members) }
  }

  /// Returns the member called `member` that the shape called `name` has in a pipeline only.
  static func allowedMember(_ member: ArraySlice<UInt8>, of name: StaticText) -> ShapeMember? {
    allowedMembers(of: name).first { $0.name.equals(member) }
  }

  /// The lines, looked up by shape.
  private static let lines = SortedLines(text)
}
