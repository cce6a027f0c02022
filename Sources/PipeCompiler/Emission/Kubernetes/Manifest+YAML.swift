// The manifest as YAML.
extension Manifest {
  /// Returns the manifest as a YAML document, without a line that separates it from others.
  func yaml() -> [UInt8] {
    var yaml = YAMLWriter(reserving: specification.reduce(1_024) { $0 + $1.value.estimate })
    yaml.member("apiVersion", Self.apiVersion)
    yaml.member("kind", kind)
    yaml.member("metadata") { writeMetadata(to: &$0) }
    yaml.member("spec") { Manifest.write(specification, to: &$0) }
    return yaml.finish()
  }

  /// Writes the members of `metadata`.
  private func writeMetadata(to yaml: inout YAMLWriter) {
    yaml.member(generatesName ? "generateName" : "name", name)
    if let namespace { yaml.member("namespace", namespace) }
    write("labels", labels, to: &yaml)
    write("annotations", annotations, to: &yaml)
  }

  /// Writes the mapping `key`, unless there are no `pairs`.
  private func write(_ key: String, _ pairs: [Pair], to yaml: inout YAMLWriter) {
    guard !pairs.isEmpty else { return }
    yaml.member(key) { for pair in pairs { $0.member(pair.key, pair.value) } }
  }

  /// Writes `members`.
  static func write(_ members: [ManifestMember], to yaml: inout YAMLWriter) {
    for member in members {
      switch member.value {
      case .text(let text): yaml.member(member.key, text)
      case .literal(let lexeme): yaml.member(member.key, plain: lexeme)
      case .definition(let text): yaml.member(member.key, literal: text)
      case .list(let entries) where entries.isEmpty: yaml.member(member.key, plain: "[]")
      case .mapping(let inner) where inner.isEmpty: yaml.member(member.key, plain: "{}")
      case .list(let entries): yaml.member(member.key) { write(entries, to: &$0) }
      case .mapping(let inner): yaml.member(member.key) { write(inner, to: &$0) }
      }
    }
  }

  /// Writes the entries of a list.
  private static func write(_ entries: [ManifestValue], to yaml: inout YAMLWriter) {
    for entry in entries {
      switch entry {
      case .text(let text): yaml.entry(text)
      case .literal(let lexeme): yaml.entry(plain: lexeme)
      case .definition(let json): yaml.entry(String(decoding: json.bytes, as: UTF8.self))
      case .list(let inner) where inner.isEmpty: yaml.entry(plain: "[]")
      case .mapping(let inner) where inner.isEmpty: yaml.entry(plain: "{}")
      case .list(let inner): yaml.entryOfEntries { write(inner, to: &$0) }
      case .mapping(let inner): yaml.entry { write(inner, to: &$0) }
      }
    }
  }
}

extension ManifestValue {
  /// About how many bytes the value takes in YAML.
  fileprivate var estimate: Int {
    switch self {
    case .text(let text): text.utf8.count + 64
    case .literal: 64
    case .definition(let text): text.bytes.count + text.lineStarts.count * 4 + 64
    case .list(let entries): entries.reduce(64) { $0 + $1.estimate }
    case .mapping(let members): members.reduce(64) { $0 + $1.value.estimate }
    }
  }
}
