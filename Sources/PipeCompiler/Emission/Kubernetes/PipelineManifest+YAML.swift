// The manifest as YAML.
extension PipelineManifest {
  /// Returns the manifest as YAML, with `definition` as a literal block at its end.
  func yaml(embedding definition: JSONText) -> [UInt8] {
    var yaml = YAMLWriter(
      reserving: definition.bytes.count + definition.lineStarts.count * 4 + 4_096)
    yaml.member("apiVersion", Self.apiVersion)
    yaml.member("kind", Self.kind)
    yaml.member("metadata") { writeMetadata(to: &$0) }
    yaml.member("spec") {
      writeSpecification(to: &$0)
      $0.member("pipelineDefinition", literal: definition)
    }
    return yaml.finish()
  }

  /// Writes the members of `metadata`.
  private func writeMetadata(to yaml: inout YAMLWriter) {
    yaml.member("name", name)
    if let namespace { yaml.member("namespace", namespace) }
    write("labels", labels, to: &yaml)
    write("annotations", annotations, to: &yaml)
  }

  /// Writes the mapping `key`, unless there are no `pairs`.
  private func write(_ key: String, _ pairs: [Pair], to yaml: inout YAMLWriter) {
    guard !pairs.isEmpty else { return }
    yaml.member(key) { for pair in pairs { $0.member(pair.key, pair.value) } }
  }

  /// Writes the members of `spec`, the definition aside.
  private func writeSpecification(to yaml: inout YAMLWriter) {
    for text in texts { yaml.member(text.key, text.value) }
    if let parallelism {
      yaml.member("parallelismConfiguration") {
        $0.member("maxParallelExecutionSteps", number: parallelism)
      }
    }
    guard !tags.isEmpty else { return }
    yaml.member("tags") { writeTags(to: &$0) }
  }

  /// Writes the entries of `tags`.
  private func writeTags(to yaml: inout YAMLWriter) {
    for tag in tags {
      yaml.entry {
        $0.member("key", tag.key)
        $0.member("value", tag.value)
      }
    }
  }
}
