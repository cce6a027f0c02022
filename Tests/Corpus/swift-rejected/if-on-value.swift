// expect: cannot convert value of type 'Value<Bool>' to expected condition type 'Bool'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Go") var isGood: Value<Bool> = true
  if isGood {
    Fail("F", "no")
  }
}
