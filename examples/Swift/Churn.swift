import PipeDSL

/// The twin of `examples/churn.pipe`: a pipeline for each region, with models that a profile chooses.
struct Churn: PipelineProgram {
  /// A model that is tried.
  struct ModelSpec: ConfigRecord {
    let name: String
    let depth: Int
    let rounds: Int
    let instance: String
  }

  @Config var env: String
  @Config var account: String
  @Config var regions: [String]
  @Config var models: [ModelSpec]
  @Config var parallel: Int = 4

  @Parameter("Snapshot") var snapshot: Value<String> = "latest"
  @Parameter("MinAuc") var minAuc: Value<Double> = 0.8
  @Parameter("Tenants") var tenants: Value<String> = "[]"

  /// What the profiles have in common.
  static let base = Profile<Churn>("base") { churn in
    churn.models = [
      ModelSpec(name: "shallow", depth: 3, rounds: 100, instance: "ml.m5.xlarge"),
      ModelSpec(name: "deep", depth: 9, rounds: 400, instance: "ml.m5.4xlarge"),
    ]
    churn.parallel = 4
  }

  /// What `--profile` chooses from.
  static let profiles = [
    base,
    Profile("dev", basedOn: base) { churn in
      churn.env = "dev"
      churn.regions = ["us-west-2"]
      churn.account = "111122223333"
    },
    Profile("prod", basedOn: base) { churn in
      churn.env = "prod"
      churn.regions = ["us-west-2", "eu-west-1"]
      churn.account = "444455556666"
      churn.parallel = 20
    },
  ]

  var pipelines: [Pipeline] {
    for region in regions { pipeline(in: region) }
  }

  /// Returns the pipeline of a region.
  func pipeline(in region: String) -> Pipeline {
    let bucket = "s3://churn-\(env)-\(region)"
    let xgboost = image(region, "sagemaker-xgboost", "1.7-1")
    let notify = function("notify", in: region)

    return Pipeline(
      "churn-\(env)-\(region)", role: "arn:aws:iam::\(account):role/churn-pipeline",
      artifacts: "s3://churn-\(env)-\(region)",
      description: """
        One pipeline per region: `build` writes churn-prod-us-west-2.json, churn-prod-eu-west-1.json, ...
        """,
      parallelism: parallel, tags: ["team": "growth", "env": Text(env)]
    ) {
      Assert(models.count <= 8, "each model adds two steps; a pipeline should stay under 50")

      let features = Processing(
        "Features",
        processingResources: ProcessingResources(
          clusterConfig: ProcessingClusterConfig(
            volumeSizeInGB: 100, instanceCount: 1, instanceType: .mlM52xlarge
          ).ordered("InstanceType", "InstanceCount")),
        appSpecification: AppSpecification(
          imageUri: image(region, "sagemaker-scikit-learn", "1.2-1-cpu-py3"),
          containerArguments: ["--snapshot", snapshot, "--threshold", "\(minAuc)"]),
        networkConfig: network
      )
      .input("raw_events", from: "\(bucket)/events/\(snapshot)/", at: "/opt/ml/processing/input")
      .output("train", at: "/opt/ml/processing/train")
      .output("test", at: "/opt/ml/processing/test")
      .inOrder()
      .patient(.days(7))

      let arms = models.map { model in
        Arm(
          model, image: xgboost, data: features, output: "\(bucket)/models/\(model.name)",
          vpc: vpc, network: network)
      }
      for arm in arms {
        arm.train
        arm.evaluate
      }

      let pick = Lambda(
        "Pick", functionArn: function("pick-best", in: region),
        arguments: ["candidates": Literal(arms.map(\.train.model).joined(separator: ","))]
      )
      .after(arms.map(\.evaluate))
      .returns("model")
      .returns("auc", as: Double.self)
      let auc = pick.returned("auc", as: Double.self)
      let model = pick.returned("model", as: String.self)

      Condition("GoodEnough", if: auc >= minAuc && model != "") {
        RegisterModel(
          "Register", modelPackageGroupName: "churn-\(env)",
          inferenceSpecification: InferenceSpecification(
            containers: [ModelPackageContainerDefinition(image: xgboost, modelDataUrl: model)],
            supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]),
          modelApprovalStatus: isProduction ? .pendingManualApproval : .approved
        )
        .ordered("ModelPackageGroupName", "ModelApprovalStatus")
        .raw("NewApiField", "not in the schema yet")
      } else: {
        Fail("TooWeak", "AUC \(auc) is below \(minAuc)")
      }

      ForEach("ScoreTenants", inJSON: tenants, max: 10) { tenant in
        Lambda(
          "ScoreTenant", functionArn: notify,
          arguments: [
            "tenant": Literal(tenant.id), "prefix": "\(bucket)/tenants/\(tenant.id)",
          ])
      }
      .described("Runs once per tenant, at run time (the new ForEach step).")

      Lambda(
        "NotifyFailure", functionArn: notify,
        arguments: ["text": "\(execution.pipelineName) failed in run \(execution.id)"]
      )
      .after(features.failed)

      if isProduction {
        RawStep("Baseline", type: "BedrockCustomModel", arguments: ["ModelName": "churn-\(env)"])
          .after(pick)
      }
    }
  }

  /// `true` iff this is for real.
  var isProduction: Bool { env == "prod" }

  /// The network of training jobs.
  var vpc: VpcConfig? {
    isProduction
      ? VpcConfig(securityGroupIds: ["sg-0123"], subnets: ["subnet-a", "subnet-b"]) : nil
  }

  /// The network of processing jobs, which the API puts elsewhere.
  var network: NetworkConfig? { vpc.map { NetworkConfig(vpcConfig: $0) } }

  /// Returns the URI of an image.
  func image(_ region: String, _ name: String, _ tag: String) -> Value<String> {
    "246618743249.dkr.ecr.\(region).amazonaws.com/\(name):\(tag)"
  }

  /// Returns the ARN of a function.
  func function(_ name: String, in region: String) -> Value<String> {
    "arn:aws:lambda:\(region):\(account):function:\(name)"
  }
}

