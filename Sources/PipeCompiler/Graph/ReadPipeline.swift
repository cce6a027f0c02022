/// A pipeline as a front end delivers it.
package struct ReadPipeline: Sendable {
  /// The pipeline.
  package var graph: PipelineGraph
  /// The definition that it was read from, as it is written there; `nil` if it was none.
  package let definition: [UInt8]?
  /// The pipeline as a resource that says exactly what its manifest says, if it was read from one by who
  /// takes all of it.
  package var manifest: PipelineGraph?
  /// What the document says and the graph does not, each in a line, if it was read by who takes all of it.
  package var losses: [String] = []

  /// Creates the pipeline `graph`, which was read from `definition`.
  package init(graph: PipelineGraph, definition: [UInt8]?) {
    self.graph = graph
    self.definition = definition
  }
}
