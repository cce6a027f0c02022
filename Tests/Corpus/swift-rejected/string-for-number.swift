// expect: a number is wanted here, and this is a text
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training(
    "T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
    resourceConfig: ResourceConfig(instanceType: .mlM5Xlarge, instanceCount: "two"))
}
