// Resources: what `resource` declares.
extension Lowering {
  /// Declares the resource at `node` in `scope`, which is filled when it is first mentioned, or at the
  /// end.
  mutating func declareResource(_ node: NodeIndex, in scope: Int) {
    guard let name = resourceName(node, in: scope) else { return }
    let home = scopes[scope].home
    let isRound = home >= program.roots.count
    if isRound, let other = notes.resourceNames[name] {
      return report(
        Diagnostic(
          .duplicateName, "there is another resource called `\(graph.text(name))`",
          at: tree.span(of: node + 1), label: "made again here",
          related: [Label("first made here", at: graph.resources[other].origin)],
          help: "put what differs into the name: `resource Name \"name-\\(x)\": …`"))
    }
    let resource = graph.resources.append(Resource(name: name, origin: origin(node + 1)))
    notes.resourceNames[name] = resource
    declared.resources.append((node, scope))
    notes.resourceStates.append(.declared)
    bindMade(node + 1, in: home, to: .term(.resource(resource)))
  }

  /// Returns what the resource at `node` in `scope` is called in this pipeline; `nil` after a report.
  ///
  /// Where one declaration makes several, in a loop, they are told apart by their names in AWS.
  private mutating func resourceName(_ node: NodeIndex, in scope: Int) -> Symbol? {
    let home = scopes[scope].home
    guard home >= program.roots.count, home != scopes[scope].trunk,
      let display = tree.child(of: node, .displayName), let text = tree.firstChild(of: display)
    else { return madeName(symbol(node + 1), in: scope) }
    let word = tree.word(node + 1)
    return buildTimeString(text, in: scope, what: "the name of a resource")
      .map { madeName(graph.symbols.intern("\(word)-\($0)"), in: scope) }
  }

  /// Fills the resources that nothing has mentioned.
  mutating func fillResources() {
    for resource in graph.resources.indices
    where notes.resourceStates[Int(resource.offset)] == .declared {
      fill(resource)
    }
  }

  /// Returns what the member `segment` of `resource`, of the path at `node`, stands for.
  mutating func evaluateMember(
    of resource: Index<Resource>, _ segment: NodeIndex, of node: NodeIndex
  ) -> Term {
    guard let name = memberName(segment), tree.word(name) == "name" else {
      let place = memberName(segment) ?? segment
      report(
        unknownMember(
          place, of: "the resource `\(graph.text(graph.resources[resource].name))`",
          candidates: ["name"], help: "only its `name` is known before it is made"))
      return .poisoned
    }
    switch notes.resourceStates[Int(resource.offset)] {
    case .declared: fill(resource)
    case .filled: break
    case .open:
      report(
        Diagnostic(
          .recursiveDefinition,
          "`\(graph.text(graph.resources[resource].name))` is defined by itself",
          at: tree.span(of: node),
          related: [Label("leads back to it", at: graph.resources[resource].origin)],
          why: "its name depends on what it holds, or on what mentions it",
          help: "give it a name with its `…Name` member"))
      return .poisoned
    }
    // More than that are in the same turn anyway.
    if let user = notes.openResources.last, graph.resources[user].dependencies.count < 1_000,
      !graph.resources[user].dependencies.contains(resource)
    {
      graph.resources[user].dependencies.append(resource)
    }
    let text = graph.resources[resource].awsName
    return text == SymbolTable.empty ? .poisoned : .value(make(.string(text), at: origin(node)))
  }

  /// Fills `resource` from its declaration.
  private mutating func fill(_ resource: Index<Resource>) {
    let position = Int(resource.offset)
    let (node, outer) = declared.resources[position]
    notes.resourceStates[position] = .open
    notes.openResources.append(resource)
    trace(scopes[outer].instance) { lowering in
      _ = lowering.nested(at: node) { $0.fillNow(resource, node, in: outer) }
    }
    notes.openResources.removeLast()
    notes.resourceStates[position] = .filled
  }

  /// Fills `resource` from the declaration at `node` in `outer`.
  private mutating func fillNow(_ resource: Index<Resource>, _ node: NodeIndex, in outer: Int) {
    guard let kind = resourceKind(node), let items = tree.child(of: node, .items) else { return }
    graph.resources[resource].kind = kind
    let scope = makeScope(of: items, inside: outer)
    var members: [Member] = []
    for item in children(items) {
      switch tree.kind(item) {
      case .field, .rawField: read(item, in: scope, of: resource, into: &members)
      case .letDeclaration:
        if let binding = find(symbol(item + 1), in: scope) { _ = term(ofBinding: binding) }
      case .missing, .error: continue
      default: report(unknownResourceItem(tree.word(item), tree.firstToken(of: item).span))
      }
    }
    addRole(of: kind, to: &members)
    addName(to: resource, kind, node, in: outer, &members)
    graph.resources[resource].members = graph.addMembers(members)
  }

