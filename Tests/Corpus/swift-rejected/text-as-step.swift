// expect: only steps, groups of them, Select and Assert stand in the body of a pipeline
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  "hello"
}
