/// A Kubernetes resource as it is written, whatever its kind.
struct Manifest {
  /// The API group and version of the controller's resources.
  static let apiVersion = "sagemaker.services.k8s.aws/v1alpha1"

  /// A key and its value, both texts.
  struct Pair {
    /// The key.
    let key: String
    /// The value.
    let value: String

    /// Creates the pair of `key` and `value`.
    init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The kind of the resource.
  var kind: String
  /// The name of the resource, or what it begins with if the API server makes up the rest.
  var name: String
  /// `true` iff the API server makes up the end of the name.
  var generatesName = false
  /// The namespace, if the manifest names one.
  var namespace: String?
  /// The labels.
  var labels: [Pair] = []
  /// The annotations.
  var annotations: [Pair] = []
  /// The members of `spec`.
  var specification: [ManifestMember] = []
  /// Where the source speaks of the resource.
  var origin = Origin.synthesized

  /// Creates the manifest of the resource `name`, with an empty specification.
  init(kind: String, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension Manifest {
  /// Leaves out what the list `names` of `graph` names: fields of `spec`, keys of labels and annotations,
  /// and `namespace`.
  mutating func leaveOut(_ names: Index<Value>?, in graph: PipelineGraph) {
    guard let names = graph.list(names).map({ Set($0.compactMap { graph.string($0) }) }) else {
      return
    }
    specification.removeAll { names.contains($0.key) }
    labels.removeAll { names.contains($0.key) }
    annotations.removeAll { names.contains($0.key) }
    if names.contains("namespace") { namespace = nil }
  }
}

/// A member of a mapping in a manifest.
struct ManifestMember {
  /// The name.
  let key: String
  /// The value.
  let value: ManifestValue
  /// Where the source says so.
  let origin: Origin

  /// Creates the member `key: value`.
  init(_ key: String, _ value: ManifestValue, at origin: Origin = .synthesized) {
    self.key = key
    self.value = value
    self.origin = origin
  }
}

/// A value in a manifest.
indirect enum ManifestValue {
  /// A string.
  case text(String)
  /// A number or truth value, as it is spelled.
  case literal(String)
  /// A pipeline definition, which is a string too.
  case definition(JSONText)
  /// A list.
  case list([ManifestValue])
  /// A mapping.
  case mapping([ManifestMember])
}

// What a manifest needs of the graph.
extension PipelineGraph {
  /// Returns the text of `value` if it is a string, number or truth value known at build time.
  func plainText(_ value: Index<Value>?) -> String? {
    guard let value else { return nil }
    return switch values[value] {
    case .string(let symbol), .number(let symbol): text(symbol)
    case .boolean(let flag): flag ? "true" : "false"
    case .duration(let seconds): String(seconds)
    case .null, .list, .object, .reference, .join, .jsonGet: nil
    }
  }

  /// Returns how `value` is spelled if it is a number known at build time.
  func numberText(_ value: Index<Value>?) -> String? {
    guard let value, case .number(let lexeme) = values[value] else { return nil }
    return text(lexeme)
  }

  /// Returns the members of the object `value` that are texts; of two with one key, the last.
  func pairs(_ value: Index<Value>?) -> [Manifest.Pair] {
    guard let value, case .object(let run) = values[value] else { return [] }
    let members = members(in: run)
    return members.indices.compactMap { index in
      let member = members[index]
      let isOverridden = members[(index + 1)...].contains { $0.key == member.key }
      guard !isOverridden, let value = plainText(member.value) else { return nil }
      return Manifest.Pair(text(member.key), value)
    }
  }

  /// Returns where `value` was written, or nowhere if there is none.
  func place(of value: Index<Value>?) -> Origin { value.map { origin(of: $0) } ?? .synthesized }
}
