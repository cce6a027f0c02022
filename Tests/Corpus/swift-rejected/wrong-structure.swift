// expect: cannot convert value of type 'ProcessingS3Output' to expected argument type 'OutputDataConfig'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training(
    "T", outputDataConfig: ProcessingS3Output(s3Uri: "s3://my-bucket/m", s3UploadMode: .endOfJob))
}
