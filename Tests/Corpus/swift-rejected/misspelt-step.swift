// expect: cannot find 'trian' in scope
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let train = Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
  Model("M", primaryContainer: ContainerDefinition(image: "i", modelDataUrl: trian.model))
  train
}
