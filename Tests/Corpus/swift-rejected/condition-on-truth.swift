// expect: Swift knows the answer already: write `if` in the body of the pipeline
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let isLarge = true
  Condition("C", if: isLarge) {
    Fail("F", "no")
  }
}
