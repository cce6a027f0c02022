/// One difference between two manifests, as RFC 6902 says it.
struct ManifestChange {
  /// What is done: `add`, `remove` or `replace`.
  let operation: String
  /// The way to the place, as RFC 6901 spells it.
  let path: String
  /// What is to stand there, unless it is removed.
  let value: ManifestValue?
}

extension Manifest {
  /// Returns what makes this manifest of `base`, in the order of the members.
  func changes(from base: Manifest) -> [ManifestChange] {
    var changes: [ManifestChange] = []
    Self.compare(base.tree, tree, at: "", &changes)
    return changes
  }

  /// Returns a patch that removes the object, as Kustomize takes it.
  func removal() -> [UInt8] {
    var yaml = YAMLWriter()
    yaml.member("$patch", "delete")
    yaml.member("apiVersion", Self.apiVersion)
    yaml.member("kind", kind)
    yaml.member("metadata") { $0.member("name", name) }
    return yaml.finish()
  }

  /// The parts in which two manifests of one object may differ.
  private var tree: ManifestValue {
    func mapping(_ pairs: [Pair]) -> ManifestValue {
      .mapping(pairs.map { ManifestMember($0.key, .text($0.value)) })
    }
    var metadata = [ManifestMember("name", .text(name))]
    if let namespace { metadata.append(ManifestMember("namespace", .text(namespace))) }
    if !labels.isEmpty { metadata.append(ManifestMember("labels", mapping(labels))) }
    if !annotations.isEmpty { metadata.append(ManifestMember("annotations", mapping(annotations))) }
    return .mapping([
      ManifestMember("metadata", .mapping(metadata)),
      ManifestMember("spec", .mapping(specification)),
    ])
  }

  /// Adds what makes `new` of `old`, which lie at `path`, to `changes`.
  private static func compare(
    _ old: ManifestValue, _ new: ManifestValue, at path: String, _ changes: inout [ManifestChange]
  ) {
    switch (old, new) {
    case (.mapping(let old), .mapping(let new)):
      for member in old where !new.contains(where: { $0.key == member.key }) {
        changes.append(
          ManifestChange(operation: "remove", path: path + pointer(member.key), value: nil))
      }
      for member in new {
        let place = path + pointer(member.key)
        if let earlier = old.first(where: { $0.key == member.key }) {
          compare(earlier.value, member.value, at: place, &changes)
        } else {
          changes.append(ManifestChange(operation: "add", path: place, value: member.value))
        }
      }
    case (.list(let old), .list(let new)) where old.count == new.count:
      for index in old.indices { compare(old[index], new[index], at: "\(path)/\(index)", &changes) }
    default:
      if old.isSame(as: new) { return }
      changes.append(ManifestChange(operation: "replace", path: path, value: new))
    }
  }

  /// Returns `key` as a part of a path.
  private static func pointer(_ key: String) -> String {
    var text = "/"
    for character in key {
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.append(character)
      }
    }
    return text
  }
}

extension ManifestValue {
  /// Returns `true` iff `other` is written as this value is.
  fileprivate func isSame(as other: ManifestValue) -> Bool {
    switch (self, other) {
    case (.text(let mine), .text(let theirs)), (.literal(let mine), .literal(let theirs)):
      mine == theirs
    case (.definition(let mine), .definition(let theirs)): mine.bytes == theirs.bytes
    case (.list(let mine), .list(let theirs)):
      mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let mine), .mapping(let theirs)):
      mine.count == theirs.count
        && zip(mine, theirs).allSatisfy { $0.key == $1.key && $0.value.isSame(as: $1.value) }
    default: false
    }
  }
}
