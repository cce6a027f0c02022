// expect: only a run knows this value, so Swift can't ask it: use a Condition step
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Rounds") var rounds: Value<Int> = 50
  if rounds > 5 {
    Fail("F", "no")
  }
}
