/// Reports outputs of `graph` that are larger than what they are for can take.
///
/// The sizes are known only once `graph` has been emitted, so this is no `Check`.
package func checkSizes(
  definitionCharacters: Int, annotationBytes: Int, manifestBytes: Int, of graph: PipelineGraph,
  reportingTo diagnostics: inout Diagnostics
) {
  let origin = graph.header.origin
  if definitionCharacters > 1_048_576 {
    diagnostics.report(
      Diagnostic(
        .definitionTooLarge,
        "the definition has \(definitionCharacters) characters, more than 1048576",
        at: origin, why: "CreatePipeline takes no more",
        help: "split the pipeline, or move long texts into files on S3"))
  }
  if manifestBytes > 1_572_864 {
    diagnostics.report(
      Diagnostic(
        .resourceTooLarge, "the manifest has more than 1572864 bytes",
        at: origin, why: "etcd, in which Kubernetes keeps resources, takes no more",
        help: "split the pipeline, or create it without Kubernetes"))
  } else if annotationBytes > 262_144 {
    diagnostics.report(
      Diagnostic(
        .manifestTooLarge,
        "the manifest makes more than 262144 bytes of annotations",
        at: origin, why: "`kubectl apply` keeps a copy of the resource in an annotation of it",
        help: "use `kubectl apply --server-side`"))
  }
}
