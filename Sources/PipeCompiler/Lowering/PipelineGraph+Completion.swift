// What front ends complete steps with, once their members are in the graph.

extension PipelineGraph {
  /// Adds `role` to `arguments` where a request of a step of `kind` needs one and names none.
  package mutating func fillRole(
    _ role: Index<Value>, of kind: StepKind, in arguments: inout [Member]
  ) {
    guard let path = kind.rolePath else { return }
    let position = arguments.firstIndex { $0.key == .word(path.head) }
    guard let tail = path.tail else {
      if position == nil { arguments.append(Member(.word(path.head), role)) }
      return
    }
    guard let position, case .object(let run) = values[arguments[position].value] else { return }
    let outer = arguments[position]
    var inner = Array(members(in: run))
    guard !inner.contains(where: { $0.key == .word(tail) }) else { return }
    inner.append(Member(.word(tail), role))
    let object = add(object: inner, at: origin(of: outer.value))
    arguments[position] = Member(outer.key, object, at: outer.origin, isRaw: outer.isRaw)
  }

  /// Adds `fields`, which stand beside the arguments of a step of `kind`, in the order of emission.
  package mutating func addFields(_ fields: [Member], of kind: StepKind) -> Run {
    guard fields.count > 1 else { return addMembers(fields) }
    let ordered = kind.fields.compactMap { word in fields.first { $0.key == .word(word) } }
    return addMembers(ordered + fields.filter { !kind.hasField($0.key) })
  }
}

// Questions, in the words that the service has.
extension PipelineGraph {
  /// Makes the condition that all of `list` hold, which the service can only say as a negation.
  package mutating func conjunction(of list: [Index<Condition>]) -> Index<Condition> {
    if list.count == 1 { return list[0] }
    let parts = list.map { negation(of: [$0]) }
    return conditions.append(.not(disjunction(of: parts)))
  }

  /// Makes the condition that one of `list` holds.
  package mutating func disjunction(of list: [Index<Condition>]) -> Index<Condition> {
    var flat: [Index<Condition>] = []
    for condition in list {
      if case .or(let run) = conditions[condition] {
        flat.append(contentsOf: conditions(in: run))
      } else {
        flat.append(condition)
      }
    }
    conditionLists.append(contentsOf: flat)
    let run = Run(start: conditionLists.count - flat.count, count: flat.count)
    return conditions.append(.or(run))
  }

  /// Makes the condition that not all of `list` hold.
  package mutating func negation(of list: [Index<Condition>]) -> Index<Condition> {
    if list.count > 1 { return disjunction(of: list.map { negation(of: [$0]) }) }
    if case .not(let inner) = conditions[list[0]] { return inner }
    return conditions.append(.not(list[0]))
  }
}
