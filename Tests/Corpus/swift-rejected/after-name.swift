// expect: wait for the step itself, which `let` gives a name
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  Fail("F", "no").after("T")
}
