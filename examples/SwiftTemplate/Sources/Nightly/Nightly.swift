import PipeDSL

/// Trains a model every night and keeps it if it is good enough.
@main
struct Nightly: PipelineProgram {
  @Config var bucket: String = "my-bucket"
  @Config var account: String = "111122223333"

  @Parameter var rounds: Value<Int> = 50
  @Parameter var leastAccuracy: Value<Double> = 0.9

  var pipelines: [Pipeline] {
    Pipeline(
      "nightly", role: "arn:aws:iam::\(account):role/SageMakerRole", artifacts: "s3://\(bucket)"
    ) {
      let image: Value<String> = "\(account).dkr.ecr.us-west-2.amazonaws.com/model:1"

      let train = Training(
        "Train",
        outputDataConfig: OutputDataConfig(s3OutputPath: "s3://\(bucket)/models"),
        hyperParameters: ["rounds": "\(rounds)", "objective": "binary:logistic"],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file, trainingImage: image),
        resourceConfig: ResourceConfig(
          instanceType: .mlM5Xlarge, instanceCount: 1, volumeSizeInGB: 30),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(4))
      )
      .channel("train", from: "s3://\(bucket)/train", as: "text/csv")
      .cache(.days(1))

      let evaluate = Processing(
        "Evaluate",
        processingResources: ProcessingResources(
          clusterConfig: ProcessingClusterConfig(
            volumeSizeInGB: 30, instanceCount: 1, instanceType: .mlM5Large)),
        appSpecification: AppSpecification(
          imageUri: image, containerEntrypoint: ["python3", "/opt/ml/code/evaluate.py"])
      )
      .input("model", from: train.model, at: "/opt/ml/processing/model")
      .output("evaluation", at: "/opt/ml/processing/evaluation")
      .report("Metrics", file: "metrics.json", in: "evaluation")

      Condition("GoodEnough", if: evaluate.report("Metrics", at: "accuracy") >= leastAccuracy) {
        RegisterModel(
          "Register", modelPackageGroupName: "nightly",
          inferenceSpecification: InferenceSpecification(
            containers: [
              ModelPackageContainerDefinition(image: image, modelDataUrl: train.model)
            ],
            supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]))
      } else: {
        Fail("TooWeak", "the accuracy is below \(leastAccuracy)")
      }
    }
  }
}
