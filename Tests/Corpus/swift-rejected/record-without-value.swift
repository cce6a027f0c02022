// expect: a setting of this type needs a value after `=`
import PipeDSL

private struct Recorded: PipelineProgram {
  struct Size: ConfigRecord { let count: Int }
  @Config var size: Size
  var pipelines: [Pipeline] { [] }
}
