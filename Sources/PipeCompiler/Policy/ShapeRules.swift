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
  /// - `allowed`: the service takes the member, though its model does not have it.
  /// - `unique`: no two entries of the list have the same member. `named`: references may name an
  ///   entry by the member.
  /// - `check`: the members have to fit together in a way that the walk through arguments describes.
  ///
  /// BC is the documentation of members in botocore 1.44.5; SDK is the SageMaker Python SDK 2.257.7
  /// with the file that says so; an issue is one of aws/sagemaker-python-sdk.
  static let text: StaticString = #"""
AdditionalInferenceSpecifications unique Name # BC
AlgorithmSpecification one TrainingImage AlgorithmName # BC, AlgorithmName; SDK, session.py
AutoMLInputDataConfig unique ChannelType # BC, AutoMLChannel
CollectionConfigurations unique CollectionName # BC
ContainerDefinition at-least-one? Image ModelPackageName # BC
ContainerDefinition at-most-one? ModelDataUrl ModelDataSource # BC
ContainerDefinitionList unique ContainerHostname # BC
ContinuousParameterRange check range # common sense
CreateAutoMLJobRequest needless AutoMLJobName # SDK, _utils.py
CreateAutoMLJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateAutoMLJobRequest refused ModelDeployConfig # developer guide, AutoML step
CreateAutoMLJobRequest refused GenerateCandidateDefinitionsOnly # SDK, automl_step.py
CreateAutoMLJobRequest check ensembling # SDK, automl_step.py
CreateEndpointConfigInput needless EndpointConfigName # published schema of definitions
CreateEndpointConfigInput removed DataCaptureConfig # SDK 2.257.6, which says that the service refuses it
CreateEndpointConfigInput removed ExplainerConfig # SDK 2.257.6, which says that the service refuses it
CreateEndpointInput needless EndpointName # published schema of definitions
CreateEndpointInput removed DeploymentConfig # SDK 2.257.6, which says that the service refuses it
CreateHyperParameterTuningJobRequest needless HyperParameterTuningJobName # SDK, _utils.py
CreateHyperParameterTuningJobRequest one TrainingJobDefinition TrainingJobDefinitions # SDK, session.py
CreateInferenceComponentInput needless InferenceComponentName # published schema of definitions
CreateInferenceComponentInput at-most-one Specification Specifications # BC
CreateInferenceComponentInput at-least-one? Specification Specifications # BC
CreateJobRequest needless JobName # SDK 3.27, job_step.py
CreateJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateJobRequest allowed VpcConfig # templates of evaluation pipelines in SDK 3.27
CreateModelInput needless ModelName # SDK, _utils.py
CreateModelInput at-most-one PrimaryContainer Containers # SDK, session.py
CreateModelInput at-least-one? PrimaryContainer Containers # BC
CreateModelPackageInput refused CertifyForMarketplace # SDK, _utils.py
CreateModelPackageInput refused ModelPackageName # issue 3472: Unknown Argument member
CreateModelPackageInput at-most-one? InferenceSpecification SourceAlgorithmSpecification # BC
CreateModelPackageInput at-least-one? InferenceSpecification SourceAlgorithmSpecification SourceUri # BC
CreateModelPackageInput check instances # BC, InferenceSpecification
CreateProcessingJobRequest needless ProcessingJobName # SDK, _utils.py
CreateProcessingJobRequest role RoleArn # developer guide; a deployed definition has none
CreateProcessingJobRequest check names # issue 3484: Input and Output names must be globally unique
CreateTrainingJobRequest needless TrainingJobName # SDK, _utils.py
CreateTrainingJobRequest role RoleArn # developer guide: jobs use the pipeline's role by default
CreateTrainingJobRequest check resources # all jobs of AWS's templates and examples that are not serverless
CreateTrainingJobRequest check spot # issue 4140; BC, StoppingCondition
CreateTransformJobRequest needless TransformJobName # SDK, _utils.py
CreateTransformJobRequest check payload # BC, MaxPayloadInMB
DataSource one? S3DataSource FileSystemDataSource DatasetSource # BC
DatasetDefinition one AthenaDatasetDefinition RedshiftDatasetDefinition # BC
DebugRuleConfigurations unique RuleConfigurationName # BC
ExperimentConfig removed ExperimentName # SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
ExperimentConfig removed TrialName # SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
ExperimentConfig removed RunName # SDK, _utils.py: the pipeline's PipelineExperimentConfig says it
FinalMetricDataList named MetricName # SDK, documentation of properties
HyperParameterAlgorithmSpecification at-most-one TrainingImage AlgorithmName # BC, AlgorithmName
HyperParameterAlgorithmSpecification at-least-one? TrainingImage AlgorithmName # BC
HyperParameterTrainingJobDefinition role RoleArn # developer guide: jobs use the pipeline's role by default
HyperParameterTrainingJobDefinition one? HyperParameterTuningResourceConfig ResourceConfig # BC
HyperParameterTrainingJobDefinition check spot # issue 4140; BC, StoppingCondition
HyperParameterTrainingJobDefinitions unique DefinitionName # SDK, session.py
HyperParameterTuningResourceConfig at-most-one InstanceType InstanceConfigs # BC
HyperParameterTuningResourceConfig at-least-one? InstanceType InstanceConfigs # BC
InputDataConfig unique ChannelName # BC: the channel's directory is called so
InstanceGroups unique InstanceGroupName # BC
IntegerParameterRange check range # common sense
ModelPackageContainerDefinition removed AdditionalModelDataSources # issue 4994, of 2025: Unknown Argument member
ModelPackageContainerDefinition at-most-one? ModelDataUrl ModelDataSource # BC
ModelPackageContainerDefinitionList unique ContainerHostname # BC
ProcessingClusterConfig one InstanceType InstancePreferences # BC, InstancePreferences
ProcessingInput one S3Input DatasetDefinition # BC
ProcessingInput check path # BC, ProcessingS3Input and DatasetDefinition
ProcessingInputs unique InputName # issue 3484
ProcessingInputs named InputName # SDK, local mode
ProcessingOutput one S3Output FeatureStoreOutput # BC
ProcessingOutputs unique OutputName # issue 3484
ProcessingOutputs named OutputName # SDK, documentation of properties
ProductionVariant at-most-one InstanceType ServerlessConfig InstancePools # BC
ProductionVariantList unique VariantName # BC
ProfilerRuleConfigurations unique RuleConfigurationName # BC
ResourceConfig one InstanceType InstanceGroups InstancePreferences # BC, InstancePreferences; SDK, job.py
ResourceConfig check count # SDK, job.py
ResourceLimits check total # common sense
TagList unique Key # BC, Tag
bedrock.CreateCustomModelRequest at-most-one ModelSourceConfig CustomModelDataSource # BC
bedrock.CreateCustomModelRequest at-least-one? ModelSourceConfig CustomModelDataSource # BC
emr-serverless.CreateApplicationRequest needless clientToken # SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless applicationId # SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless clientToken # SDK 3.27, emr_serverless_step.py
emr-serverless.StartJobRunRequest needless executionRoleArn # SDK 3.27, emr_serverless_step.py
emr.JobFlowInstancesConfig refused KeepJobFlowAliveWhenNoSteps # developer guide, EMR step: the pipeline ends the cluster
emr.JobFlowInstancesConfig refused TerminationProtected # developer guide, EMR step: the pipeline ends the cluster
emr.JobFlowInstancesConfig at-most-one InstanceGroups InstanceFleets # BC; SDK, emr_step.py
emr.JobFlowInstancesConfig at-least-one InstanceGroups InstanceFleets MasterInstanceType # BC
emr.RunJobFlowInput needless Name # SDK, emr_step.py
emr.RunJobFlowInput refused Name # developer guide, EMR step: the pipeline names the cluster
emr.RunJobFlowInput refused Steps # developer guide, EMR step: StepConfig is the step
emr.RunJobFlowInput refused AutoTerminationPolicy # developer guide, EMR step: the pipeline ends the cluster
emr.StepConfig needless Name # SDK, emr_step.py
emr.StepConfig removed Name # SDK, emr_step.py: the pipeline names the step
step.CleanupSource check step # SDK 3.27, cleanup_step.py
step.EMR one ClusterId ClusterConfig # SDK, emr_step.py
step.EMR at-most-one ClusterConfig ExecutionRoleArn # SDK, emr_step.py
step.EMRServerless one ApplicationId ApplicationConfig # SDK 3.27, emr_serverless_step.py
step.Lineage at-least-one Actions Artifacts Contexts Associations # SDK 2.257.6, lineage_step.py
step.LineageEnd one Name Arn # SDK, LineageEntityReference
step.LineageEnd check type # SDK, LineageEntityReference
"""#

  /// Returns the rules about the shape called `name`.
  static func about(_ name: StaticText) -> ShapeRuleList {
    ShapeRuleList(lines, lines.lines(of: name))
  }

  /// The lines, looked up by shape.
  private static let lines = SortedLines(text)
}
