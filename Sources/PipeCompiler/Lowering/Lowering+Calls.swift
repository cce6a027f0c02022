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

  /// The functions of the language that are not there yet.
  private static let plannedFunctions: Set<String> = [
    "base64", "contains", "count", "endsWith", "join", "keys", "lower", "max", "min", "range",
    "replace", "sha256", "sorted", "split", "startsWith", "upper",
    "values",
  ]

  /// Evaluates the call at `node` of the language's own function `name`.
  private mutating func evaluateBuiltIn(
    _ name: String, _ node: NodeIndex, _ nameNode: NodeIndex, _ arguments: NodeIndex, in scope: Int
  ) -> Term {
    if name == "get" { return evaluateGet(arguments, in: scope) }
    if name == "image" { return evaluateImage(node, arguments, in: scope) }
    if let term = evaluateFileFunction(name, node, arguments, in: scope) { return term }
    if Self.plannedFunctions.contains(name) {
      report(.notSupportedYet("the function `\(name)`", at: tree.span(of: nameNode)))
      return .poisoned
    }
    return resolve(nameNode, in: scope)
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
    let inner = makeScope(inside: 0)
    defer {
      scopes.removeSubrange(scopeCount...)
      bindings.removeSubrange(bindingCount...)
    }
    guard bindArguments(arguments, to: children(formals), of: function, in: inner, outer: scope)
    else { return .poisoned }
    guard calls < Self.callLimit else {
      reportLimit(at: node, "functions are called more than \(Self.callLimit) times")
      return .poisoned
    }
    calls += 1
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
    var terms: [Symbol: (term: Term, node: NodeIndex)] = [:]
    guard gather(arguments, for: formals, into: &terms, in: outer) else { return false }
    for formal in formals {
      let parts = children(formal)
      guard let nameNode = parts.first else { continue }
      let name = symbol(nameNode)
      let hasType = parts.count > 1 && tree.isType(parts[1])
      var given = terms[name]
      if given == nil, let fallback = parts.dropFirst(hasType ? 2 : 1).first {
        given = (evaluate(fallback, in: inner), fallback)
      }
      guard let given else {
        report(
          Diagnostic(
            .wrongArguments, "the argument `\(graph.text(name))` is missing",
            at: tree.span(of: arguments),
            related: [Label("the function is declared here", at: origin(function + 1))],
            help: "it takes " + formalNames(formals).joined(separator: ", ")))
        return false
      }
      if hasType, case .value(let value) = given.term,
        !check(value, hasType: parts[1], what: "`\(graph.text(name))`", at: given.node)
      {
        return false
      }
      bind(name, at: tree.span(of: nameNode), in: inner, to: .term(given.term))
    }
    return true
  }

  /// Evaluates `arguments` in `outer` and assigns them to formals by name or position.
  private mutating func gather(
    _ arguments: NodeIndex, for formals: [NodeIndex],
    into terms: inout [Symbol: (term: Term, node: NodeIndex)], in outer: Int
  ) -> Bool {
    let names = formals.compactMap { tree.firstChild(of: $0) }.map { symbol($0) }
    var position = 0
    for argument in tree.children(of: arguments) where tree.kind(argument) == .argument {
      let parts = children(argument)
      guard let expression = parts.last, !isMissing(expression) else { return false }
      let isNamed = parts.count == 2
      let name = isNamed ? symbol(parts[0]) : position < names.count ? names[position] : nil
      if !isNamed { position += 1 }
      guard let name, names.contains(name), terms[name] == nil else {
        let near =
          isNamed ? nearest(to: tree.word(parts[0]), in: names.map { graph.text($0) }) : nil
        report(
          Diagnostic(
            .wrongArguments,
            argumentProblem(name, isNamed ? parts[0] : nil, in: names), at: tree.span(of: argument),
            label: near.map { "did you mean `\($0)`?" } ?? "",
            help: "it takes " + formalNames(formals).joined(separator: ", ")))
        return false
      }
      terms[name] = (evaluate(expression, in: outer), expression)
    }
    return true
  }

  /// Returns what is wrong with an argument for the formal `name`, which `node` names if it is named.
  private func argumentProblem(
    _ name: Symbol?, _ node: NodeIndex?, in names: [Symbol]
  ) -> String {
    if let name, names.contains(name) { return "the argument `\(graph.text(name))` is given twice" }
    return node.map { "the function takes no argument `\(tree.word($0))`" } ?? "too many arguments"
  }

  /// Returns the names of `formals` in backticks.
  private func formalNames(_ formals: [NodeIndex]) -> [String] {
    formals.isEmpty ? ["none"] : formals.map { "`\(tree.word($0))`" }
  }
}
