// expect: cannot convert value of type 'Value<String>' to expected argument type '[Value<String>]'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))

  Training(
    "U", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
    algorithmSpecification: AlgorithmSpecification(
      trainingInputMode: .file, containerArguments: train.trainingJobName))
}
