import PipeDSL

extension Feature {
  /// What pipelines have beside parameters and steps (§1), images, files, runs and resources.
  static let project: [Feature] = [
    Feature(
      "What is true of the pipeline as a whole",
      file: """
        /// What it is for.
        pipeline "p" {
          role: "\(role)"
          displayName: "P"
          parallelism: 2
          tags: { team: "ml" }
          Metadata: { owner: "ml" }
          PipelineExperimentConfig: { ExperimentName: "e", TrialName: execution.id }
          kubernetes: { namespace: "ml", region: "us-west-2", deletion: "delete" }
        }
        step Train: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
        """
    ) {
      Pipeline(
        "p", role: role, displayName: "P", description: "What it is for.", parallelism: 2,
        tags: ["team": "ml"],
        kubernetes: Kubernetes(namespace: "ml", region: "us-west-2", deletion: "delete"),
        metadata: ["owner": "ml"], experiment: Experiment(name: "e", trial: execution.id)
      ) {
        Training("Train", outputDataConfig: models)
      }
    },
    Feature(
      "Image that AWS publishes",
      file: """
        pipeline "p" { role: "\(role)", kubernetes: { region: "eu-west-1" } }
        step M: Model { PrimaryContainer: { Image: image("xgboost", "1.7-1") } }
        step N: Model {
          PrimaryContainer: { Image: image(
            "huggingface", "4.49", region: "us-west-2", base: "pytorch2.5", scope: "training",
            instance: "ml.g5.xlarge") }
        }
        """
    ) {
      Pipeline("p", role: role, kubernetes: Kubernetes(region: "eu-west-1")) {
        Model("M", primaryContainer: ContainerDefinition(image: .image("xgboost", "1.7-1")))
        Model(
          "N",
          primaryContainer: ContainerDefinition(
            image: .image(
              "huggingface", "4.49", region: "us-west-2", instance: "ml.g5.xlarge",
              scope: "training", base: "pytorch2.5")))
      }
    },
    Feature("Asset", "\(sending) args: { x: asset(\"jobs/train.py\") } }") {
      send(Literal(Value.asset("jobs/train.py")))
    },
    Feature("Text of a file", "\(sending) args: { x: file(\"note.txt\") } }") {
      send(Literal(Value.file("note.txt")))
    },
    Feature(
      "Value of a JSON file",
      """
      step Train: Training {
        HyperParameters: json("names.json")
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
      }
      """
    ) {
      Training("Train", outputDataConfig: models, hyperParameters: .json(in: "names.json"))
    },
    Feature(
      "Run that Kubernetes starts",
      file: header + """
        param A: Integer = 1
        \(sending) args: { x: A } }
        /// A long one.
        execution Long {
          A: 5
          parallelism: 3
          displayName: "long"
          select: [Send]
          from: "arn:aws:sagemaker:us-west-2:111122223333:pipeline/p/execution/abcdefghijkl"
          kubernetes: { namespace: "ml" }
        }
        """
    ) {
      @Parameter("A") var a: Value<Int> = 1
      return Pipeline("p", role: role, artifacts: "s3://my-bucket") { send(Literal(a)) }
        .execution(
          "Long", a.set(to: 5), select: ["Send"],
          from: "arn:aws:sagemaker:us-west-2:111122223333:pipeline/p/execution/abcdefghijkl",
          parallelism: 3, displayName: "long", description: "A long one.",
          kubernetes: Kubernetes(namespace: "ml"))
    },
    Feature(
      "Resource beside the pipeline",
      file: header + """
        step Train: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
        resource Served "m": Model {
          PrimaryContainer: { Image: "i", ModelDataUrl: "s3://my-bucket/m.tar.gz" }
        }
        resource Variants "c": EndpointConfig {
          ProductionVariants: [{
            VariantName: "v", ModelName: Served.name, InitialInstanceCount: 1
            InstanceType: "ml.m5.large"
          }]
        }
        resource Group "g": ModelPackageGroup {
          ModelPackageGroupDescription: "d"
          raw NewMember: { a: 1 }
          kubernetes: { deletion: "retain" }
        }
        resource Watch "w": MonitoringSchedule {
          MonitoringScheduleConfig: {
            MonitoringJobDefinitionName: "j"
            MonitoringType: "DataQuality"
          }
          Tags: [{ Key: "a", Value: "b" }]
        }
        resource Other "o": ModelPackageGroup { ModelPackageGroupDescription: "d" }
        """
    ) {
      let served = Resource(
        Model(
          "m",
          primaryContainer: ContainerDefinition(
            image: "i", modelDataUrl: "s3://my-bucket/m.tar.gz")))
      let variants = Resource(
        EndpointConfig(
          "c",
          productionVariants: [
            ProductionVariant(
              variantName: "v", modelName: served.name, initialInstanceCount: 1,
              instanceType: .mlM5Large)
          ]))
      let group = Resource.modelPackageGroup(
        "g", modelPackageGroupDescription: "d", kubernetes: Kubernetes(deletion: "retain")
      ).raw("NewMember", ["a": 1])
      let watch = Resource(
        .monitoringSchedule, "w",
        [
          "MonitoringScheduleConfig": [
            "MonitoringJobDefinitionName": "j",
            "MonitoringType": "DataQuality",
          ],
          "Tags": [Literal(Tag(key: "a", value: "b"))],
        ])
      let other = Resource(
        .modelPackageGroup, "o", ["ModelPackageGroupDescription": "d"])
      return Pipeline("p", role: role, artifacts: "s3://my-bucket") {
        Training("Train", outputDataConfig: models)
      }
      .resources(served, variants, group, watch, other)
    },
    Feature(
      "Bound on what a run takes",
      """
      step Train: Training {
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 2 }
        StoppingCondition: { MaxRuntimeInSeconds: 1h }
      }
      assert hours() <= 2 && peak("ml.m5.xlarge") <= 2, "too much"
      test "cheap" { given Train.time = 30m, expect hours() <= 1 }
      """
    ) {
      let train = Training(
        "Train", outputDataConfig: models,
        resourceConfig: ResourceConfig(instanceType: .mlM5Xlarge, instanceCount: 2),
        stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(1)))
      train
      Assert(.hours(atMost: 2), "too much")
      Assert(.peak(of: "ml.m5.xlarge", atMost: 2), "too much")
      PipelineTest(
        "cheap", given: [.takes(train, atMost: .minutes(30))],
        expect: [.takes(.hours(atMost: 1))])
    },
  ]
}
