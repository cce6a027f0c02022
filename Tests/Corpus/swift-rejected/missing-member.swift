// expect: missing argument for parameter 's3OutputPath' in call
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T", outputDataConfig: OutputDataConfig())
}
