import PipeDSL

extension Feature {
  /// Jobs (§§4.1–4.4, 4.11, 4.14, 4.18).
  static let jobs: [Feature] = [
    Feature(
      "Processing",
      """
      step X: Processing {
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 30 }
        }
        StoppingCondition: { MaxRuntimeInSeconds: 1h }
        AppSpecification: { ImageUri: "i", ContainerArguments: ["--a", "b"] }
        Environment: { A: 1, B: true }
        input data = "s3://my-bucket/d" at "/opt/ml/processing/d"
        output train at "/opt/ml/processing/t" to "s3://my-bucket/t"
        output test at "/opt/ml/processing/u"
      }
      """
    ) {
      Processing(
        "X", processingResources: ProcessingResources(clusterConfig: cluster),
        appSpecification: AppSpecification(imageUri: "i", containerArguments: ["--a", "b"]),
        stoppingCondition: ProcessingStoppingCondition(maxRuntimeInSeconds: .hours(1)),
        environment: ["A": 1, "B": true]
      )
      .input("data", from: "s3://my-bucket/d", at: "/opt/ml/processing/d")
      .output("train", at: "/opt/ml/processing/t", to: "s3://my-bucket/t")
      .output("test", at: "/opt/ml/processing/u")
    },
    Feature(
      "Training",
      """
      step X: Training {
        HyperParameters: { depth: 5, eta: 0.2 }
        AlgorithmSpecification: { TrainingImage: "i", TrainingInputMode: "File" }
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        channel train = "s3://my-bucket/t" as "text/csv"
      }
      """
    ) {
      Training(
        "X", outputDataConfig: models, hyperParameters: ["depth": 5, "eta": 0.2],
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file, trainingImage: "i")
      )
      .channel("train", from: "s3://my-bucket/t", as: "text/csv")
    },
    Feature(
      "Tuning, and its best model",
      """
      step Tune: Tuning {
        HyperParameterTuningJobConfig: {
          Strategy: "Bayesian"
          ResourceLimits: { MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 }
        }
        TrainingJobDefinition: {
          AlgorithmSpecification: { TrainingImage: "i", TrainingInputMode: "File" }
          OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
          StoppingCondition: { MaxRuntimeInSeconds: 1h }
        }
        channel train = "s3://my-bucket/t"
      }
      step Best: Model { PrimaryContainer: { Image: "i", ModelDataUrl: Tune.best(0) } }
      """
    ) {
      let tune = Tuning(
        "Tune",
        hyperParameterTuningJobConfig: HyperParameterTuningJobConfig(
          strategy: .bayesian,
          resourceLimits: ResourceLimits(
            maxParallelTrainingJobs: 2, maxNumberOfTrainingJobs: 4)),
        trainingJobDefinition: HyperParameterTrainingJobDefinition(
          algorithmSpecification: HyperParameterAlgorithmSpecification(
            trainingInputMode: .file, trainingImage: "i"),
          outputDataConfig: models,
          stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(1)))
      )
      .channel("train", from: "s3://my-bucket/t")
      Model(
        "Best", primaryContainer: ContainerDefinition(image: "i", modelDataUrl: tune.best(0)))
    },
    Feature(
      "Transform",
      """
      step X: Transform {
        ModelName: "m"
        TransformInput: {
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://my-bucket/i" } }
        }
        TransformOutput: { S3OutputPath: "s3://my-bucket/o" }
        TransformResources: { InstanceType: "ml.m5.large", InstanceCount: 1 }
      }
      """
    ) {
      Transform(
        "X", modelName: "m",
        transformInput: TransformInput(
          dataSource: TransformDataSource(
            s3DataSource: TransformS3DataSource(
              s3DataType: .s3Prefix, s3Uri: "s3://my-bucket/i"))),
        transformOutput: TransformOutput(s3OutputPath: "s3://my-bucket/o"),
        transformResources: TransformResources(instanceType: .mlM5Large, instanceCount: 1))
    },
    Feature(
      "QualityCheck",
      """
      step X: QualityCheck {
        CheckType: "DATA_QUALITY"
        SkipCheck: false
        RegisterNewBaseline: true
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 30 }
        }
        AppSpecification: { ImageUri: "i" }
        input data = "s3://my-bucket/d" at "/opt/ml/processing/d"
      }
      """
    ) {
      QualityCheck(
        "X", checkType: .dataQuality,
        processingResources: ProcessingResources(clusterConfig: cluster),
        appSpecification: AppSpecification(imageUri: "i"), skipCheck: false,
        registerNewBaseline: true
      )
      .input("data", from: "s3://my-bucket/d", at: "/opt/ml/processing/d")
    },
    Feature(
      "ClarifyCheck",
      """
      step X: ClarifyCheck {
        CheckType: "DATA_BIAS"
        FailOnViolation: true
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 30 }
        }
        AppSpecification: { ImageUri: "i" }
      }
      """
    ) {
      ClarifyCheck(
        "X", checkType: .dataBias,
        processingResources: ProcessingResources(clusterConfig: cluster),
        appSpecification: AppSpecification(imageUri: "i"), failOnViolation: true
      )
    },
    Feature(
      "AutoML",
      """
      step X: AutoML {
        InputDataConfig: [{
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://my-bucket/t" } }
          TargetAttributeName: "y"
        }]
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/a" }
        AutoMLJobConfig: { Mode: "ENSEMBLING" }
      }
      """
    ) {
      AutoML(
        "X",
        inputDataConfig: [
          AutoMLChannel(
            targetAttributeName: "y",
            dataSource: AutoMLDataSource(
              s3DataSource: AutoMLS3DataSource(
                s3DataType: .s3Prefix, s3Uri: "s3://my-bucket/t")))
        ],
        outputDataConfig: AutoMLOutputDataConfig(s3OutputPath: "s3://my-bucket/a"),
        autoMLJobConfig: AutoMLJobConfig(mode: .ensembling))
    },
    Feature(
      "Job",
      """
      step X: Job {
        JobCategory: "AgentRFT"
        JobConfigSchemaVersion: "1.0.0"
        JobConfigDocument: "{}"
      }
      """
    ) {
      Job(
        "X", jobCategory: .agentRFT, jobConfigSchemaVersion: "1.0.0", jobConfigDocument: "{}")
    },
    Feature(
      "EMR",
      """
      step X: EMR {
        ClusterId: "j-1ABCDEFG2HIJK"
        StepConfig: { HadoopJarStep: { Jar: "command-runner.jar", Args: ["spark-submit"] } }
      }
      """
    ) {
      EMR(
        "X",
        stepConfig: EMRStepConfig(
          hadoopJarStep: EMRHadoopJarStepConfig(
            jar: "command-runner.jar", args: ["spark-submit"])),
        clusterId: "j-1ABCDEFG2HIJK")
    },
    Feature(
      "EMRServerless",
      """
      step X: EMRServerless {
        ExecutionRoleArn: "arn:aws:iam::111122223333:role/E"
        ApplicationId: "00abc"
        JobConfig: { jobDriver: { sparkSubmit: { entryPoint: "s3://my-bucket/s.py" } } }
      }
      """
    ) {
      EMRServerless(
        "X", executionRoleArn: "arn:aws:iam::111122223333:role/E",
        jobConfig: EMRServerlessStartJobRunRequest(
          jobDriver: EMRServerlessJobDriver(
            sparkSubmit: EMRServerlessSparkSubmit(entryPoint: "s3://my-bucket/s.py"))),
        applicationId: "00abc")
    },
  ]
}
