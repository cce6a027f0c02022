extension ReferenceForm {
  /// All forms of steps; they may refer to each other.
  static let steps: [ReferenceForm] = jobs + services + deployment + loops

  /// Steps of the generations after the classic ones.
  static let deployment: [ReferenceForm] = [
    ReferenceForm(
      "EMRServerless with an application",
      """
      step Es: EMRServerless {
        let role = "arn:aws:iam::123456789012:role/EmrJob"
        ExecutionRoleArn: role
        ApplicationId: "00abc"
        JobConfig: {
          applicationId: "00abc"
          executionRoleArn: role
          jobDriver: {
            sparkSubmit: { entryPoint: "s3://b/s.py", entryPointArguments: ["--x", "1"] }
          }
          executionTimeoutMinutes: 30m
          tags: { a: "b" }
        }
      }
      """,
      """
      {"Name": "Es", "Type": "EMRServerless", "Arguments": {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/EmrJob", "ApplicationId": "00abc",
        "JobConfig": {"applicationId": "00abc",
          "executionRoleArn": "arn:aws:iam::123456789012:role/EmrJob",
          "jobDriver": {"sparkSubmit": {
            "entryPoint": "s3://b/s.py", "entryPointArguments": ["--x", "1"]}},
          "executionTimeoutMinutes": 30, "tags": {"a": "b"}}}}
      """),
    ReferenceForm(
      "EMRServerless without an application",
      """
      step Es2: EMRServerless {
        ExecutionRoleArn: "arn:aws:iam::123456789012:role/EmrJob"
        ApplicationConfig: { name: "app", releaseLabel: "emr-7.0.0", type: "SPARK" }
        JobConfig: { jobDriver: { sparkSubmit: { entryPoint: "s3://b/s.py" } } }
      }
      """,
      """
      {"Name": "Es2", "Type": "EMRServerless", "Arguments": {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/EmrJob",
        "ApplicationConfig": {"name": "app", "releaseLabel": "emr-7.0.0", "type": "SPARK"},
        "JobConfig": {"jobDriver": {"sparkSubmit": {"entryPoint": "s3://b/s.py"}}}}}
      """),
    ReferenceForm(
      "EndpointConfig",
      """
      step EC: EndpointConfig {
        EndpointConfigName: "cfg"
        ProductionVariants: [
          {
            VariantName: "AllTraffic", ModelName: MakeModel.ModelName, InitialVariantWeight: 1
            InitialInstanceCount: 1, InstanceType: "ml.m5.large"
          }
        ]
        Tags: []
      }
      """,
      """
      {"Name": "EC", "Type": "EndpointConfig", "Arguments": {"EndpointConfigName": "cfg",
        "ProductionVariants": [{"VariantName": "AllTraffic",
          "ModelName": {"Get": "Steps.MakeModel.ModelName"}, "InitialVariantWeight": 1,
          "InitialInstanceCount": 1, "InstanceType": "ml.m5.large"}],
        "Tags": []}}
      """),
    ReferenceForm(
      "Endpoint",
      """
      step EP: Endpoint { EndpointName: "ep"; EndpointConfigName: EC.EndpointConfigName; Tags: [] }
      """,
      """
      {"Name": "EP", "Type": "Endpoint", "Arguments": {"EndpointName": "ep",
        "EndpointConfigName": {"Get": "Steps.EC.EndpointConfigName"}, "Tags": []}}
      """),
    ReferenceForm(
      "InferenceComponent",
      """
      step IC: InferenceComponent {
        InferenceComponentName: "ic"
        EndpointName: "ep"
        VariantName: "AllTraffic"
        Specification: {
          ModelName: "m"
          ComputeResourceRequirements: { MinMemoryRequiredInMb: 1024, NumberOfCpuCoresRequired: 2.5 }
        }
        RuntimeConfig: { CopyCount: 1 }
        after: EP
      }
      """,
      """
      {"Name": "IC", "Type": "InferenceComponent", "DependsOn": ["EP"], "Arguments": {
        "InferenceComponentName": "ic", "EndpointName": "ep", "VariantName": "AllTraffic",
        "Specification": {"ModelName": "m", "ComputeResourceRequirements": {
          "MinMemoryRequiredInMb": 1024, "NumberOfCpuCoresRequired": 2.5}},
        "RuntimeConfig": {"CopyCount": 1}}}
      """),
    ReferenceForm(
      "Lineage",
      """
      step Lin: Lineage {
        Actions: [
          {
            ActionName: execution.id
            ActionType: "Evaluation"
            Source: { SourceUri: "s3://b/r", SourceType: "S3ETag" }
            Properties: { PipelineExecutionArn: execution.arn }
          }
        ]
        Artifacts: [{ ArtifactName: "art", ArtifactType: "Model", Source: { SourceUri: "s3://b/m" } }]
        Associations: [
          {
            Source: { Name: execution.id, Type: "Action" }
            Destination: { Name: "art", Type: "Artifact" }
            AssociationType: "Produced"
          }
        ]
      }
      """,
      """
      {"Name": "Lin", "Type": "Lineage", "Arguments": {
        "Actions": [{"ActionName": {"Get": "Execution.PipelineExecutionId"},
          "ActionType": "Evaluation",
          "Source": {"SourceUri": "s3://b/r", "SourceType": "S3ETag"},
          "Properties": {"PipelineExecutionArn": {"Get": "Execution.PipelineExecutionArn"}}}],
        "Artifacts": [{"ArtifactName": "art", "ArtifactType": "Model",
          "Source": {"SourceUri": "s3://b/m"}}],
        "Associations": [{
          "Source": {"Name": {"Get": "Execution.PipelineExecutionId"}, "Type": "Action"},
          "Destination": {"Name": "art", "Type": "Artifact"},
          "AssociationType": "Produced"}]}}
      """),
    ReferenceForm(
      "BedrockCustomModel",
      """
      step BCM: BedrockCustomModel {
        ModelName: ModelName
        RoleArn: "arn:aws:iam::123456789012:role/Bedrock"
        ModelSourceConfig: { S3DataSource: { S3Uri: "s3://b/m/" } }
      }
      """,
      """
      {"Name": "BCM", "Type": "BedrockCustomModel", "Arguments": {
        "ModelName": {"Get": "Parameters.ModelName"},
        "RoleArn": "arn:aws:iam::123456789012:role/Bedrock",
        "ModelSourceConfig": {"S3DataSource": {"S3Uri": "s3://b/m/"}}}}
      """),
    ReferenceForm(
      "BedrockCustomModelDeployment",
      """
      step BCD: BedrockCustomModelDeployment { ModelDeploymentName: "dep", ModelArn: BCM.ModelArn }
      """,
      """
      {"Name": "BCD", "Type": "BedrockCustomModelDeployment", "Arguments": {
        "ModelDeploymentName": "dep", "ModelArn": {"Get": "Steps.BCM.ModelArn"}}}
      """),
    ReferenceForm(
      "BedrockModelImport",
      """
      step BMI: BedrockModelImport {
        JobName: "job"
        ImportedModelName: "imp"
        RoleArn: "arn:aws:iam::123456789012:role/Bedrock"
        ModelDataSource: { S3DataSource: { S3Uri: "s3://b/m/" } }
      }
      """,
      """
      {"Name": "BMI", "Type": "BedrockModelImport", "Arguments": {
        "JobName": "job", "ImportedModelName": "imp",
        "RoleArn": "arn:aws:iam::123456789012:role/Bedrock",
        "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/m/"}}}}
      """),
    ReferenceForm(
      "BedrockProvisionedModelThroughput",
      """
      step BPT: BedrockProvisionedModelThroughput {
        ProvisionedModelName: "p"
        ModelId: BCM.ModelArn
        ModelUnits: 1
        CommitmentDuration: "OneMonth"
      }
      """,
      """
      {"Name": "BPT", "Type": "BedrockProvisionedModelThroughput", "Arguments": {
        "ProvisionedModelName": "p", "ModelId": {"Get": "Steps.BCM.ModelArn"}, "ModelUnits": 1,
        "CommitmentDuration": "OneMonth"}}
      """),
    ReferenceForm(
      "Job",
      #"""
      step Rft: Job {
        JobCategory: "AgentRFT"
        JobConfigSchemaVersion: "1.0.0"
        JobConfigDocument: "{\"OutputDataConfig\": {\"S3OutputPath\": \"s3://b/\(execution.id)/\"}, \"K\": 1}"
      }
      """#,
      #"""
      {"Name": "Rft", "Type": "Job", "Arguments": {
        "RoleArn": "arn:aws:iam::123456789012:role/Job", "JobCategory": "AgentRFT",
        "JobConfigSchemaVersion": "1.0.0", "JobConfigDocument": {"Std:Join": {"On": "", "Values": [
          "{\"OutputDataConfig\": {\"S3OutputPath\": \"s3://b/",
          {"Get": "Execution.PipelineExecutionId"}, "/\"}, \"K\": 1}"]}}}}
      """#),
  ]

  /// Steps of the newest generation.
  static let loops: [ReferenceForm] = [
    ReferenceForm(
      "ForEach",
      """
      foreach Fan in Items max 5 {
        step Body: Lambda {
          FunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:f"
          args: { item: item, name: item.name }
          returns { score: Float }
        }
        step Body2: Lambda {
          FunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:g"
          args: { s: Body.returns.score }
        }
      } select max by Body.returns.score
      """,
      """
      {"Name": "Fan", "Type": "ForEach", "Arguments": {
        "IterableItems": {"Get": "Parameters.Items"}, "MaxConcurrency": 5,
        "Selector": {"Pick": "MaxBy",
          "Field": {"Get": "IterationOutput.Body.OutputParameters['score']"}},
        "ForEachBody": [
          {"Name": "Body", "Type": "Lambda", "Arguments": {
            "item": {"Get": "ForEach.CurrentItem"}, "name": {"Get": "ForEach.CurrentItem.name"}},
            "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:f",
            "OutputParameters": [{"OutputName": "score", "OutputType": "Float"}]},
          {"Name": "Body2", "Type": "Lambda",
            "Arguments": {"s": {"Get": "Steps.Body.OutputParameters['score']"}},
            "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:g",
            "OutputParameters": []}]}}
      """),
    ReferenceForm(
      "Cleanup",
      """
      step Clean: Cleanup {
        Resources: { S3: [{ StepName: "Train" }, { StepName: "Prep", S3Uris: ["s3://b/f.csv"] }] }
        after: [Train.finished, Prep]
      }
      """,
      """
      {"Name": "Clean", "Type": "Cleanup",
        "DependsOn": [{"Step": "Train", "Trigger": "Any"}, "Prep"],
        "Arguments": {"Resources": {"S3": [
          {"StepName": "Train"}, {"StepName": "Prep", "S3Uris": ["s3://b/f.csv"]}]}}}
      """),
    ReferenceForm(
      "a type that is not known", "step Q: raw \"Athena\" { QueryString: \"select 1\", raw x: 1 }",
      """
      {"Name": "Q", "Type": "Athena", "Arguments": {"QueryString": "select 1", "x": 1}}
      """),
  ]
}
