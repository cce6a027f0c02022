import PipeDSL

/// The twin of `examples/monitoring.pipe`: compares new data and a model's answers with a baseline: their
/// quality, their bias, and why.
struct Monitoring: PipelineProgram {
  @Config var bucket: String = "credit-monitoring"

  @Parameter("Month") var month: Value<String> = "2026-01"
  @Parameter("NewBaseline") var newBaseline: Value<Bool> = false
  @Parameter("Model") var model: Value<String> = "credit-model"

  var pipelines: [Pipeline] {
    Pipeline(
      "credit-monitoring", role: "arn:aws:iam::111122223333:role/SageMakerRole",
      description: """
        Compares new data and a model's answers with a baseline: their quality, their bias, and why.
        """
    ) {
      quality("data", .dataQuality, environment: [:], failing: true)
      quality(
        "model", .modelQuality, environment: ["problem_type": "BinaryClassification"],
        failing: false)
      clarification("data-bias", .dataBias, of: nil)
      clarification("model-bias", .modelBias, of: model)
      clarification("explanation", .modelExplainability, of: model)
    }
  }

  /// The new data.
  var data: Value<String> { "s3://\(bucket)/months/\(month)/data.csv" }

  /// The machine of each check.
  var machine: ProcessingResources {
    ProcessingResources(
      clusterConfig: ProcessingClusterConfig(
        volumeSizeInGB: 30, instanceCount: 1, instanceType: .mlM5Xlarge
      ).ordered("InstanceType"))
  }

  /// Returns a check of the quality of data or of a model.
  func quality(
    _ name: String, _ type: Value<QualityCheckType>, environment: Map<Text>, failing: Bool
  ) -> QualityCheck {
    var variables: Map<Text> = [
      "analysis_type": Text(type), "dataset_format": "{\"csv\":{\"header\":true}}",
      "dataset_source": "/opt/ml/processing/baseline_dataset_input",
      "output_path": "/opt/ml/processing/quality_check_output",
    ]
    for pair in environment.pairs { variables[pair.name] = pair.value }
    return QualityCheck(
      "quality-\(name)", checkType: type, processingResources: machine,
      appSpecification: AppSpecification(
        imageUri: "159807026194.dkr.ecr.us-west-2.amazonaws.com/sagemaker-model-monitor-analyzer"),
      modelPackageGroupName: "credit", skipCheck: false, failOnViolation: Value(failing),
      registerNewBaseline: newBaseline,
      stoppingCondition: ProcessingStoppingCondition(maxRuntimeInSeconds: .hours(1)),
      environment: variables
    )
    .input(
      "baseline_dataset_input", from: data, at: "/opt/ml/processing/baseline_dataset_input"
    )
    .output(
      "quality_check_output", at: "/opt/ml/processing/quality_check_output",
      to: "s3://\(bucket)/quality/\(name)/\(execution.id)"
    )
    .ordered("AppSpecification", "Environment", "ProcessingInputs", "ProcessingOutputConfig")
  }

  /// Returns a check of bias, or an explanation, of data or of `model`.
  func clarification(
    _ name: String, _ type: Value<ClarifyCheckType>, of model: Value<String>?
  ) -> ClarifyCheck {
    ClarifyCheck(
      "clarify-\(name)", checkType: type, processingResources: machine,
      appSpecification: AppSpecification(
        imageUri: "306415355426.dkr.ecr.us-west-2.amazonaws.com/sagemaker-clarify-processing:1.0"),
      modelName: model, modelPackageGroupName: "credit", skipCheck: false,
      failOnViolation: false, registerNewBaseline: newBaseline,
      stoppingCondition: ProcessingStoppingCondition(maxRuntimeInSeconds: .hours(1))
    )
    .input("dataset", from: data, at: "/opt/ml/processing/input/data")
    .input(
      "analysis_config", from: "s3://\(bucket)/config/\(name).json",
      at: "/opt/ml/processing/input/config"
    )
    .output(
      "analysis_result", at: "/opt/ml/processing/output",
      to: "s3://\(bucket)/clarify/\(name)/\(execution.id)"
    )
    .ordered("AppSpecification", "ProcessingInputs", "ProcessingOutputConfig")
  }
}
