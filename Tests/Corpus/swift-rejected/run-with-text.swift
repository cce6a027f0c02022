// expect: a number is wanted here, and this is a text
import PipeDSL

private struct Runs: PipelineProgram {
  @Parameter var rounds: Value<Int> = 50
  var pipelines: [Pipeline] {
    Pipeline("p", role: "r") {
      Training("T", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"))
    }
    .execution("Long", rounds.set(to: "many"))
  }
}
