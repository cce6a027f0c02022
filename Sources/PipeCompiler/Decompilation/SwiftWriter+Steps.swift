// Steps, and what stands beside their arguments.
extension SwiftWriter {
  /// Returns `true` iff the step at `position` can be one of the library's own types.
  mutating func canBeTyped(_ position: Int) -> Bool {
    let step = steps.all[position]
    if step.isStructured { return isStructureKnown(step) }
    if [.condition, .forEach, .other].contains(step.kind) { return false }
    // What is tried here says nothing yet.
    let before = problems
    defer { problems = before }
    current = position
    defer { current = nil }
    if let path = step.kind.rolePath {
      let arguments = document.fields(document.member("Arguments", of: step.members))
      let holder =
        path.tail == nil ? arguments : document.fields(arguments?[document.text(.word(path.head))])
      let role = document.text(.word(path.tail ?? path.head))
      // The library fills in the pipeline's role.
      if holder.map({ $0[role] == nil }) ?? (path.tail == nil) { return false }
    }
    guard call(for: step) != nil else { return false }
    // What has no words beside the arguments has them in a step of no type.
    let count = problems.count
    _ = fieldCalls(of: step, isTyped: true)
    return problems.count == count
  }

  /// Returns `true` iff the library has a step for the condition or loop `step`.
  private mutating func isStructureKnown(_ step: DocumentStep) -> Bool {
    let arguments = document.fields(document.member("Arguments", of: step.members)) ?? [:]
    if step.kind == .condition {
      return arguments["IfSteps"] != nil && arguments["ElseSteps"] != nil
    }
    return arguments["MaxConcurrency"] != nil
  }

  /// Returns the step at `position`, behind `indent` blanks and `start`.
  mutating func step(at position: Int, indent: Int, behind start: String = "") -> String {
    let outer = current
    current = position
    defer { current = outer }
    let step = steps.all[position]
    if step.isStructured, typed.contains(position) {
      return step.kind == .condition
        ? condition(at: position, indent, start) : loop(at: position, indent, start)
    }
    let call = typed.contains(position) ? self.call(for: step) : rawCall(for: step)
    guard let call else { return "" }
    let isTyped = typed.contains(position)
    let calls = fieldCalls(of: step, isTyped: isTyped) + envelope(of: step)
    let node: SwiftNode
    if case .chain(let first, let inner) = call {
      node = .chain(first, inner + calls)
    } else {
      node = calls.isEmpty ? call : .chain(call, calls)
    }
    return node.laidOut(at: indent, behind: start)
  }

  /// Returns the call that makes `step`, without what stands beside its arguments; `nil` if there is none.
  private mutating func call(for step: DocumentStep) -> SwiftNode? {
    guard let members = document.object(document.member("Arguments", of: step.members)) else {
      return nil
    }
    let name = SwiftNode.text(SwiftNames.quoted(step.name))
    switch step.kind {
    case .fail:
      guard members.count == 1, document.text(members[0].key) == "ErrorMessage",
        let message = value(members[0].value, of: "String")
      else { return nil }
      return .group("Fail(", [name, message], ")")
    case .lambda, .callback:
      let (field, label) =
        step.kind == .lambda ? ("FunctionArn", "functionArn") : ("SqsQueueUrl", "sqsQueueUrl")
      guard let place = document.member(field, of: step.members),
        let text = value(place, of: "String")
      else { return nil }
      var arguments = [name, .prefixed("\(label): ", text)]
      if !members.isEmpty {
        let sent = object(members.map { (document.text($0.key), $0.value) })
        arguments.append(.prefixed("arguments: ", sent))
      }
      return .group("\(step.type)(", arguments, ")")
    default:
      if let role, let path = step.kind.rolePath, path.tail == nil {
        let rest = members.filter {
          $0.key != .word(path.head) || !document.isText($0.value, role)
        }
        return request(of: step, rest)
      }
      return request(of: step, members)
    }
  }

  /// Returns the call that makes `step`, which holds a request of `members`, with short forms if that is
  /// the same.
  private mutating func request(of step: DocumentStep, _ members: [Member]) -> SwiftNode? {
    var beside = step.members.filter { step.kind.hasField($0.key) }
    guard beside.allSatisfy({ field in !members.contains { $0.key == field.key } }) else {
      return nil
    }
    var (rest, calls) = (members, [SwiftNode]())
    for (key, form) in SwiftRow.forms(in: step.kind) {
      let list = form == .report ? beside : rest
      guard let position = list.firstIndex(where: { document.text($0.key) == key }),
        let rows = rows(form, of: list[position].value)
      else { continue }
      calls += rows
      if form == .report { beside.remove(at: position) } else { rest.remove(at: position) }
    }
    if !calls.isEmpty, let call = initializer(of: step, rest, beside) {
      guard case .chain(let first, let others) = call else { return .chain(call, calls) }
      return .chain(first, others + calls)
    }
    return initializer(of: step, members, step.members.filter { step.kind.hasField($0.key) })
  }

