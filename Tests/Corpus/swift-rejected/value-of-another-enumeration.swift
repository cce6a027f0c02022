// expect: requires the types 'TrainingInstanceType' and 'ClarifyCheckType' be equivalent
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training(
    "T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
    resourceConfig: ResourceConfig(instanceType: .dataBias, instanceCount: 1))
}
