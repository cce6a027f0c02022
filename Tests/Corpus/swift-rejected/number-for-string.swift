// expect: requires that 'String' conform to 'NumberContent'
import PipeDSL

@StepBuilder private func body() -> [PipelineElement] {
  Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: 5))
}
