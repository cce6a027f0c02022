// Conditions.
extension DefinitionImporter {
  /// Reads the arguments of the condition `step`.
  mutating func readCondition(_ step: Index<Step>, _ arguments: Member?) {
    let then = graph.regions.append(Region(owner: step, role: .then))
    let otherwise = graph.regions.append(Region(owner: step, role: .otherwise))
    graph.steps[step].body = .condition([], then: then, otherwise: otherwise)
    var conditions: [Index<Condition>] = []
    // Of what could not be read, it is not known what it asks.
    var isRead = graph.object(arguments?.value) != nil
    var (thenSteps, otherSteps): ([Index<Value>], [Index<Value>]) = ([], [])
    for member in members(of: arguments, step) {
      switch member.key {
      case .word(.conditions):
        isRead = isRead && graph.list(member.value) != nil
        for entry in list(member, of: "conditions") { conditions.append(condition(entry)) }
      case .word(.ifSteps): thenSteps = list(member, of: "steps")
      case .word(.elseSteps): otherSteps = list(member, of: "steps")
      default:
        let known = ["Conditions", "IfSteps", "ElseSteps"]
        if reportUnknown(member, of: "a Condition step", among: known) != nil { isRead = false }
      }
    }
    if !isRead, conditions.isEmpty { conditions.append(nothing()) }
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
    case "Not": return negation(entry)
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
    guard let values = parts(["LeftValue", "RightValue"], of: entry) else { return nothing() }
    for value in values { checkOperand(value) }
    return graph.conditions.append(.comparison(comparison, left: values[0], right: values[1]))
  }

  /// Returns the membership that `entry` is: as the SDK writes it, or the published schema.
  private mutating func membership(_ entry: Index<Value>) -> Index<Condition> {
    let isSchema = graph.member("Value", of: entry) != nil && graph.member("In", of: entry) != nil
    let keys = isSchema ? ["Value", "In"] : ["QueryValue", "Values"]
    guard let values = parts(keys, of: entry) else { return nothing() }
    checkOperand(values[0])
    guard case .list(let run) = graph.values[values[1]] else {
      report(
        "the values of `In` are a list, and this is \(graph.kindName(of: values[1]))",
        at: values[1])
      return nothing()
    }
    if run.count == 0 { reportNothingToAsk("`In` has no values", at: values[1]) }
    return graph.conditions.append(.membership(query: values[0], options: run))
  }

  /// Returns the condition that one of those in `entry` holds.
  private mutating func disjunction(_ entry: Index<Value>) -> Index<Condition> {
    guard let list = parts(["Conditions"], of: entry)?.first else { return nothing() }
    guard let entries = graph.list(list).map({ Array($0) }) else {
      report("the conditions of `Or` are a list, and this is \(graph.kindName(of: list))", at: list)
      return nothing()
    }
    if entries.isEmpty { reportNothingToAsk("`Or` has no conditions", at: list) }
    let parts = entries.map { condition($0) }
    graph.conditionLists.append(contentsOf: parts)
    let run = Run(start: graph.conditionLists.count - parts.count, count: parts.count)
    return graph.conditions.append(.or(run))
  }

  /// Returns the condition that the one in `entry` does not hold.
  ///
  /// The SageMaker Python SDK before 2.204 wrote `Expression`, which the service refuses
  /// (aws/sagemaker-python-sdk issue 2746).
  private mutating func negation(_ entry: Index<Value>) -> Index<Condition> {
    for member in graph.object(entry) ?? [] where graph.text(member.key) == "Expression" {
      reportMisspelled(member, of: "a condition of this type", as: "Condition")
      return negated(condition(member.value))
    }
    guard let inner = parts(["Condition"], of: entry)?.first else { return nothing() }
    return negated(condition(inner))
  }

  /// Returns the opposite of `condition`.
  private mutating func negated(_ condition: Index<Condition>) -> Index<Condition> {
    graph.conditions.append(.not(condition))
  }

  /// Returns a condition that says nothing, in place of one about which an error was reported.
  private mutating func nothing() -> Index<Condition> {
    graph.conditions.append(.or(Run(start: 0, count: 0)))
  }

  /// Returns the members `names` of the condition `entry`, which has no others but its type, or `nil`
  /// after reporting that one is missing; one with a misspelled name is reported and taken.
  private mutating func parts(_ names: [String], of entry: Index<Value>) -> [Index<Value>]? {
    var meant: [(name: String, value: Index<Value>)] = []
    let members = graph.object(entry).map { Array($0) } ?? []
    let missing = names.filter { name in !members.contains { graph.text($0.key) == name } }
    let foreign = members.filter { member in
      member.key != .word(.type) && !names.contains(graph.text(member.key))
    }
    for member in foreign {
      if missing.count == 1, foreign.count == 1 {
        reportMisspelled(member, of: "a condition of this type", as: missing[0])
        meant.append((missing[0], member.value))
      } else if let name = reportUnknown(member, of: "a condition of this type", among: names) {
        meant.append((name, member.value))
      }
    }
    let values = names.map { name in
      graph.member(named: name, of: entry) ?? meant.first { $0.name == name }?.value
    }
    let absent = zip(names, values).filter { $0.1 == nil }.map { "no `\($0.0)`" }
    guard absent.isEmpty else {
      report("the condition has \(absent.joined(separator: " and "))", at: entry, help: "add it")
      return nil
    }
    return values.compactMap { $0 }
  }

  /// Reports `value` if nothing can be compared with it.
  private mutating func checkOperand(_ value: Index<Value>) {
    switch graph.values[value] {
    case .null, .list, .object:
      report(
        "conditions compare texts, numbers and truth values, and this is "
          + graph.kindName(of: value), at: value)
    default: return
    }
  }

  /// Reports that a condition has nothing to ask at `value`.
  private mutating func reportNothingToAsk(_ message: String, at value: Index<Value>) {
    diagnostics.report(
      Diagnostic(
        .emptyCondition, message, at: graph.origin(of: value),
        why: "what the service does then is not documented", help: "add one, or remove it"))
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
