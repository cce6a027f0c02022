import PipeCompiler
import PipeDSL
import Testing

@Test func `a pipeline lowers to a graph of its name`() {
  let graph = Pipeline("nightly").lowered()
  #expect(graph.text(graph.header.name) == "nightly")
  #expect(graph.steps.count == 0)
}
