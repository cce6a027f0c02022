// expect: only a run knows this value, so Swift can't ask it: use a Condition step
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Mode") var mode: Value<String> = "a"
  switch mode {
  case "a": Fail("F", "no")
  default: Fail("G", "no")
  }
}
