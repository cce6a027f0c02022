/// Returns the commands by which `graph`, which was written to `directory` in `layout`, comes into a
/// cluster, is watched, and is removed.
public func kubectlNotes(
  of graph: CheckedGraph, in directory: String, as layout: Layout
) -> String {
  let graph = graph.graph
  let definition = SageMakerEmitter(graph: graph).definition()
  let manifests = graph.manifests(embedding: definition).map(\.manifest)
  let runs = graph.executions.map {
    Manifest(of: $0, in: graph, definition: definition.bytes)
  }
  let name = graph.fileStem
  var text = "# \(name): into the cluster\n"
  let place =
    switch layout {
    case .single: "-f \(directory)/\(name).yaml"
    case .split: "-f \(directory)/"
    case .kustomize: "-k \(directory)/kustomize/\(name)/base"
    }
  text += "kubectl apply --server-side \(place)\n"
  for manifest in manifests {
    text +=
      "kubectl wait \(manifest.qualifiedName) --for=condition=ACK.ResourceSynced --timeout=10m\n"
  }
  text += "\n# if one of them does not become ready, the conditions say why\n"
  for manifest in manifests { text += "kubectl describe \(manifest.qualifiedName)\n" }
  if !runs.isEmpty { text += "\n# runs, once the pipeline is ready\n" }
  for (execution, run) in zip(graph.executions, runs) {
    let file = "\(name)-\(graph.text(execution.name)).yaml"
    text += "kubectl apply -f \(directory)/runs/\(file)\n"
    text += "kubectl get \(run.qualifiedName) -o "
    text += "jsonpath='{.status.pipelineExecutionStatus} {.status.failureReason}'\n"
  }
  text += "\n# out of the cluster: runs first, what others mention last\n"
  for manifest in runs + manifests.dropFirst().reversed() + manifests.prefix(1) {
    text += "kubectl delete \(manifest.qualifiedName)\n"
  }
  return text
}

extension Manifest {
  /// The object as `kubectl` is told of it: kinds of other projects are called alike, so that the
  /// group belongs to it.
  fileprivate var qualifiedName: String {
    let object = "\(kind.lowercased())s.sagemaker.services.k8s.aws/\(name)"
    return namespace.map { "-n \($0) \(object)" } ?? object
  }
}
