import PipeDSL

/// The twin of `examples/serving.pipe`: a model from its training to an endpoint that is watched, with a run
/// and resources beside the pipeline.
struct Serving: PipelineProgram {
  @Config var account: String = "111122223333"
  @Config var roleArn: String = "arn:aws:iam::111122223333:role/SageMakerRole"
  @Config var region: String = "us-west-2"
  @Config var bucket: String = "my-bucket"
  /// Which of the registered models is served.
  @Config var version: Int = 1

  @Parameter("Rounds") var rounds: Value<Int> = 50

  var pipelines: [Pipeline] {
    // What models are registered in.
    let group = Resource.modelPackageGroup(
      "churn", modelPackageGroupDescription: "Models of the pipeline churn",
      kubernetes: Kubernetes(deletion: "retain"))
    let registry = "arn:aws:sagemaker:\(region):\(account):model-package"

    // To serve the next model, approve it and give its number as `version`: these two then get new names, and
    // the endpoint moves over to them.
    let served = Resource(
      Model(
        "churn",
        containers: [
          ContainerDefinition(modelPackageName: "\(registry)/\(group.name)/\(version)")
        ]))
    let variants = Resource(
      EndpointConfig(
        "churn",
        productionVariants: [
          ProductionVariant(
            variantName: "all", modelName: served.name, initialInstanceCount: 1,
            instanceType: .mlM5Large
          ).ordered("VariantName", "ModelName", "InstanceType")
        ],
        dataCaptureConfig: DataCaptureConfig(
          initialSamplingPercentage: 20, destinationS3Uri: "s3://\(bucket)/churn/captured",
          captureOptions: [
            CaptureOption(captureMode: .input), CaptureOption(captureMode: .output),
          ],
          enableCapture: true,
          captureContentTypeHeader: CaptureContentTypeHeader(csvContentTypes: ["text/csv"]))))
    let live = Resource(Endpoint("churn", endpointConfigName: variants.name))
    // Every hour, what came in is compared with the baseline.
    let comparison = quality(of: live)

    Pipeline(
      "churn", role: roleArn, artifacts: "s3://\(bucket)/churn",
      description: "Trains the churn model and registers it.", parallelism: 2,
      kubernetes: Kubernetes(namespace: "ml", labels: ["app": "churn"], region: region)
    ) {
      let image: Value<String> = "\(account).dkr.ecr.\(region).amazonaws.com/churn:1"

      let train = Training(
        "Train", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://\(bucket)/churn/models"),
        hyperParameters: ["num_round": "\(rounds)"],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file, trainingImage: image
        ).ordered("TrainingImage"),
        resourceConfig: ResourceConfig(
          instanceType: .mlM5Xlarge, instanceCount: 1, volumeSizeInGB: 30),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(2))
      )
      .channel("train", from: "s3://\(bucket)/churn/train", as: "text/csv")
      .ordered(
        "AlgorithmSpecification", "HyperParameters", "ResourceConfig", "StoppingCondition",
        "OutputDataConfig")

      RegisterModel(
        "Register", modelPackageGroupName: group.name,
        inferenceSpecification: InferenceSpecification(
          containers: [ModelPackageContainerDefinition(image: image, modelDataUrl: train.model)],
          supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]),
        modelApprovalStatus: .pendingManualApproval
      ).ordered("ModelPackageGroupName", "ModelApprovalStatus")
    }
    .execution("Thorough", rounds.set(to: 500), description: "A run that trains for longer.")
    .resources(group, served, variants, live, comparison, watch(comparison))
  }

  /// Returns the job that compares what came in with the baseline.
  func quality(of endpoint: Resource) -> Resource {
    .dataQualityJobDefinition(
      "churn-quality",
      dataQualityAppSpecification: DataQualityAppSpecification(
        imageUri: "159807026194.dkr.ecr.us-west-2.amazonaws.com/sagemaker-model-monitor-analyzer"),
      dataQualityJobInput: DataQualityJobInput(
        endpointInput: EndpointInput(
          endpointName: endpoint.name, localPath: "/opt/ml/processing/input")),
      dataQualityJobOutputConfig: MonitoringOutputConfig(
        monitoringOutputs: [
          MonitoringOutput(
            s3Output: MonitoringS3Output(
              s3Uri: "s3://\(bucket)/churn/reports", localPath: "/opt/ml/processing/output"))
        ]),
      jobResources: MonitoringResources(
        clusterConfig: MonitoringClusterConfig(
          instanceCount: 1, instanceType: .mlM5Large, volumeSizeInGB: 20
        ).ordered("InstanceType")),
      dataQualityBaselineConfig: DataQualityBaselineConfig(
        constraintsResource: MonitoringConstraintsResource(
          s3Uri: "s3://\(bucket)/churn/baseline/constraints.json"),
        statisticsResource: MonitoringStatisticsResource(
          s3Uri: "s3://\(bucket)/churn/baseline/statistics.json"))
    ).ordered("DataQualityAppSpecification")
  }

  /// Returns what lets `job` run every hour.
  func watch(_ job: Resource) -> Resource {
    .monitoringSchedule(
      "churn-hourly",
      monitoringScheduleConfig: MonitoringScheduleConfig(
        scheduleConfig: ScheduleConfig(scheduleExpression: "cron(0 * ? * * *)"),
        monitoringJobDefinitionName: job.name, monitoringType: .dataQuality
      ).ordered("MonitoringType", "MonitoringJobDefinitionName"))
  }
}
