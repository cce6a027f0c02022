// expect: a number is wanted here, and this is a text
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Rounds") var rounds: Value<Int> = 50
  Condition("C", if: rounds == "many") {
    Fail("F", "no")
  }
}
