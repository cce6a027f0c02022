extension Lowering {
  /// Evaluates the call of a function, the program's own or the language's.
  mutating func evaluateCall(_ node: NodeIndex, in scope: Int) -> Term {
    let parts = children(node)
    guard parts.count == 2 else { return .poisoned }
    let name = symbol(parts[0])
    if find(name, in: scope) == nil {
      return evaluateBuiltIn(graph.text(name), node, parts[0], parts[1], in: scope)
    }
    let term = resolve(parts[0], in: scope)
    guard case .function(let function) = term else {
      if case .poisoned = term { return .poisoned }
      report(
        Diagnostic(
          .wrongType, "`\(graph.text(name))` is not a function", at: tree.span(of: parts[0]),
          help: "declare it with `func \(graph.text(name))(…) = …`"))
      return .poisoned
    }
    return apply(function, to: parts[1], at: node, in: scope)
  }

  /// Evaluates the call at `node` of the language's own function `name`.
  private mutating func evaluateBuiltIn(
    _ name: String, _ node: NodeIndex, _ nameNode: NodeIndex, _ arguments: NodeIndex, in scope: Int
  ) -> Term {
    if name == "get" { return evaluateGet(arguments, in: scope) }
    if let function = BuiltInFunction(rawValue: name) {
      return evaluate(function, arguments, at: node, in: scope)
    }
    if name == "raw" { return evaluateRaw(arguments, in: scope) }
    if name == "image" { return evaluateImage(node, arguments, in: scope) }
    if let term = evaluateFileFunction(name, node, arguments, in: scope) { return term }
    if TestWord(rawValue: name) != nil {
      reportMisplacedTestWord(nameNode)
      return .poisoned
    }
    return resolve(nameNode, in: scope, isCalled: true)
  }

  /// Evaluates `get("Steps.X.Member[0]")`: a reference in the definition's own spelling.
  private mutating func evaluateGet(_ arguments: NodeIndex, in scope: Int) -> Term {
    let given = children(arguments).filter { tree.kind($0) == .argument }
    guard given.count == 1, let expression = children(given[0]).last else {
      report(
        Diagnostic(
          .wrongArguments, "`get` takes one argument", at: tree.span(of: arguments),
          help: "write `get(\"Steps.Train.ModelArtifacts.S3ModelArtifacts\")`"))
      return .poisoned
    }
    guard let text = buildTimeString(expression, in: scope, what: "the path") else {
      return .poisoned
    }
    return .value(make(referenceText: text, at: origin(expression)))
  }

  /// Evaluates `raw(x)`: a value that stays as it is, whatever takes it.
  private mutating func evaluateRaw(_ arguments: NodeIndex, in scope: Int) -> Term {
    let given = children(arguments).filter { tree.kind($0) == .argument }
    guard given.count == 1, let expression = children(given[0]).last else {
      report(
        Diagnostic(
          .wrongArguments, "`raw` takes one argument", at: tree.span(of: arguments),
          help: "write `raw({ key: value })`"))
      return .poisoned
    }
    let (outer, outerObject) = (coercesMaps, verbatimObject)
    (coercesMaps, verbatimObject) = (false, expression)
    defer { (coercesMaps, verbatimObject) = (outer, outerObject) }
    guard let value = evaluateTimeless(expression, in: scope) else { return .poisoned }
    verbatimValues.insert(value)
    return .value(value)
  }

  /// Makes the reference that `text` spells, or an unreadable one.
  mutating func make(referenceText text: String, at place: Origin) -> Index<Value> {
    weights.append(1)
    return graph.add(referenceText: text, at: place)
  }

  /// Evaluates the body of `function` with the values of `arguments`.
  private mutating func apply(
    _ function: NodeIndex, to arguments: NodeIndex, at node: NodeIndex, in scope: Int
  ) -> Term {
    guard let formals = tree.child(of: function, .formals), let body = children(function).last
    else { return .poisoned }
    let (scopeCount, bindingCount) = (scopes.count, bindings.count)
    let inner = makeScope(inside: fileScope(of: function))
    defer {
      scopes.removeSubrange(scopeCount...)
      bindings.removeSubrange(bindingCount...)
    }
    guard bindArguments(arguments, to: children(formals), of: function, in: inner, outer: scope)
    else { return .poisoned }
    guard spend(at: node, body) else { return .poisoned }
    let term = evaluate(body, in: inner)
    if let type = children(function).dropFirst(2).dropLast().first, case .value(let value) = term,
      !check(value, hasType: type, what: "the result", at: node)
    {
      return .poisoned
    }
    return term
  }

  /// Binds each formal in `inner` to its argument or default; `false` after a report.
  private mutating func bindArguments(
    _ arguments: NodeIndex, to formals: [NodeIndex], of function: NodeIndex, in inner: Int,
    outer: Int
  ) -> Bool {
    guard let given = gather(arguments, for: formals, of: "function") else { return false }
    for formal in formals {
      let parts = children(formal)
      guard let nameNode = parts.first else { continue }
      let name = symbol(nameNode)
      let hasType = parts.count > 1 && tree.isType(parts[1])
      let fallback = parts.dropFirst(hasType ? 2 : 1).first
      guard let expression = given[name] ?? fallback else {
        reportMissingArgument(nameNode, at: arguments, of: function, formals)
        return false
      }
      let term = evaluate(expression, in: given[name] == nil ? inner : outer)
      if hasType, case .value(let value) = term,
        !check(value, hasType: parts[1], what: "`\(graph.text(name))`", at: expression)
      {
        return false
      }
      bind(name, at: tree.span(of: nameNode), in: inner, to: .term(term))
    }
    return true
  }

  /// Reports that the formal called as the word at `nameNode` gets no argument.
  mutating func reportMissingArgument(
    _ nameNode: NodeIndex, at arguments: NodeIndex, of declaration: NodeIndex,
    _ formals: [NodeIndex]
  ) {
    let kind = tree.kind(declaration) == .template ? "template" : "function"
    report(
      Diagnostic(
        .wrongArguments, "the argument `\(tree.word(nameNode))` is missing",
        at: tree.span(of: arguments),
        related: [Label("the \(kind) is declared here", at: origin(declaration + 1))],
        help: "it takes " + formalNames(formals).joined(separator: ", ")))
  }

  /// Returns the expression that `arguments` give for each of `formals`, by name or position, or `nil`
  /// after reporting that one is given to none.
  mutating func gather(
    _ arguments: NodeIndex, for formals: [NodeIndex], of kind: String
  ) -> [Symbol: NodeIndex]? {
    let names = formals.compactMap { tree.firstChild(of: $0) }.map { symbol($0) }
    var given: [Symbol: NodeIndex] = [:]
    var position = 0
    for argument in tree.children(of: arguments) where tree.kind(argument) == .argument {
      let parts = children(argument)
      guard let expression = parts.last, !isMissing(expression) else { return nil }
      let isNamed = parts.count == 2
      let name = isNamed ? symbol(parts[0]) : position < names.count ? names[position] : nil
      if !isNamed { position += 1 }
      guard let name, names.contains(name), given[name] == nil else {
        let near =
          isNamed ? nearest(to: tree.word(parts[0]), in: names.map { graph.text($0) }) : nil
        report(
          Diagnostic(
            .wrongArguments,
            argumentProblem(name, isNamed ? parts[0] : nil, in: names, of: kind),
            at: tree.span(of: argument), label: near.map { "did you mean `\($0)`?" } ?? "",
            help: "it takes " + formalNames(formals).joined(separator: ", ")))
        return nil
      }
      given[name] = expression
    }
    return given
  }

  /// Returns what is wrong with an argument for the formal `name` of a `kind`, which `node` names if it
  /// is named.
  private func argumentProblem(
    _ name: Symbol?, _ node: NodeIndex?, in names: [Symbol], of kind: String
  ) -> String {
    if let name, names.contains(name) { return "the argument `\(graph.text(name))` is given twice" }
    return node.map { "the \(kind) takes no argument `\(tree.word($0))`" } ?? "too many arguments"
  }

  /// Returns the names of `formals` in backticks.
  private func formalNames(_ formals: [NodeIndex]) -> [String] {
    formals.isEmpty ? ["none"] : formals.map { "`\(tree.word($0))`" }
  }
}