  /// Returns the kind that the declaration at `node` names, or `nil` after reporting that it is none.
  private mutating func resourceKind(_ node: NodeIndex) -> ResourceKind? {
    guard let name = children(node).dropFirst().first(where: { tree.kind($0) == .name }) else {
      return nil
    }
    let word = tree.word(name)
    if let kind = ResourceKind(rawValue: word) { return kind }
    let known = ResourceKind.allCases.map(\.rawValue)
    let near = nearest(to: word, in: known)
    report(
      Diagnostic(
        .unknownKind, "the ACK controller serves no kind `\(word)`", at: tree.span(of: name),
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: near == nil ? "it serves " + known.joined(separator: ", ") : nil,
        fix: near.map { Fix("write `\($0)`", replacing: tree.span(of: name), with: $0) }))
    return nil
  }

  /// Reads the item at `node`: a member of the request, or what Kubernetes is told.
  private mutating func read(
    _ node: NodeIndex, in scope: Int, of resource: Index<Resource>, into members: inout [Member]
  ) {
    let parts = parts(node)
    guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]),
      let key = key(parts[0], in: scope)
    else { return }
    let isRaw = tree.kind(node) == .rawField
    let isMember = isRaw || graph.symbols[key].first.map { $0 < UInt8(ascii: "a") } ?? false
    guard isMember || graph.text(key) == "kubernetes" else {
      return report(unknownResourceItem(graph.text(key), tree.span(of: parts[0])))
    }
    coercesMaps = !isRaw
    defer { coercesMaps = true }
    guard let found = evaluateValue(parts[1], in: scope) else {
      if isMember {
        members.append(Member(key, unknown(at: parts[1]), at: keyOrigin(parts[0]), isRaw: isRaw))
      }
      return
    }
    guard isMember else {
      guard demandBuildTime(found, "`kubernetes`", at: parts[1]),
        let options = kubernetesOptions(found, parts[1])
      else { return }
      graph.resources[resource].kubernetes = options
      return
    }
    guard !members.contains(where: { $0.key == key }) else { return reportDuplicateKey(parts[0]) }
    guard count(found) else { return }
    let value = settled(place(found, under: key), at: parts[1]) ?? unknown(at: parts[1])
    members.append(Member(key, value, at: keyOrigin(parts[0]), isRaw: isRaw))
  }

  /// Adds the header's role to `members` where the request of a `kind` needs one and has none.
  private mutating func addRole(of kind: ResourceKind, to members: inout [Member]) {
    guard let word = kind.roleMember, let role = graph.header.role else { return }
    let key = graph.symbols.intern(word)
    if members.contains(where: { $0.key == key }) || graph.isRuntime(role) { return }
    members.append(Member(key, role))
  }

  /// Finds out what AWS calls `resource`, and puts that before its other `members`.
  ///
  /// What can't be changed gets a new name with every change: the hash of what it holds.
  private mutating func addName(
    to resource: Index<Resource>, _ kind: ResourceKind, _ node: NodeIndex, in outer: Int,
    _ members: inout [Member]
  ) {
    let key = kind.nameMember.map { graph.symbols.intern($0) }
    if let given = members.first(where: { $0.key == key }), let name = graph.symbol(given.value) {
      graph.resources[resource].awsName = name
      graph.resources[resource].fixedName = graph.origin(of: given.value)
      return
    }
    guard !members.contains(where: { $0.key == key }) else { return }
    let word = graph.text(madeName(symbol(node + 1), in: outer))
    var stem = String(word.map { $0 == "_" ? "-" : $0 })
    var place = origin(node + 1)
    if let display = tree.child(of: node, .displayName), let text = tree.firstChild(of: display) {
      guard let name = buildTimeString(text, in: outer, what: "the name of a resource") else {
        return
      }
      stem = name
      place = origin(text)
    }
    if kind.isReplacedByChange {
      let hash = graph.fingerprint(of: members, of: kind)
      stem = String(stem.prefix(kind.nameLimit - hash.utf8.count - 1)) + "-" + hash
    }
    graph.resources[resource].awsName = graph.symbols.intern(stem)
    guard let key else { return }
    members.insert(Member(key, make(string: stem, at: place), at: place), at: 0)
  }

  /// Returns the diagnostic that `word`, written at `span`, begins no item of a resource.
  private func unknownResourceItem(_ word: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownItem, "`\(word)` is no word of the language in a resource", at: span,
      why: "members of the API begin with a capital letter",
      help: "the words here are `kubernetes`, `raw` and `let`")
  }
}
