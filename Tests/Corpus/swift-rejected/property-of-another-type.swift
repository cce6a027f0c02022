// expect: value of type 'Model' has no member 'modelArtifacts'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  let model = Model("M", primaryContainer: ContainerDefinition(image: "i"))
  Fail("F", "\(model.modelArtifacts.s3ModelArtifacts)")
}
