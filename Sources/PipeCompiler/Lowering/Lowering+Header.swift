extension Lowering {
  /// Fills the header of the graph from the declaration at `node`.
  mutating func lowerHeader(_ node: NodeIndex) {
    let parts = children(node)
    guard let nameNode = parts.first else { return }
    if !isMissing(nameNode),
      let name = buildTimeString(nameNode, in: 0, what: "the name of a pipeline")
    {
      graph.header.name = graph.symbols.intern(name)
    }
    graph.header.origin = origin(nameNode)
    if let text = documentation(of: node) {
      graph.header.description = make(string: text, at: origin(nameNode))
    }
    guard let object = tree.child(of: node, .object) else {
      return graph.header.role = unknown(at: node)
    }
    var seen: [Symbol] = []
    for member in tree.children(of: object) {
      if tree.kind(member) == .spread {
        report(.notSupportedYet("`...` in a header", at: tree.firstToken(of: member).span))
      }
      lowerHeaderMember(member, &seen)
    }
  }

  /// The words that may stand in a header.
  private static let headerWords = [
    "role", "parallelism", "artifacts", "tags", "kubernetes", "description", "displayName", "raw",
    "omit",
  ]

  /// Fills what the member at `node` of the header says.
  private mutating func lowerHeaderMember(_ node: NodeIndex, _ seen: inout [Symbol]) {
    let parts = children(node)
    guard tree.kind(node) == .member, parts.count == 2, !isMissing(parts[0]),
      let key = key(parts[0], in: 0)
    else { return }
    guard let value = evaluateValue(parts[1], in: 0) else {
      if graph.text(key) == "role" { graph.header.role = unknown(at: parts[1]) }
      if graph.text(key) == "artifacts" { artifacts = unknown(at: parts[1]) }
      return
    }
    if seen.contains(key) { return reportDuplicateKey(parts[0]) }
    seen.append(key)
    let word = graph.text(key)
    if word.utf8.first.map({ $0 < UInt8(ascii: "a") }) == true {
      graph.header.fields.append(Member(key, place(value, under: key), at: keyOrigin(parts[0])))
      return checkDefinitionField(word, parts[0])
    }
    guard Self.headerWords.contains(word) else {
      return report(
        unknownHeaderField(parts[0], of: "a pipeline", candidates: Self.headerWords))
    }
    if word == "raw" { return lowerRawHeader(value, parts[1]) }
    if word == "omit" {
      for key in omissions(value, parts[1]) where key == .word(.version) {
        graph.header.omitsVersion = true
      }
      return
    }
    guard demandBuildTime(value, "`\(word)`", at: parts[1]) else {
      if word == "role" { graph.header.role = value }
      return
    }
    switch word {
    case "role":
      graph.header.role =
        expectString(value, "the role", at: parts[1]) ?? unknown(at: parts[1])
    case "parallelism": graph.header.parallelism = value
    case "artifacts":
      artifacts = expectString(value, "`artifacts`", at: parts[1]) ?? unknown(at: parts[1])
    case "tags": graph.header.tags = expectStrings(value, "`tags`", at: parts[1])
    case "description":
      graph.header.description = expectString(value, "a description", at: parts[1])
    case "displayName": graph.header.displayName = expectString(value, "a name", at: parts[1])
    default:
      if let options = kubernetesOptions(value, parts[1]) { graph.header.kubernetes = options }
    }
  }

  /// Reports a field of the definition that pipec writes itself, or does not know.
  private mutating func checkDefinitionField(_ word: String, _ node: NodeIndex) {
    let known = ["Metadata", "PipelineExperimentConfig", "MlflowConfig"]
    if known.contains(word) { return }
    // That there are none can be said.
    if word == "Parameters", graph.parameters.count == 0, let field = graph.header.fields.last,
      case .list(let run) = graph.values[field.value], run.count == 0
    {
      return
    }
    if ["Version", "Parameters", "Steps"].contains(word) {
      graph.header.fields.removeLast()
      return report(
        Diagnostic(
          .unknownHeaderField, "`\(word)` is written by pipec itself", at: tree.span(of: node),
          help: "declare parameters with `param` and steps with `step`"))
    }
    if let near = nearest(to: word, in: known) {
      return report(
        Diagnostic(
          .misspelledArgument, "a definition has no member `\(word)`", at: tree.span(of: node),
          label: "did you mean `\(near)`?",
          why: "the service refuses members that it does not know",
          fix: Fix("write `\(near)`", replacing: tree.span(of: node), with: near)))
    }
    report(
      Diagnostic(
        .unknownArgument, "`\(word)` is no field of a pipeline definition that pipec knows",
        at: tree.span(of: node),
        why: "it is emitted as it is, and AWS refuses fields that it does not know",
        help: "write it into `raw: { … }` if it is meant"))
  }

  /// Merges the object `value` into the definition.
  private mutating func lowerRawHeader(_ value: Index<Value>, _ node: NodeIndex) {
    guard case .object(let run) = graph.values[value] else {
      return report(wrongType(value, wanted: "an object", what: "`raw`", at: node))
    }
    for member in Array(graph.members(in: run)) {
      let word = graph.text(member.key)
      graph.header.fields.append(member)
      let isWritten = word == "Parameters" && graph.parameters.count > 0
      if word == "Steps" || isWritten { checkDefinitionField(word, node) }
    }
  }

  /// Returns the names in the list `value`, which stands behind `omit` at `node`.
  mutating func omissions(_ value: Index<Value>, _ node: NodeIndex) -> [Symbol] {
    guard case .list(let run) = graph.values[value] else {
      report(wrongType(value, wanted: "a list of names", what: "`omit`", at: node))
      return []
    }
    return graph.elements(in: run).compactMap { entry in
      guard case .string(let name) = graph.values[entry] else { return nil }
      return name
    }
  }

  /// Returns the options of a Kubernetes manifest that the object `value` holds, or `nil` after
  /// reporting that it is none.
  mutating func kubernetesOptions(
    _ value: Index<Value>, _ object: NodeIndex
  ) -> KubernetesOptions? {
    guard case .object(let run) = graph.values[value] else {
      report(wrongType(value, wanted: "an object", what: "`kubernetes`", at: object))
      return nil
    }
    var options = KubernetesOptions()
    for member in Array(graph.members(in: run)) {
      let word = graph.text(member.key)
      let what = "`\(word)`"
      let node = valueNode(of: word, in: object)
      switch word {
      case "name": options.name = expectString(member.value, what, at: node)
      case "namespace": options.namespace = expectString(member.value, what, at: node)
      case "labels": options.labels = expectStrings(member.value, what, at: node)
      case "annotations": options.annotations = expectStrings(member.value, what, at: node)
      case "region": options.region = expectString(member.value, what, at: node)
      case "adoption": options.adoption = expectString(member.value, what, at: node)
      case "gitops": options.gitOps = expectString(member.value, what, at: node)
      case "deletion": options.deletion = expectString(member.value, what, at: node)
      default:
        report(
          unknownHeaderField(
            keyNode(word, in: object), named: word, of: "`kubernetes`",
            candidates: Self.kubernetesWords))
      }
    }
    return options
  }

  /// The words that may stand in `kubernetes`.
  private static let kubernetesWords = [
    "name", "namespace", "labels", "annotations", "region", "adoption", "deletion",
    "gitops",
  ]

  /// Returns the node of the key `word` in the object literal at `node`, or `node` itself.
  private func keyNode(_ word: String, in node: NodeIndex) -> NodeIndex {
    for member in tree.children(of: node) where tree.kind(member) == .member {
      if keyText(member + 1) == word { return member + 1 }
    }
    return node
  }

  /// Returns the node of the value under `word` in the object literal at `node`, or `node` itself.
  private func valueNode(of word: String, in node: NodeIndex) -> NodeIndex {
    let key = keyNode(word, in: node)
    return key == node ? node : children(key - 1).last ?? node
  }

  /// Returns the diagnostic that `what` has no field as the word at `node` says.
  private func unknownHeaderField(
    _ node: NodeIndex, named name: String? = nil, of what: String, candidates: [String]
  ) -> Diagnostic {
    let word = name ?? tree.word(node)
    var diagnostic = Diagnostic(
      .unknownHeaderField, "\(what) has no field `\(word)`", at: tree.span(of: node),
      help: "it has " + candidates.map { "`\($0)`" }.joined(separator: ", "))
    if let near = nearest(to: word, in: candidates) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: tree.span(of: node), with: near)
    }
    return diagnostic
  }

  /// Returns `true` iff `value` and all it holds are known at build time; reports it if not.
  mutating func demandBuildTime(
    _ value: Index<Value>, _ what: String, at node: NodeIndex
  ) -> Bool {
    let holds: Bool =
      switch graph.values[value] {
      case .object(let run): graph.members(in: run).allSatisfy { isBuildTime($0.value) }
      default: isBuildTime(value)
      }
    if !holds { report(wrongPhase(what: what, at: node, reading: value)) }
    return holds
  }

  /// Returns `value` if it is a string; reports that `what` is not one if it is not.
  mutating func expectString(
    _ value: Index<Value>, _ what: String, at node: NodeIndex
  ) -> Index<Value>? {
    if case .string = graph.values[value] { return value }
    report(wrongType(value, wanted: "a String", what: what, at: node))
    return nil
  }

  /// Returns the object `value` with numbers and Booleans spelled as strings.
  private mutating func expectStrings(
    _ value: Index<Value>, _ what: String, at node: NodeIndex
  ) -> Index<Value>? {
    guard case .object(let run) = graph.values[value] else {
      report(wrongType(value, wanted: "an object", what: what, at: node))
      return nil
    }
    let strings = stringMap(run, of: value)
    guard case .object(let result) = graph.values[strings] else { return nil }
    for member in Array(graph.members(in: result)) {
      let key = graph.text(member.key)
      guard expectString(member.value, "`\(key)`", at: valueNode(of: key, in: node)) != nil else {
        return nil
      }
    }
    return strings
  }
}
