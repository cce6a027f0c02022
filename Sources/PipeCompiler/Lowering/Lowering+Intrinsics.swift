// Run-time values in the definition's own spelling, as they stand in pasted JSON.

extension Lowering {
  /// Makes the run-time value that an object with the only member `member` spells, if it does.
  mutating func intrinsic(_ member: Member, at node: NodeIndex) -> Index<Value>? {
    switch member.key {
    case .word(.get):
      graph.string(member.value).map { make(referenceText: $0, at: origin(node)) }
    case .word(.join): join(member.value, at: node)
    case .word(.jsonGet): jsonGet(member.value, at: node)
    default: nil
    }
  }

  /// Makes the join whose `On` and `Values` are in `value`.
  private mutating func join(_ value: Index<Value>, at node: NodeIndex) -> Index<Value>? {
    guard case .object(let run) = graph.values[value], run.count <= 2,
      let entries = graph.member("Values", of: value), case .list(let list) = graph.values[entries]
    else { return nil }
    var separator = SymbolTable.empty
    if let on = graph.member("On", of: value) {
      guard case .string(let text) = graph.values[on] else { return nil }
      separator = text
    }
    return make(join: Array(graph.elements(in: list)), separator: separator, at: origin(node))
  }

  /// Makes the value in a JSON file whose file and path are in `value`.
  private mutating func jsonGet(_ value: Index<Value>, at node: NodeIndex) -> Index<Value>? {
    guard case .object(let run) = graph.values[value], run.count == 2,
      let path = graph.member("Path", of: value), case .string(let text) = graph.values[path]
    else { return nil }
    if let uri = graph.member("S3Uri", of: value) {
      return make(jsonGet: .uri(uri), path: text, at: origin(node))
    }
    guard let file = graph.member("PropertyFile", of: value),
      case .reference(let index) = graph.values[file],
      case .step(let step) = graph.references[index].root
    else { return nil }
    let segments = Array(graph.path(of: graph.references[index]))
    guard segments.count == 2, case .member(let files) = segments[0],
      graph.text(files) == "PropertyFiles", case .member(let name) = segments[1]
    else { return nil }
    return make(jsonGet: .propertyFile(step: step, name: name), path: text, at: origin(node))
  }
}
