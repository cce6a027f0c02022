/// How the manifests of a pipeline and its resources are put into files.
public enum Layout: String, CaseIterable, Hashable, Sendable {
  /// All in one file, as the documents of a YAML stream.
  case single
  /// Each in a file of its own.
  case split
  /// Each in a file of its own, in a base of Kustomize, with an overlay for every variant.
  case kustomize
}

extension PipelineGraph {
  /// Returns the manifests of the pipeline, if there is one, and of its resources, with the names of
  /// their files, without extension; the pipeline carries `definition`.
  func manifests(embedding definition: JSONText) -> [(stem: String, manifest: Manifest)] {
    var all: [(stem: String, manifest: Manifest)] = []
    if !header.isAbsent {
      var pipeline = Manifest(of: self, definition: definition)
      addWave(0, to: &pipeline)
      all.append(("pipeline", pipeline))
    }
    for (resource, wave) in zip(resources.elements, resourceWaves) {
      guard var manifest = Manifest(of: resource, in: self) else { continue }
      addWave(wave, to: &manifest)
      let stem = "\(manifest.kind.lowercased())-\(text(resource.name))"
      all.append((stem, manifest))
    }
    return all
  }
}

/// Returns the manifests of `graph`, whose definition is `definition`, in files as `layout` wants it.
func manifestOutputs(
  of graph: PipelineGraph, definition: JSONText, in layout: Layout
) -> [Output] {
  let manifests = graph.manifests(embedding: definition)
  let name = graph.text(graph.header.name)
  switch layout {
  case .single:
    var bytes: [UInt8] = []
    for (_, manifest) in manifests {
      if !bytes.isEmpty { bytes += Array("---\n".utf8) }
      bytes += manifest.yaml()
    }
    return [Output(target: .ack, bytes: bytes)]
  case .split:
    return manifests.map { stem, manifest in
      let file = stem == "pipeline" ? "\(name).yaml" : "\(name)-\(stem).yaml"
      return Output(target: .ack, bytes: manifest.yaml(), file: file)
    }
  case .kustomize:
    return Kustomization(base: graph, definition: definition).base()
  }
}
