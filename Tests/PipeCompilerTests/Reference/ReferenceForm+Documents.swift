extension ReferenceForm {
  /// What stands beside the arguments of a Processing step.
  static let envelopes: [ReferenceForm] = [
    ReferenceForm(
      "names and order",
      """
      description: "fits the model"
      DisplayName: "Train model"
      after: [Train, Tune.stopped]
      """,
      """
      {"DependsOn": ["Train", {"Step": "Tune", "Trigger": "Stopped"}],
        "DisplayName": "Train model", "Description": "fits the model"}
      """),
    ReferenceForm(
      "order in API form", #"DependsOn: ["Train", {"Step": "Tune", "Trigger": "Any"}]"#,
      #"{"DependsOn": ["Train", {"Step": "Tune", "Trigger": "Any"}]}"#),
    ReferenceForm(
      "RetryPolicies",
      """
      retry serviceFault, throttling { every: 10s, backoff: 2.5, until: 5m }
      retry resourceLimit { every: 1m, backoff: 1.5, attempts: 10 }
      retry capacity, internalError { attempts: 1 }
      """,
      """
      {"RetryPolicies": [
        {"ExceptionType": ["Step.SERVICE_FAULT", "Step.THROTTLING"], "IntervalSeconds": 10,
          "BackoffRate": 2.5, "ExpireAfterMin": 5},
        {"ExceptionType": ["SageMaker.RESOURCE_LIMIT"], "IntervalSeconds": 60,
          "BackoffRate": 1.5, "MaxAttempts": 10},
        {"ExceptionType": ["SageMaker.CAPACITY_ERROR", "SageMaker.JOB_INTERNAL_ERROR"],
          "MaxAttempts": 1}]}
      """),
    ReferenceForm(
      "CacheConfig", "cache: 30d", #"{"CacheConfig": {"Enabled": true, "ExpireAfter": "P30D"}}"#),
    ReferenceForm(
      "CacheConfig in hours", "cache: 36h",
      #"{"CacheConfig": {"Enabled": true, "ExpireAfter": "PT36H"}}"#),
    ReferenceForm(
      "CacheConfig in minutes", "cache: 90m",
      #"{"CacheConfig": {"Enabled": true, "ExpireAfter": "PT90M"}}"#),
    ReferenceForm("no CacheConfig", "cache: false", "{}"),
    ReferenceForm(
      "CacheConfig in API form", "CacheConfig: { Enabled: false, ExpireAfter: 1d }",
      #"{"CacheConfig": {"Enabled": false, "ExpireAfter": "P1D"}}"#),
  ]

  /// Whole files, for what stands outside of steps.
  static let documents: [ReferenceForm] = [
    ReferenceForm(
      "the top level",
      """
      pipeline "P" {
        Metadata: {}
        PipelineExperimentConfig: { ExperimentName: pipeline.name, TrialName: "t-\\(execution.id)" }
        MlflowConfig: {
          MlflowResourceArn: "arn:aws:sagemaker:us-west-2:123456789012:mlflow-tracking-server/ts"
          MlflowExperimentName: "exp"
        }
      }
      fail Stop ""
      """,
      """
      {"Version": "2020-12-01", "Metadata": {},
        "PipelineExperimentConfig": {
          "ExperimentName": {"Get": "Execution.PipelineName"},
          "TrialName": {"Std:Join": {"On": "", "Values": [
            "t-", {"Get": "Execution.PipelineExecutionId"}]}}},
        "MlflowConfig": {"MlflowResourceArn":
          "arn:aws:sagemaker:us-west-2:123456789012:mlflow-tracking-server/ts",
          "MlflowExperimentName": "exp"},
        "Steps": [{"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": ""}}]}
      """),
    ReferenceForm(
      "configurations that are switched off",
      """
      pipeline "P" { PipelineExperimentConfig: null, MlflowConfig: null }
      fail Stop ""
      """,
      """
      {"Version": "2020-12-01", "PipelineExperimentConfig": null, "MlflowConfig": null,
        "Steps": [{"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": ""}}]}
      """),
    ReferenceForm(
      "parameters",
      """
      pipeline "P" { }
      param InstanceType: String = "ml.m5.large" in ["ml.m5.large", "ml.m5.xlarge"]
      param Count "Instance-Count": Integer = 1
      param Threshold: Float = 0.5
      param Skip: Boolean = false
      param Empty: String = ""
      param MustBeGiven: String
      fail Stop "\\(InstanceType)\\(Count)\\(Threshold)\\(Skip)\\(Empty)\\(MustBeGiven)"
      """,
      """
      {"Version": "2020-12-01",
        "Parameters": [
          {"Name": "InstanceType", "Type": "String", "DefaultValue": "ml.m5.large",
            "EnumValues": ["ml.m5.large", "ml.m5.xlarge"]},
          {"Name": "Instance-Count", "Type": "Integer", "DefaultValue": 1},
          {"Name": "Threshold", "Type": "Float", "DefaultValue": 0.5},
          {"Name": "Skip", "Type": "Boolean", "DefaultValue": false},
          {"Name": "Empty", "Type": "String", "DefaultValue": ""},
          {"Name": "MustBeGiven", "Type": "String"}],
        "Steps": [{"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": {
          "Std:Join": {"On": "", "Values": [{"Get": "Parameters.InstanceType"},
            {"Get": "Parameters.Instance-Count"}, {"Get": "Parameters.Threshold"},
            {"Get": "Parameters.Skip"}, {"Get": "Parameters.Empty"},
            {"Get": "Parameters.MustBeGiven"}]}}}}]}
      """),
  ]
}
