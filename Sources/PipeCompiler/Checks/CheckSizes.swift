/// Reports outputs of `graph` that are larger than what they are for can take.
///
/// The sizes are known only once `graph` has been emitted, so this is no `Check`.
package func checkSizes(
  definitionCharacters: Int, annotationBytes: Int, manifestBytes: Int,
  largeResources: [Origin] = [], of graph: PipelineGraph,
  reportingTo diagnostics: inout Diagnostics
) {
  let origin = graph.header.origin
  checkSize(ofDefinition: definitionCharacters, at: origin, reportingTo: &diagnostics)
  if manifestBytes > 1_572_864 {
    diagnostics.report(
      Diagnostic(
        .resourceTooLarge, "the manifest has more than 1572864 bytes",
        at: origin, why: "etcd, in which Kubernetes keeps resources, takes no more",
        help: "split the pipeline, or create it without Kubernetes"))
  } else if annotationBytes > 262_144 {
    diagnostics.report(largeManifest(at: origin))
  }
  for origin in largeResources { diagnostics.report(largeManifest(at: origin)) }
}

/// Returns the diagnostic that the manifest of what is declared at `origin` is too large to be applied
/// by the client.
private func largeManifest(at origin: Origin) -> Diagnostic {
  Diagnostic(
    .manifestTooLarge, "the manifest makes more than 262144 bytes of annotations", at: origin,
    why: "`kubectl apply` keeps a copy of the resource in an annotation of it",
    help: "use `kubectl apply --server-side`")
}

/// Reports it if the definition `text`, which `graph` was read from, is larger than CreatePipeline
/// takes even without the blanks between its parts.
package func checkSize(
  ofDefinition text: [UInt8], of graph: PipelineGraph, reportingTo diagnostics: inout Diagnostics
) {
  guard text.count > definitionLimit else { return }
  var (count, isInString, isEscaped) = (0, false, false)
  for byte in text where byte & 0xC0 != 0x80 {
    if isInString || byte > 0x20 { count += 1 }
    if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
  }
  checkSize(ofDefinition: count, at: graph.header.origin, reportingTo: &diagnostics)
}

/// How many characters a definition may have (`PipelineDefinition` in botocore's model).
private let definitionLimit = 1_048_576

/// Reports a definition of `characters` at `origin` if CreatePipeline does not take so many.
private func checkSize(
  ofDefinition characters: Int, at origin: Origin, reportingTo diagnostics: inout Diagnostics
) {
  guard characters > definitionLimit else { return }
  diagnostics.report(
    Diagnostic(
      .definitionTooLarge, "the definition has \(characters) characters, more than 1048576",
      at: origin, why: "CreatePipeline takes no more",
      help: "split the pipeline, or move long texts into files on S3"))
}
