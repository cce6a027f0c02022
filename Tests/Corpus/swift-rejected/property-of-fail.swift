// expect: nothing can be read from a Fail step: it ends the run
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let stop = Fail("F", "no")
  Fail("G", stop.errorMessage)
}
