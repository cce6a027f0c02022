extension Lowering {
  /// Declares the step at `node` in `region`, or does what else is written there.
  mutating func declareStep(_ node: NodeIndex, in region: Index<Region>, scope: Int) {
    if scope > 0, makesSteps(tree.kind(node)), scopes[scope].instance < 0, fileScope(of: node) > 0 {
      let what = "declares steps, runs or resources outside of templates"
      return reportImported(node, what)
    }
    switch tree.kind(node) {
    case .step, .fail: _ = makeStep(node, in: region, scope: scope)
    case .condition: declareCondition(node, in: region, scope: scope)
    case .forEach: declareForEach(node, in: region, scope: scope)
    case .use: declareUse(node, in: region, scope: scope)
    case .ifBlock: declareBranch(node, in: region, scope: scope)
    case .forBlock: declareLoop(node, in: region, scope: scope)
    case .defaults: declareDefaults(node, scope: scope)
    case .assertDeclaration: declared.assertions.append((node, scope))
    case .parameter, .resource, .execution: declareInner(node, in: scope)
    case .error, .missing: break
    default: reportNotAtTop(node)
    }
  }

  /// Declares the parameter, resource or run at `node`, which stands in a block, unless that is one of
  /// a run.
  private mutating func declareInner(_ node: NodeIndex, in scope: Int) {
    if isInRegion(scope) { return reportNotAtTop(node, in: "a branch or a loop's body") }
    switch tree.kind(node) {
    case .parameter: declareParameter(node, in: scope)
    case .resource: declareResource(node, in: scope)
    default: declared.executions.append((node, scope))
    }
  }

  /// Returns `true` iff a declaration of `kind` makes steps.
  private func makesSteps(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .step, .fail, .condition, .forEach, .use, .resource, .execution: true
    default: false
    }
  }

  /// Makes a step of the declaration at `node` and binds its name.
  private mutating func makeStep(
    _ node: NodeIndex, in region: Index<Region>, scope: Int
  ) -> Index<Step> {
    let nameNode = node + 1
    let step = graph.add(
      Step(
        name: madeName(symbol(nameNode), in: scope), kind: declaredKind(node),
        typeName: SymbolTable.empty, region: region, body: .arguments(nil),
        origin: origin(nameNode)))
    declared.steps.append((node, scope))
    if !isDuplicateStep(node, in: scopes[scope].home) {
      bindMade(nameNode, in: scopes[scope].home, to: .term(.step(step)))
    }
    return step
  }

  /// Returns the name of the step or parameter that is called `name` where it is declared, in `scope`.
  mutating func madeName(_ name: Symbol, in scope: Int) -> Symbol {
    let instance = scopes[scope].instance
    guard instance >= 0 else { return name }
    return graph.symbols.intern("\(declared.instances[instance].prefix)-\(graph.text(name))")
  }

  /// `true` iff the step at `node` has the name of another one in the definition too.
  ///
  /// A check of the graph reports that, so it is not said twice.
  private mutating func isDuplicateStep(_ node: NodeIndex, in home: Int) -> Bool {
    guard !isMissing(node + 1), let other = binding(of: symbol(node + 1), in: home),
      case .term(.step(let first)) = bindings[other].meaning
    else { return false }
    return tree.child(of: node, .displayName) == nil
      && tree.child(of: declared.steps[Int(first.offset)].node, .displayName) == nil
  }

  /// Makes a condition step of the declaration at `node`, with its branches.
  private mutating func declareCondition(
    _ node: NodeIndex, in region: Index<Region>, scope: Int
  ) {
    let step = makeStep(node, in: region, scope: scope)
    let then = makeRegion(owner: step, .then, inside: scope)
    let otherwise = makeRegion(owner: step, .otherwise, inside: scope)
    graph.steps[step].body = .condition([], then: then, otherwise: otherwise)
    if let block = tree.child(of: node, .block) { declare(in: block, region: then) }
    guard let clause = tree.child(of: node, .elseClause) else { return }
    if let block = tree.child(of: clause, .block) {
      declare(in: block, region: otherwise)
    } else {
      declare(in: clause, region: otherwise)
    }
  }

  /// Makes a ForEach step of the declaration at `node`, with its body.
  private mutating func declareForEach(_ node: NodeIndex, in region: Index<Region>, scope: Int) {
    let step = makeStep(node, in: region, scope: scope)
    let body = makeRegion(owner: step, .body, inside: scope)
    let nothing = make(.null, at: origin(node + 1))
    graph.steps[step].body = .forEach(
      ForEach(items: nothing, maxConcurrency: nil, body: body, selector: nil))
    if let block = tree.child(of: node, .block) { declare(in: block, region: body) }
  }

  /// Declares what `node` holds in `region` and the region's scope.
  private mutating func declare(in node: NodeIndex, region: Index<Region>) {
    declare(in: node, region: region, scope: declared.regionScopes[Int(region.offset)])
  }

  /// Makes a region and the scope of its declarations.
  private mutating func makeRegion(
    owner: Index<Step>, _ role: RegionRole, inside scope: Int
  ) -> Index<Region> {
    let inner = makeScope(inside: scope)
    scopes[inner].isRegion = true
    declared.regionScopes.append(inner)
    return graph.regions.append(Region(owner: owner, role: role))
  }

  /// Gives every step the name that the string behind its identifier says.
  ///
  /// A name may use `let`s, and those may mention steps, so what was evaluated on the way is
  /// forgotten afterwards.
  mutating func nameSteps() {
    var before = bindings
    var evaluated = false
    for (offset, (node, scope)) in declared.steps.enumerated() {
      guard let display = tree.child(of: node, .displayName),
        let text = tree.firstChild(of: display)
      else { continue }
      evaluated = evaluated || tree.kind(text) == .interpolation
      trace(scopes[scope].instance) { lowering in
        guard
          let name = lowering.buildTimeString(text, in: scope, what: "the name of a step")
        else { return }
        let symbol = lowering.graph.symbols.intern(name)
        lowering.graph.steps[Index(offset)].name = lowering.madeName(symbol, in: scope)
        lowering.graph.steps[Index(offset)].origin = lowering.origin(text)
      }
    }
    guard evaluated else { return }
    for index in before.indices { before[index].isUsed = bindings[index].isUsed }
    bindings = before
  }
}
