/// How large the written forms of a pipeline are, in the units of what limits them.
package struct OutputSizes: Sendable {
  /// The number of characters in the definition.
  package let definitionCharacters: Int
  /// The number of bytes in the Kubernetes manifest; zero if there is none.
  package let manifestBytes: Int
  /// The number of bytes in the annotations of the resource after a client-side `kubectl apply`;
  /// zero if that is far from the limit.
  package let annotationBytes: Int

  /// Measures `outputs` of `graph`, whose definition is `definition`.
  init(of outputs: [Output], embedding definition: [UInt8], from graph: PipelineGraph) {
    definitionCharacters = definition.count { $0 & 0xC0 != 0x80 }
    manifestBytes = outputs.first { $0.target == .ack }?.bytes.count ?? 0
    // No byte of a manifest takes more than six in the annotation.
    let isNearLimit = manifestBytes > ManifestSize.limit / 6
    annotationBytes =
      isNearLimit ? ManifestSize(of: graph, definition: definition).allAnnotations : 0
  }
}
