// expect: a text is wanted here, and this is a number
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: 5))
}
