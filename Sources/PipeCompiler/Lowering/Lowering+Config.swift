extension Lowering {
  /// Evaluates the `config` at `node`: the value from outside, or its default.
  mutating func evaluateConfig(_ node: NodeIndex, in scope: Int) -> Term {
    let parts = children(node)
    guard parts.count >= 2, !isMissing(parts[1]) else { return .poisoned }
    let name = tree.word(parts[0])
    let value: Index<Value>
    if let given = options.config.lastIndex(where: { $0.name == name }) {
      guard let read = read(given, as: parts[1], for: name, at: parts[0]) else {
        return .poisoned
      }
      value = read
    } else if let given = profileValue(of: name) {
      guard let read = evaluateValue(given, in: fileScope(of: given)) else { return .poisoned }
      guard isBuildTime(read) else {
        report(wrongPhase(what: "the value of a `config`", at: given, reading: read))
        return .poisoned
      }
      guard check(read, hasType: parts[1], what: "the setting `\(name)`", at: given) else {
        return .poisoned
      }
      value = read
    } else if let fallback = parts.dropFirst(2).first, tree.kind(fallback) != .whereClause {
      guard let read = evaluateValue(fallback, in: scope) else { return .poisoned }
      guard isBuildTime(read) else {
        report(wrongPhase(what: "the value of a `config`", at: fallback, reading: read))
        return .poisoned
      }
      guard check(read, hasType: parts[1], what: "the default", at: fallback) else {
        return .poisoned
      }
      value = read
    } else if tree.kind(parts[1]) == .optionalType {
      value = make(.null, at: origin(parts[0]))
    } else {
      reportMissingConfig(name, parts[0])
      return .poisoned
    }
    checkConstraint(of: node, on: value, what: "the value of `\(name)`", in: scope)
    return .value(value)
  }

  /// Reports that the setting `name` has no value.
  private mutating func reportMissingConfig(_ name: String, _ node: NodeIndex) {
    let names = profiles(giving: name).prefix(4).map { "`--profile \($0)`" }
    let choice = names.isEmpty ? "" : ", choose " + names.joined(separator: " or ")
    report(
      Diagnostic(
        .missingConfig, "the setting `\(name)` has no value", at: tree.span(of: node),
        help: "give it with `-D \(name)=…`\(choice), or write a default behind `=`"))
  }

  /// Returns the setting number `setting` from outside as a value of the type at `type`.
  private mutating func read(
    _ setting: Int, as type: NodeIndex, for name: String, at node: NodeIndex
  ) -> Index<Value>? {
    let text = options.config[setting].value
    var inner = type
    while let next = tree.kind(inner) == .optionalType
      ? tree.firstChild(of: inner) : declaredType(inner)
    {
      inner = next
    }
    guard tree.kind(inner) == .namedType else {
      return readExpression(setting, as: type, for: name, at: node)
    }
    guard let scalar = scalarType(inner) else { return nil }
    let place = origin(node)
    switch scalar {
    case .string: return make(string: text, at: place)
    case .boolean where text == "true" || text == "false":
      return make(.boolean(text == "true"), at: place)
    case .integer where Int(text) != nil: return make(number: text, at: place)
    case .float where Self.isJSONNumber(text): return make(number: text, at: place)
    default:
      report(
        Diagnostic(
          .wrongType,
          "the setting `\(name)` must be \(scalar == .integer ? "an" : "a") \(scalar.rawValue),"
            + " and `-D` gives `\(text)`", at: tree.span(of: node)))
      return nil
    }
  }

  /// Returns the list or record that the setting number `setting` from outside spells.
  private mutating func readExpression(
    _ setting: Int, as type: NodeIndex, for name: String, at node: NodeIndex
  ) -> Index<Value>? {
    guard let (expression, mistakes) = program.settings[setting] else {
      report(
        Diagnostic(
          .wrongType, "the setting `\(name)` is no single value, and `-D` gives one",
          at: tree.span(of: node), help: "write a list or an object, as in `-D '\(name)=[\"a\"]'`"))
      return nil
    }
    for mistake in mistakes { report(mistake) }
    guard mistakes.isEmpty, let value = evaluateValue(expression, in: fileScope(of: expression))
    else { return nil }
    let what = "the setting `\(name)`"
    guard isBuildTime(value) else {
      report(wrongPhase(what: what, at: expression, reading: value))
      return nil
    }
    return check(value, hasType: type, what: what, at: expression) ? value : nil
  }

  /// Returns `true` iff `text` is a number as JSON spells it.
  private static func isJSONNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var digits = bytes[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard digits.first?.isDigit == true, digits.last?.isDigit == true,
      digits.count == 1 || digits.first != UInt8(ascii: "0")
        || !digits[digits.startIndex + 1].isDigit
    else { return false }
    return Double(text)?.isFinite ?? false && !text.utf8.contains { $0 | 0x20 == UInt8(ascii: "x") }
  }

  /// Reports every setting given from outside that no `config` declares.
  mutating func checkSettingsAreKnown() {
    let declared = bindings.filter {
      if case .unevaluated(let node) = $0.meaning { return tree.kind(node) == .config }
      return false
    }
    let names = declared.map { graph.text($0.name) }
    for setting in options.config where !names.contains(setting.name) {
      let near = nearest(to: setting.name, in: names).map { "did you mean `-D \($0)=…`?" }
      report(
        Diagnostic(
          .unknownConfig, "`-D` gives the setting `\(setting.name)`, which nothing declares",
          at: .synthesized, help: near ?? "declare it with `config \(setting.name): String`"))
    }
    chooseProfile()
    checkProfiles(against: names)
  }

  /// Checks the `where` of the declaration at `node`, in `scope`, with `it` standing for `value`.
  mutating func checkConstraint(
    of node: NodeIndex, on value: Index<Value>, what: String, in scope: Int
  ) {
    guard let clause = tree.child(of: node, .whereClause),
      let question = tree.firstChild(of: clause)
    else { return }
    let (scopeCount, bindingCount) = (scopes.count, bindings.count)
    let inner = makeScope(inside: scope)
    bind(
      graph.symbols.intern("it"), at: tree.span(of: clause), in: inner, to: .term(.value(value)))
    let holds = buildTimeBoolean(question, in: inner, what: "what stands behind `where`")
    scopes.removeSubrange(scopeCount...)
    bindings.removeSubrange(bindingCount...)
    guard holds == false else { return }
    report(
      Diagnostic(
        .constraintViolated, "\(what) breaks the rule that is declared for it",
        at: graph.origin(of: value), label: "is \(describe(value))",
        related: [Label("the rule", at: origin(question))],
        help: "choose a value that keeps the rule"
      ))
  }
}
