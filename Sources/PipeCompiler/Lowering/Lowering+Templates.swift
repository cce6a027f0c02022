extension Lowering {
  /// Makes the steps of the template that the `use` at `node` names.
  mutating func declareUse(_ node: NodeIndex, in region: Index<Region>, scope: Int) {
    let parts = children(node)
    guard parts.count >= 3, !parts.contains(where: { isMissing($0) }) else { return }
    let key = parts.count > 3 ? parts[1] : nil
    let name = tree.word(parts[0])
    let home = key == nil ? scopes[scope].home : scopes[scope].trunk
    guard let label = instanceLabel(name, key: key, in: scope),
      let template = template(named: parts[parts.count - 2], in: scope),
      spend(at: node, template), !isRecursive(template, in: scope, usedBy: node)
    else {
      if binding(of: symbol(parts[0]), in: home).map({ bindings[$0].isPending }) ?? true {
        bindMade(parts[0], in: home, to: .term(.poisoned))
      }
      return
    }
    let outer = scopes[scope].instance
    let prefix = outer >= 0 ? "\(declared.instances[outer].prefix)-\(label.prefix)" : label.prefix
    let number = declared.instances.count
    declared.instances.append(
      Instance(use: node, template: template, prefix: prefix, caller: scope))
    guard bind(instance: number, to: parts[0], key: label.key, in: home) else { return }
    let inner = makeHome(inside: fileScope(of: template), instance: number)
    declared.instances[number].results = makeScope(inside: inner)
    trace(number) { lowering in
      guard
        lowering.bindArguments(parts[parts.count - 1], of: template, in: inner, outer: scope),
        let block = lowering.tree.child(of: template, .block)
      else { return }
      lowering.declare(in: block, region: region, scope: inner)
    }
  }

  /// How many templates may be used in one another.
  private static let templateDepthLimit = 50

  /// Returns what the names of an instance's steps begin with, and its key, if it has one.
  private mutating func instanceLabel(
    _ name: String, key: NodeIndex?, in scope: Int
  ) -> (prefix: String, key: Symbol?)? {
    guard let key else { return (name, nil) }
    guard let text = buildTimeString(key, in: scope, what: "the key of a `use`") else { return nil }
    return ("\(name)-\(text)", graph.symbols.intern(text))
  }

  /// Returns the template that the word at `node` names, or `nil` after a report.
  private mutating func template(named node: NodeIndex, in scope: Int) -> NodeIndex? {
    switch resolve(node, in: scope) {
    case .template(let template): return template
    case .poisoned: return nil
    default:
      report(
        Diagnostic(
          .wrongType, "`\(tree.word(node))` is not a template", at: tree.span(of: node),
          help: "declare it with `template \(tree.word(node))(…) { … }`"))
      return nil
    }
  }

  /// Returns `true` after reporting that the `use` at `node` in `scope` stands in what `template` makes.
  private mutating func isRecursive(
    _ template: NodeIndex, in scope: Int, usedBy node: NodeIndex
  ) -> Bool {
    var next = scopes[scope].instance
    var depth = 0
    while next >= 0 {
      depth += 1
      if depth >= Self.templateDepthLimit {
        reportLimit(at: node, "too many templates are used in one another")
        return true
      }
      if declared.instances[next].template == template {
        report(
          Diagnostic(
            .recursiveDefinition, "the template `\(tree.word(template + 1))` uses itself",
            at: tree.span(of: node), related: [Label("the template", at: origin(template + 1))],
            why: "the steps that it makes would have no end",
            help: "make the steps of a list with `for`"))
        return true
      }
      next = scopes[declared.instances[next].caller].instance
    }
    return false
  }

  /// Binds the name at `nameNode` to the instance, or adds it to the family of that name under `key`;
  /// returns `false` after reporting that the key is taken.
  private mutating func bind(
    instance number: Int, to nameNode: NodeIndex, key: Symbol?, in home: Int
  ) -> Bool {
    guard let key else {
      bindMade(nameNode, in: home, to: .term(.instance(number)))
      return true
    }
    guard let index = binding(of: symbol(nameNode), in: home),
      case .term(.family(let family)) = bindings[index].meaning
    else {
      declared.families.append([key: number])
      bindMade(nameNode, in: home, to: .term(.family(declared.families.count - 1)))
      return true
    }
    if let other = declared.families[family][key] {
      report(
        Diagnostic(
          .duplicateName, "`\(tree.word(nameNode))[\"\(graph.text(key))\"]` is made twice",
          at: tree.span(of: nameNode),
          related: [Label("first made here", at: origin(declared.instances[other].use))],
          help: "every key of a `use` is used once"))
      return false
    }
    declared.families[family][key] = number
    return true
  }

  /// Binds the formals of `template` in `inner` to the arguments, which are evaluated when somebody
  /// asks.
  private mutating func bindArguments(
    _ arguments: NodeIndex, of template: NodeIndex, in inner: Int, outer: Int
  ) -> Bool {
    guard let list = tree.child(of: template, .formals) else { return false }
    let formals = children(list)
    guard let given = gather(arguments, for: formals, of: "template") else { return false }
    for formal in formals {
      let parts = children(formal)
      guard let nameNode = parts.first, !isMissing(nameNode) else { continue }
      let hasType = parts.count > 1 && tree.isType(parts[1])
      if let expression = given[symbol(nameNode)] {
        bind(nameNode, in: inner, to: .argument(expression, scope: outer, formal: formal))
      } else if let fallback = parts.dropFirst(hasType ? 2 : 1).first {
        bind(nameNode, in: inner, to: .argument(fallback, scope: inner, formal: formal))
      } else {
        reportMissingArgument(nameNode, at: arguments, of: template, formals)
        return false
      }
    }
    return true
  }

  /// Returns what the argument at `expression` for `formal` means in `scope`.
  mutating func evaluateArgument(
    _ expression: NodeIndex, in scope: Int, for formal: NodeIndex
  ) -> Term {
    let term = evaluate(expression, in: scope)
    let parts = children(formal)
    guard parts.count > 1, tree.isType(parts[1]), case .value(let value) = term else { return term }
    let what = "`\(tree.word(parts[0]))`"
    return check(value, hasType: parts[1], what: what, at: expression) ? term : .poisoned
  }

  /// Declares the result at `node` of the template whose instance is being made.
  mutating func declareResult(_ node: NodeIndex, scope: Int) {
    let instance = scopes[scope].instance
    guard instance >= 0, scopes[scope].home == scope, scopes[scope].trunk == scope else {
      return report(
        Diagnostic(
          .syntaxError, "`result` may only stand right in a template",
          at: tree.firstToken(of: node).span, help: "move it to the end of the template"))
    }
    bind(node + 1, in: declared.instances[instance].results, to: .unevaluated(node))
    if !isMissing(node + 1) { bindings[bindings.count - 1].isUsed = true }
  }

  /// Returns the result of the instance that `segment` names.
  mutating func result(of instance: Int, _ segment: NodeIndex) -> Term {
    let scope = declared.instances[instance].results
    guard let name = memberName(segment) else {
      reportNoMembers("what a template makes", segment)
      return .poisoned
    }
    if let index = binding(of: symbol(name), in: scope) { return term(ofBinding: index) }
    notes.searches += 1
    let names =
      notes.searches > 50 ? [] : bindings.filter { $0.scope == scope }.map { graph.text($0.name) }
    let template = tree.word(declared.instances[instance].template + 1)
    report(
      unknownMember(
        name, of: "what `\(template)` makes", candidates: names,
        help: "declare it in the template with `result \(tree.word(name)) = …`"))
    return .poisoned
  }

  /// Returns the instance of `family` whose key `segment` gives.
  mutating func member(of family: Int, _ segment: NodeIndex, in scope: Int) -> Term {
    guard tree.kind(segment) == .indexAccess, let index = tree.firstChild(of: segment) else {
      report(
        Diagnostic(
          .malformedReference, "this was made with keys", at: tree.span(of: segment),
          help: "write the key in brackets first, as in `name[\"key\"].result`"))
      return .poisoned
    }
    guard let key = buildTimeString(index, in: scope, what: "the key") else { return .poisoned }
    if let symbol = graph.symbols.find(key), let found = declared.families[family][symbol] {
      return .instance(found)
    }
    // While steps are being made, the one with this key may come later.
    if isExpanding { return .pending }
    notes.searches += 1
    let keys =
      notes.searches > 50 ? [] : declared.families[family].keys.map { graph.text($0) }.sorted()
    report(unknownMember(index, named: key, of: "this", candidates: keys))
    return .poisoned
  }
}

