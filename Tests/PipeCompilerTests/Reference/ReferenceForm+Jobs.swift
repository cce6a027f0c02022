extension ReferenceForm {
  /// Steps whose arguments are requests of SageMaker's jobs and models.
  static let jobs: [ReferenceForm] = [
    ReferenceForm(
      "Processing",
      """
      step Prep: Processing {
        ProcessingResources: {
          ClusterConfig: { InstanceType: InstanceType, InstanceCount: 1, VolumeSizeInGB: 30 }
        }
        AppSpecification: {
          ImageUri: "123456789012.dkr.ecr.us-west-2.amazonaws.com/prep:1"
          ContainerEntrypoint: ["python3", "/opt/ml/processing/input/code/prep.py"]
          ContainerArguments: ["--n", "\\(Count)"]
        }
        input code = "s3://b/code/prep.py" at "/opt/ml/processing/input/code"
        output report at "/opt/ml/processing/report" to "s3://b/P/\\(execution.id)/Prep/output/report"
        output train at "/opt/ml/processing/train" to "s3://b/train"
        report Report = "evaluation.json" in report
        StoppingCondition: { MaxRuntimeInSeconds: 1h }
        Environment: { MODE: "full" }
      }
      """,
      """
      {"Name": "Prep", "Type": "Processing", "Arguments": {
        "ProcessingResources": {"ClusterConfig": {
          "InstanceType": {"Get": "Parameters.InstanceType"}, "InstanceCount": 1,
          "VolumeSizeInGB": 30}},
        "AppSpecification": {
          "ImageUri": "123456789012.dkr.ecr.us-west-2.amazonaws.com/prep:1",
          "ContainerEntrypoint": ["python3", "/opt/ml/processing/input/code/prep.py"],
          "ContainerArguments": [
            "--n", {"Std:Join": {"On": "", "Values": [{"Get": "Parameters.Count"}]}}]},
        "RoleArn": "arn:aws:iam::123456789012:role/Job",
        "ProcessingInputs": [{"InputName": "code", "AppManaged": false, "S3Input": {
          "S3Uri": "s3://b/code/prep.py", "LocalPath": "/opt/ml/processing/input/code",
          "S3DataType": "S3Prefix", "S3InputMode": "File",
          "S3DataDistributionType": "FullyReplicated", "S3CompressionType": "None"}}],
        "ProcessingOutputConfig": {"Outputs": [
          {"OutputName": "report", "AppManaged": false, "S3Output": {
            "S3Uri": {"Std:Join": {"On": "", "Values": [
              "s3://b/P/", {"Get": "Execution.PipelineExecutionId"}, "/Prep/output/report"]}},
            "LocalPath": "/opt/ml/processing/report", "S3UploadMode": "EndOfJob"}},
          {"OutputName": "train", "AppManaged": false, "S3Output": {
            "S3Uri": "s3://b/train", "LocalPath": "/opt/ml/processing/train",
            "S3UploadMode": "EndOfJob"}}]},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "Environment": {"MODE": "full"}},
        "PropertyFiles": [{
          "PropertyFileName": "Report", "OutputName": "report", "FilePath": "evaluation.json"}]}
      """),
    ReferenceForm(
      "Training",
      """
      step Train: Training {
        AlgorithmSpecification: { TrainingInputMode: "File", TrainingImage: "tr:1" }
        OutputDataConfig: { S3OutputPath: "s3://b/out" }
        StoppingCondition: { MaxRuntimeInSeconds: 24h }
        ResourceConfig: { InstanceCount: Count, InstanceType: "ml.m5.large", VolumeSizeInGB: 30 }
        channel train = Prep.outputs.train as "text/csv"
        HyperParameters: { epochs: 3, lr: Lr }
      }
      """,
      """
      {"Name": "Train", "Type": "Training", "Arguments": {
        "AlgorithmSpecification": {"TrainingInputMode": "File", "TrainingImage": "tr:1"},
        "OutputDataConfig": {"S3OutputPath": "s3://b/out"},
        "StoppingCondition": {"MaxRuntimeInSeconds": 86400},
        "ResourceConfig": {"InstanceCount": {"Get": "Parameters.Count"},
          "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30},
        "RoleArn": "arn:aws:iam::123456789012:role/Job",
        "InputDataConfig": [{"ChannelName": "train", "ContentType": "text/csv", "DataSource": {
          "S3DataSource": {"S3DataType": "S3Prefix", "S3DataDistributionType": "FullyReplicated",
            "S3Uri": {"Get":
              "Steps.Prep.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri"}}}}],
        "HyperParameters": {"epochs": "3",
          "lr": {"Std:Join": {"On": "", "Values": [{"Get": "Parameters.Lr"}]}}}}}
      """),
    ReferenceForm(
      "Tuning",
      """
      step Tune: Tuning {
        HyperParameterTuningJobConfig: {
          Strategy: "Bayesian"
          ResourceLimits: { MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 }
          TrainingJobEarlyStoppingType: "Off"
          HyperParameterTuningJobObjective: { Type: "Minimize", MetricName: "val:loss" }
          ParameterRanges: {
            ContinuousParameterRanges: [
              { Name: "lr", MinValue: "0.1", MaxValue: "1.0", ScalingType: "Auto" }
            ]
            IntegerParameterRanges: []
            CategoricalParameterRanges: [{ Name: "c", Values: ["a", "b"] }]
          }
        }
        TrainingJobDefinition: {
          StaticHyperParameters: { x: 1 }
          OutputDataConfig: { S3OutputPath: "s3://b/out" }
          StoppingCondition: { MaxRuntimeInSeconds: 1d }
          HyperParameterTuningResourceConfig: {
            InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 30
          }
          AlgorithmSpecification: {
            TrainingInputMode: "File", TrainingImage: "tr:1"
            MetricDefinitions: [{ Name: "val:loss", Regex: "x=(.*)" }]
          }
        }
        channel train = "s3://b/t"
      }
      """,
      """
      {"Name": "Tune", "Type": "Tuning", "Arguments": {
        "HyperParameterTuningJobConfig": {
          "Strategy": "Bayesian",
          "ResourceLimits": {"MaxNumberOfTrainingJobs": 4, "MaxParallelTrainingJobs": 2},
          "TrainingJobEarlyStoppingType": "Off",
          "HyperParameterTuningJobObjective": {"Type": "Minimize", "MetricName": "val:loss"},
          "ParameterRanges": {
            "ContinuousParameterRanges": [
              {"Name": "lr", "MinValue": "0.1", "MaxValue": "1.0", "ScalingType": "Auto"}],
            "IntegerParameterRanges": [],
            "CategoricalParameterRanges": [{"Name": "c", "Values": ["a", "b"]}]}},
        "TrainingJobDefinition": {
          "StaticHyperParameters": {"x": "1"},
          "RoleArn": "arn:aws:iam::123456789012:role/Job",
          "OutputDataConfig": {"S3OutputPath": "s3://b/out"},
          "StoppingCondition": {"MaxRuntimeInSeconds": 86400},
          "HyperParameterTuningResourceConfig": {
            "InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30},
          "AlgorithmSpecification": {"TrainingInputMode": "File", "TrainingImage": "tr:1",
            "MetricDefinitions": [{"Name": "val:loss", "Regex": "x=(.*)"}]},
          "InputDataConfig": [{"ChannelName": "train", "DataSource": {"S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": "s3://b/t",
            "S3DataDistributionType": "FullyReplicated"}}}]}}}
      """),
    ReferenceForm(
      "Transform",
      """
      step Batch: Transform {
        ModelName: MakeModel.ModelName
        TransformInput: {
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://b/in" } }
          ContentType: "text/csv"
          SplitType: "Line"
        }
        TransformOutput: { S3OutputPath: "s3://b/o" }
        TransformResources: { InstanceCount: 1, InstanceType: "ml.m5.large" }
      }
      """,
      """
      {"Name": "Batch", "Type": "Transform", "Arguments": {
        "ModelName": {"Get": "Steps.MakeModel.ModelName"},
        "TransformInput": {
          "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://b/in"}},
          "ContentType": "text/csv", "SplitType": "Line"},
        "TransformOutput": {"S3OutputPath": "s3://b/o"},
        "TransformResources": {"InstanceCount": 1, "InstanceType": "ml.m5.large"}}}
      """),
    ReferenceForm(
      "Model",
      """
      step MakeModel: Model {
        PrimaryContainer: { Image: "inf:1", Environment: {}, ModelDataUrl: Train.model }
      }
      """,
      """
      {"Name": "MakeModel", "Type": "Model", "Arguments": {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/Job",
        "PrimaryContainer": {"Image": "inf:1", "Environment": {},
          "ModelDataUrl": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}}
      """),
    ReferenceForm(
      "RegisterModel",
      """
      step Reg: RegisterModel {
        ModelPackageGroupName: "grp"
        ModelPackageDescription: "v1"
        ModelApprovalStatus: Approval
        SkipModelValidation: "None"
        ModelMetrics: {
          ModelQuality: { Statistics: { ContentType: "application/json", S3Uri: "s3://b/m.json" } }
          Bias: {}
          Explainability: {}
        }
        InferenceSpecification: {
          Containers: [{ Image: "inf:1", Environment: {}, ModelDataUrl: Train.model }]
          SupportedContentTypes: ["text/csv"]
          SupportedResponseMIMETypes: ["text/csv"]
          SupportedRealtimeInferenceInstanceTypes: ["ml.m5.large"]
          SupportedTransformInstanceTypes: ["ml.m5.large"]
        }
      }
      """,
      """
      {"Name": "Reg", "Type": "RegisterModel", "Arguments": {
        "ModelPackageGroupName": "grp", "ModelPackageDescription": "v1",
        "ModelApprovalStatus": {"Get": "Parameters.Approval"}, "SkipModelValidation": "None",
        "ModelMetrics": {
          "ModelQuality": {"Statistics": {
            "ContentType": "application/json", "S3Uri": "s3://b/m.json"}},
          "Bias": {}, "Explainability": {}},
        "InferenceSpecification": {
          "Containers": [{"Image": "inf:1", "Environment": {},
            "ModelDataUrl": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}],
          "SupportedContentTypes": ["text/csv"], "SupportedResponseMIMETypes": ["text/csv"],
          "SupportedRealtimeInferenceInstanceTypes": ["ml.m5.large"],
          "SupportedTransformInstanceTypes": ["ml.m5.large"]}}}
      """),
    ReferenceForm(
      "AutoML",
      """
      step Aml: AutoML {
        InputDataConfig: [
          {
            DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://b/t" } }
            TargetAttributeName: "y"
            ChannelType: "training"
          }
        ]
        OutputDataConfig: { S3OutputPath: "s3://b/aml" }
        AutoMLJobConfig: {
          CompletionCriteria: {}
          SecurityConfig: { EnableInterContainerTrafficEncryption: false }
          Mode: "ENSEMBLING"
        }
        AutoMLJobObjective: { MetricName: "MSE" }
        ProblemType: "Regression"
      }
      """,
      """
      {"Name": "Aml", "Type": "AutoML", "Arguments": {
        "InputDataConfig": [{
          "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://b/t"}},
          "TargetAttributeName": "y", "ChannelType": "training"}],
        "OutputDataConfig": {"S3OutputPath": "s3://b/aml"},
        "AutoMLJobConfig": {"CompletionCriteria": {},
          "SecurityConfig": {"EnableInterContainerTrafficEncryption": false},
          "Mode": "ENSEMBLING"},
        "AutoMLJobObjective": {"MetricName": "MSE"}, "ProblemType": "Regression",
        "RoleArn": "arn:aws:iam::123456789012:role/Job"}}
      """),
  ]
}
