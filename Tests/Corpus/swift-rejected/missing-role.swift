// expect: missing argument for parameter 'role' in call
import PipeDSL

private let wrong = Pipeline("p") {
  Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
}
