// expect: value of type 'Training' has no member 'report'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  let loss: Value<Double> = train.report("R", at: "loss")
  Condition("C", if: loss < 1) { Fail("F", "no") }
}
