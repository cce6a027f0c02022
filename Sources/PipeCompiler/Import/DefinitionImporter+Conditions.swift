// Conditions.
extension DefinitionImporter {
  /// Reads the arguments of the condition `step`.
  mutating func readCondition(_ step: Index<Step>, _ arguments: Member?) {
    let then = graph.regions.append(Region(owner: step, role: .then))
    let otherwise = graph.regions.append(Region(owner: step, role: .otherwise))
    graph.steps[step].body = .condition([], then: then, otherwise: otherwise)
    var conditions: [Index<Condition>] = []
    var (thenSteps, otherSteps): ([Index<Value>], [Index<Value>]) = ([], [])
    for member in members(of: arguments, step) {
      switch member.key {
      case .word(.conditions):
        for entry in list(member, of: "conditions") { conditions.append(condition(entry)) }
      case .word(.ifSteps): thenSteps = list(member, of: "steps")
      case .word(.elseSteps): otherSteps = list(member, of: "steps")
      default:
        reportUnknown(
          member, of: "a Condition step", among: ["Conditions", "IfSteps", "ElseSteps"])
      }
    }
    graph.steps[step].body = .condition(conditions, then: then, otherwise: otherwise)
    for entry in thenSteps { readStep(entry, in: then) }
    for entry in otherSteps { readStep(entry, in: otherwise) }
  }

  /// Returns the condition that `entry` is; one that says nothing after a report.
  private mutating func condition(_ entry: Index<Value>) -> Index<Condition> {
    guard let type = graph.string(graph.member("Type", of: entry)) else {
      report(
        "a condition is an object with a `Type`", at: entry,
        help: "write `{\"Type\": \"Equals\", \"LeftValue\": …, \"RightValue\": …}`")
      return nothing()
    }
    switch type {
    case "Not": return negation(of: part("Condition", of: entry))
    case "Or": return disjunction(entry)
    case "In": return membership(entry)
    case "NotIn": return negated(membership(entry))
    case "NotEquals": return negated(comparison(.equals, entry))
    default:
      if let comparison = Comparison(rawValue: type) { return self.comparison(comparison, entry) }
      reportUnknownCondition(type, of: entry)
      return nothing()
    }
  }

  /// Returns the comparison that `entry` is.
  private mutating func comparison(
    _ comparison: Comparison, _ entry: Index<Value>
  ) -> Index<Condition> {
    checkMembers(of: entry, ["Type", "LeftValue", "RightValue"])
    guard let left = part("LeftValue", of: entry), let right = part("RightValue", of: entry) else {
      return nothing()
    }
    return graph.conditions.append(.comparison(comparison, left: left, right: right))
  }

  /// Returns the membership that `entry` is: as the SDK writes it, or the published schema.
  private mutating func membership(_ entry: Index<Value>) -> Index<Condition> {
    let isSchema = graph.member("Value", of: entry) != nil && graph.member("In", of: entry) != nil
    let keys = isSchema ? ["Value", "In"] : ["QueryValue", "Values"]
    checkMembers(of: entry, ["Type"] + keys)
    guard let query = part(keys[0], of: entry), let options = part(keys[1], of: entry) else {
      return nothing()
    }
    guard case .list(let run) = graph.values[options] else {
      report("the values of `In` are a list, and this is \(graph.kindName(of: options))", at: options)
      return nothing()
    }
    return graph.conditions.append(.membership(query: query, options: run))
  }

  /// Returns the condition that one of those in `entry` holds.
  private mutating func disjunction(_ entry: Index<Value>) -> Index<Condition> {
    checkMembers(of: entry, ["Type", "Conditions"])
    guard let list = part("Conditions", of: entry) else { return nothing() }
    guard let entries = graph.list(list).map({ Array($0) }) else {
      report("the conditions of `Or` are a list, and this is \(graph.kindName(of: list))", at: list)
      return nothing()
    }
    let parts = entries.map { condition($0) }
    graph.conditionLists.append(contentsOf: parts)
    let run = Run(start: graph.conditionLists.count - parts.count, count: parts.count)
    return graph.conditions.append(.or(run))
  }

  /// Returns the condition that the one that `entry` is does not hold.
  private mutating func negation(of entry: Index<Value>?) -> Index<Condition> {
    guard let entry else { return nothing() }
    return negated(condition(entry))
  }

  /// Returns the opposite of `condition`.
  private mutating func negated(_ condition: Index<Condition>) -> Index<Condition> {
    graph.conditions.append(.not(condition))
  }

  /// Returns a condition that says nothing, in place of one about which an error was reported.
  private mutating func nothing() -> Index<Condition> {
    graph.conditions.append(.or(Run(start: 0, count: 0)))
  }

  /// Returns the member `name` of the condition `entry`, or `nil` after reporting that it is missing.
  private mutating func part(_ name: String, of entry: Index<Value>) -> Index<Value>? {
    if let value = graph.member(named: name, of: entry) { return value }
    report("the condition has no `\(name)`", at: entry, help: "add it")
    return nil
  }

  /// Reports members of the condition `entry` other than `known`.
  private mutating func checkMembers(of entry: Index<Value>, _ known: [String]) {
    for member in graph.object(entry) ?? [] where !known.contains(graph.text(member.key)) {
      reportUnknown(member, of: "such a condition", among: known)
    }
  }

  /// Reports that `entry` is a condition of a type that there is not.
  private mutating func reportUnknownCondition(_ type: String, of entry: Index<Value>) {
    let known = Comparison.allCases.map(\.rawValue) + ["In", "Not", "Or"]
    let origin = graph.member("Type", of: entry).map { graph.origin(of: $0) } ?? .synthesized
    let near = nearest(to: type, in: known)
    diagnostics.report(
      Diagnostic(
        .unknownValue, "`\(type)` is not a type of condition", at: origin,
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: near == nil
          ? type == "And"
            ? "all entries of `Conditions` have to hold; write them one by one"
            : "use \(known.map { "`\($0)`" }.joined(separator: ", "))" : nil,
        fix: near.flatMap { near in
          origin.span.map { Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"") }
        }))
  }
}
