import PipeCompiler

extension PipelineLowering {
  /// Adds the resources beside the pipeline to the graph.
  mutating func addResources() {
    for node in pipeline.resources { _ = resource(node) }
  }

  /// Makes what AWS calls the resource `node`, at `origin`.
  mutating func name(of node: ResourceNode, at origin: Origin) -> GraphValue {
    let index = resource(node)
    if let user = openResource, !graph.resources[user].dependencies.contains(index) {
      graph.resources[user].dependencies.append(index)
    }
    return graph.add(.string(graph.resources[index].awsName), at: origin)
  }

  /// Returns the resource `node` of the graph, added if it is met for the first time.
  private mutating func resource(_ node: ResourceNode) -> Index<PipeCompiler.Resource> {
    if let known = resources[ObjectIdentifier(node)] { return known }
    let origin = map.nameOrigin(ofStepAt: node.place, argument: 1)
    let index = graph.resources.append(
      PipeCompiler.Resource(name: graph.symbols.intern(node.name), origin: origin))
    resources[ObjectIdentifier(node)] = index
    let outer = openResource
    openResource = index
    fill(index, with: node, at: origin)
    openResource = outer
    return index
  }

  /// Fills the resource at `index` from `node`.
  private mutating func fill(
    _ index: Index<PipeCompiler.Resource>, with node: ResourceNode, at origin: Origin
  ) {
    guard let kind = ResourceKind(rawValue: node.kind.rawValue) else { return }
    graph.resources[index].kind = kind
    graph.resources[index].kubernetes = options(node.kubernetes, at: origin)
    var members = self.members(node.members.entries, ofCallAt: node.place, origin)
    for position in members.indices where readsRun(members[position].value) {
      let value = unknown(
        Diagnostic(
          .wrongPhase, "a resource can't hold what only a run knows", at: members[position].origin,
          why: "it is made without a run of the pipeline",
          help:
            "name what the pipeline makes by a name that Swift knows, or make the resource in a "
            + "step"))
      members[position] = Member(
        members[position].key, value, at: members[position].origin, isRaw: true)
    }
    addRole(of: kind, to: &members)
    addName(to: index, kind, node, &members, origin)
    graph.resources[index].members = graph.addMembers(members)
  }

  /// Returns `true` iff `value` holds something that only a run knows.
  func readsRun(_ value: GraphValue) -> Bool {
    switch graph.values[value] {
    case .list(let run): graph.elements(in: run).contains { readsRun($0) }
    case .object(let run): graph.members(in: run).contains { readsRun($0.value) }
    default: graph.isRuntime(value)
    }
  }

  /// Adds the pipeline's role to `members` where the request of a `kind` needs one and has none.
  private mutating func addRole(of kind: ResourceKind, to members: inout [Member]) {
    guard let word = kind.roleMember, let role = graph.header.role else { return }
    let key = graph.symbols.intern(word)
    if !members.contains(where: { $0.key == key }) { members.append(Member(key, role)) }
  }

  /// Finds out what AWS calls the resource at `index`, and puts that before its other `members`.
  ///
  /// What can't be changed gets a new name with every change: the hash of what it holds.
  private mutating func addName(
    to index: Index<PipeCompiler.Resource>, _ kind: ResourceKind, _ node: ResourceNode,
    _ members: inout [Member], _ origin: Origin
  ) {
    let key = kind.nameMember.map { graph.symbols.intern($0) }
    if let given = members.first(where: { $0.key == key }) {
      guard let name = graph.symbol(given.value) else { return }
      graph.resources[index].awsName = name
      graph.resources[index].fixedName = graph.origin(of: given.value)
      return
    }
    var name = node.name
    if kind.isReplacedByChange {
      let hash = graph.fingerprint(of: members, of: kind)
      name = String(name.prefix(kind.nameLimit - hash.utf8.count - 1)) + "-" + hash
    }
    graph.resources[index].awsName = graph.symbols.intern(name)
    guard let key else { return }
    members.insert(Member(key, graph.add(string: name, at: origin), at: origin), at: 0)
  }
}

// Runs.
extension PipelineLowering {
  /// Adds the runs that Kubernetes is to start to the graph.
  mutating func addRuns() {
    var places: [String: Origin] = [:]
    for run in pipeline.runs {
      let origin = map.nameOrigin(ofStepAt: run.place)
      if let first = places[run.name] {
        diagnostics.report(
          Diagnostic(
            .duplicateName, "there is another run called `\(run.name)`", at: origin,
            label: "declared again here", related: [Label("first declared here", at: first)],
            help: "give one of them another name"))
        continue
      }
      places[run.name] = origin
      graph.executions.append(execution(run, at: origin))
    }
  }

  /// Returns the run that `run` describes.
  private mutating func execution(
    _ run: PipelineRun, at origin: Origin
  ) -> PipeCompiler.Execution {
    var execution = PipeCompiler.Execution(
      name: graph.symbols.intern(run.name), origin: origin)
    execution.displayName = string(run.displayName, at: origin)
    execution.description = string(run.description, at: origin)
    execution.source = string(run.source, at: origin)
    execution.parallelism = number(run.parallelism, at: origin)
    execution.version = number(run.version, at: origin)
    execution.kubernetes = options(run.kubernetes, at: origin)
    execution.selection = run.selection.map { names in
      let place = map.argument("select", ofCallAt: run.place)?.value ?? origin
      return names.map { PipeCompiler.Execution.SelectedStep(graph.symbols.intern($0), at: place) }
    }
    for value in run.values { add(value, to: &execution) }
    return execution
  }

  /// Adds what `value` gives a parameter to `execution`.
  private mutating func add(
    _ value: ParameterValue, to execution: inout PipeCompiler.Execution
  ) {
    let place = map.origin(of: value.place)
    guard let parameter = value.parameter else {
      diagnostics.report(
        Diagnostic(
          .unknownParameter, "this is no parameter, so a run can't set it", at: place,
          help: "set a property that is declared with `@Parameter`"))
      return
    }
    let whole = map.argument("to", ofCallAt: value.place)?.value ?? place
    let made = self.value(value.value, at: whole)
    guard !graph.isRuntime(made) else {
      diagnostics.report(
        Diagnostic(
          .wrongPhase, "the value of a parameter of a run must be known at build time", at: whole,
          label: "known at run time only",
          why: "parameters, properties of steps and execution variables have values in a run only",
          help: "write a literal, or a value that Swift knows"))
      return
    }
    execution.arguments.append(
      Member(graph.symbols.intern(name(of: parameter)), made, at: place))
  }

  /// Makes the number `number` if there is one.
  private mutating func number(_ number: Int?, at origin: Origin) -> GraphValue? {
    guard let number else { return nil }
    return graph.add(number: String(number), at: origin)
  }
}
