extension Lowering {
  /// Declares what all files hold: first what only has to be named, then, in their order, the steps
  /// and what says which steps there are.
  mutating func declareProgram() {
    let files = program.roots.indices.filter { tree.kind(program.roots[$0]) == .file }
    for file in files {
      let root = program.roots[file]
      if expands(root) || files.count > 1 {
        declareNames(in: root, scope: file)
      } else {
        declareAll(in: root, region: PipelineGraph.root, scope: file)
      }
    }
    for file in files { importNames(into: file) }
    checkSettingsAreKnown()
    nameParameters()
    isExpanding = true
    for file in files where expands(program.roots[file]) || files.count > 1 {
      declareSteps(in: program.roots[file], region: PipelineGraph.root, scope: file)
    }
    isExpanding = false
    forgetEarlyValues()
  }

  /// Declares what the block at `node` holds: its steps in `region`, its names in `scope`.
  mutating func declare(in node: NodeIndex, region: Index<Region>, scope: Int) {
    guard isExpanding else { return declareAll(in: node, region: region, scope: scope) }
    _ = nested(at: node) { lowering in
      lowering.declareNames(in: node, scope: scope)
      lowering.declareSteps(in: node, region: region, scope: scope)
    }
  }

  /// Declares what `node` holds in one go, where nothing has to be evaluated meanwhile.
  private mutating func declareAll(in node: NodeIndex, region: Index<Region>, scope: Int) {
    var cursor = tree.cursor(in: node)
    while let child = cursor.next(in: tree) {
      if !declareName(child, scope: scope) { declareStep(child, in: region, scope: scope) }
    }
  }

  /// Declares the names in `node`; those of steps are to be found later.
  private mutating func declareNames(in node: NodeIndex, scope: Int) {
    for child in children(node) where !declareName(child, scope: scope) {
      bindPending(child, in: scope)
    }
  }

  /// Declares the steps in `node` and what says which there are.
  private mutating func declareSteps(in node: NodeIndex, region: Index<Region>, scope: Int) {
    for child in children(node) where !hasReachedLimit && !isNamed(tree.kind(child), in: scope) {
      declareStep(child, in: region, scope: scope)
    }
  }

  /// Returns `true` iff something in `node` says which steps there are, apart from steps.
  private func expands(_ node: NodeIndex) -> Bool {
    var cursor = tree.cursor(in: node)
    while let child = cursor.next(in: tree) {
      switch tree.kind(child) {
      case .ifBlock, .forBlock, .use: return true
      case .condition, .forEach, .block, .elseClause: if expands(child) { return true }
      default: continue
      }
    }
    return false
  }

  /// Returns `true` iff a declaration of `kind` in `scope` has a name that it needs nothing else for.
  private func isNamed(_ kind: SyntaxKind, in scope: Int) -> Bool {
    switch kind {
    case .letDeclaration, .result: true
    case .pipeline, .config, .parameter, .function, .template, .typeDeclaration, .profile,
      .importDeclaration, .test, .execution, .resource:
      scope < program.roots.count
    default: false
    }
  }

  /// Declares what is at `node` if it is named right away, and returns `true` iff it is.
  private mutating func declareName(_ node: NodeIndex, scope: Int) -> Bool {
    let kind = tree.kind(node)
    guard isNamed(kind, in: scope) else { return false }
    switch kind {
    case .letDeclaration: bind(node + 1, in: scope, to: .unevaluated(node))
    case .result: declareResult(node, scope: scope)
    default: declareOutermost(node, kind, in: scope)
    }
    return true
  }

