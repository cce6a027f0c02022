// What is missing, and what excludes each other.
extension ArgumentWalk {
  /// Reports the members that the structure number `shape` requires and `run` does not have, but for
  /// those that were `meant`.
  mutating func checkRequired(
    _ run: Run, at origin: Origin, as shape: Int, meant: [String]
  ) {
    for position in cache.requiredMembers(of: shape, in: graph.symbols) {
      let member = cache.required[position]
      // What the controller does not take from anyone it gives the API itself.
      if resource != nil, !cache.isServed(member.name, by: shape) { continue }
      if holds(member.symbol, run) || meant.contains(where: { member.name.string == $0 }) {
        continue
      }
      if member.rule >= 0 {
        reportNoRole(cache.rules[member.rule], at: origin)
      } else {
        reportMissing(member, at: origin)
      }
    }
  }

  /// Returns `true` iff `run` has a member whose name has the position `symbol`.
  private func holds(_ symbol: Int, _ run: Run) -> Bool {
    for position in run.range where Int(graph.members[position].key.offset) == symbol {
      return true
    }
    return false
  }

  /// Looks at the members in `run`, and those that were `meant`, together, by the rules about the
  /// structure number `shape`.
  mutating func checkRules(_ run: Run, at origin: Origin, as shape: Int, meant: [String]) {
    if cache.shapes[shape].shape.kind == .union { checkUnion(run, at: origin, as: shape) }
    for position in cache.rules(of: shape, in: graph.symbols) {
      let rule = cache.rules[position]
      if rule.kind.isGroup {
        checkGroup(rule, run, at: origin, meant: meant)
      } else if rule.kind == .check, meant.isEmpty {
        checkTogether(rule.check, run, at: origin)
      }
    }
  }

  /// Reports members in `run` that exclude each other by `rule`, and a choice that is not made.
  private mutating func checkGroup(
    _ rule: ShapeRule, _ run: Run, at origin: Origin, meant: [String]
  ) {
    var (first, last) = (-1, -1)
    for position in run.range {
      let member = graph.members[position]
      guard cache.isAbout(member.key, rule), graph.present(member.value) != nil else { continue }
      if first < 0 { first = position }
      last = position
    }
    if first != last, rule.kind.isExclusive {
      reportExclusive(graph.members[first], graph.members[last], by: rule)
    } else if first < 0, rule.kind.isNeeded, isWhole, !holdsRaw(run),
      !rule.memberNames.contains(where: { meant.contains($0) })
    {
      reportNoChoice(rule, at: origin)
    }
  }

  /// Reports the object in `run` unless it has one member of the union number `shape`.
  private mutating func checkUnion(_ run: Run, at origin: Origin, as shape: Int) {
    var given: [Member] = []
    for member in graph.members(in: run) where graph.present(member.value) != nil {
      if cache.member(member.key, of: shape, in: graph.symbols) == nil { return }
      given.append(member)
    }
    if given.count > 1 {
      reportExclusive(given[0], given[given.count - 1], by: nil)
    } else if given.isEmpty, isWhole {
      let names = Self.choice(among: cache.shapes[shape].shape.members.map(\.name.string))
      report(
        .missingArgument, "\(owner) needs \(names)", at: place(or: origin),
        why: "the API takes one of them", help: "add one of them")
    }
  }

  /// Returns `true` iff `run` has a member that is emitted without a check.
  private func holdsRaw(_ run: Run) -> Bool { graph.members(in: run).contains(where: \.isRaw) }

  /// Reports `count`, that of the entries of `value`, if the shape number `shape` bounds it.
  mutating func checkCount(_ count: UInt32, of value: Index<Value>, as shape: Int) {
    let bounds = cache.bounds(of: shape)
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
    guard run.count > 1, let rule = cache.rule(.unique, of: shape, in: graph.symbols) else {
      return
    }
    var names: [(name: Symbol, value: Index<Value>)] = []
    // Longer lists are reported for their length, and comparing all with all would take long.
    for position in run.range.prefix(1_000) {
      guard case .object(let members) = graph.values[graph.elements[position]],
        let value = graph.members(in: members).last(where: { cache.isAbout($0.key, rule) })?.value,
        case .string(let name) = graph.values[value]
      else { continue }
      if let earlier = names.first(where: { $0.name == name }) {
        diagnostics.report(
          Diagnostic(
            .duplicateEntry,
            "two entries of \(subject) have the `\(rule.members.string)` `\(graph.text(name))`",
            at: graph.origin(of: value),
            related: [Label("the first one", at: graph.origin(of: earlier.value))],
            why: "the entries are told apart by it (\(rule.source.string))",
            help: "rename or remove one of them"))
      }
      names.append((name, value))
    }
  }
}
