extension Lowering {
  /// Adds the name that the node `nameNode` spells to `scope`, or reports that it is taken.
  mutating func bind(_ nameNode: NodeIndex, in scope: Int, to meaning: Binding.Meaning) {
    guard !isMissing(nameNode) else { return }
    let name = symbol(nameNode)
    if let other = binding(of: name, in: scope) {
      return report(
        Diagnostic(
          .duplicateName, "`\(graph.text(name))` is declared twice",
          at: tree.span(of: nameNode), label: "declared again here",
          related: [Label("first declared here", at: .text(bindings[other].span))],
          help: "give one of them another name"))
    }
    bind(name, at: tree.span(of: nameNode), in: scope, to: meaning)
  }

  /// Adds `name` to `scope`, in place of what it meant there before.
  mutating func bind(
    _ name: Symbol, at span: SourceSpan, in scope: Int, to meaning: Binding.Meaning
  ) {
    positions.set(bindings.count, for: key(of: name, in: scope))
    bindings.append(Binding(name: name, span: span, scope: scope, meaning: meaning))
  }

  /// Makes a scope inside `parent`.
  mutating func makeScope(inside parent: Int) -> Int {
    let outer = scopes[parent]
    scopes.append(
      Scope(parent: parent, home: outer.home, trunk: outer.trunk, instance: outer.instance))
    return scopes.count - 1
  }

  /// Makes a scope inside `parent` that names of steps belong to: of a loop's round, or of an
  /// instance of a template.
  mutating func makeHome(inside parent: Int, instance: Int? = nil) -> Int {
    let (outer, number) = (scopes[parent], scopes.count)
    scopes.append(
      Scope(
        parent: parent, home: number, trunk: instance == nil ? outer.trunk : number,
        instance: instance ?? outer.instance))
    return number
  }

  /// Returns the binding of `name` that is visible in `scope`.
  @inline(__always)
  func find(_ name: Symbol, in scope: Int) -> Int? {
    var scope = scope
    while scope >= 0 {
      if let binding = binding(of: name, in: scope) { return binding }
      scope = scopes[scope].parent
    }
    return nil
  }

  /// Returns the binding of `name` in `scope` itself.
  @inline(__always)
  func binding(of name: Symbol, in scope: Int) -> Int? {
    guard let position = positions[key(of: name, in: scope)], position < bindings.count,
      bindings[position].name == name, bindings[position].scope == scope
    else { return nil }
    return position
  }

  /// Returns the key of `name` in `scope` among the positions.
  private func key(of name: Symbol, in scope: Int) -> Int { (scope + 1) << 32 | Int(name.offset) }

  /// Returns what the word at `node`, which may be called with arguments, means in `scope`; reports it if it
  /// means nothing.
  mutating func resolve(_ node: NodeIndex, in scope: Int, isCalled: Bool = false) -> Term {
    let name = symbol(node)
    if let binding = find(name, in: scope) {
      bindings[binding].isUsed = true
      let term = term(ofBinding: binding, usedAt: node)
      switch term {
      case .step, .instance, .family, .pending: mentionsStep = true
      default: break
      }
      return read(term, at: node)
    }
    if let namespace = Namespace(rawValue: graph.text(name)) { return .namespace(namespace) }
    if graph.symbols[name].elementsEqual("item".utf8) { return currentItem(node) }
    let diagnostic = unknownName(node, in: scope, isCalled)
    if diagnostic.fix != nil || notes.unknownNames.insert(name).inserted { report(diagnostic) }
    return .poisoned
  }

  /// Returns `term` as it is read at `node`: a parameter's value is where it is used.
  private mutating func read(_ term: Term, at node: NodeIndex) -> Term {
    guard case .value(let value) = term, case .reference(let index) = graph.values[value],
      case .parameter = graph.references[index].root
    else { return term }
    return .value(make(.reference(index), at: origin(node)))
  }

  /// Returns the item of the ForEach step, which a check finds to be inside one or not.
  private mutating func currentItem(_ node: NodeIndex) -> Term {
    .value(make(reference: .currentItem, path: [], at: origin(node)))
  }

