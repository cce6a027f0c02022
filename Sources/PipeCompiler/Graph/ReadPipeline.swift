/// A pipeline as a front end delivers it.
package struct ReadPipeline: Sendable {
  /// The pipeline.
  package var graph: PipelineGraph
  /// The definition that it was read from, as it is written there; `nil` if it was none.
  package let definition: [UInt8]?

  /// Creates the pipeline `graph`, which was read from `definition`.
  package init(graph: PipelineGraph, definition: [UInt8]?) {
    self.graph = graph
    self.definition = definition
  }
}
