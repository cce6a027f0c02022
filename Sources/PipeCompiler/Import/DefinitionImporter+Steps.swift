// Steps.
extension DefinitionImporter {
  /// Reads the step that `entry` is, as one of `region`.
  mutating func readStep(_ entry: Index<Value>, in region: Index<Region>) {
    guard let members = graph.object(entry).map({ Array($0) }) else {
      return report("a step is an object, and this is \(graph.kindName(of: entry))", at: entry)
    }
    guard let name = name(in: members, of: "a step", at: entry),
      let type = typeName(in: members, at: entry)
    else { return }
    let kind = kind(of: type)
    let step = graph.add(
      Step(
        name: name.symbol, kind: kind, typeName: type.symbol, region: region,
        body: .arguments(nil), origin: name.origin))
    let arguments = members.last { $0.key == .word(.arguments) }
    switch kind {
    case .condition: readCondition(step, arguments)
    case .forEach: readForEach(step, arguments)
    default: graph.steps[step].body = .arguments(arguments?.value)
    }
    readFields(members, of: step)
  }

  /// Returns the type that `members` name, and where, or `nil` after a report.
  private mutating func typeName(
    in members: [Member], at entry: Index<Value>
  ) -> (symbol: Symbol, value: Index<Value>)? {
    let found = members.last { $0.key == .word(.type) }?.value
    guard let value = graph.present(found) else {
      report("a step has no `Type`", at: entry, help: "add `\"Type\": \"Training\"`")
      return nil
    }
    guard case .string(let symbol) = graph.values[value] else {
      report("the type of a step is a string, and this is \(graph.kindName(of: value))", at: value)
      return nil
    }
    return (symbol, value)
  }

