import PipeDSL

/// The twin of `examples/train.pipe`: one XGBoost training step, deployed with kubectl through ACK.
struct Train: PipelineProgram {
  @Config var roleArn: String = "<YOUR_SAGEMAKER_ROLE_ARN>"
  @Config var bucket: String = "<YOUR_S3_BUCKET>"

  /// The pipeline.
  var pipelines: [Pipeline] {
    Pipeline(
      "my-kubernetes-pipeline", role: roleArn,
      description: "One XGBoost training step, deployed with kubectl through ACK.", parallelism: 2
    ) {
      let data = "s3://\(bucket)/sagemaker/xgboost"

      Training(
        "AbaloneTrain",
        outputDataConfig: OutputDataConfig(s3OutputPath: "s3://\(bucket)/sagemaker/"),
        hyperParameters: [
          "max_depth": 5, "gamma": 4, "eta": 0.2, "min_child_weight": 6,
          "objective": "multi:softmax", "num_class": 10, "num_round": 30,
        ],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file,
          trainingImage: "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"),
        resourceConfig: ResourceConfig(
          instanceType: .mlM4Xlarge, instanceCount: 1, volumeSizeInGB: 5
        ).ordered("InstanceCount"),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(24))
      )
      .channel("train", from: "\(data)/train/", as: "text/libsvm")
      .channel("validation", from: "\(data)/validation/", as: "text/libsvm")
      .ordered(
        "HyperParameters", "AlgorithmSpecification", "ResourceConfig", "StoppingCondition",
        "OutputDataConfig")
    }
  }

  /// Creates the program.
  init() {}
}
