// expect: type 'RetryCause' has no member 'throtling'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
    .retry(.throtling)
}
