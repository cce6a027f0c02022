// expect: this is no question: compare it
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Rounds") var rounds: Value<Int> = 50
  Condition("C", if: rounds) { Fail("F", "no") }
}
