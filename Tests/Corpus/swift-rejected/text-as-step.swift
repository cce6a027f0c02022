// expect: only steps, groups of them, Select, Assert and tests stand in the body of a pipeline
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  "hello"
}