  /// Returns what the name with the number `index` means, evaluating it if need be.
  mutating func term(ofBinding index: Int, usedAt use: NodeIndex? = nil) -> Term {
    switch bindings[index].meaning {
    case .term(let term): return term
    case .imported(let original):
      bindings[original].isUsed = true
      return term(ofBinding: original, usedAt: use)
    case .pending, .pendingParameter:
      guard isExpanding else {
        reportUntaken(index, usedAt: use)
        return .poisoned
      }
      guard case .pendingParameter = bindings[index].meaning, let use else { return .pending }
      mentionsStep = true
      return .value(unknown(at: use))
    case .evaluating:
      reportRecursion(index, usedAt: use)
      return .poisoned
    case .unevaluated(let node):
      let scope = bindings[index].scope
      return evaluate(index, at: node) { $0.evaluateDeclaration(node, in: scope) }
    case .argument(let expression, let scope, let formal):
      return evaluate(index, at: expression) {
        $0.evaluateArgument(expression, in: scope, for: formal)
      }
    }
  }

  /// Evaluates what the name with the number `index` means by `body`, and keeps it.
  ///
  /// What mentions a step before all are there is evaluated again afterwards, and only then reported.
  private mutating func evaluate(
    _ index: Int, at node: NodeIndex, _ body: (inout Lowering) -> Term
  ) -> Term {
    let meaning = bindings[index].meaning
    bindings[index].meaning = .evaluating
    let outer = (mentionsStep, currentInstance)
    let earlier = isExpanding ? diagnostics : nil
    mentionsStep = false
    currentInstance = scopes[bindings[index].scope].instance
    let term = nested(at: node, body) ?? .poisoned
    bindings[index].meaning = .term(term)
    if mentionsStep, let earlier, !hasReachedLimit {
      diagnostics = earlier
      earlyValues.append((index, meaning))
    }
    (mentionsStep, currentInstance) = (outer.0 || mentionsStep, outer.1)
    return term
  }

  /// Reports that the step or use with the number `index` is not made, because its `if` does not hold.
  private mutating func reportUntaken(_ index: Int, usedAt use: NodeIndex?) {
    let binding = bindings[index]
    report(
      Diagnostic(
        .unknownName, "`\(graph.text(binding.name))` is not part of this pipeline",
        at: use.map { origin($0) } ?? .text(binding.span),
        related: [Label("declared here", at: .text(binding.span))],
        why: "the `if` or `use` that it is declared by does not make it",
        help: "put what uses it into the same `if`"))
  }

  /// Evaluates the `let` or `config` at `node`.
  private mutating func evaluateDeclaration(_ node: NodeIndex, in scope: Int) -> Term {
    if tree.kind(node) == .config { return evaluateConfig(node, in: scope) }
    if tree.kind(node) == .pipeline { return evaluateItem(of: node, in: scope) }
    // A result may have the name of what it stands for.
    let scope = tree.kind(node) == .result ? scopes[scope].parent : scope
    let parts = children(node)
    guard let last = parts.last else { return .poisoned }
    let term = evaluate(last, in: scope)
    if parts.count == 3, case .value(let value) = term {
      return check(value, hasType: parts[1], what: "the value", at: last) ? term : .poisoned
    }
    return term
  }

  /// Reports that the binding with the number `index` is defined by itself.
  private mutating func reportRecursion(_ index: Int, usedAt use: NodeIndex?) {
    let binding = bindings[index]
    report(
      Diagnostic(
        .recursiveDefinition, "`\(graph.text(binding.name))` is defined by itself",
        at: binding.span, related: use.map { [Label("leads back to it", at: origin($0))] } ?? [],
        why: "its value, or one that it uses, leads back to it",
        help: "break the circle with a value that does not depend on it"))
  }

