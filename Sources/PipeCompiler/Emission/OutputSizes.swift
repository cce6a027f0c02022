/// How large the written forms of a pipeline are, in the units of what limits them.
///
/// Only sizes that may pass a limit are measured; the other ones are bounded.
package struct OutputSizes: Sendable {
  /// How many characters a definition may have (`PipelineDefinition` in botocore's model).
  package static let definitionLimit = 1_048_576

  /// The number of characters in the definition, or more if that is far below the limit.
  package let definitionCharacters: Int
  /// The number of bytes that the Kubernetes manifest has at least; zero if there is none.
  package let manifestBytes: Int
  /// The number of bytes in the annotations of the resource after a client-side `kubectl apply`,
  /// or less if that is far from the limit, on either side.
  package let annotationBytes: Int

  /// Where resources are written whose annotations are too large for a client-side `kubectl apply`,
  /// beside the pipeline.
  package let largeResources: [Origin]

  /// Measures what `definition`, that of `graph`, makes of `targets`.
  init(of definition: JSONText, as targets: [Target], from graph: PipelineGraph) {
    let size = definition.bytes.count
    definitionCharacters =
      size > Self.definitionLimit ? definition.bytes.span.characterCount : size
    // Every line of the block is indented by four spaces.
    let block = size + 4 * (definition.lineStarts.count + 1)
    manifestBytes = targets.contains(.ack) ? block : 0
    let resources = targets.contains(.ack) ? graph.resources.elements : []
    largeResources = resources.compactMap { Manifest(of: $0, in: graph) }
      .filter { !ManifestSize(of: $0).fitsClientSideApply }.map(\.origin)
    // The annotation holds the definition, and hardly a byte takes more than two in it.
    let isNearLimit = size > ManifestSize.limit / 8 && size < ManifestSize.limit
    annotationBytes =
      manifestBytes > 0 && isNearLimit
      ? ManifestSize(of: graph, definition: definition.bytes).allAnnotations
      : min(manifestBytes, size)
  }
}
