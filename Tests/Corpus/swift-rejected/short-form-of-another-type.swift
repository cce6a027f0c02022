// expect: value of type 'Transform' has no member 'channel'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Transform(
    "X", modelName: "m",
    transformInput: TransformInput(
      dataSource: TransformDataSource(
        s3DataSource: TransformS3DataSource(s3DataType: .s3Prefix, s3Uri: "s3://my-bucket/i"))),
    transformOutput: TransformOutput(s3OutputPath: "s3://my-bucket/o"),
    transformResources: TransformResources(instanceType: .mlM5Large, instanceCount: 1)
  )
  .channel("train", from: "s3://my-bucket/t")
}
