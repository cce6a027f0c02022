import PipeDSL

/// The twin of `examples/sentiment.pipe`: prepares reviews and fine-tunes a text classifier on them, with
/// images that AWS publishes and scripts of the project.
struct Sentiment: PipelineProgram {
  @Config var bucket: String = "my-bucket"
  @Config var region: String = "eu-central-1"

  /// The machine that trains.
  let trainer = "ml.g5.xlarge"

  var pipelines: [Pipeline] {
    Pipeline(
      "sentiment", role: "arn:aws:iam::111122223333:role/SageMakerRole",
      artifacts: "s3://\(bucket)/pipelines",
      description:
        "Prepares reviews and fine-tunes a text classifier on them, with scripts of this directory.",
      kubernetes: Kubernetes(region: region)
    ) {
      let prepare = Processing(
        "Prepare",
        processingResources: ProcessingResources(
          clusterConfig: ProcessingClusterConfig(
            volumeSizeInGB: 30, instanceCount: 1, instanceType: .mlM5Xlarge
          ).ordered("InstanceType", "InstanceCount")),
        appSpecification: AppSpecification(
          imageUri: .image("sklearn", "1.2-1"),
          containerEntrypoint: ["python3", "/opt/ml/processing/code/prepare.py"]),
        environment: .json(in: "scripts/environment.json")
      )
      .input("code", from: .asset("scripts/prepare.py"), at: "/opt/ml/processing/code")
      .input("reviews", from: "s3://\(bucket)/reviews", at: "/opt/ml/processing/input")
      .output("train", at: "/opt/ml/processing/train")
      .ordered("AppSpecification", "ProcessingResources", "Environment")

      Training(
        "Train", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://\(bucket)/models"),
        hyperParameters: [
          "sagemaker_program": "train.py",
          "sagemaker_submit_directory": Text(.asset("sentiment")), "epochs": 3,
        ],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file,
          trainingImage: .image(
            "huggingface", "4.49", instance: trainer, scope: "training", base: "pytorch2.5")
        ).ordered("TrainingImage"),
        resourceConfig: ResourceConfig(
          instanceType: Value(trainer), instanceCount: 1, volumeSizeInGB: 100),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(6))
      )
      .channel("train", from: prepare.outputs.train)
      .ordered(
        "AlgorithmSpecification", "HyperParameters", "ResourceConfig", "StoppingCondition",
        "OutputDataConfig")
    }
  }
}