  /// Declares what may stand at the top of a file only.
  private mutating func declareOutermost(_ node: NodeIndex, _ kind: SyntaxKind, in file: Int) {
    switch kind {
    case .pipeline where file > 0: reportImported(node, "declares a pipeline")
    case .pipeline: declarePipeline(node)
    case .config: bind(node + 1, in: file, to: .unevaluated(node))
    case .parameter: declareParameter(node, in: file)
    case .function: bind(node + 1, in: file, to: .term(.function(node)))
    case .template: bind(node + 1, in: file, to: .term(.template(node)))
    case .typeDeclaration: bind(node + 1, in: file, to: .term(.type(node)))
    case .profile: declareProfile(node)
    case .execution where file > 0: reportImported(node, "declares a run")
    case .resource where file > 0: reportImported(node, "declares a resource")
    case .execution: declared.executions.append((node, file))
    case .resource: declareResource(node, in: file)
    // The tests of a library are about pipelines of its own.
    case .test where file == 0: declared.tests.append(node)
    default: break
    }
  }

  /// Binds the names of steps and uses in `node` in `scope`, so that they are known before they are
  /// made.
  private mutating func bindPending(_ node: NodeIndex, in scope: Int) {
    switch tree.kind(node) {
    case .step, .fail, .resource: bindPending(node + 1, at: scopes[scope].home)
    case .parameter: bindPending(node + 1, at: scopes[scope].home, as: .pendingParameter)
    case .condition, .forEach:
      bindPending(node + 1, at: scopes[scope].home)
      for child in children(node) { bindPending(child, in: scope) }
    case .block, .elseClause, .ifBlock, .elseBlock:
      for child in children(node) { bindPending(child, in: scope) }
    case .use:
      let hasKey = children(node).count > 3
      bindPending(node + 1, at: hasKey ? scopes[scope].trunk : scopes[scope].home)
    case .forBlock: bindPendingFamilies(node, in: scope)
    default: break
    }
  }

  /// Binds the names of the uses with a key that the loop at `node` holds.
  private mutating func bindPendingFamilies(_ node: NodeIndex, in scope: Int) {
    for child in children(node) {
      switch tree.kind(child) {
      case .use where children(child).count > 3: bindPending(child + 1, at: scopes[scope].trunk)
      case .block, .elseClause, .ifBlock, .elseBlock, .forBlock, .condition, .forEach:
        bindPendingFamilies(child, in: scope)
      default: break
      }
    }
  }

  /// Binds the name at `nameNode` in `home` as one that is made later, unless it is taken.
  private mutating func bindPending(
    _ nameNode: NodeIndex, at home: Int, as meaning: Binding.Meaning = .pending
  ) {
    guard !isMissing(nameNode) else { return }
    let name = symbol(nameNode)
    guard binding(of: name, in: home) == nil else { return }
    bind(name, at: tree.span(of: nameNode), in: home, to: meaning)
  }

  /// Binds the name at `nameNode` in `home`, in place of a pending one.
  mutating func bindMade(_ nameNode: NodeIndex, in home: Int, to meaning: Binding.Meaning) {
    let name = isMissing(nameNode) ? nil : symbol(nameNode)
    if let name, let index = binding(of: name, in: home), bindings[index].isPending {
      let isUsed = bindings[index].isUsed
      bindings[index] = Binding(
        name: name, span: tree.span(of: nameNode), scope: home, meaning: meaning)
      bindings[index].isUsed = isUsed
    } else {
      bind(nameNode, in: home, to: meaning)
    }
  }

  /// Remembers the header at `node`, or reports that there are two.
  private mutating func declarePipeline(_ node: NodeIndex) {
    if let header = declared.header {
      return report(
        Diagnostic(
          .duplicatePipeline, "the file declares a second pipeline",
          at: tree.firstToken(of: node).span,
          related: [Label("the first one", at: .text(tree.firstToken(of: header).span))],
          why: "one file has one header",
          help: "put the second pipeline into a file of its own, or make both with `for`"))
    }
    declared.header = node
    if let variable = tree.child(of: node, .name) { bind(variable, in: 0, to: .unevaluated(node)) }
  }

  /// Reports that the declaration at `node` must not stand in what is called `place`.
  mutating func reportNotAtTop(_ node: NodeIndex, in place: String = "a block") {
    let token = tree.firstToken(of: node)
    report(
      Diagnostic(
        .syntaxError, "`\(tree.word(node))` may not stand in \(place)", at: token.span,
        help: "move it to the top of the file"))
  }
}
