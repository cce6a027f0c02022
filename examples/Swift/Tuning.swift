import PipeDSL

/// The twin of `examples/tuning.pipe`: tunes a model for each of several objectives, and registers the best one
/// of each.
struct DemandTuning: PipelineProgram {
  @Config var image: String =
    "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1"
  @Config var jobs: Int = 20

  @Parameter("Week") var week: Value<String> = "2026-W01"

  /// What a model is made for.
  struct Objective {
    let name: String
    let loss: String
    let metric: String
  }

  /// The objectives.
  let objectives = [
    Objective(name: "mean", loss: "reg:squarederror", metric: "validation:rmse"),
    Objective(name: "median", loss: "reg:absoluteerror", metric: "validation:mae"),
  ]
  /// Where data and models lie.
  let bucket = "s3://demand-forecast"

  var pipelines: [Pipeline] {
    Pipeline(
      "demand-tuning", role: "arn:aws:iam::111122223333:role/SageMakerRole",
      artifacts: "s3://demand-forecast/pipelines",
      description:
        "Tunes an XGBoost model for each of several objectives, and registers the best one of each.",
      tags: ["team": "supply"]
    ) {
      let tunings = objectives.map { tuning(for: $0) }
      for (objective, tuning) in zip(objectives, tunings) {
        tuning
        registration(of: tuning, for: objective)
      }

      let best = tunings.map { $0.trainingJobSummaries[0].trainingJobName }
      Lambda(
        "Announce", functionArn: "arn:aws:lambda:us-west-2:111122223333:function:announce",
        arguments: [
          "week": Literal(week),
          "jobs": Literal(best.joined(separator: ",")),
        ]
      ).described("Tells the planners which jobs won.")
    }
  }

  /// Returns the search for the hyperparameters of one objective.
  func tuning(for objective: Objective) -> Tuning {
    Tuning(
      "demand-\(objective.name)-Tune",
      hyperParameterTuningJobConfig: HyperParameterTuningJobConfig(
        strategy: .bayesian,
        resourceLimits: ResourceLimits(
          maxParallelTrainingJobs: Value(min(jobs, 4)), maxNumberOfTrainingJobs: Value(jobs)),
        hyperParameterTuningJobObjective: HyperParameterTuningJobObjective(
          type: .minimize, metricName: Value(objective.metric)),
        parameterRanges: ParameterRanges(
          integerParameterRanges: [
            IntegerParameterRange(name: "max_depth", minValue: "3", maxValue: "9")
          ],
          continuousParameterRanges: [
            ContinuousParameterRange(name: "eta", minValue: "0.01", maxValue: "0.3"),
            ContinuousParameterRange(name: "subsample", minValue: "0.5", maxValue: "1"),
          ]
        ).ordered("ContinuousParameterRanges")),
      trainingJobDefinition: HyperParameterTrainingJobDefinition(
        algorithmSpecification: HyperParameterAlgorithmSpecification(
          trainingInputMode: .file, trainingImage: Value(image)),
        outputDataConfig: OutputDataConfig(s3OutputPath: "\(bucket)/models/\(objective.name)"),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(2)),
        staticHyperParameters: ["objective": Text(objective.loss), "num_round": 200],
        resourceConfig: ResourceConfig(
          instanceType: .mlM5Xlarge, instanceCount: 1, volumeSizeInGB: 30)
      ).ordered(
        "AlgorithmSpecification", "StaticHyperParameters", "ResourceConfig", "StoppingCondition")
    )
    .channel("train", from: "\(bucket)/weeks/\(week)/train/", as: "text/csv")
    .channel("validation", from: "\(bucket)/weeks/\(week)/validation/", as: "text/csv")
  }

  /// Returns the step that registers the best model of `tuning`.
  func registration(of tuning: Tuning, for objective: Objective) -> RegisterModel {
    RegisterModel(
      "demand-\(objective.name)-Register", modelPackageGroupName: "demand-\(objective.name)",
      inferenceSpecification: InferenceSpecification(
        containers: [
          ModelPackageContainerDefinition(image: Value(image), modelDataUrl: tuning.best(0))
        ],
        supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]),
      modelApprovalStatus: .pendingManualApproval
    ).ordered("ModelPackageGroupName", "ModelApprovalStatus")
  }
}
