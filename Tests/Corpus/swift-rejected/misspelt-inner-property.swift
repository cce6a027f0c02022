// expect: has no member 's3ModelArtefacts'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  Fail("F", "\(train.modelArtifacts.s3ModelArtefacts)")
}
