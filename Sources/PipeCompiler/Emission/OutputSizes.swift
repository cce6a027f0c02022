/// How large the written forms of a pipeline are, in the units of what limits them.
///
/// Only sizes that may pass a limit are measured; the other ones are bounded.
package struct OutputSizes: Sendable {
  /// The number of characters in the definition, or more if that is far below the limit.
  package let definitionCharacters: Int
  /// The number of bytes in the Kubernetes manifest; zero if there is none.
  package let manifestBytes: Int
  /// The number of bytes in the annotations of the resource after a client-side `kubectl apply`,
  /// or less if that is far from the limit, on either side.
  package let annotationBytes: Int

  /// Measures `outputs` of `graph`, whose definition is `definition`.
  init(of outputs: [Output], embedding definition: [UInt8], from graph: PipelineGraph) {
    definitionCharacters =
      definition.count > 1_048_576 ? Self.characters(in: definition) : definition.count
    manifestBytes = outputs.first { $0.target == .ack }?.bytes.count ?? 0
    // The annotation holds the definition, and no byte takes more than six in it.
    let isNearLimit =
      manifestBytes > ManifestSize.limit / 6 && definition.count < ManifestSize.limit
    annotationBytes =
      isNearLimit
      ? ManifestSize(of: graph, definition: definition).allAnnotations
      : manifestBytes == 0 ? 0 : definition.count
  }

  /// Returns the number of characters in `text`, in which every one begins with another byte.
  private static func characters(in text: [UInt8]) -> Int {
    var continuations = 0
    for byte in text { continuations += byte & 0xC0 == 0x80 ? 1 : 0 }
    return text.count - continuations
  }
}
