extension Lowering {
  /// Reads `cache: 30d`, `cache: true` or `cache: false`.
  mutating func readCache(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    guard let expression = tree.firstChild(of: node), !isMissing(expression),
      claim(.caching, node, in: &draft), let value = evaluateValue(expression, in: scope)
    else { return }
    draft.decidesCaching = true
    let place = origin(expression)
    switch graph.values[value] {
    case .boolean(false): return
    case .boolean(true):
      draft.cacheConfig = make(object: [(.enabled, value)], at: place)
    case .duration, .string:
      let enabled = make(.boolean(true), at: place)
      let expiry = self.place(value, under: .word(.expireAfter))
      draft.cacheConfig = make(
        object: [(.enabled, enabled), (.expireAfter, expiry)], at: place)
    default:
      report(
        wrongType(value, wanted: "a length of time such as `30d`", what: "`cache`", at: expression))
    }
  }

  /// Reads `args: { … }`.
  mutating func readArguments(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    guard let expression = tree.firstChild(of: node), !isMissing(expression),
      claim(.arguments, node, in: &draft)
    else { return }
    guard kind.hasFreeArguments else {
      return report(
        Diagnostic(
          .unknownItem, "`args` means nothing in a \(kind == .other ? "raw" : kind.rawValue) step",
          at: tree.firstToken(of: node).span,
          why: "it is for steps of type `Lambda` and `Callback`",
          help: "write the members of the API instead"))
    }
    coercesMaps = false
    defer { coercesMaps = true }
    guard let value = evaluateValue(expression, in: scope) else { return }
    guard case .object = graph.values[value] else {
      return report(wrongType(value, wanted: "an object", what: "`args`", at: expression))
    }
    draft.freeArguments = value
  }

  /// Reads `retry cause, cause { attempts: … every: … backoff: … until: … }`.
  mutating func readRetry(_ node: NodeIndex, in scope: Int, into draft: inout StepDraft) {
    let parts = children(node)
    if draft.retryPolicies != nil { reportConflict("retry", "RetryPolicies", node) }
    var exceptions: [Index<Value>] = []
    for cause in parts where tree.kind(cause) == .name {
      guard let exception = retryException(cause) else { continue }
      exceptions.append(make(string: exception, at: origin(cause)))
    }
    guard let object = parts.last, tree.kind(object) == .object, !exceptions.isEmpty else { return }
    var members = [Member(.word(.exceptionType), make(list: exceptions, at: origin(node)))]
    for (word, value) in retryFields(object, in: scope) {
      members.append(Member(.word(word), value))
    }
    draft.retries.append(make(object: members, at: origin(node)))
  }

  /// Returns the exception that the word at `node` stands for; reports it if it stands for none.
  private mutating func retryException(_ node: NodeIndex) -> String? {
    let word = tree.word(node)
    if let cause = RetryCause(rawValue: word) { return cause.exception }
    let words = RetryCause.allCases.map(\.rawValue)
    var diagnostic = Diagnostic(
      .unknownItem, "`\(word)` is nothing that can be retried", at: tree.span(of: node),
      help: "it can be " + words.map { "`\($0)`" }.joined(separator: ", "))
    if let near = nearest(to: word, in: words) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: tree.span(of: node), with: near)
    }
    report(diagnostic)
    return nil
  }

  /// The words of a retry policy, with the fields they stand for, in the order of emission.
  private static let retryWords: [(String, Word)] = [
    ("every", .intervalSeconds), ("backoff", .backoffRate), ("attempts", .maxAttempts),
    ("until", .expireAfterMin),
  ]

  /// Returns the fields that the members of the object at `node` stand for, in order of emission.
  private mutating func retryFields(
    _ node: NodeIndex, in scope: Int
  ) -> [(Word, Index<Value>)] {
    var given: [Word: Index<Value>] = [:]
    var written: Set<Word> = []
    for member in tree.children(of: node) {
      let parts = children(member)
      if tree.kind(member) == .spread, let inner = parts.first, !isMissing(inner) {
        for member in spread(inner, in: scope) ?? [] {
          guard let field = retryField(graph.text(member.key), inner) else { continue }
          given[field] = place(member.value, under: .word(field))
        }
      }
      guard tree.kind(member) == .member, parts.count == 2, !isMissing(parts[1]),
        let field = retryField(keyText(parts[0]), parts[0]),
        let value = evaluateValue(parts[1], in: scope)
      else { continue }
      if !written.insert(field).inserted { reportDuplicateKey(parts[0]) }
      given[field] = place(value, under: .word(field))
    }
    return Self.retryWords.compactMap { word in
      given[word.1].map { (word.1, word.1 == .backoffRate ? float($0) : $0) }
    }
  }

  /// Returns the field of a retry policy that `word`, which comes from `node`, stands for; `nil` after
  /// a report.
  private mutating func retryField(_ word: String, _ node: NodeIndex) -> Word? {
    if let field = Self.retryWords.first(where: { $0.0 == word })?.1 { return field }
    report(
      unknownMember(node, named: word, of: "`retry`", candidates: Self.retryWords.map(\.0)))
    return nil
  }

  /// Returns the orders that the expression at `node` behind `after` says.
  mutating func evaluateOrder(_ node: NodeIndex, in scope: Int) -> [Dependency] {
    if isMissing(node) { return [] }
    if tree.kind(node) == .list {
      return tree.children(of: node).filter { !isMissing($0) }
        .flatMap { evaluateOrder($0, in: scope) }
    }
    if tree.kind(node) == .spread {
      return tree.firstChild(of: node).map { evaluateOrder($0, in: scope) } ?? []
    }
    if tree.kind(node) == .comprehension {
      var orders: [Dependency] = []
      _ = forEachRound(of: node, in: scope) { lowering, element, inner in
        orders += lowering.evaluateOrder(element, in: inner)
      }
      return orders
    }
    let term = evaluate(node, in: scope)
    let (step, trigger): (Index<Step>, Trigger)
    switch term {
    case .step(let target): (step, trigger) = (target, .completed)
    case .ended(let target, let how): (step, trigger) = (target, how)
    case .poisoned: return []
    default:
      report(
        Diagnostic(
          .wrongType, "`after` wants steps", at: tree.span(of: node),
          help: "write `after: Prep`, `after: [Prep, Train]` or `after: Train.failed`"))
      return []
    }
    return [Dependency(graph.steps[step].name, trigger: trigger, origin: origin(node))]
  }

  /// Returns the orders that `value`, written as `DependsOn`, says.
  mutating func readDependsOn(_ value: Index<Value>, _ node: NodeIndex) -> [Dependency] {
    guard case .list(let run) = graph.values[value] else {
      report(wrongType(value, wanted: "a list", what: "`DependsOn`", at: node))
      return []
    }
    var orders: [Dependency] = []
    for entry in Array(graph.elements(in: run)) {
      let name = graph.member("Step", of: entry) ?? entry
      guard case .string(let step) = graph.values[name] else {
        report(
          wrongType(entry, wanted: "the name of a step", what: "an entry of `DependsOn`", at: node))
        continue
      }
      var trigger = Trigger.completed
      if let text = graph.string(graph.member("Trigger", of: entry)) {
        guard let known = Trigger(rawValue: text) else {
          report(
            Diagnostic(
              .unknownMember, "a step does not end as `\(text)`",
              at: graph.member("Trigger", of: entry).map { graph.origin(of: $0) } ?? origin(node),
              help: "triggers are "
                + Trigger.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")))
          continue
        }
        trigger = known
      }
      orders.append(Dependency(step, trigger: trigger, origin: graph.origin(of: entry)))
    }
    return orders
  }
}
