// What is missing, and what excludes each other.
extension ArgumentWalk {
  /// Reports the members that the structure number `shape` requires and `run` does not have.
  mutating func checkRequired(_ run: Run, at origin: Origin, as shape: Int) {
    for position in cache.requiredMembers(of: shape, in: graph.symbols) {
      let member = cache.required[position]
      if let symbol = member.symbol, graph.members[run.range].contains(where: { $0.key == symbol }) {
        continue
      }
      let name = member.name.bytes[...]
      if cache.rule(.needless, of: shape, about: name) != nil { continue }
      if let rule = cache.rule(.role, of: shape, about: name) {
        reportNoRole(rule, at: origin)
      } else {
        reportMissing(member, at: origin)
      }
    }
  }

  /// Looks at the members in `run` together, by the rules about the structure number `shape`.
  mutating func checkRules(_ run: Run, at origin: Origin, as shape: Int) {
    if cache.shapes[shape].shape.kind == .union { checkUnion(run) }
    for position in cache.rules(of: shape) {
      let rule = cache.rules[position]
      if rule.kind.isGroup {
        checkGroup(rule, run, at: origin)
      } else if rule.kind == .check {
        checkTogether(rule.check, run, at: origin)
      }
    }
  }

  /// Reports members in `run` that exclude each other by `rule`, and a choice that is not made.
  private mutating func checkGroup(_ rule: ShapeRule, _ run: Run, at origin: Origin) {
    var given: (first: Member, last: Member)?
    var isDouble = false
    for position in run.range {
      let member = graph.members[position]
      guard rule.isAbout(graph.symbols[member.key]), graph.present(member.value) != nil else {
        continue
      }
      isDouble = given != nil
      given = (given?.first ?? member, member)
    }
    if let given, isDouble, rule.kind.isExclusive {
      reportExclusive(given.first, given.last, by: rule)
    } else if given == nil, rule.kind.isNeeded, isWhole, !holdsRaw(run) {
      reportNoChoice(rule, at: origin)
    }
  }

  /// Reports the object in `run` if it has several members, of which the API takes one.
  private mutating func checkUnion(_ run: Run) {
    let given = graph.members(in: run).filter { graph.present($0.value) != nil }
    guard given.count > 1, let first = given.first, let last = given.last else { return }
    reportExclusive(first, last, by: nil)
  }

  /// Returns `true` iff `run` has a member that is emitted without a check.
  private func holdsRaw(_ run: Run) -> Bool { graph.members(in: run).contains(where: \.isRaw) }

  /// Reports `count`, that of the entries of `value`, if the shape number `shape` bounds it.
  mutating func checkCount(_ count: UInt32, of value: Index<Value>, as shape: Int) {
    let bounds = cache.shapes[shape].shape.bounds
    let isTooFew = bounds.least.map { count < $0 } ?? false
    let isTooMany = bounds.most.map { count > $0 } ?? false
    guard isTooFew || isTooMany else { return }
    let limit = (isTooMany ? bounds.most : bounds.least) ?? 0
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    diagnostics.report(
      Diagnostic(
        .wrongCount,
        "\(subject) has \(entries), \(isTooMany ? "more" : "fewer") than \(limit)",
        at: path.last.map(\.origin) ?? graph.origin(of: value),
        why: "the API takes \(bounds.words)",
        help: isTooMany ? "leave some of them out, or put them together" : "add one"))
  }

  /// Reports the entries of the list in `run` that have the same name, if they need one each.
  mutating func checkNames(ofEntries run: Run, as shape: Int) {
    guard run.count > 1, let rule = cache.rule(.unique, of: shape),
      let symbol = graph.symbols.find(rule.members)
    else { return }
    var names: [(name: Symbol, value: Index<Value>)] = []
    // Longer lists are reported for their length, and comparing all with all would take long.
    for position in run.range.prefix(1_000) {
      guard case .object(let members) = graph.values[graph.elements[position]],
        let value = graph.members(in: members).last(where: { $0.key == symbol })?.value,
        case .string(let name) = graph.values[value]
      else { continue }
      if let earlier = names.first(where: { $0.name == name }) {
        diagnostics.report(
          Diagnostic(
            .duplicateEntry,
            "two entries of \(subject) have the `\(rule.members.string)` `\(graph.text(name))`",
            at: graph.origin(of: value),
            related: [Label("the first one", at: graph.origin(of: earlier.value))],
            why: "the entries are told apart by it (\(rule.source.string))", help: "rename or remove one of them"))
      }
      names.append((name, value))
    }
  }
}
