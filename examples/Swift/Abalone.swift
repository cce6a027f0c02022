import PipeDSL

/// The twin of `examples/abalone.pipe`: preprocess, train, evaluate; then register the model and score a
/// batch if the error is small enough.
struct Abalone: PipelineProgram {
  @Config var bucket: String = "my-bucket"
  @Config var roleArn: String = "arn:aws:iam::111122223333:role/SageMakerRole"
  @Config var region: String = "us-west-2"

  /// How many instances the preprocessing job uses.
  @Parameter("ProcessingInstanceCount") var processingInstanceCount: Value<Int> = 1
  @Parameter("TrainingInstanceType") var instanceType: Value<TrainingInstanceType> = .mlM5Xlarge
  @Parameter("ModelApprovalStatus", in: [.pendingManualApproval, .approved, .rejected])
  var approval: Value<ModelApprovalStatus> = .pendingManualApproval
  @Parameter("InputData") var inputData: Value<String>
  @Parameter("BatchData") var batchData: Value<String>
  @Parameter("MseThreshold") var mseThreshold: Value<Double> = 6.0

  /// The pipeline.
  var pipelines: [Pipeline] {
    Pipeline(
      "AbalonePipeline", role: roleArn, artifacts: "s3://\(bucket)",
      description: """
        Preprocess, train, evaluate; then register the model and score a batch if the error is small \
        enough.
        """
    ) {
      let ecr = "246618743249.dkr.ecr.\(region).amazonaws.com"
      let sklearn: Value<String> = "\(ecr)/sagemaker-scikit-learn:0.23-1-cpu-py3"
      let xgboost: Value<String> = "\(ecr)/sagemaker-xgboost:1.0-1-cpu-py3"
      let scripts = "s3://\(bucket)/AbalonePipeline/code"

      let process = Processing(
        "AbaloneProcess", processingResources: cluster(processingInstanceCount),
        appSpecification: AppSpecification(
          imageUri: sklearn,
          containerEntrypoint: ["python3", "/opt/ml/processing/input/code/preprocessing.py"])
      )
      .input("data", from: inputData, at: "/opt/ml/processing/input")
      .input("code", from: "\(scripts)/preprocessing.py", at: "/opt/ml/processing/input/code")
      .output("train", at: "/opt/ml/processing/train")
      .output("validation", at: "/opt/ml/processing/validation")
      .output("test", at: "/opt/ml/processing/test")
      .ordered("AppSpecification")
      .patient()

      let train = Training(
        "AbaloneTrain",
        outputDataConfig: OutputDataConfig(s3OutputPath: "s3://\(bucket)/AbaloneTrain"),
        hyperParameters: [
          "objective": "reg:linear", "num_round": 50, "max_depth": 5, "eta": 0.2, "gamma": 4,
          "min_child_weight": 6, "subsample": 0.7,
        ],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file, trainingImage: xgboost),
        resourceConfig: ResourceConfig(
          instanceType: instanceType, instanceCount: 1, volumeSizeInGB: 30),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(24))
      )
      .channel("train", from: process.outputs.train, as: "text/csv")
      .channel("validation", from: process.outputs.validation, as: "text/csv")
      .ordered(
        "AlgorithmSpecification", "HyperParameters", "ResourceConfig", "StoppingCondition",
        "OutputDataConfig"
      )
      .patient()

      let evaluate = Processing(
        "AbaloneEval", processingResources: cluster(1),
        appSpecification: AppSpecification(
          imageUri: xgboost,
          containerEntrypoint: ["python3", "/opt/ml/processing/input/code/evaluation.py"])
      )
      .input("model", from: train.model, at: "/opt/ml/processing/model")
      .input("test", from: process.outputs.test, at: "/opt/ml/processing/test")
      .input("code", from: "\(scripts)/evaluation.py", at: "/opt/ml/processing/input/code")
      .output("evaluation", at: "/opt/ml/processing/evaluation")
      .report("EvaluationReport", file: "evaluation.json", in: "evaluation")
      .ordered("AppSpecification")
      .patient()

      let mse: Value<Double> = evaluate.report(
        "EvaluationReport", at: "regression_metrics.mse.value")

      Condition("AbaloneMSECond", if: mse <= mseThreshold) {
        RegisterModel(
          "AbaloneRegisterModel-RegisterModel", modelPackageGroupName: "g",
          inferenceSpecification: InferenceSpecification(
            containers: [
              ModelPackageContainerDefinition(
                image: xgboost, modelDataUrl: train.model, environment: [:]
              ).ordered("Image", "ModelDataUrl", "Environment")
            ],
            supportedTransformInstanceTypes: [.mlM5Xlarge],
            supportedRealtimeInferenceInstanceTypes: [.mlT2Medium],
            supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]
          ).ordered(
            "Containers", "SupportedContentTypes", "SupportedResponseMIMETypes",
            "SupportedRealtimeInferenceInstanceTypes"),
          modelApprovalStatus: approval, skipModelValidation: "None"
        ).ordered("ModelPackageGroupName", "ModelApprovalStatus", "SkipModelValidation")

        let model = Model(
          "AbaloneCreateModel-CreateModel",
          primaryContainer: ContainerDefinition(
            image: xgboost, modelDataUrl: train.model, environment: [:]))

        let transform = Transform(
          "AbaloneTransform", modelName: model.modelName,
          transformInput: TransformInput(
            dataSource: TransformDataSource(
              s3DataSource: TransformS3DataSource(s3DataType: .s3Prefix, s3Uri: batchData))),
          transformOutput: TransformOutput(s3OutputPath: "s3://\(bucket)/AbaloneTransform"),
          transformResources: TransformResources(instanceType: .mlM5Xlarge, instanceCount: 1)
            .ordered("InstanceCount")
        ).patient()
        transform

        PipelineTest(
          "a run that scores the batch takes at most 26 hours of machines",
          given: [
            mse.given(4.2), .takes(process, atMost: .minutes(30)),
            .takes(evaluate, atMost: .minutes(15)), .takes(transform, atMost: .hours(1)),
          ],
          expect: [.takes(.hours(of: "ml.m5.xlarge", atMost: 26)), .takes(.peak(atMost: 1))])
      } else: {
        Fail("AbaloneMSEFail", "Execution failed due to MSE > \(mseThreshold)")
      }
    }
  }

  /// Creates the program.
  init() {
    let bucket = bucket
    _inputData = Parameter(wrappedValue: "s3://\(bucket)/abalone.csv", "InputData")
    _batchData = Parameter(wrappedValue: "s3://\(bucket)/batch", "BatchData")
  }

  /// Returns the machines of a processing job: `count` of them.
  func cluster(_ count: Value<Int>) -> ProcessingResources {
    ProcessingResources(
      clusterConfig: ProcessingClusterConfig(
        volumeSizeInGB: 30, instanceCount: count, instanceType: .mlM5Xlarge
      ).ordered("InstanceType"))
  }
}

extension Step {
  /// Returns the step as one that is cached for a month and tried again after what passes.
  func patient() -> Self {
    cache(.days(30))
      .retry(.throttling, .serviceFault, attempts: 5, every: .seconds(10), backoff: 2.0)
      .retry(.capacity, every: .seconds(60), until: .hours(2))
  }
}
