/// The writing of a pipeline and its resources as a base of Kustomize, and of variants as overlays.
struct Kustomization {
  /// The folder, below the directory of outputs.
  private let folder: String
  /// The manifests of the base.
  private let manifests: [NamedManifest]

  /// Creates the writing of `graph`, whose definition is `definition`, as the base.
  init(base graph: PipelineGraph, definition: JSONText) {
    folder = "kustomize/\(graph.fileStem)"
    manifests = graph.manifests(embedding: definition)
  }

  /// Returns the files of the base.
  func base() -> [Output] {
    var files = [list(manifests.map { "\($0.stem).yaml" }, patches: [], in: "base")]
    for own in manifests {
      files.append(file("base/\(own.stem).yaml", own.manifest.yaml()))
    }
    return files
  }

  /// Returns the files of the overlay `name`, which makes `graph`, with `definition`, of the base.
  ///
  /// What is in both is patched where it differs, names included: the name of an object and what AWS
  /// calls it change together.
  func overlay(_ name: String, making graph: PipelineGraph, definition: JSONText) -> [Output] {
    let place = "overlays/\(name)"
    let variants = graph.manifests(embedding: definition)
    var (files, resources, patches): ([Output], [String], [Patch]) = ([], ["../../base"], [])
    for own in variants {
      let (stem, variant) = (own.stem, own.manifest)
      guard let base = manifests.first(where: { $0.stem == stem })?.manifest else {
        resources.append("\(stem).yaml")
        files.append(file("\(place)/\(stem).yaml", variant.yaml()))
        continue
      }
      let changes = variant.changes(from: base)
      if changes.isEmpty { continue }
      patches.append(Patch(file: "\(stem).yaml", of: base))
      files.append(file("\(place)/\(stem).yaml", Self.yaml(of: changes)))
    }
    for own in manifests where !variants.contains(where: { $0.stem == own.stem }) {
      patches.append(Patch(file: "\(own.stem).yaml", of: own.manifest))
      files.append(file("\(place)/\(own.stem).yaml", own.manifest.removal()))
    }
    return [list(resources, patches: patches, in: place)] + files
  }

  /// A file with changes, and the object that they are made to.
  private struct Patch {
    /// The file's name.
    let file: String
    /// The object, as the base has it.
    let base: Manifest

    /// Creates the patch of `base` by the file called `file`.
    init(file: String, of base: Manifest) {
      self.file = file
      self.base = base
    }
  }

  /// Returns the file at `path` in the folder.
  private func file(_ path: String, _ bytes: [UInt8]) -> Output {
    Output(target: .ack, bytes: bytes, file: "\(folder)/\(path)")
  }

  /// Returns the `kustomization.yaml` in `place` that lists `resources` and `patches`.
  private func list(_ resources: [String], patches: [Patch], in place: String) -> Output {
    var yaml = YAMLWriter()
    yaml.member("apiVersion", "kustomize.config.k8s.io/v1beta1")
    yaml.member("kind", "Kustomization")
    yaml.member("resources") { for resource in resources { $0.entry(resource) } }
    if !patches.isEmpty {
      yaml.member("patches") { list in
        for patch in patches {
          list.entry { entry in
            entry.member("path", patch.file)
            entry.member("target") {
              $0.member("group", "sagemaker.services.k8s.aws")
              $0.member("kind", patch.base.kind)
              $0.member("name", patch.base.name)
            }
          }
        }
      }
    }
    return file("\(place)/kustomization.yaml", yaml.finish())
  }

  /// Returns `changes` as a patch in the form of RFC 6902.
  private static func yaml(of changes: [ManifestChange]) -> [UInt8] {
    var yaml = YAMLWriter()
    for change in changes {
      yaml.entry {
        $0.member("op", change.operation)
        $0.member("path", change.path)
        if let value = change.value {
          Manifest.write([ManifestMember("value", value)], to: &$0)
        }
      }
    }
    return yaml.finish()
  }
}
