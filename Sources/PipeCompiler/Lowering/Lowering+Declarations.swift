extension Lowering {
  /// Declares what the file or block at `node` holds: its steps in `region`, its names in `scope`.
  mutating func declare(in node: NodeIndex, region: Index<Region>, scope: Int) {
    for child in children(node) {
      switch tree.kind(child) {
      case .step, .fail: _ = declareStep(child, in: region)
      case .condition: declareCondition(child, in: region, scope: scope)
      case .forEach: declareForEach(child, in: region, scope: scope)
      case .letDeclaration: bind(child + 1, in: scope, to: .unevaluated(child))
      default: declareAtTop(child, isTop: region == PipelineGraph.root)
      }
    }
  }

  /// Declares what may stand at the top of a file only, or reports what is not lowered yet.
  private mutating func declareAtTop(_ node: NodeIndex, isTop: Bool) {
    switch tree.kind(node) {
    case .pipeline, .config, .parameter, .function, .defaults, .execution,
      .resource:
      if isTop { declareOutermost(node) } else { reportNotAtTop(node) }
    case .error, .missing: break
    default: reportUnsupported(node)
    }
  }

  /// Declares the header, a setting, a parameter, a function, defaults, a run or a resource.
  private mutating func declareOutermost(_ node: NodeIndex) {
    switch tree.kind(node) {
    case .pipeline: declarePipeline(node)
    case .config: bind(node + 1, in: 0, to: .unevaluated(node))
    case .parameter: declareParameter(node)
    case .function: bind(node + 1, in: 0, to: .term(.function(node)))
    case .resource: declareResource(node)
    case .execution: executionNodes.append(node)
    default: declareDefaults(node)
    }
  }

  /// Remembers the header at `node`, or reports that there are two.
  private mutating func declarePipeline(_ node: NodeIndex) {
    if let headerNode {
      return report(
        Diagnostic(
          .duplicatePipeline, "the file declares a second pipeline",
          at: tree.firstToken(of: node).span,
          related: [Label("the first one", at: .text(tree.firstToken(of: headerNode).span))],
          why: "one file is one pipeline", help: "put the second pipeline into a file of its own"))
    }
    headerNode = node
    if let variable = tree.child(of: node, .name) { bind(variable, in: 0, to: .unevaluated(node)) }
  }

  /// How many pipelines one header may make.
  private static let pipelineLimit = 1_000

  /// Returns the item of the header at `node` that the pipeline is made of, and counts the items.
  mutating func evaluateItem(of node: NodeIndex, in scope: Int) -> Term {
    guard let variable = tree.child(of: node, .name),
      let items = children(node).first(where: { $0 > variable }), !isMissing(items),
      let value = evaluateValue(items, in: scope)
    else { return .poisoned }
    guard case .list(let run) = graph.values[value] else {
      report(
        isBuildTime(value)
          ? wrongType(value, wanted: "a list", what: "what a pipeline is made of", at: items)
          : wrongPhase(what: "what a pipeline is made of", at: items))
      return .poisoned
    }
    let entries = graph.elements(in: run)
    guard entries.count <= Self.pipelineLimit else {
      reportLimit(at: items, "a header makes at most \(Self.pipelineLimit) pipelines")
      return .poisoned
    }
    itemCount = entries.count
    if entries.isEmpty {
      report(
        Diagnostic(
          .missingPipeline, "the list is empty, so there is no pipeline", at: tree.span(of: items),
          help: "give it at least one item"))
    }
    return entries.dropFirst(item).first.map { .value($0) } ?? .poisoned
  }

  /// Remembers the `defaults` block at `node` for every step type that it names.
  private mutating func declareDefaults(_ node: NodeIndex) {
    for name in children(node) where tree.kind(name) == .name {
      if let kind = stepKind(named: name) { defaults[kind, default: []].append(node) }
    }
  }

  /// Makes a step of the declaration at `node` and binds its name in the file.
  mutating func declareStep(_ node: NodeIndex, in region: Index<Region>) -> Index<Step> {
    let nameNode = node + 1
    let name = symbol(nameNode)
    let step = graph.add(
      Step(
        name: name, kind: declaredKind(node), typeName: SymbolTable.empty, region: region,
        body: .arguments(nil), origin: origin(nameNode)))
    stepNodes.append(node)
    if !isDuplicateStep(node) { bind(nameNode, in: 0, to: .term(.step(step))) }
    return step
  }

  /// `true` iff the step at `node` has the name of another one in the definition too.
  ///
  /// A check of the graph reports that, so it is not said twice.
  private mutating func isDuplicateStep(_ node: NodeIndex) -> Bool {
    guard !isMissing(node + 1), let other = binding(of: symbol(node + 1), in: 0),
      case .term(.step(let first)) = bindings[other].meaning
    else { return false }
    return [node, stepNodes[Int(first.offset)]].allSatisfy {
      tree.child(of: $0, .displayName) == nil
    }
  }

  /// Makes a condition step of the declaration at `node`, with its branches.
  private mutating func declareCondition(
    _ node: NodeIndex, in region: Index<Region>, scope: Int
  ) {
    let step = declareStep(node, in: region)
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
    let step = declareStep(node, in: region)
    let body = makeRegion(owner: step, .body, inside: scope)
    let nothing = make(.null, at: origin(node + 1))
    graph.steps[step].body = .forEach(
      ForEach(items: nothing, maxConcurrency: nil, body: body, selector: nil))
    if let block = tree.child(of: node, .block) { declare(in: block, region: body) }
  }

  /// Declares what `node` holds in `region` and the region's scope.
  private mutating func declare(in node: NodeIndex, region: Index<Region>) {
    declare(in: node, region: region, scope: regionScopes[Int(region.offset)])
  }

  /// Makes a region and the scope of its declarations.
  private mutating func makeRegion(
    owner: Index<Step>, _ role: RegionRole, inside scope: Int
  ) -> Index<Region> {
    regionScopes.append(makeScope(inside: scope))
    return graph.regions.append(Region(owner: owner, role: role))
  }

  /// Gives every step the name that the string behind its identifier says.
  ///
  /// A name may use `let`s, and those may mention steps, so what was evaluated on the way is
  /// forgotten afterwards.
  mutating func nameSteps() {
    var before = bindings
    var evaluated = false
    for (offset, node) in stepNodes.enumerated() {
      guard let display = tree.child(of: node, .displayName),
        let text = tree.firstChild(of: display)
      else { continue }
      evaluated = evaluated || tree.kind(text) == .interpolation
      if let name = buildTimeString(text, in: 0, what: "the name of a step") {
        graph.steps[Index(offset)].name = graph.symbols.intern(name)
        graph.steps[Index(offset)].origin = origin(text)
      }
    }
    guard evaluated else { return }
    for index in before.indices { before[index].isUsed = bindings[index].isUsed }
    bindings = before
  }

  /// Reports that the declaration at `node` must not stand in a block.
  private mutating func reportNotAtTop(_ node: NodeIndex) {
    let token = tree.firstToken(of: node)
    report(
      Diagnostic(
        .syntaxError, "`\(tree.word(node))` may not stand in a block", at: token.span,
        help: "move it to the top of the file"))
  }

  /// Reports that the construct at `node` is not lowered yet, and binds its name.
  private mutating func reportUnsupported(_ node: NodeIndex) {
    let word = tree.word(node)
    // Why an import leads nowhere has been reported.
    let isLost = tree.kind(node) == .importDeclaration && program.imports[node] == nil
    if !isLost, !children(node).contains(where: { isMissing($0) }) {
      report(.notSupportedYet("`\(word)`", at: tree.firstToken(of: node).span))
    }
    switch tree.kind(node) {
    case .template, .use, .typeDeclaration: bind(node + 1, in: 0, to: .term(.poisoned))
    case .importDeclaration:
      for name in children(node) where tree.kind(name) == .name {
        bind(name, in: 0, to: .term(.poisoned))
      }
    case .ifBlock, .forBlock: bindSteps(inside: node)
    default: break
    }
  }

  /// Binds the names of the steps inside the construct at `node`, which is not lowered yet.
  private mutating func bindSteps(inside node: NodeIndex) {
    for inner in node..<node + Int(tree.nodes[node].size) {
      switch tree.kind(inner) {
      case .step, .fail, .condition, .forEach:
        guard !isMissing(inner + 1), binding(of: symbol(inner + 1), in: 0) == nil else { continue }
        bind(inner + 1, in: 0, to: .term(.poisoned))
      default: continue
      }
    }
  }
}
