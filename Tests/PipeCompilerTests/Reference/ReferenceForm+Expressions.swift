extension ReferenceForm {
  /// Questions of Condition steps, with the list of conditions that they stand for.
  static let conditions: [ReferenceForm] = [
    ReferenceForm(
      "Equals", #"Mode == "full""#,
      #"[{"Type": "Equals", "LeftValue": {"Get": "Parameters.Mode"}, "RightValue": "full"}]"#),
    ReferenceForm(
      "GreaterThan", "Lam.returns.score > 0.5",
      """
      [{"Type": "GreaterThan", "LeftValue": {"Get": "Steps.Lam.OutputParameters['score']"},
        "RightValue": 0.5}]
      """),
    ReferenceForm(
      "GreaterThanOrEqualTo, the literal first", "1 >= Count",
      """
      [{"Type": "GreaterThanOrEqualTo", "LeftValue": 1, "RightValue": {"Get": "Parameters.Count"}}]
      """),
    ReferenceForm(
      "LessThan", #"Train.FinalMetricDataList["val:acc"].Value < 0.9"#,
      """
      [{"Type": "LessThan", "LeftValue": {"Get": "Steps.Train.FinalMetricDataList['val:acc'].Value"},
        "RightValue": 0.9}]
      """),
    ReferenceForm(
      "LessThanOrEqualTo", "Prep.reports.Report.mse <= 6.5",
      """
      [{"Type": "LessThanOrEqualTo", "LeftValue": {"Std:JsonGet": {
        "PropertyFile": {"Get": "Steps.Prep.PropertyFiles.Report"}, "Path": "mse"}},
        "RightValue": 6.5}]
      """),
    ReferenceForm(
      "In", #"Mode in ["a", "b", Other]"#,
      """
      [{"Type": "In", "QueryValue": {"Get": "Parameters.Mode"},
        "Values": ["a", "b", {"Get": "Parameters.Other"}]}]
      """),
    ReferenceForm(
      "Not", #"pipeline.name != "x""#,
      """
      [{"Type": "Not", "Condition": {
        "Type": "Equals", "LeftValue": {"Get": "Execution.PipelineName"}, "RightValue": "x"}}]
      """),
    ReferenceForm(
      "Or", "Count == 1 || !(Count == 2)",
      """
      [{"Type": "Or", "Conditions": [
        {"Type": "Equals", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 1},
        {"Type": "Not", "Condition": {
          "Type": "Equals", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 2}}]}]
      """),
    ReferenceForm(
      "And, which is the list itself", "Count > 1 && Skip",
      """
      [{"Type": "GreaterThan", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 1},
        {"Type": "Equals", "LeftValue": {"Get": "Parameters.Skip"}, "RightValue": true}]
      """),
    ReferenceForm(
      "And inside Or, which is a double negation", "Skip || Count > 1 && Count < 5",
      """
      [{"Type": "Or", "Conditions": [
        {"Type": "Equals", "LeftValue": {"Get": "Parameters.Skip"}, "RightValue": true},
        {"Type": "Not", "Condition": {"Type": "Or", "Conditions": [
          {"Type": "Not", "Condition": {
            "Type": "GreaterThan", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 1}},
          {"Type": "Not", "Condition": {
            "Type": "LessThan", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 5}}]}}]}]
      """),
  ]

  /// Expressions, with the values that they stand for.
  static let values: [ReferenceForm] =
    [
      ("Bucket", "Parameters.Bucket"), ("execution.startTime", "Execution.StartDateTime"),
      ("execution.currentTime", "Execution.CurrentDateTime"),
      ("execution.id", "Execution.PipelineExecutionId"),
      ("execution.arn", "Execution.PipelineExecutionArn"),
      ("execution.trainingJobName", "Execution.TrainingJobName"),
      ("execution.processingJobName", "Execution.ProcessingJobName"),
      ("pipeline.name", "Execution.PipelineName"), ("pipeline.arn", "Execution.PipelineArn"),
      ("experiment.name", "PipelineExperimentConfig.ExperimentName"),
      ("experiment.trial", "PipelineExperimentConfig.TrialName"),
      ("Prep.outputs.train", "Steps.Prep.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri"),
      ("Train.model", "Steps.Train.ModelArtifacts.S3ModelArtifacts"),
      ("Tune.best(3).TrainingJobName", "Steps.Tune.TrainingJobSummaries[3].TrainingJobName"),
      (
        #"Aml.BestCandidate.InferenceContainers[0].Environment["MODEL_NAME"]"#,
        "Steps.Aml.BestCandidate.InferenceContainers[0].Environment['MODEL_NAME']"
      ),
      ("Lam.returns.score", "Steps.Lam.OutputParameters['score']"),
      ("Gate1.Outcome", "Steps.Gate1.Outcome"), ("Emr1.Status.State", "Steps.Emr1.Status.State"),
      (#"Lin.ActionArns["a1"]"#, "Steps.Lin.ActionArns['a1']"),
      (
        "Rft.JobConfigDocument.OutputModelPackageArn",
        "Steps.Rft.JobConfigDocument.OutputModelPackageArn"
      ),
      (
        #"Fan.IterationOutputs[0].Body.OutputParameters["score"]"#,
        "Steps.Fan.IterationOutputs[0].Body.OutputParameters['score']"
      ),
      ("get(\"Steps.MakeModel.ModelArn\")", "Steps.MakeModel.ModelArn"),
    ].map { ReferenceForm($0.1, $0.0, "{\"Get\": \"\($0.1)\"}") } + [
      ReferenceForm(
        "Std:Join", #"{"Std:Join": {"On": "/", "Values": ["s3:/", Bucket, execution.id, 7]}}"#,
        """
        {"Std:Join": {"On": "/", "Values": [
          "s3:/", {"Get": "Parameters.Bucket"}, {"Get": "Execution.PipelineExecutionId"}, 7]}}
        """),
      ReferenceForm(
        "Std:JsonGet of a report", "Prep.reports.Report.metrics.accuracy.value",
        """
        {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Prep.PropertyFiles.Report"},
          "Path": "metrics.accuracy.value"}}
        """),
      ReferenceForm(
        "Std:JsonGet of a file",
        """
        {"Std:JsonGet": {"S3Uri": {"Std:Join": {"On": "/", "Values": [
          Train.OutputDataConfig.S3OutputPath, "results.json"]}}, "Path": "Result['x'][0]"}}
        """,
        """
        {"Std:JsonGet": {"S3Uri": {"Std:Join": {"On": "/", "Values": [
          {"Get": "Steps.Train.OutputDataConfig.S3OutputPath"}, "results.json"]}},
          "Path": "Result['x'][0]"}}
        """),
      ReferenceForm(
        "the text of a number", #""\(Count)""#,
        #"{"Std:Join": {"On": "", "Values": [{"Get": "Parameters.Count"}]}}"#),
      ReferenceForm(
        "the best model", "Tune.best(0)",
        """
        {"Std:Join": {"On": "", "Values": ["s3://b/out/",
          {"Get": "Steps.Tune.TrainingJobSummaries[0].TrainingJobName"}, "/output/model.tar.gz"]}}
        """),
    ]
}
