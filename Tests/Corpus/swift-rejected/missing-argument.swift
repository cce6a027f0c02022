// expect: missing argument for parameter 'outputDataConfig' in call
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T")
}
