// expect: value of type 'Misspelt' has no member 'buket'
import PipeDSL

private struct Misspelt: PipelineProgram {
  @Config var bucket: String = "b"
  static let profiles = [Profile<Misspelt>("dev") { $0.buket = "c" }]
  var pipelines: [Pipeline] { [] }
}
