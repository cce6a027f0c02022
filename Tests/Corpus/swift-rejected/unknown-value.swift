// expect: has no member 'mlM5Xlrge'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training(
    "T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
    resourceConfig: ResourceConfig(instanceType: .mlM5Xlrge, instanceCount: 1))
}