// Where a diagnostic about what a template makes comes from.
extension Lowering {
  /// Runs `body` for the instance with the number `instance`, or for none if that is -1: what is
  /// reported meanwhile says where that was used.
  mutating func trace<Result>(
    _ instance: Int, _ body: (inout Lowering) -> Result
  ) -> Result {
    let outer = currentInstance
    currentInstance = instance
    defer { currentInstance = outer }
    return body(&self)
  }

  /// Returns `diagnostic` with the uses of templates that led to it, innermost first.
  func traced(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    var next = currentInstance
    for _ in 0..<4 where next >= 0 {
      let use = declared.instances[next].use
      diagnostic.related.append(Label("used here", at: .text(tree.span(of: use + 1))))
      next = scopes[declared.instances[next].caller].instance
    }
    diagnostic.isTraced = true
    return diagnostic
  }

  /// The bodies of templates and where each was first used, for what is found wrong later.
  var surroundings: [Diagnostics.Surrounding] {
    var counts: [NodeIndex: Int] = [:]
    for instance in declared.instances { counts[instance.template, default: 0] += 1 }
    var seen: Set<NodeIndex> = []
    return declared.instances.filter { seen.insert($0.template).inserted }.map { instance in
      let count = counts[instance.template] ?? 1
      let text = count == 1 ? "used here" : "used here, as one of \(count)"
      return Diagnostics.Surrounding(
        span: tree.span(of: instance.template),
        label: Label(text, at: .text(tree.span(of: instance.use + 1))))
    }
  }
}
