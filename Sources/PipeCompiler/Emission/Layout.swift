/// How the manifests of a pipeline and its resources are put into files.
public enum Layout: String, CaseIterable, Hashable, Sendable {
  /// All in one file, as the documents of a YAML stream.
  case single
  /// Each in a file of its own.
  case split
  /// Each in a file of its own, in a base of Kustomize, with an overlay for every variant.
  case kustomize
}

/// A manifest and the name of its file.
struct NamedManifest {
  /// The name of the file, without extension.
  let stem: String
  /// What the file holds.
  let manifest: Manifest
}

extension PipelineGraph {
  /// Returns the manifests of the pipeline, if there is one, and of its resources; the
  /// pipeline carries `definition`.
  func manifests(embedding definition: JSONText) -> [NamedManifest] {
    var all: [NamedManifest] = []
    if !header.isAbsent {
      var pipeline = Manifest(of: self, definition: definition)
      addWave(0, to: &pipeline)
      all.append(NamedManifest(stem: "pipeline", manifest: pipeline))
    }
    for (resource, wave) in zip(resources.elements, resourceWaves) {
      guard var manifest = Manifest(of: resource, in: self) else { continue }
      addWave(wave, to: &manifest)
      let stem = "\(manifest.kind.lowercased())-\(text(resource.name))"
      all.append(NamedManifest(stem: stem, manifest: manifest))
    }
    return all
  }
}

/// Returns the manifests of `graph`, whose definition is `definition`, in files as `layout` wants it.
func manifestOutputs(
  of graph: PipelineGraph, definition: JSONText, in layout: Layout
) -> [Output] {
  let manifests = graph.manifests(embedding: definition)
  let name = graph.fileStem
  switch layout {
  case .single:
    var bytes: [UInt8] = []
    for file in manifests {
      // The first one may be large, and is not copied.
      if bytes.isEmpty {
        bytes = file.manifest.yaml()
      } else {
        bytes += Array("---\n".utf8)
        bytes += file.manifest.yaml()
      }
    }
    return [Output(target: .ack, bytes: bytes)]
  case .split:
    return manifests.map { file in
      let path = file.stem == "pipeline" ? "\(name).yaml" : "\(name)-\(file.stem).yaml"
      return Output(target: .ack, bytes: file.manifest.yaml(), file: path)
    }
  case .kustomize:
    return Kustomization(base: graph, definition: definition).base()
  }
}
