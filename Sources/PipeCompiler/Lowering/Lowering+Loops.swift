// Lists with `for`, `...`, and `if` and `for` among items.

extension Lowering {
  /// Makes the list that the comprehension at `node` describes.
  mutating func evaluateComprehension(_ node: NodeIndex, in scope: Int) -> Term {
    let start = openEntries.count
    defer { openEntries.removeSubrange(start...) }
    var isComplete = true
    let isEvaluated = forEachRound(of: node, in: scope) { lowering, element, inner in
      guard let entry = lowering.evaluateTimeless(element, in: inner) else {
        isComplete = false
        return
      }
      lowering.openEntries.append(entry)
    }
    guard isEvaluated, isComplete else { return .poisoned }
    return .value(make(list: openEntries[start...], at: origin(node)))
  }

  /// Runs `body` with the element of the comprehension at `node` and the scope of every round; returns
  /// `false` after reporting that the rounds are not known.
  mutating func forEachRound(
    of node: NodeIndex, in scope: Int, _ body: (inout Lowering, NodeIndex, Int) -> Void
  ) -> Bool {
    let parts = children(node)
    guard parts.count >= 3, !parts.contains(where: { isMissing($0) }),
      let entries = entries(of: parts[1], in: scope)
    else { return false }
    let (scopeCount, bindingCount) = (scopes.count, bindings.count)
    for entry in entries where spend(at: node, node) {
      let inner = makeScope(inside: scope)
      bind(parts[0], in: inner, to: .term(.value(entry)))
      var isWanted = true
      if parts.count > 3 {
        let what = "the question behind `if`"
        guard let holds = buildTimeBoolean(parts[2], in: inner, what: what) else { return false }
        isWanted = holds
      }
      if isWanted { body(&self, parts[parts.count - 1], inner) }
      scopes.removeSubrange(scopeCount...)
      bindings.removeSubrange(bindingCount...)
    }
    return !hasReachedLimit
  }

  /// Adds the entries that `...` at `node` spreads to the open list; returns `false` after a report.
  mutating func spreadEntries(_ node: NodeIndex, in scope: Int) -> Bool {
    guard let expression = tree.firstChild(of: node), !isMissing(expression),
      let value = evaluateTimeless(expression, in: scope)
    else { return false }
    switch graph.values[value] {
    case .null: return true
    case .list(let run):
      openEntries.append(contentsOf: Array(graph.elements(in: run)))
      return true
    default:
      let what = "what `...` puts into a list"
      report(
        isBuildTime(value)
          ? wrongType(value, wanted: "a list", what: what, at: expression)
          : wrongPhase(what: what, at: expression, reading: value))
      return false
    }
  }

  /// Adds the members that `...` at `node` spreads to the open object, which began at `start`, in place
  /// of earlier ones; returns `false` after a report.
  mutating func spreadMembers(_ node: NodeIndex, since start: Int, in scope: Int) -> Bool {
    guard let expression = tree.firstChild(of: node), !isMissing(expression),
      let members = spread(expression, in: scope)
    else { return false }
    for member in members { replace(member, since: start) }
    return true
  }

  /// Returns the members of the object at `expression`, which stands behind `...`; `nil` after a report.
  mutating func spread(_ expression: NodeIndex, in scope: Int) -> [Member]? {
    guard let value = evaluateTimeless(expression, in: scope) else { return nil }
    switch graph.values[value] {
    case .null: return []
    case .object(let run): return Array(graph.members(in: run))
    default:
      let what = "what `...` puts into an object"
      report(
        isBuildTime(value)
          ? wrongType(value, wanted: "an object", what: what, at: expression)
          : wrongPhase(what: what, at: expression, reading: value))
      return nil
    }
  }

  /// Puts `member` into the open object that began at `start`, in place of one with its key.
  mutating func replace(_ member: Member, since start: Int) {
    if let index = openMembers[start...].firstIndex(where: { $0.key == member.key }) {
      openMembers[index] = member
    } else {
      openMembers.append(member)
    }
  }

  /// Runs `read` with every block of items that the `if` or `for` at `node` chooses, and its scope.
  mutating func forEachChosen(
    _ node: NodeIndex, in scope: Int, _ read: (inout Lowering, NodeIndex, Int) -> Void
  ) {
    if tree.kind(node) == .ifBlock {
      guard let block = chosenBranch(of: node, in: scope) else { return }
      guard tree.kind(block) == .ifBlock else {
        return read(&self, block, makeScope(of: block, inside: scope))
      }
      _ = nested(at: block) { $0.forEachChosen(block, in: scope, read) }
      return
    }
    let parts = children(node)
    guard parts.count == 3, let entries = entries(of: parts[1], in: scope) else { return }
    for entry in entries where spend(at: node, parts[2]) {
      let outer = makeScope(inside: scope)
      bind(parts[0], in: outer, to: .term(.value(entry)))
      read(&self, parts[2], makeScope(of: parts[2], inside: outer))
    }
  }
}
