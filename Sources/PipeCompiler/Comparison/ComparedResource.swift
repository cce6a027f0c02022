/// A resource of the cluster as it is compared: its manifest, as a tree.
struct ComparedResource {
  /// The kind.
  let kind: String
  /// The name of the object; empty if the API server makes it up.
  let name: String
  /// The name of the declaration in a source; empty if a manifest was read.
  let word: String
  /// `true` iff the name of the object comes of what it holds, so that it says nothing by itself.
  let isDerived: Bool
  /// What the manifest says.
  let manifest: Manifest

  /// The name without the hash that a run's ends in.
  var stem: Substring { isRun ? name.dropLast(13) : name[...] }

  /// `true` iff it is a run.
  var isRun: Bool { kind == "PipelineExecution" }

  /// Returns what the manifest says as a tree; without names that come of what it holds if `isNameless`.
  func tree(isNameless: Bool = false) -> ComparedTree {
    var tree = ComparedTree()
    tree.addMetadata(of: manifest, isNameless: isNameless)
    let spec = tree.add(.object, .member("spec"))
    for member in manifest.specification where !member.value.isNull {
      if isNameless, member.key == "pipelineExecutionDisplayName" { continue }
      tree.add(member.value, .member(member.key), in: spec)
    }
    return tree
  }
}

extension ComparedTree {
  /// The fields by which the entries of lists are told apart, as the controller spells them.
  private static let keys = [
    "name", "channelName", "inputName", "outputName", "variantName", "key", "containerHostname",
    "featureName", "metricName", "stepName",
  ]

  /// Adds what `manifest` says beside its `spec`; without its name if `isNameless`.
  mutating func addMetadata(of manifest: Manifest, isNameless: Bool) {
    let metadata = add(.object, .member("metadata"))
    func leaf(_ text: String) -> Content { .leaf(ValueTexts.quoted(text)) }
    if !isNameless, !manifest.generatesName {
      add(leaf(manifest.name), .member("name"), in: metadata)
    }
    if let namespace = manifest.namespace {
      add(leaf(namespace), .member("namespace"), in: metadata)
    }
    for (name, pairs) in [("labels", manifest.labels), ("annotations", manifest.annotations)] {
      // That there are none is the same as that nothing is said.
      let map = add(.object, .member(name), in: metadata)
      for pair in pairs { add(leaf(pair.value), .key(pair.key), in: map) }
    }
  }

  /// Adds the `value` of a manifest.
  mutating func add(_ value: ManifestValue, _ part: Part, in parent: Int) {
    switch value {
    case .text(let text): add(.leaf(ValueTexts.quoted(text)), part, in: parent)
    case .literal(let lexeme): add(.leaf(ValueTexts.number(lexeme)), part, in: parent)
    case .definition(let text):
      add(.leaf(ValueTexts.quoted(String(decoding: text.bytes, as: UTF8.self))), part, in: parent)
    case .list(let entries):
      let number = add(.list, part, in: parent)
      let parts = Self.keyParts(of: entries) ?? entries.indices.map { .index($0) }
      for (entry, part) in zip(entries, parts) { add(entry, part, in: number) }
    case .mapping(let members):
      let number = add(.object, part, in: parent)
      for member in members where !member.value.isNull {
        add(member.value, .member(member.key), in: number)
      }
    }
  }

  /// Returns the names of `entries` of a list, if each has one of its own.
  private static func keyParts(of entries: [ManifestValue]) -> [Part]? {
    for key in keys {
      var (parts, seen): ([Part], Set<String>) = ([], [])
      for entry in entries {
        guard case .mapping(let members) = entry,
          case .text(let text) = members.last(where: { $0.key == key })?.value,
          seen.insert(text).inserted
        else { break }
        parts.append(.key(text))
      }
      if parts.count == entries.count, !parts.isEmpty { return parts }
    }
    return nil
  }
}

extension PipelineGraph {
  /// The resources and runs beside the pipeline, as they are compared.
  var comparedResources: [ComparedResource] {
    var result: [ComparedResource] = []
    for (resource, file) in zip(resources.elements, manifestsOfResources) {
      guard let manifest = file else { continue }
      let isDerived = isSource && resource.kind == .pipelineExecution && resource.fixedName == nil
      result.append(
        ComparedResource(
          kind: manifest.kind, name: manifest.generatesName ? "" : manifest.name,
          word: isSource ? text(resource.name) : "", isDerived: isDerived, manifest: manifest))
    }
    for execution in executions {
      // The definition is compared itself, and is here but a part of the name.
      var manifest = Manifest(of: execution, in: self, definition: [])
      addWave(resourceWaves.reduce(0, max) + 1, to: &manifest)
      let isNamed = execution.isNameFixed || present(execution.kubernetes.name) != nil
      result.append(
        ComparedResource(
          kind: manifest.kind, name: manifest.generatesName ? "" : manifest.name,
          word: text(execution.name), isDerived: !isNamed, manifest: manifest))
    }
    return result
  }

  /// `true` iff the graph comes from a source, which says everything about a pipeline.
  var isSource: Bool { notation == .pipe }

  /// The manifests of the resources.
  private var manifestsOfResources: [Manifest?] {
    zip(resources.elements, resourceWaves).map { resource, wave in
      guard var manifest = Manifest(of: resource, in: self) else { return nil }
      addWave(wave, to: &manifest)
      return manifest
    }
  }

  /// What the manifest of the pipeline says beside its `spec`, as a tree; nothing if that is not known.
  func metadataTree(isNameless: Bool) -> ComparedTree {
    var manifest = Manifest(of: self, definition: JSONText(bytes: [], lineStarts: []))
    addWave(0, to: &manifest)
    var tree = ComparedTree()
    tree.addMetadata(of: manifest, isNameless: isNameless)
    return tree
  }

  /// `true` iff the manifest of the pipeline is called after the pipeline.
  var isManifestNamedForIt: Bool {
    guard let name = string(present(header.kubernetes.name)) else { return true }
    return name == kubernetesName(for: text(header.name))
  }
}