  /// Returns the call that makes `step` of the `members` of its request and those `beside` it; `nil` if the
  /// library has none.
  private mutating func initializer(
    of step: DocumentStep, _ members: [Member], _ beside: [Member]
  ) -> SwiftNode? {
    let contract = step.kind.contract
    guard let root = contract.arguments,
      let request = StepShapes.model.structure(rootedAt: StaticText(root))
    else { return nil }
    var shapes = [request]
    if let fields = contract.fields, let shape = StepShapes.model.shape(named: fields) {
      shapes.insert(shape, at: 0)
    }
    let name = SwiftNode.text(SwiftNames.quoted(step.name))
    let known = SwiftMember.all(of: shapes)
    let call = initializer("\(step.type)(", [name], members + beside, known, depth: 0)
    guard case .chain(_, let rest)? = call else { return call }
    // What is added as it is becomes an argument, which a member beside them is not.
    let isBeside = rest.contains { node in
      guard case .group(_, let parts, _) = node, case .text(let label)? = parts.first else {
        return false
      }
      return beside.contains { SwiftNames.quoted(document.text($0.key)) == label }
    }
    return isBeside ? nil : call
  }

  /// Returns the call that makes `step` as one of a type that the library does not know.
  private mutating func rawCall(for step: DocumentStep) -> SwiftNode? {
    let arguments = document.member("Arguments", of: step.members)
    guard let members = document.object(arguments) else {
      problem("a step has arguments, and they are an object", arguments)
      return .text("")
    }
    var parts: [SwiftNode] = [
      .text(SwiftNames.quoted(step.name)), .prefixed("type: ", .text(SwiftNames.quoted(step.type))),
    ]
    if !members.isEmpty {
      let object = object(members.map { (document.text($0.key), $0.value) })
      parts.append(.prefixed("arguments: ", object))
    }
    let beside = step.members.filter { isBeside($0) }
    if !beside.isEmpty {
      let object = object(beside.map { (document.text($0.key), $0.value) })
      parts.append(.prefixed("fields: ", object))
    }
    return .group("RawStep(", parts, ")")
  }

  /// Returns `true` iff `member` of a step is none that every step may have.
  private func isBeside(_ member: Member) -> Bool {
    let key = document.text(member.key)
    return !["Name", "Type", "Arguments"].contains(key) && !EnvelopeField.names.contains(key)
  }

  /// Returns the calls for what stands beside the arguments of `step` and is not in its initializer.
  private mutating func fieldCalls(of step: DocumentStep, isTyped: Bool) -> [SwiftNode] {
    var calls: [SwiftNode] = []
    var hasOutputs = false
    if !isTyped { return [] }
    for member in step.members where isBeside(member) {
      let key = document.text(member.key)
      if key == "OutputParameters", step.kind.hasFreeArguments {
        hasOutputs = true
        calls += returns(member.value)
      } else if !step.kind.hasField(member.key) {
        problem(
          "a step of type `\(step.type)` has no member `\(key)` beside its arguments", member.value)
      }
    }
    if step.kind.hasFreeArguments, !hasOutputs {
      problem("a step of type `\(step.type)` always has `OutputParameters`", nil)
    }
    return calls
  }

  /// Returns the calls that declare the outputs in the list `value`.
  private mutating func returns(_ value: Index<Value>) -> [SwiftNode] {
    guard let entries = document.list(value) else {
      problem("`OutputParameters` is no list", value)
      return []
    }
    return entries.compactMap { entry in
      guard let fields = document.fields(entry), fields.count == 2,
        let name = document.text(fields["OutputName"]),
        let type = document.text(fields["OutputType"]).flatMap({ ScalarType(rawValue: $0) })
      else {
        problem("an output parameter has a name and a type", entry)
        return nil
      }
      let end = type == .string ? "" : ", as: \(type.swiftContent).self"
      return .text(".returns(\(SwiftNames.quoted(name))\(end))")
    }
  }

  /// Returns the calls for what every step may have beside its arguments.
  mutating func envelope(of step: DocumentStep) -> [SwiftNode] {
    var calls: [SwiftNode] = []
    for member in step.members {
      switch document.text(member.key) {
      case "DependsOn": calls += order(member.value)
      case "Description":
        if let text = value(member.value, of: "String") {
          calls.append(.group(".described(", [text], ")"))
        } else {
          problem("a description is a text", member.value)
        }
      case "DisplayName":
        if let text = value(member.value, of: "String") {
          calls.append(.group(".displayed(", [.prefixed("as: ", text)], ")"))
        } else {
          problem("a display name is a text", member.value)
        }
      case "CacheConfig": calls += cache(member.value)
      case "RetryPolicies": calls += retries(member.value)
      default: continue
      }
    }
    return calls
  }

