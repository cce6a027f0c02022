// expect: a question does nothing by itself: ask it with Condition
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  @Parameter("Rounds") var rounds: Value<Int> = 50
  rounds > 5
}