  /// Returns every name of the main file that is there to be used and that nothing uses, whatever was
  /// made of it how often.
  mutating func unusedNames() -> [UnusedName] {
    let unused = bindings.filter { $0.isMeantForUse && !$0.isUsed }
    if unused.isEmpty { return [] }
    let used = declared.instances.isEmpty ? [] : Set(bindings.filter(\.isUsed).map(\.span))
    let end = program.sources.main.bytes.count
    var seen = used
    let candidates = unused.filter { Int($0.span.start) < end && seen.insert($0.span).inserted }
    if candidates.isEmpty { return [] }
    let mentioned = mentions(outside: Set(candidates.map(\.span)))
    return candidates.filter { !mentioned.contains($0.name) }
      .map { UnusedName(text: graph.text($0.name), span: $0.span) }
  }

  /// Returns the words that stand for something in the main file, evaluated or not, apart from the
  /// declarations of the names at `spans`.
  private mutating func mentions(outside spans: Set<SourceSpan>) -> Set<Symbol> {
    var mentioned: Set<Symbol> = []
    for declaration in children(0) {
      let end = declaration + Int(tree.nodes[declaration].size)
      if end > declaration + 1, spans.contains(tree.span(of: declaration + 1)) { continue }
      for node in declaration..<end {
        switch tree.kind(node) {
        case .variable, .call, .namedType: mentioned.insert(symbol(node))
        case .use:
          for name in children(node) where tree.kind(name) == .name {
            mentioned.insert(symbol(name))
          }
        default: continue
        }
      }
    }
    return mentioned
  }

  /// Returns the names that mean something in `scope` and are not being worked out.
  private func visibleNames(in scope: Int) -> [String] {
    var visible: [Int] = []
    var next = scope
    while next >= 0 {
      visible.append(next)
      next = scopes[next].parent
    }
    let found = bindings.filter { visible.contains($0.scope) && !$0.isBeingEvaluated }
    return found.map { graph.text($0.name) } + Namespace.allCases.map(\.rawValue)
  }

  /// Words of other languages, and what they are called here.
  private static let foreignWords: [String: String] = [
    "True": "true", "False": "false", "None": "null", "nil": "null", "Null": "null",
  ]

  /// Returns the diagnostic that the word at `node`, which may be called, means nothing in `scope`.
  ///
  /// Looking for a similar name takes time, so it is done for the first ones only.
  private mutating func unknownName(
    _ node: NodeIndex, in scope: Int, _ isCalled: Bool
  ) -> Diagnostic {
    let word = tree.word(node)
    let span = tree.span(of: node)
    notes.searches += 1
    let functions = isCalled ? Self.functions(inTests: isExpecting) : []
    let candidates = notes.searches > 50 ? [] : functions + visibleNames(in: scope)
    var diagnostic = Diagnostic(.unknownName, "`\(word)` is not declared", at: span)
    if let name = Self.foreignWords[word] ?? nearest(to: word, in: candidates) {
      diagnostic.label = "did you mean `\(name)`?"
      diagnostic.fix = Fix("write `\(name)`", replacing: span, with: name)
    } else if !isCalled {
      diagnostic.help =
        "declare it with `param`, `let` or `config`, or put a text in quotes"
    }
    if isExpecting, let asked = TestWord(rawValue: word) {
      diagnostic.help = "write `\(asked.example)`"
    } else if isCalled, isExpecting {
      diagnostic.why = "a test asks " + TestWord.list
    } else if isCalled, diagnostic.fix == nil {
      diagnostic.help = "declare it with `func`"
    }
    return diagnostic
  }

  /// Returns the names of the language's own functions, with the words of tests if it is in one.
  private static func functions(inTests: Bool) -> [String] {
    let words = inTests ? TestWord.allCases.map(\.rawValue) : []
    return words + BuiltInFunction.allCases.map(\.rawValue)
      + ["get", "raw", "image", "asset", "file", "json"]
  }
}

/// A name that nothing uses.
struct UnusedName: Hashable {
  /// The name.
  let text: String
  /// Where it is declared.
  let span: SourceSpan
}

extension Diagnostic {
  /// Says that nothing uses `name`.
  static func unused(_ name: UnusedName) -> Diagnostic {
    Diagnostic(
      .unusedName, "nothing uses `\(name.text)`", at: name.span, help: "use it or remove it")
  }
}
