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
    for field in headerFields(object) { lower(field) }
  }

  /// A field of the header.
  private struct HeaderField {
    /// The name.
    let key: Symbol
    /// Where the name is written, or the `...` that the field comes from.
    let name: NodeIndex
    /// The value; `nil` if it has none, which was reported.
    let value: Index<Value>?
    /// The expression of the value, or of the object that `...` stands before.
    let node: NodeIndex
    /// `true` iff the field comes from a `...`.
    let isSpread: Bool
  }

  /// Returns the fields of the header at `object`, of equal ones the later.
  private mutating func headerFields(_ object: NodeIndex) -> [HeaderField] {
    var fields: [HeaderField] = []
    for member in tree.children(of: object) {
      let parts = children(member)
      switch tree.kind(member) {
      case .spread:
        guard let inner = parts.first, !isMissing(inner) else { continue }
        for member in spread(inner, in: 0) ?? [] {
          let field = HeaderField(
            key: member.key, name: inner, value: member.value, node: inner, isSpread: true)
          add(field, to: &fields)
        }
      case .member:
        guard parts.count == 2, !isMissing(parts[0]), let key = key(parts[0], in: 0) else {
          continue
        }
        let value = evaluateValue(parts[1], in: 0)
        let field = HeaderField(
          key: key, name: parts[0], value: value, node: parts[1], isSpread: false)
        add(field, to: &fields)
      default: continue
      }
    }
    return fields
  }

  /// Adds `field` to `fields` in place of one of its name; reports that if both are written out.
  private mutating func add(_ field: HeaderField, to fields: inout [HeaderField]) {
    guard let index = fields.firstIndex(where: { $0.key == field.key }) else {
      return fields.append(field)
    }
    if !fields[index].isSpread, !field.isSpread { return reportDuplicateKey(field.name) }
    fields[index] = field
  }

  /// The words that may stand in a header.
  private static let headerWords = [
    "role", "parallelism", "artifacts", "tags", "kubernetes", "description", "displayName", "raw",
    "omit",
  ]

  /// Fills what `field` of the header says.
  private mutating func lower(_ field: HeaderField) {
    let (key, word) = (field.key, graph.text(field.key))
    guard let value = field.value else {
      if word == "role" { graph.header.role = unknown(at: field.node) }
      if word == "artifacts" { artifacts = unknown(at: field.node) }
      return
    }
    if word.utf8.first.map({ $0 < UInt8(ascii: "a") }) == true {
      graph.header.fields.append(Member(key, place(value, under: key), at: keyOrigin(field.name)))
      return checkDefinitionField(word, field.name)
    }
    guard Self.headerWords.contains(word) else {
      return report(
        unknownHeaderField(
          field.name, named: word, of: "a pipeline", candidates: Self.headerWords))
    }
    if word == "raw" { return lowerRawHeader(value, field.node) }
    if word == "omit" {
      for key in omissions(value, field.node) where key == .word(.version) {
        graph.header.omitsVersion = true
      }
      return
    }
    guard demandBuildTime(value, "`\(word)`", at: field.node) else {
      if word == "role" { graph.header.role = value }
      return
    }
    lower(value, as: word, at: field.node)
  }

  /// Fills what the field `word` of the header says with `value`, which is known at build time.
  private mutating func lower(_ value: Index<Value>, as word: String, at node: NodeIndex) {
    switch word {
    case "role":
      graph.header.role = expectString(value, "the role", at: node) ?? unknown(at: node)
    case "parallelism": graph.header.parallelism = value
    case "artifacts":
      artifacts = expectString(value, "`artifacts`", at: node) ?? unknown(at: node)
    case "tags": graph.header.tags = expectStrings(value, "`tags`", at: node)
    case "description":
      graph.header.description = expectString(value, "a description", at: node)
    case "displayName": graph.header.displayName = expectString(value, "a name", at: node)
    default:
      if let options = kubernetesOptions(value, node) { graph.header.kubernetes = options }
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
      case "omit":
        _ = omissions(member.value, node)
        options.omitted = member.value
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
    "gitops", "omit",
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
      // What comes from a `...` is written elsewhere.
      if tree.kind(node) == .name || tree.kind(node) == .string {
        diagnostic.fix = Fix("write `\(near)`", replacing: tree.span(of: node), with: near)
      }
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
