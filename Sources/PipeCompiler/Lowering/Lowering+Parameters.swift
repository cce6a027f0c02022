// Parameters: what `param` declares.
extension Lowering {
  /// Adds the parameter that the declaration at `node` in `scope` describes.
  mutating func declareParameter(_ node: NodeIndex, in scope: Int) {
    let parts = children(node)
    guard let nameNode = parts.first, !isMissing(nameNode) else { return }
    let home = scopes[scope].home
    var parameter = Parameter(
      name: madeName(symbol(nameNode), in: scope), type: .string, origin: origin(nameNode))
    var unevaluated: NodeIndex?
    if let display = tree.child(of: node, .displayName), let text = tree.firstChild(of: display) {
      parameter.origin = origin(text)
      if tree.kind(text) == .string {
        let decoded = StringDecoder(tree.tokens).decode(Int(tree.nodes[text].firstToken))
        parameter.name = madeName(graph.symbols.intern(decoded), in: scope)
      } else {
        unevaluated = text
      }
    }
    let reference = make(
      reference: .parameter(parameter.name), path: [], at: origin(nameNode))
    if !isDuplicateParameter(node, in: home) {
      bindMade(nameNode, in: home, to: .term(.value(reference)))
    }
    if let type = parts.first(where: { tree.isType($0) }), let scalar = scalarType(type) {
      parameter.type = scalar
    }
    let index = graph.parameters.append(parameter)
    declared.parameters.append((node, scope))
    guard let unevaluated else { return }
    declared.unnamedParameters.append((index, unevaluated, reference))
    // At the top of a file, names that the text uses may be declared later.
    if isExpanding { nameParameters() }
  }

  /// Gives every parameter with an interpolated name that name, and lets its reference follow.
  mutating func nameParameters() {
    for (parameter, text, value) in declared.unnamedParameters {
      let scope = declared.parameters[Int(parameter.offset)].scope
      guard let name = buildTimeString(text, in: scope, what: "the name of a parameter") else {
        continue
      }
      let symbol = madeName(graph.symbols.intern(name), in: scope)
      graph.parameters[parameter].name = symbol
      graph.direct(value, toParameter: symbol)
    }
    declared.unnamedParameters = []
  }

  /// `true` iff the parameter at `node` has the name of another one in the definition too.
  ///
  /// A check of the graph reports that, so it is not said twice.
  private mutating func isDuplicateParameter(_ node: NodeIndex, in home: Int) -> Bool {
    guard let other = binding(of: symbol(node + 1), in: home), !bindings[other].isPending else {
      return false
    }
    let span = bindings[other].span
    guard let first = declared.parameters.first(where: { tree.span(of: $0.node + 1) == span })
    else {
      return false
    }
    return [first.node, node].allSatisfy { tree.child(of: $0, .displayName) == nil }
  }

  /// Evaluates the default and the allowed values of every parameter.
  mutating func fillParameters() {
    for (offset, (node, scope)) in declared.parameters.enumerated() {
      trace(scopes[scope].instance) { $0.fill(Index<Parameter>(offset), from: node, in: scope) }
    }
  }

  /// Fills the parameter at `index` from its declaration at `node`, which stands in `scope`.
  private mutating func fill(_ index: Index<Parameter>, from node: NodeIndex, in scope: Int) {
    if let object = overrides(of: node) { override(index, as: object, in: scope) }
    guard hasKnownType(node) else { return }
    for part in children(node) {
      switch tree.kind(part) {
      case .name, .displayName, .namedType, .listType, .recordType, .optionalType, .missing,
        .whereClause:
        continue
      case .enumeration:
        guard let list = tree.firstChild(of: part) else { continue }
        graph.parameters[index].enumeration = evaluateValue(list, in: scope)
      default:
        let value = evaluateDefault(part, in: scope)
        graph.parameters[index].defaultValue = value
        graph.parameters[index].keepsDefault =
          value.map { verbatimValues.contains($0) } ?? false
      }
    }
    guard let value = graph.parameters[index].defaultValue, isBuildTime(value) else { return }
    let name = graph.text(graph.parameters[index].name)
    checkConstraint(of: node, on: value, what: "the default of `\(name)`", in: scope)
  }

  /// Returns the object that the parameter at `node` is emitted as, if it is given.
  private func overrides(of node: NodeIndex) -> NodeIndex? {
    guard let last = children(node).last, tree.kind(last) == .object else { return nil }
    return children(node).contains { tree.isType($0) } ? nil : last
  }

  /// Lets the parameter at `index` be emitted as the object at `node`, which stands in `scope`.
  private mutating func override(_ index: Index<Parameter>, as node: NodeIndex, in scope: Int) {
    (coercesMaps, verbatimObject) = (false, node)
    defer { (coercesMaps, verbatimObject) = (true, -1) }
    guard let value = evaluateValue(node, in: scope), case .object(let run) = graph.values[value]
    else {
      return
    }
    graph.parameters[index].overrides = run
    let type = graph.string(graph.member("Type", of: value)).flatMap { ScalarType(rawValue: $0) }
    graph.parameters[index].type = type ?? .string
    let initial = graph.member("DefaultValue", of: value)
    if let initial, self.type(of: initial) == graph.parameters[index].type {
      graph.parameters[index].defaultValue = initial
    }
  }

  /// `true` iff the parameter at `node` has one of the types that there are.
  private mutating func hasKnownType(_ node: NodeIndex) -> Bool {
    tree.child(of: node, .namedType).map { knownScalar($0) != nil } ?? false
  }

  /// Returns the value of the default at `node`, which must be known at build time.
  private mutating func evaluateDefault(_ node: NodeIndex, in scope: Int) -> Index<Value>? {
    guard let value = evaluateTimeless(node, in: scope) else { return nil }
    guard isBuildTime(value) else {
      report(wrongPhase(what: "the default of a parameter", at: node, reading: value))
      return nil
    }
    return value
  }
}
