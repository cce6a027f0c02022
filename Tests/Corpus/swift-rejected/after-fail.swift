// expect: nothing can wait for a Fail step: it ends the run
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let stop = Fail("F", "no")
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  train.after(stop)
}