  /// Returns the kind of step that `type` names; reports it if there is none.
  private mutating func kind(of type: (symbol: Symbol, value: Index<Value>)) -> StepKind {
    let text = graph.text(type.symbol)
    if !text.isEmpty, let kind = StepKind(rawValue: text) { return kind }
    let known = StepKind.allCases.map(\.rawValue).filter { !$0.isEmpty }
    let origin = graph.origin(of: type.value)
    let stem = text.hasSuffix("Step") ? String(text.dropLast(4)) : text
    if let near = Self.formerNames[text] ?? known.first(where: { $0 == stem })
      ?? nearest(to: text, in: known)
    {
      diagnostics.report(
        Diagnostic(
          .unknownStepType, "`\(text)` is no type of step", at: origin,
          label: "did you mean `\(near)`?",
          fix: origin.span.map { Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"") }))
    } else {
      diagnostics.report(
        Diagnostic(
          .unfamiliarStepType, "pipec knows no steps of type `\(text)`", at: origin,
          why: "what such a step holds is not checked",
          help: "the types are \(known.map { "`\($0)`" }.joined(separator: ", "))"))
    }
    return .other
  }

  /// What types are called elsewhere: by the SDK's classes and by the API's operations.
  private static let formerNames = ["CreateModel": "Model", "Register": "RegisterModel"]

  /// Reads what stands beside the name, the type and the arguments of `step`.
  private mutating func readFields(_ members: [Member], of step: Index<Step>) {
    var fields: [Member] = []
    for member in members {
      switch member.key {
      case .word(.name), .word(.type), .word(.arguments): continue
      case .word(.dependsOn): readDependencies(member, of: step)
      case .word(.displayName): graph.steps[step].displayName = graph.present(member.value)
      case .word(.description): graph.steps[step].description = graph.present(member.value)
      case .word(.retryPolicies): graph.steps[step].retryPolicies = graph.present(member.value)
      case .word(.cacheConfig): graph.steps[step].cacheConfig = graph.present(member.value)
      default: fields.append(member)
      }
    }
    graph.steps[step].fields = graph.addMembers(fields)
  }

  /// Reads the steps that `step` waits for.
  private mutating func readDependencies(_ member: Member, of step: Index<Step>) {
    for entry in list(member, of: "names of steps") {
      switch graph.values[entry] {
      case .string(let name):
        graph.steps[step].dependencies.append(
          Dependency(name, trigger: .completed, origin: graph.origin(of: entry)))
      case .object:
        if let dependency = dependency(entry) {
          graph.steps[step].dependencies.append(dependency)
        }
      default:
        report("an entry of `DependsOn` is the name of a step, or says how it ends", at: entry)
      }
    }
  }

  /// Returns the dependency that the object `entry` is, or `nil` after a report.
  private mutating func dependency(_ entry: Index<Value>) -> Dependency? {
    let name = graph.member("Step", of: entry)
    let others = (graph.object(entry) ?? []).filter {
      $0.key != .word(.step) && $0.key != .word(.trigger)
    }
    guard let name, case .string(let symbol) = graph.values[name] else {
      if let member = others.first, name == nil, others.count == 1 {
        reportMisspelled(member, of: "an entry of `DependsOn`", as: "Step")
        return nil
      }
      report(
        "an entry of `DependsOn` names a step", at: entry,
        help: "write `{\"Step\": \"Train\", \"Trigger\": \"Failed\"}`")
      return nil
    }
    for member in others {
      reportUnknown(member, of: "an entry of `DependsOn`", among: ["Step", "Trigger"])
    }
    var trigger = Trigger.completed
    if let value = graph.present(graph.member("Trigger", of: entry)) {
      guard let known = graph.string(value).flatMap({ Trigger(rawValue: $0) }) else {
        reportTrigger(value)
        return nil
      }
      trigger = known
    }
    return Dependency(symbol, trigger: trigger, origin: graph.origin(of: entry))
  }

  /// Reports `value`, which says of no step how it ends.
  private mutating func reportTrigger(_ value: Index<Value>) {
    let text = graph.string(value)
    let known = Trigger.allCases.map(\.rawValue)
    let near = text.flatMap { nearest(to: $0, in: known) }
    diagnostics.report(
      Diagnostic(
        .unknownValue,
        "a step does not end as \(text.map { "`\($0)`" } ?? graph.kindName(of: value))",
        at: graph.origin(of: value), label: near.map { "did you mean `\($0)`?" } ?? "",
        help: near == nil ? "triggers are `Completed`, `Failed`, `Stopped` and `Any`" : nil,
        fix: near.flatMap { near in
          graph.origin(of: value).span.map {
            Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"")
          }
        }))
  }

  /// Reads the arguments of the loop `step`.
  private mutating func readForEach(_ step: Index<Step>, _ arguments: Member?) {
    let body = graph.regions.append(Region(owner: step, role: .body))
    // Of what could not be read, it is not known what it repeats.
    let unknown = graph.add(join: [], at: graph.steps[step].origin)
    let nothing = graph.add(.null, at: graph.steps[step].origin)
    var isRead = graph.object(arguments?.value) != nil
    var loop = ForEach(items: nothing, maxConcurrency: nil, body: body, selector: nil)
    graph.steps[step].body = .forEach(loop)
    var steps: [Index<Value>] = []
    for member in members(of: arguments, step) {
      switch member.key {
      case .word(.iterableItems): loop.items = member.value
      case .word(.maxConcurrency): loop.maxConcurrency = graph.present(member.value)
      case .word(.forEachBody):
        isRead = isRead && graph.list(member.value) != nil
        steps = list(member, of: "steps")
      case .word(.selector):
        if let value = graph.present(member.value) { loop.selector = selector(value) }
      default:
        let known = ["IterableItems", "MaxConcurrency", "Selector", "ForEachBody"]
        if reportUnknown(member, of: "a ForEach step", among: known) != nil { isRead = false }
      }
    }
    graph.steps[step].body = .forEach(loop)
    for entry in steps { readStep(entry, in: body) }
    if !steps.isEmpty, graph.regions[body].steps.isEmpty { isRead = false }
    if !isRead { loop.items = unknown }
    graph.steps[step].body = .forEach(loop)
  }

  /// Returns the rule that `value` is, or `nil` after a report.
  private mutating func selector(_ value: Index<Value>) -> Selector? {
    for member in graph.object(value) ?? [] {
      let known = ["Pick", "Field"]
      guard !known.contains(graph.text(member.key)) else { continue }
      if reportUnknown(member, of: "a selector", among: known) != nil { return nil }
    }
    let pick = graph.string(graph.member("Pick", of: value))
    guard let field = graph.member("Field", of: value), pick == "MaxBy" || pick == "MinBy" else {
      report(
        "a selector has `Pick`, which is `MaxBy` or `MinBy`, and `Field`", at: value,
        help: "write `{\"Pick\": \"MaxBy\", \"Field\": {\"Get\": \"IterationOutput.…\"}}`")
      return nil
    }
    guard case .reference(let index) = graph.values[field],
      case .iterationOutput = graph.references[index].root
    else {
      diagnostics.report(
        Diagnostic(
          .invalidForEach, "the selector does not compare an output of the loop's steps",
          at: graph.origin(of: field), help: "compare `IterationOutput.<step>.<member>`"))
      return nil
    }
    return Selector(takesLargest: pick == "MaxBy", field: field)
  }

  /// Returns the members of `arguments`, which are those of `step`; none after a report.
  mutating func members(of arguments: Member?, _ step: Index<Step>) -> [Member] {
    let type = graph.text(graph.steps[step].typeName)
    guard let value = graph.present(arguments?.value) else {
      diagnostics.report(
        Diagnostic(
          .missingArgument, "a \(type) step needs `Arguments`", at: graph.steps[step].origin,
          why: "they say what the step does", help: "`pipec schema \(type)` lists what there is"))
      return []
    }
    if let members = graph.object(value) { return Array(members) }
    report("`Arguments` is an object, and this is \(graph.kindName(of: value))", at: value)
    return []
  }
}
