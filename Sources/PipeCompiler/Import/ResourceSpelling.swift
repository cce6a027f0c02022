/// Turns fields in the controller's spelling into members of the API, where these say exactly the same.
struct ResourceSpelling {
  /// The graph that holds the values.
  private(set) var graph: PipelineGraph

  /// How deep values are looked into.
  private static let depthLimit = 100

  /// Creates the machine for values of `graph`.
  init(_ graph: PipelineGraph) { self.graph = graph }

  /// Returns the members of `kind` that the fields `spec` are; what is no such member stays as it is.
  mutating func members(_ spec: ArraySlice<Member>, of kind: ResourceKind) -> [Member] {
    let request = kind.request
    var result: [Member] = []
    for field in spec where graph.present(field.value) != nil {
      let name = graph.text(field.key)
      if let member = Self.member(servedAs: name, in: request),
        let value = spelled(field.value, as: StepShapes.model.shape(named: member.shape), depth: 0)
      {
        let key = graph.symbols.intern(member.name.string)
        result.append(Member(key, value, at: field.origin))
        continue
      }
      let own = name.prefix(1).uppercased() + name.dropFirst()
      if kind.ownField(own) == name, request?.member(Array(own.utf8)[...]) == nil {
        result.append(Member(graph.symbols.intern(own), field.value, at: field.origin))
      } else {
        result.append(Member(field.key, field.value, at: field.origin, isRaw: true))
      }
    }
    return result
  }

  /// Returns the member of the structure `shape` that the controller calls `name`.
  private static func member(servedAs name: String, in shape: Shape?) -> ShapeMember? {
    guard let shape, shape.kind.hasMembers else { return nil }
    return shape.members.first { $0.servedName == name }
  }

  /// Returns `value`, which is of `shape` if that is known, with members of the API; `nil` if it holds
  /// something that has no name there.
  private mutating func spelled(
    _ value: Index<Value>, as shape: Shape?, depth: Int
  ) -> Index<Value>? {
    guard let shape else { return value }
    guard depth < Self.depthLimit else { return nil }
    let origin = graph.origin(of: value)
    switch graph.values[value] {
    case .list(let run) where shape.kind == .list:
      let element = StepShapes.model.shape(named: shape.element)
      var entries: [Index<Value>] = []
      for entry in Array(graph.elements(in: run)) {
        guard let entry = spelled(entry, as: element, depth: depth + 1) else { return nil }
        entries.append(entry)
      }
      return graph.add(list: entries, at: origin)
    case .object(let run) where shape.kind.hasMembers:
      var members: [Member] = []
      for field in Array(graph.members(in: run)) where graph.present(field.value) != nil {
        guard let member = Self.member(servedAs: graph.text(field.key), in: shape),
          let inner = spelled(
            field.value, as: StepShapes.model.shape(named: member.shape), depth: depth + 1)
        else { return nil }
        let key = graph.symbols.intern(member.name.string)
        members.append(Member(key, inner, at: field.origin))
      }
      return graph.add(object: members, at: origin)
    case .object(let run) where shape.kind == .map:
      let element = StepShapes.model.shape(named: shape.mapValue)
      var members: [Member] = []
      for entry in Array(graph.members(in: run)) {
        guard let inner = spelled(entry.value, as: element, depth: depth + 1) else { return nil }
        // In the language, numbers become texts there.
        if element?.kind.isText == true, graph.string(inner) == nil { return nil }
        members.append(Member(entry.key, inner, at: entry.origin))
      }
      return graph.add(object: members, at: origin)
    default: return value
    }
  }
}
