// expect: a step has no text: name what is read from it
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  Fail("F", "\(train)")
}
