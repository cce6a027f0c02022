/// What a run knows of itself: `execution.id`.
public let execution = Execution()

/// What a run knows of itself.
public struct Execution: Sendable {
  /// The identifier of the run.
  public var id: Value<String> { variable("PipelineExecutionId") }

  /// The ARN of the run.
  public var arn: Value<String> { variable("PipelineExecutionArn") }

  /// When the run was started.
  public var startTime: Value<String> { variable("StartDateTime") }

  /// What time it is when the step that reads it starts.
  public var currentTime: Value<String> { variable("CurrentDateTime") }

  /// The name of the training job of the step that reads it.
  public var trainingJobName: Value<String> { variable("TrainingJobName") }

  /// The name of the processing job of the step that reads it.
  public var processingJobName: Value<String> { variable("ProcessingJobName") }

  /// The name of the pipeline.
  public var pipelineName: Value<String> { variable("PipelineName") }

  /// The ARN of the pipeline.
  public var pipelineArn: Value<String> { variable("PipelineArn") }

  /// The name of the experiment that the run belongs to.
  public var experimentName: Value<String> { Value(.experiment("ExperimentName")) }

  /// The name of the trial that the run belongs to.
  public var trialName: Value<String> { Value(.experiment("TrialName")) }

  /// Returns the variable that the definition calls `name`.
  private func variable(_ name: String) -> Value<String> { Value(.variable(name)) }
}
