// Where the parts of what is written come from.
extension PipelineGraph {
  /// Returns the parts of the definition and of the manifests, each with its origin.
  func places(embedding definition: JSONText) -> [(part: String, origin: Origin)] {
    var places: [(part: String, origin: Origin)] = []
    if !header.isAbsent { places.append(("Pipeline", header.origin)) }
    for parameter in parameters.elements {
      places.append(("Parameters.\(text(parameter.name))", parameter.origin))
    }
    for index in steps.indices {
      let name = "Steps.\(text(steps[index].name))"
      places.append((name, steps[index].origin))
      add(members(in: steps[index].fields), below: name, to: &places)
      if let arguments = object(arguments(of: index)) {
        add(arguments, below: name + ".Arguments", to: &places)
      }
    }
    var all = manifests(embedding: definition).map(\.manifest)
    all += executions.map { Manifest(of: $0, in: self, definition: definition.bytes) }
    for manifest in all {
      let name = "\(manifest.kind)/\(manifest.name)"
      places.append((name, manifest.origin))
      add(manifest.specification, below: name + ".spec", to: &places)
    }
    return places
  }

  /// Adds `members`, which lie at `path`, and what is in them to `places`.
  private func add(
    _ members: ArraySlice<Member>, below path: String,
    to places: inout [(part: String, origin: Origin)]
  ) {
    for member in members {
      let name = "\(path).\(text(member.key))"
      places.append((name, member.origin))
      add(member.value, at: name, to: &places)
    }
  }

  /// Adds what is in `value`, which lies at `path`, to `places`.
  private func add(
    _ value: Index<Value>, at path: String, to places: inout [(part: String, origin: Origin)]
  ) {
    switch values[value] {
    case .object(let run): add(members(in: run), below: path, to: &places)
    case .list(let run):
      for (number, entry) in elements(in: run).enumerated() {
        places.append(("\(path)[\(number)]", origin(of: entry)))
        add(entry, at: "\(path)[\(number)]", to: &places)
      }
    default: return
    }
  }

  /// Adds `members` of a manifest, which lie at `path`, and what is in them to `places`.
  private func add(
    _ members: [ManifestMember], below path: String,
    to places: inout [(part: String, origin: Origin)]
  ) {
    for member in members {
      places.append(("\(path).\(member.key)", member.origin))
      add(member.value, at: "\(path).\(member.key)", to: &places)
    }
  }

  /// Adds what is in `value` of a manifest, which lies at `path`, to `places`.
  private func add(
    _ value: ManifestValue, at path: String, to places: inout [(part: String, origin: Origin)]
  ) {
    switch value {
    case .mapping(let members): add(members, below: path, to: &places)
    case .list(let entries):
      for (number, entry) in entries.enumerated() {
        add(entry, at: "\(path)[\(number)]", to: &places)
      }
    case .text, .literal, .definition: return
    }
  }
}