  /// Returns the call that says which steps a step waits for.
  private mutating func order(_ value: Index<Value>) -> [SwiftNode] {
    guard let entries = document.list(value), !entries.isEmpty else {
      problem("`DependsOn` is a list of steps, and left out if there are none", value)
      return []
    }
    var endings: [SwiftNode] = []
    for entry in entries {
      let fields = document.fields(entry)
      let name = document.text(entry) ?? document.text(fields?["Step"])
      let triggers = ["Failed": ".failed", "Stopped": ".stopped", "Any": ".finished"]
      let end =
        document.text(entry) != nil
        ? "" : document.text(fields?["Trigger"]).flatMap { triggers[$0] }
      guard let name, let position = steps.byName[name], position != current, let end,
        steps.all[position].kind != .fail || !typed.contains(position),
        document.text(entry) != nil || fields?.count == 2
      else {
        problem("what a step waits for is another step of the pipeline, or how it ends", entry)
        continue
      }
      endings.append(.text(variables[position] + end))
    }
    return [.group(".after(", endings, ")")]
  }

  /// Returns the call for the configuration `value` of the cache.
  private mutating func cache(_ value: Index<Value>) -> [SwiftNode] {
    let fields = document.fields(value) ?? [:]
    if let enabled = fields["Enabled"], case .boolean(let flag) = document.graph.values[enabled] {
      if fields.count == 1 { return [.text(".cache(enabled: \(flag))")] }
      if fields.count == 2, flag, let text = document.text(fields["ExpireAfter"]) {
        let length = TimeSpelling.length(ofISO: text)
        return [
          .text(".cache(\(length ?? "expiringAfter: \(SwiftNames.quoted(text))"))")
        ]
      }
    }
    problem("a cache is on or off, for a length of time such as `P30D`", value)
    return []
  }

  /// Returns the calls for the list `value` of retry policies.
  private mutating func retries(_ value: Index<Value>) -> [SwiftNode] {
    guard let entries = document.list(value), !entries.isEmpty else {
      problem("`RetryPolicies` is a list of policies, and left out if there are none", value)
      return []
    }
    return entries.compactMap { entry in
      if let call = retry(entry) { return call }
      problem("a retry policy has exception types, whole numbers and a rate with a point", entry)
      return nil
    }
  }

  /// Returns the call for the retry policy `value`.
  private mutating func retry(_ value: Index<Value>) -> SwiftNode? {
    guard let fields = document.fields(value), let types = document.list(fields["ExceptionType"])
    else { return nil }
    var parts: [SwiftNode] = []
    for type in types {
      guard let text = document.text(type) else { return nil }
      let cause = RetryCause.allCases.first { $0.exception == text }
      parts.append(.text(cause.map { ".\($0.rawValue)" } ?? SwiftNames.quoted(text)))
    }
    let known = [
      "ExceptionType", "MaxAttempts", "IntervalSeconds", "BackoffRate", "ExpireAfterMin",
    ]
    guard fields.keys.allSatisfy({ known.contains($0) }) else { return nil }
    if let attempts = fields["MaxAttempts"] {
      guard let node = self.value(attempts, of: "Int") else { return nil }
      parts.append(.prefixed("attempts: ", node))
    }
    if let interval = fields["IntervalSeconds"] {
      guard let number = document.wholeNumber(interval) else { return nil }
      parts.append(.text("every: .seconds(\(number))"))
    }
    if let rate = fields["BackoffRate"] {
      guard let node = self.value(rate, of: "Double", under: "BackoffRate") else { return nil }
      parts.append(.prefixed("backoff: ", node))
    }
    if let limit = fields["ExpireAfterMin"] {
      guard let number = document.wholeNumber(limit), number < 1_000_000 else { return nil }
      parts.append(.text("until: .minutes(\(number))"))
    }
    return .group(".retry(", parts, ")")
  }
}

extension TimeSpelling {
  /// Returns how Swift spells the length of time `text`, such as `P30D`, if it would be spelled so again.
  static func length(ofISO text: String) -> String? {
    for (start, end, word, unit) in [
      ("P", "D", "days", 86_400), ("PT", "H", "hours", 3_600), ("PT", "M", "minutes", 60),
      ("PT", "S", "seconds", 1),
    ] {
      guard text.hasPrefix(start), text.hasSuffix(end),
        let number = UInt32(text.dropFirst(start.count).dropLast()), number < 40_000, number > 0,
        isoDuration(number * UInt32(unit)) == text
      else { continue }
      return ".\(word)(\(number))"
    }
    return nil
  }
}
