extension Lowering {
  /// Returns `true` iff `value` is of the type at `type`; reports that `what` is not one if not.
  ///
  /// A run-time value passes where its type is not known.
  mutating func check(
    _ value: Index<Value>, hasType type: NodeIndex, what: String, at node: NodeIndex
  ) -> Bool {
    switch tree.kind(type) {
    case .optionalType:
      if case .null = graph.values[value] { return true }
      guard let inner = tree.firstChild(of: type) else { return false }
      return check(value, hasType: inner, what: what, at: node)
    case .listType: return checkList(value, type, what: what, at: node)
    case .recordType: return checkRecord(value, type, what: what, at: node)
    case .namedType:
      if let declared = declaredType(type) {
        return check(value, hasDeclaredType: declared, type, what: what, at: node)
      }
      guard let scalar = scalarType(type) else { return false }
      guard has(value, scalar) else {
        let wanted = scalar == .integer ? "an Integer" : "a \(scalar.rawValue)"
        report(mistyped(value, wanted: wanted, what: what, at: node))
        return false
      }
      return true
    default: return false
    }
  }

  /// Returns `true` iff `value` is of the type at `declared`, which the word at `name` stands for.
  private mutating func check(
    _ value: Index<Value>, hasDeclaredType declared: NodeIndex, _ name: NodeIndex, what: String,
    at node: NodeIndex
  ) -> Bool {
    guard !notes.openTypes.contains(declared) else {
      report(
        Diagnostic(
          .recursiveDefinition, "the type `\(tree.word(name))` is defined by itself",
          at: tree.span(of: name), why: "what it takes would have no end",
          help: "break the circle with a type that does not depend on it"))
      return false
    }
    notes.openTypes.append(declared)
    defer { notes.openTypes.removeLast() }
    return nested(at: name) { $0.check(value, hasType: declared, what: what, at: node) } ?? false
  }

  /// Returns the type that the word at `node` was declared for by a `type`, if it was.
  mutating func declaredType(_ node: NodeIndex) -> NodeIndex? {
    guard tree.kind(node) == .namedType, ScalarType(rawValue: tree.word(node)) == nil,
      let index = find(symbol(node), in: fileScope(of: node)),
      case .type(let declaration) = term(ofBinding: index)
    else { return nil }
    bindings[index].isUsed = true
    return children(declaration).last.flatMap { tree.isType($0) ? $0 : nil }
  }

  /// Returns the scalar type that the word at `node` means, by way of declared types or not.
  mutating func knownScalar(_ node: NodeIndex) -> ScalarType? {
    var node = node
    for _ in 0..<Self.aliasLimit {
      guard tree.kind(node) == .namedType else { return nil }
      if let scalar = ScalarType(rawValue: tree.word(node)) { return scalar }
      guard let declared = declaredType(node) else { return nil }
      node = declared
    }
    return nil
  }

  /// How many names of types may stand for each other.
  private static let aliasLimit = 100

  /// Returns `true` iff `value` is, or may be, a `type`; an Integer is a Float too.
  private func has(_ value: Index<Value>, _ type: ScalarType) -> Bool {
    guard let found = self.type(of: value) else { return !isBuildTime(value) }
    return found == type || found == .integer && type == .float
  }

  /// Checks the entries of a list.
  private mutating func checkList(
    _ value: Index<Value>, _ type: NodeIndex, what: String, at node: NodeIndex
  ) -> Bool {
    guard let inner = tree.firstChild(of: type), case .list(let run) = graph.values[value] else {
      report(mistyped(value, wanted: "a list", what: what, at: node))
      return false
    }
    for entry in Array(graph.elements(in: run))
    where !check(entry, hasType: inner, what: "an entry of \(what)", at: node) {
      return false
    }
    return true
  }

  /// Checks the members of a record: all that are declared, and no other ones.
  private mutating func checkRecord(
    _ value: Index<Value>, _ type: NodeIndex, what: String, at node: NodeIndex
  ) -> Bool {
    guard case .object(let run) = graph.values[value] else {
      report(mistyped(value, wanted: "an object", what: what, at: node))
      return false
    }
    var declared: [String] = []
    for field in children(type) where tree.kind(field) == .returned {
      let name = keyText(field + 1)
      declared.append(name)
      guard let fieldType = children(field).last, tree.isType(fieldType) else { return false }
      guard let member = graph.member(named: name, of: value) else {
        if tree.kind(fieldType) == .optionalType { continue }
        report(wrongMembers("\(what) has no member `\(name)`", at: place(of: value, in: node)))
        return false
      }
      if !check(member, hasType: fieldType, what: "`\(name)`", at: node) { return false }
    }
    for member in graph.members(in: run) where !declared.contains(graph.text(member.key)) {
      let text = "the type has no member `\(graph.text(member.key))`"
      report(wrongMembers(text, at: place(of: member.value, in: node)))
      return false
    }
    if notes.recordTypes[value]?.contains(type) != true {
      notes.recordTypes[value, default: []].append(type)
    }
    return true
  }

  /// Returns the diagnostic that a record has not the members that its type says.
  private func wrongMembers(_ message: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .wrongType, message, at: span,
      help: "a record has exactly the declared members")
  }

  /// Returns the diagnostic that `value`, or a part of the value at `node`, is not what `what` has to be.
  private func mistyped(
    _ value: Index<Value>, wanted: String, what: String, at node: NodeIndex
  ) -> Diagnostic {
    let whole = wrongType(value, wanted: wanted, what: what, at: node)
    let span = place(of: value, in: node)
    if span == tree.span(of: node) { return whole }
    return Diagnostic(.wrongType, whole.message, at: span, help: whole.help)
  }

  /// Returns where `value` is written if that lies in the node at `node`, and the node's place if not.
  private func place(of value: Index<Value>, in node: NodeIndex) -> SourceSpan {
    let outer = tree.span(of: node)
    guard let span = graph.origin(of: value).span, outer.start <= span.start, span.end <= outer.end,
      !span.isEmpty
    else { return outer }
    return span
  }

  /// Returns the scalar type that the node at `type` names, or `nil` after a report.
  mutating func scalarType(_ type: NodeIndex) -> ScalarType? {
    guard tree.kind(type) == .namedType else {
      if !isMissing(type) {
        report(
          Diagnostic(
            .wrongType, "only a scalar type may stand here", at: tree.span(of: type),
            why:
              "the service knows parameters and outputs of type String, Integer, Float and Boolean",
            help: "pass a list as the text of a JSON list"))
      }
      return nil
    }
    let word = tree.word(type)
    if let scalar = knownScalar(type) { return scalar }
    let name = graph.symbols.find(word)
    if let name, let index = find(name, in: fileScope(of: type)) {
      if case .poisoned = term(ofBinding: index) { return nil }
      report(
        Diagnostic(
          .wrongType, "`\(word)` is no type of a single value", at: tree.span(of: type),
          related: [Label("declared here", at: .text(bindings[index].span))],
          help: "write `String`, `Integer`, `Float` or `Boolean`"))
      return nil
    }
    var diagnostic = Diagnostic(
      .unknownName, "there is no type `\(word)`", at: tree.span(of: type),
      help: "types are `String`, `Integer`, `Float`, `Boolean`, `[T]` and `{ name: T }`")
    let known = ScalarType.allCases.map(\.rawValue)
    let synonyms = ["int": "Integer", "bool": "Boolean", "str": "String", "double": "Float"]
    if let near = synonyms[word.lowercased()] ?? nearest(to: word, in: known) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix(
        "write `\(near)`", replacing: tree.span(of: type), with: near)
    }
    report(diagnostic)
    return nil
  }
}
