// What is missing, and what excludes each other.
extension ArgumentWalk {
  /// Reports the members that the structure number `shape` requires and `run` does not have.
  mutating func checkRequired(_ run: Run, at origin: Origin, as shape: Int) {
    for position in cache.requiredMembers(of: shape, in: graph.symbols) {
      let member = cache.required[position]
      if let symbol = member.symbol, graph.members[run.range].contains(where: { $0.key == symbol }) {
        continue
      }
      let owner = cache.shapes[shape].shape.name
      switch Relaxation.of(member.name, in: owner) {
      case .needless: continue
      case .doubtful: reportNoRole(member.name, at: origin)
      case nil: reportMissing(member, at: origin)
      }
    }
  }

  /// Reports members in `run` that exclude each other, and choices that are not made.
  mutating func checkGroups(_ run: Run, at origin: Origin, as shape: Int) {
    if cache.shapes[shape].shape.kind == .union { checkUnion(run, at: origin) }
    for position in cache.groups(of: shape) {
      let group = ArgumentGroup.all[position]
      var given: [Member] = []
      for position in run.range {
        let member = graph.members[position]
        guard graph.present(member.value) != nil else { continue }
        let name = graph.symbols[member.key]
        if group.members.contains(where: { StaticText($0).equals(name) }) { given.append(member) }
      }
      if given.count > 1, group.rule != .atLeastOne {
        reportExclusive(given, isCertain: group.isCertain)
      } else if given.isEmpty, group.rule != .atMostOne, !holdsRaw(run) {
        let names = group.members.map { "\($0)" }
        reportNoChoice(names, isCertain: group.isCertain, at: origin)
      }
    }
    for position in cache.rules(of: shape) { ArgumentRule.all[position].check(&self, run, origin) }
  }

  /// Reports the object in `run` unless it has one member, as the API asks for.
  private mutating func checkUnion(_ run: Run, at origin: Origin) {
    let given = graph.members(in: run).filter { graph.present($0.value) != nil }
    if given.count > 1 { reportExclusive(given, isCertain: true) }
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
        why: "the API takes \(Self.range(bounds.least, bounds.most))",
        help: isTooMany ? "leave some of them out, or put them together" : "add one"))
  }

  /// Reports the entries of the list in `run` that have the same name, if they need one each.
  mutating func checkNames(ofEntries run: Run, as shape: Int) {
    guard run.count > 1, let key = KeyedList.uniqueKey(of: cache.shapes[shape].shape.name),
      let symbol = graph.symbols.find(StaticText(key))
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
            "two entries of \(subject) have the `\(key)` `\(graph.text(name))`",
            at: graph.origin(of: value),
            related: [Label("the first one", at: graph.origin(of: earlier.value))],
            why: "the entries are told apart by it", help: "rename or remove one of them"))
      }
      names.append((name, value))
    }
  }

  /// Returns how many of something there may be, in words.
  static func range(_ least: Int?, _ most: Int?) -> String {
    switch (least, most) {
    case (let least?, let most?) where least == most: "exactly \(least)"
    case (let least?, let most?): "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number"
    }
  }
}
