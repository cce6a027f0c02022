extension ReferenceForm {
  /// Steps that decide, call something, or deploy.
  static let services: [ReferenceForm] = [
    ReferenceForm(
      "Condition",
      """
      condition Gate1 if Prep.reports.Report.m.acc >= Threshold {
        fail StopHere "too good"
      }
      """,
      """
      {"Name": "Gate1", "Type": "Condition", "Arguments": {
        "Conditions": [{"Type": "GreaterThanOrEqualTo",
          "LeftValue": {"Std:JsonGet": {
            "PropertyFile": {"Get": "Steps.Prep.PropertyFiles.Report"}, "Path": "m.acc"}},
          "RightValue": {"Get": "Parameters.Threshold"}}],
        "IfSteps": [{"Name": "StopHere", "Type": "Fail",
          "Arguments": {"ErrorMessage": "too good"}}],
        "ElseSteps": []}}
      """),
    ReferenceForm(
      "Fail", #"fail Stop "MSE above \(Threshold)""#,
      """
      {"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": {
        "Std:Join": {"On": "", "Values": ["MSE above ", {"Get": "Parameters.Threshold"}]}}}}
      """),
    ReferenceForm(
      "Lambda",
      """
      step Lam: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:f"
        args: { a: 1, when: execution.startTime }
        returns { score: Float }
      }
      """,
      """
      {"Name": "Lam", "Type": "Lambda",
        "Arguments": {"a": 1, "when": {"Get": "Execution.StartDateTime"}},
        "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:f",
        "OutputParameters": [{"OutputName": "score", "OutputType": "Float"}]}
      """),
    ReferenceForm(
      "Callback",
      """
      step Wait: Callback {
        SqsQueueUrl: "https://sqs.us-west-2.amazonaws.com/123456789012/q"
        args: { x: Lam.returns.score }
        returns { decision: String }
      }
      """,
      """
      {"Name": "Wait", "Type": "Callback",
        "Arguments": {"x": {"Get": "Steps.Lam.OutputParameters['score']"}},
        "SqsQueueUrl": "https://sqs.us-west-2.amazonaws.com/123456789012/q",
        "OutputParameters": [{"OutputName": "decision", "OutputType": "String"}]}
      """),
    ReferenceForm(
      "a step after the failure of another one",
      """
      step NotifyOnFailure: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:notify"
        after: [Train.failed, Prep]
      }
      """,
      """
      {"Name": "NotifyOnFailure", "Type": "Lambda", "Arguments": {},
        "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:notify",
        "OutputParameters": [], "DependsOn": [{"Step": "Train", "Trigger": "Failed"}, "Prep"]}
      """),
    ReferenceForm(
      "QualityCheck",
      """
      step DQ: QualityCheck {
        ProcessingResources: {
          ClusterConfig: { InstanceType: "ml.c5.xlarge", InstanceCount: 1, VolumeSizeInGB: 60 }
        }
        AppSpecification: { ImageUri: "analyzer" }
        input baseline_dataset_input = "s3://b/d" at "/opt/ml/processing/input/d"
        output quality_check_output at "/opt/ml/processing/output" to "s3://b/dq"
        Environment: { dataset_format: #"{"csv": {"header": false}}"# }
        CheckType: "DATA_QUALITY"
        ModelPackageGroupName: "g"
        SkipCheck: Skip
        FailOnViolation: true
        RegisterNewBaseline: false
        SuppliedBaselineStatistics: null
        SuppliedBaselineConstraints: "s3://b/constraints.json"
      }
      """,
      """
      {"Name": "DQ", "Type": "QualityCheck", "Arguments": {
        "ProcessingResources": {"ClusterConfig": {
          "InstanceType": "ml.c5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 60}},
        "AppSpecification": {"ImageUri": "analyzer"},
        "RoleArn": "arn:aws:iam::123456789012:role/Job",
        "ProcessingInputs": [{"InputName": "baseline_dataset_input", "AppManaged": false,
          "S3Input": {"S3Uri": "s3://b/d", "LocalPath": "/opt/ml/processing/input/d",
            "S3DataType": "S3Prefix", "S3InputMode": "File",
            "S3DataDistributionType": "FullyReplicated", "S3CompressionType": "None"}}],
        "ProcessingOutputConfig": {"Outputs": [{"OutputName": "quality_check_output",
          "AppManaged": false, "S3Output": {"S3Uri": "s3://b/dq",
            "LocalPath": "/opt/ml/processing/output", "S3UploadMode": "EndOfJob"}}]},
        "Environment": {"dataset_format": "{\\"csv\\": {\\"header\\": false}}"}},
        "CheckType": "DATA_QUALITY", "ModelPackageGroupName": "g",
        "SkipCheck": {"Get": "Parameters.Skip"}, "FailOnViolation": true,
        "RegisterNewBaseline": false, "SuppliedBaselineStatistics": null,
        "SuppliedBaselineConstraints": "s3://b/constraints.json"}
      """),
    ReferenceForm(
      "ClarifyCheck",
      """
      step CC: ClarifyCheck {
        ProcessingResources: {
          ClusterConfig: { InstanceType: "ml.c5.xlarge", InstanceCount: 1, VolumeSizeInGB: 60 }
        }
        AppSpecification: { ImageUri: "clarify" }
        CheckType: "MODEL_BIAS"
        ModelPackageGroupName: null
        SkipCheck: false
        FailOnViolation: false
        RegisterNewBaseline: Skip
        SuppliedBaselineConstraints: DQ.CalculatedBaselineConstraints
        ModelName: MakeModel.ModelName
      }
      """,
      """
      {"Name": "CC", "Type": "ClarifyCheck", "Arguments": {
        "ProcessingResources": {"ClusterConfig": {
          "InstanceType": "ml.c5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 60}},
        "AppSpecification": {"ImageUri": "clarify"},
        "RoleArn": "arn:aws:iam::123456789012:role/Job"},
        "CheckType": "MODEL_BIAS", "ModelPackageGroupName": null, "SkipCheck": false,
        "FailOnViolation": false, "RegisterNewBaseline": {"Get": "Parameters.Skip"},
        "SuppliedBaselineConstraints": {"Get": "Steps.DQ.CalculatedBaselineConstraints"},
        "ModelName": {"Get": "Steps.MakeModel.ModelName"}}
      """),
    ReferenceForm(
      "EMR on a running cluster",
      """
      step Emr1: EMR {
        ClusterId: "j-1ABCDEFG2HIJK"
        StepConfig: {
          HadoopJarStep: {
            Jar: "command-runner.jar"
            Args: ["spark-submit", "s3://b/s.py"]
            MainClass: "M"
            Properties: [{ Key: "k", Value: "v" }]
          }
        }
        ExecutionRoleArn: "arn:aws:iam::123456789012:role/runtime"
      }
      """,
      """
      {"Name": "Emr1", "Type": "EMR", "Arguments": {"ClusterId": "j-1ABCDEFG2HIJK",
        "StepConfig": {"HadoopJarStep": {"Jar": "command-runner.jar",
          "Args": ["spark-submit", "s3://b/s.py"], "MainClass": "M",
          "Properties": [{"Key": "k", "Value": "v"}]}},
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/runtime"}}
      """),
    ReferenceForm(
      "EMR on a cluster of its own",
      """
      step Emr2: EMR {
        ClusterConfig: {
          ReleaseLabel: "emr-6.6.0"
          Applications: [{ Name: "Spark" }]
          Instances: {
            InstanceGroups: [{ InstanceRole: "MASTER", InstanceCount: 1, InstanceType: "m5.xlarge" }]
          }
          JobFlowRole: "jr"
          ServiceRole: "sr"
        }
        StepConfig: { HadoopJarStep: { Jar: "command-runner.jar" } }
      }
      """,
      """
      {"Name": "Emr2", "Type": "EMR", "Arguments": {
        "ClusterConfig": {"ReleaseLabel": "emr-6.6.0", "Applications": [{"Name": "Spark"}],
          "Instances": {"InstanceGroups": [
            {"InstanceRole": "MASTER", "InstanceCount": 1, "InstanceType": "m5.xlarge"}]},
          "JobFlowRole": "jr", "ServiceRole": "sr"},
        "StepConfig": {"HadoopJarStep": {"Jar": "command-runner.jar"}}}}
      """),
  ]
}
