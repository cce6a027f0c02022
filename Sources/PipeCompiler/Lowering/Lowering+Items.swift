extension Lowering {
  /// Reads the items at `node` as items of a step of `kind`.
  mutating func read(
    _ node: NodeIndex, of kind: StepKind, _ step: Index<Step>, in outer: Int
  ) -> StepDraft {
    var draft = StepDraft()
    draft.arguments.reserveCapacity(8)
    let scope = makeScope(of: node, inside: outer)
    var items = tree.cursor(in: node)
    while let item = items.next(in: tree) {
      read(item, of: kind, step, in: scope, into: &draft)
    }
    return draft
  }

  /// Makes the scope of what the items at `node` declare.
  mutating func makeScope(of node: NodeIndex, inside outer: Int) -> Int {
    let scope = makeScope(inside: outer)
    var items = tree.cursor(in: node)
    while let item = items.next(in: tree) {
      if tree.kind(item) == .letDeclaration { bind(item + 1, in: scope, to: .unevaluated(item)) }
    }
    return scope
  }

  /// Reads one item.
  private mutating func read(
    _ node: NodeIndex, of kind: StepKind, _ step: Index<Step>, in scope: Int,
    into draft: inout StepDraft
  ) {
    switch tree.kind(node) {
    case .field, .rawField: readField(node, of: kind, in: scope, into: &draft)
    case .afterItem:
      guard let order = tree.firstChild(of: node), claim(.order, node, in: &draft) else { return }
      draft.dependencies += evaluateOrder(order, in: scope)
    case .cacheItem: readCache(node, of: kind, in: scope, into: &draft)
    case .argsItem: readArguments(node, of: kind, in: scope, into: &draft)
    case .descriptionItem:
      guard let text = tree.firstChild(of: node), !isMissing(text),
        claim(.description, node, in: &draft)
      else { return }
      draft.description = evaluateTimeless(text, in: scope)
    case .retryItem: readRetry(node, in: scope, into: &draft)
    case .returnsItem: readReturns(node, of: kind, into: &draft)
    case .inputItem: readInput(node, of: kind, in: scope, into: &draft)
    case .outputItem: readOutput(node, of: kind, step, in: scope, into: &draft)
    case .channelItem: readChannel(node, of: kind, in: scope, into: &draft)
    case .reportItem: readReport(node, of: kind, in: scope, into: &draft)
    case .ifBlock, .forBlock:
      var inner = draft
      forEachChosen(node, in: scope) { lowering, items, scope in
        var cursor = lowering.tree.cursor(in: items)
        while let item = cursor.next(in: lowering.tree) {
          lowering.read(item, of: kind, step, in: scope, into: &inner)
        }
      }
      draft = inner
    case .letDeclaration:
      if let binding = find(symbol(node + 1), in: scope) { _ = term(ofBinding: binding) }
    default: break
    }
  }

  /// Reads a member of the API: of the step itself if it stands there, else of its arguments.
  private mutating func readField(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    let parts = parts(node)
    guard parts.count == 2, !isMissing(parts[0]),
      let key = key(parts[0], in: scope)
    else { return }
    let isRaw = tree.kind(node) == .rawField
    if !isRaw, !isCapitalized(key) {
      if readOverride(graph.text(key), parts[1], in: scope, into: &draft) { return }
      return report(unknownItem(parts[0], of: kind))
    }
    if let field = EnvelopeField(key) {
      return readEnvelope(field, parts[0], parts[1], in: scope, into: &draft)
    }
    coercesMaps = !isRaw && kind != .other
    defer { coercesMaps = true }
    let value = evaluateValue(parts[1], in: scope) ?? unknown(at: parts[1])
    let member = DraftMember(
      key: key, value: place(value, under: key), span: tree.span(of: parts[0]), isRaw: isRaw)
    let isField = kind.hasField(key)
    // The arguments of some types are what the user's own code is given.
    if isField || kind.hasFreeArguments {
      append(member, to: &draft.fields)
    } else {
      append(member, to: &draft.arguments)
    }
  }

  /// Returns `true` iff `key` begins as the members of the API do.
  private func isCapitalized(_ key: Symbol) -> Bool {
    guard let first = graph.symbols[key].first else { return false }
    return first < UInt8(ascii: "a")
  }

  /// Reads `raw: { … }` or `omit: [ … ]`, and returns `true` iff `word` is one of the two.
  private mutating func readOverride(
    _ word: String, _ node: NodeIndex, in scope: Int, into draft: inout StepDraft
  ) -> Bool {
    guard word == "raw" || word == "omit" else { return false }
    (coercesMaps, verbatimObject) = (false, node)
    defer { (coercesMaps, verbatimObject) = (true, -1) }
    guard let value = evaluateValue(node, in: scope) else { return true }
    if word == "omit" {
      draft.omissions += omissions(value, node)
    } else if case .object(let run) = graph.values[value] {
      draft.overrides += graph.members(in: run)
    } else {
      report(wrongType(value, wanted: "an object", what: "`raw`", at: node))
    }
    return true
  }

  /// Appends `member` unless its name is taken, which is reported.
  private mutating func append(_ member: DraftMember, to members: inout [DraftMember]) {
    if members.contains(where: { $0.key == member.key && $0.value != nil }) {
      return report(
        Diagnostic(
          .duplicateKey, "the key `\(graph.text(member.key))` stands here twice", at: member.span,
          why: "JSON readers silently keep one of the two", help: "remove one of them"))
    }
    members.append(member)
  }

  /// Reads a field that every step may have, in API form.
  private mutating func readEnvelope(
    _ field: EnvelopeField, _ name: NodeIndex, _ expression: NodeIndex, in scope: Int,
    into draft: inout StepDraft
  ) {
    let claim: StepDraft.Claim =
      switch field {
      case .dependsOn: .order
      case .cacheConfig: .caching
      case .retryPolicies: .retries
      case .description: .description
      case .displayName: .displayName
      }
    guard self.claim(claim, name, in: &draft), let value = evaluateTimeless(expression, in: scope)
    else { return }
    switch field {
    case .dependsOn:
      draft.dependencies += readDependsOn(value, expression)
      // A list without entries is emitted as one if it is written as one.
      if case .list(let run) = graph.values[value], run.count == 0 {
        draft.overrides.append(Member(.word(.dependsOn), value))
      }
    case .cacheConfig:
      draft.decidesCaching = true
      draft.cacheConfig = value
    case .retryPolicies:
      if !draft.retries.isEmpty { return reportConflict("retry", "RetryPolicies", name) }
      draft.retryPolicies = value
    case .description: draft.description = value
    case .displayName: draft.displayName = value
    }
  }

  /// Notes that `claim` is made at `node`; reports it and returns `false` if it was made already.
  mutating func claim(
    _ claim: StepDraft.Claim, _ node: NodeIndex, in draft: inout StepDraft
  ) -> Bool {
    let span = tree.firstToken(of: node).span
    guard let other = draft.claims.first(where: { $0.claim == claim }) else {
      draft.claims.append((claim, span))
      return true
    }
    let names = [other.span, span].map {
      String(decoding: tree.tokens.bytes[$0.range], as: UTF8.self)
    }
    let isSame = names[0] == names[1]
    report(
      Diagnostic(
        .sugarConflict,
        isSame
          ? "`\(names[1])` is given twice" : "`\(names[0])` and `\(names[1])` are both given",
        at: span, related: [Label("given here", at: .text(other.span))],
        why: isSame ? nil : "they stand for the same field", help: "keep one of the two"))
    return false
  }

  /// Reports that the shorthand `word` and the field it stands for are both given.
  mutating func reportConflict(_ word: String, _ field: String, _ node: NodeIndex) {
    report(
      Diagnostic(
        .sugarConflict, "`\(word)` and `\(field)` are both given",
        at: tree.firstToken(of: node).span,
        why: "`\(word)` stands for an entry of `\(field)`", help: "keep one of the two"))
  }

  /// Returns the diagnostic that the word at `node` begins no item of a step of `kind`.
  private func unknownItem(_ node: NodeIndex, of kind: StepKind) -> Diagnostic {
    let word = tree.word(node)
    let words =
      ["after", "cache", "description", "retry", "raw"]
      + (kind.hasFreeArguments ? ["args"] : [])
      + Sugar.allCases.filter { $0.path(in: kind) != nil }.map(\.rawValue)
    let span = tree.span(of: node)
    var diagnostic = Diagnostic(
      .unknownItem, "`\(word)` is no word of the language in a step", at: span,
      why: "members of the API begin with a capital letter",
      help: "the words here are " + words.map { "`\($0)`" }.joined(separator: ", "))
    let capitalized = word.prefix(1).uppercased() + word.dropFirst()
    if let near = nearest(to: word, in: words) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
    } else {
      diagnostic.label = "did you mean `\(capitalized)`?"
      diagnostic.fix = Fix("write `\(capitalized)`", replacing: span, with: capitalized)
    }
    return diagnostic
  }
}
