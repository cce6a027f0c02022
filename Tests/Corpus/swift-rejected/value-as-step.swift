// expect: a value does nothing by itself: give it to a step, or ask about it in a Condition
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  train.trainingJobName
}
