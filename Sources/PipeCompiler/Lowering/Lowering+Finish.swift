extension Lowering {
  /// Writes what `draft` has gathered into `step`.
  mutating func finish(_ draft: inout StepDraft, of step: Index<Step>, _ kind: StepKind) {
    for sugar in Sugar.allCases { settle(sugar, of: kind, in: &draft) }
    let place = graph.steps[step].origin
    let arguments: Index<Value>
    if kind.hasFreeArguments {
      arguments = draft.freeArguments ?? make(object: [Member](), at: place)
    } else {
      var members: [Member] = []
      members.reserveCapacity(draft.arguments.count)
      for member in draft.arguments {
        if let value = member.value { members.append(member.finished(with: value)) }
      }
      if let role = graph.header.role { graph.fillRole(role, of: kind, in: &members) }
      weighNewValues()
      arguments = make(object: members, at: place)
    }
    let fields = draft.fields.compactMap { field in field.value.map { field.finished(with: $0) } }
    graph.steps[step].fields = graph.addFields(fields, of: kind)
    graph.steps[step].dependencies = draft.dependencies
    graph.steps[step].displayName = draft.displayName
    graph.steps[step].cacheConfig = draft.cacheConfig
    graph.steps[step].retryPolicies = draft.retryPolicies
    if let text = draft.description { graph.steps[step].description = text }
    if !draft.retries.isEmpty {
      let place = draft.retries.first.map { graph.origin(of: $0) } ?? place
      graph.steps[step].retryPolicies = make(list: draft.retries, at: place)
    }
    if count(arguments) { graph.steps[step].body = .arguments(arguments) }
    override(step, as: draft)
  }

  /// Lets `step` be emitted as `draft` overrides it.
  mutating func override(_ step: Index<Step>, as draft: StepDraft) {
    if draft.overrides.isEmpty, draft.omissions.isEmpty { return }
    graph.steps[step].overrides = graph.addMembers(draft.overrides)
    graph.steps[step].omissions = draft.omissions
    for member in draft.overrides {
      switch member.key {
      case .word(.arguments):
        if case .arguments = graph.steps[step].body {
          graph.steps[step].body = .arguments(asWritten(member.value))
        }
      case .word(.dependsOn):
        guard case .list(let run) = graph.values[member.value] else { continue }
        for entry in Array(graph.elements(in: run)) {
          let name = graph.member("Step", of: entry) ?? entry
          guard case .string(let target) = graph.values[name] else { continue }
          graph.steps[step].dependencies.append(
            Dependency(target, trigger: .any, origin: graph.origin(of: entry)))
        }
      default: continue
      }
    }
    if draft.omissions.contains(.word(.arguments)), case .arguments = graph.steps[step].body {
      graph.steps[step].body = .arguments(nil)
    }
  }

  /// Returns `value` with members that nobody checks, if it is an object.
  private mutating func asWritten(_ value: Index<Value>) -> Index<Value> {
    guard case .object(let run) = graph.values[value] else { return value }
    let members = graph.members(in: run).map {
      Member($0.key, $0.value, at: $0.origin, isRaw: true)
    }
    return make(object: members, at: graph.origin(of: value))
  }

  /// Puts the entries that `sugar` made into the member or field where they go.
  private mutating func settle(_ sugar: Sugar, of kind: StepKind, in draft: inout StepDraft) {
    let alwaysThere = sugar == .returns
    guard let entries = draft[sugar] ?? (alwaysThere ? [] : nil),
      let path = sugar.path(in: kind)
    else { return }
    let head = Symbol.word(path.head)
    let isField = kind.fields.contains(path.head)
    let position =
      isField
      ? draft.fields.firstIndex { $0.key == head } : draft.arguments.firstIndex { $0.key == head }
    let current = position.flatMap { (isField ? draft.fields : draft.arguments)[$0].value }
    if alwaysThere, entries.isEmpty, current != nil { return }
    let place = entries.first?.value.map { graph.origin(of: $0) } ?? .synthesized
    let list = make(list: entries.compactMap(\.value), at: place)
    guard let value = insert(list, at: path.tail, into: current, sugar, place) else {
      return
    }
    let span = entries.first?.span ?? SourceSpan(0, 0)
    let member = DraftMember(key: head, value: value, span: span)
    switch (isField, position) {
    case (true, let found?): draft.fields[found] = member
    case (true, nil): draft.fields.append(member)
    case (false, let found?): draft.arguments[found] = member
    case (false, nil): draft.arguments.append(member)
    }
  }

  /// Returns `current` with `list` as its member `tail`, or `list` itself without a tail.
  ///
  /// Returns `nil` after reporting that there is such a list already.
  private mutating func insert(
    _ list: Index<Value>, at tail: Word?, into current: Index<Value>?, _ sugar: Sugar,
    _ place: Origin
  ) -> Index<Value>? {
    guard let tail else {
      if current == nil { return list }
      return reportListConflict(sugar, place)
    }
    var members: [Member] = []
    if let current {
      guard case .object(let run) = graph.values[current] else { return current }
      members = Array(graph.members(in: run))
    }
    if members.contains(where: { $0.key == .word(tail) }) {
      return reportListConflict(sugar, place)
    }
    members.append(Member(.word(tail), list))
    return make(object: members, at: current.map { graph.origin(of: $0) } ?? place)
  }

  /// Reports that `sugar` and the list it makes an entry of are both given, and returns `nil`.
  private mutating func reportListConflict(_ sugar: Sugar, _ place: Origin) -> Index<Value>? {
    report(
      Diagnostic(
        .sugarConflict, "`\(sugar.rawValue)` and the list it stands for are both given",
        at: place, why: "`\(sugar.rawValue)` makes an entry of that list",
        help: "keep one of the two"))
    return nil
  }

  /// Returns `mine` with what only `theirs` has added, object by object.
  mutating func merge(_ mine: Index<Value>, _ theirs: Index<Value>) -> Index<Value> {
    guard case .object(let own) = graph.values[mine], case .object(let other) = graph.values[theirs]
    else { return mine }
    var members = Array(graph.members(in: own))
    for member in Array(graph.members(in: other)) {
      if let position = members.firstIndex(where: { $0.key == member.key }) {
        let own = members[position]
        members[position] = Member(own.key, merge(own.value, member.value), at: own.origin)
      } else {
        members.append(member)
      }
    }
    return make(object: members, at: graph.origin(of: mine))
  }
}
