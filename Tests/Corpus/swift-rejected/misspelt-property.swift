// expect: value of type 'Training' has no member 'modelArtefacts'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  Fail("F", "\(train.modelArtefacts.s3ModelArtifacts)")
}