/// The steps that train and score one model: what `TrainAndEvaluate` is in `examples/lib/xgboost.pipe`.
struct Arm {
  /// The training.
  let train: Training
  /// The scoring.
  let evaluate: Processing

  /// Creates the steps for `model`, on the outputs of `data`.
  init(
    _ model: Churn.ModelSpec, image: Value<String>, data: Processing, output: Value<String>,
    vpc: VpcConfig?, network: NetworkConfig?
  ) {
    train = Training(
      "arm-\(model.name)-Train", outputDataConfig: OutputDataConfig(s3OutputPath: output),
      hyperParameters: [
        "objective": "binary:logistic", "num_round": Text(Value(model.rounds)),
        "max_depth": Text(Value(model.depth)),
      ],
      algorithmSpecification: AlgorithmSpecification(
        trainingInputMode: .file, trainingImage: image
      ).ordered("TrainingImage"),
      resourceConfig: ResourceConfig(
        instanceType: Value(model.instance), instanceCount: 1, volumeSizeInGB: 30),
      vpcConfig: vpc,
      stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(6))
    )
    .channel("train", from: data.outputs.train, as: "text/csv")
    .ordered(
      "AlgorithmSpecification", "HyperParameters", "ResourceConfig", "StoppingCondition",
      "OutputDataConfig", "InputDataConfig"
    )
    .patient(.days(7))

    evaluate = Processing(
      "arm-\(model.name)-Evaluate",
      processingResources: ProcessingResources(
        clusterConfig: ProcessingClusterConfig(
          volumeSizeInGB: 30, instanceCount: 1, instanceType: Value(model.instance)
        ).ordered("InstanceType", "InstanceCount")),
      appSpecification: AppSpecification(
        imageUri: image, containerEntrypoint: ["python3", "/code/evaluate.py"]),
      networkConfig: network
    )
    .input("model", from: train.model, at: "/opt/ml/processing/model")
    .input("test", from: data.outputs.test, at: "/opt/ml/processing/test")
    .output("metrics", at: "/opt/ml/processing/metrics")
    .report("Metrics", file: "metrics.json", in: "metrics")
    .inOrder()
    .patient(.days(7))
  }
}

extension Processing {
  /// Returns the step with its arguments in the order of the file in the language.
  fileprivate func inOrder() -> Self {
    ordered(
      "AppSpecification", "ProcessingResources", "ProcessingInputs", "ProcessingOutputConfig")
  }
}

extension Step {
  /// Returns the step as one that is cached for `expiry` and tried again after what passes: what `defaults`
  /// says in the language.
  fileprivate func patient(_ expiry: TimeSpan) -> Self {
    cache(expiry)
      .retry(.throttling, .serviceFault, attempts: 5, every: .seconds(10), backoff: 2.0)
  }
}
