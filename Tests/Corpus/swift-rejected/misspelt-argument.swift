// expect: have 'instanceTyp:instanceCount:', expected 'instanceType:instanceCount:'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training(
    "T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
    resourceConfig: ResourceConfig(instanceTyp: .mlM5Xlarge, instanceCount: 1))
}
