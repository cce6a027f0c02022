extension Lowering {
  /// Reads `input name = source at path`.
  mutating func readInput(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    let parts = parts(node)
    guard parts.count == 3, let name = label(parts[0]), demand(.input, in: kind, at: node),
      let source = value(parts[1], in: scope), let path = value(parts[2], in: scope)
    else { return }
    let place = origin(node)
    let s3 = make(
      object: [
        (.s3URI, source), (.localPath, path), (.s3DataType, word(.s3Prefix, place)),
        (.s3InputMode, word(.file, place)),
        (.s3DataDistributionType, word(.fullyReplicated, place)),
        (.s3CompressionType, word(.none, place)),
      ], at: place)
    let nameValue = make(.string(name), at: origin(node + 1))
    let entry = make(
      object: [(.inputName, nameValue), (.appManaged, no(place)), (.s3Input, s3)], at: place)
    add(entry, named: name, .input, node, in: kind, &draft)
  }

  /// Reads `output name at path to destination`.
  ///
  /// An output with a mistake is an output all the same, which references may name.
  mutating func readOutput(
    _ node: NodeIndex, of kind: StepKind, _ step: Index<Step>, in scope: Int,
    into draft: inout StepDraft
  ) {
    let parts = parts(node)
    guard parts.count >= 2, let name = label(parts[0]), demand(.output, in: kind, at: node) else {
      return
    }
    let path = value(parts[1], in: scope) ?? unknown(at: parts[1])
    let destination =
      parts.count > 2
      ? value(parts[2], in: scope) ?? unknown(at: parts[2])
      : defaultDestination(of: name, step, at: node)
    let place = origin(node)
    let s3 = make(
      object: [
        (.s3URI, destination), (.localPath, path), (.s3UploadMode, word(.endOfJob, place)),
      ], at: place)
    let nameValue = make(.string(name), at: origin(node + 1))
    let entry = make(
      object: [(.outputName, nameValue), (.appManaged, no(place)), (.s3Output, s3)], at: place)
    add(entry, named: name, .output, node, in: kind, &draft)
  }

  /// Makes `<artifacts>/<pipeline>/<execution id>/<step>/output/<name>`.
  private mutating func defaultDestination(
    of name: Symbol, _ step: Index<Step>, at node: NodeIndex
  ) -> Index<Value> {
    guard let artifacts else {
      report(
        Diagnostic(
          .missingArtifacts, "the output has no destination", at: tree.span(of: node + 1),
          why: "an output without `to` lands below `artifacts`, which the header does not give",
          help: "write `to \"s3://…\"` here, or `artifacts: \"s3://…\"` in the header"))
      return unknown(at: node)
    }
    guard let root = graph.string(artifacts) else { return artifacts }
    let folder = root.hasSuffix("/") ? String(root.dropLast()) : root
    var join = JoinBuilder()
    join.append(text: "\(folder)/\(graph.text(graph.header.name))/".utf8)
    join.append(
      make(reference: .execution(.word(.pipelineExecutionID)), path: [], at: origin(node)))
    let stepName = graph.text(graph.steps[step].name)
    join.append(text: "/\(stepName)/output/\(graph.text(name))".utf8)
    return finish(join, at: node)
  }

  /// Reads `channel name = source as type`.
  mutating func readChannel(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    let parts = parts(node)
    guard parts.count >= 2, let name = label(parts[0]), demand(.channel, in: kind, at: node),
      let source = value(parts[1], in: scope)
    else { return }
    let place = origin(node)
    let s3 = make(
      object: [
        (.s3DataType, word(.s3Prefix, place)), (.s3URI, source),
        (.s3DataDistributionType, word(.fullyReplicated, place)),
      ], at: place)
    let dataSource = make(object: [(.s3DataSource, s3)], at: place)
    let nameValue = make(.string(name), at: origin(node + 1))
    guard parts.count > 2 else {
      let entry = make(
        object: [(.channelName, nameValue), (.dataSource, dataSource)], at: place)
      return add(entry, named: name, .channel, node, in: kind, &draft)
    }
    guard let type = value(parts[2], in: scope) else { return }
    let entry = make(
      object: [(.channelName, nameValue), (.dataSource, dataSource), (.contentType, type)],
      at: place)
    add(entry, named: name, .channel, node, in: kind, &draft)
  }

  /// Reads `report Name = file in output`.
  mutating func readReport(
    _ node: NodeIndex, of kind: StepKind, in scope: Int, into draft: inout StepDraft
  ) {
    let parts = parts(node)
    guard parts.count == 3, let name = label(parts[0]), demand(.report, in: kind, at: node),
      let file = value(parts[1], in: scope), let output = label(parts[2])
    else { return }
    let outputName = make(.string(output), at: origin(parts[2]))
    let nameValue = make(.string(name), at: origin(node + 1))
    let entry = make(
      object: [(.propertyFileName, nameValue), (.outputName, outputName), (.filePath, file)],
      at: origin(node))
    add(entry, named: name, .report, node, in: kind, &draft)
  }

  /// Reads `returns { name: Type }`.
  mutating func readReturns(_ node: NodeIndex, of kind: StepKind, into draft: inout StepDraft) {
    guard demand(.returns, in: kind, at: node) else { return }
    if draft[.returns] == nil { draft[.returns] = [] }
    for entry in tree.children(of: node) where tree.kind(entry) == .returned {
      let parts = parts(entry)
      guard parts.count == 2, let name = label(parts[0]), let type = scalarType(parts[1]) else {
        continue
      }
      let typeName = make(.string(type.symbol), at: origin(parts[1]))
      let nameValue = make(.string(name), at: origin(entry + 1))
      let value = make(
        object: [(.outputName, nameValue), (.outputType, typeName)], at: origin(entry))
      add(value, named: name, .returns, entry, in: kind, &draft)
    }
  }

  /// Declares the outputs of all Lambda and Callback steps, so that references know their types
  /// wherever the steps stand.
  mutating func declareReturns() {
    for step in graph.steps.indices {
      let kind = graph.steps[step].kind
      guard kind.hasFreeArguments,
        let items = tree.child(of: declared.steps[Int(step.offset)].node, .items),
        let node = tree.child(of: items, .returnsItem)
      else { continue }
      var draft = StepDraft()
      readReturns(node, of: kind, into: &draft)
      let entries = draft[.returns, default: []].compactMap(\.value)
      let list = make(list: entries, at: origin(node))
      graph.steps[step].fields = graph.addMembers([Member(.word(.outputParameters), list)])
    }
  }

  /// Makes the string that `word` spells.
  private mutating func word(_ word: Word, _ place: Origin) -> Index<Value> {
    make(.string(.word(word)), at: place)
  }

  /// Makes the value `false`.
  private mutating func no(_ place: Origin) -> Index<Value> { make(.boolean(false), at: place) }

  /// Returns the value at `node`, unless a syntax error left it out.
  private mutating func value(_ node: NodeIndex, in scope: Int) -> Index<Value>? {
    isMissing(node) ? nil : evaluateTimeless(node, in: scope)
  }

  /// Returns the name that the word or string at `node` spells.
  private mutating func label(_ node: NodeIndex) -> Symbol? {
    switch tree.kind(node) {
    case .name: return symbol(node)
    case .string:
      return graph.symbols.intern(
        StringDecoder(tree.tokens).decode(Int(tree.nodes[node].firstToken)))
    default: return nil
    }
  }

  /// Returns `true` iff steps of `kind` know the shorthand; reports it if not.
  private mutating func demand(_ sugar: Sugar, in kind: StepKind, at node: NodeIndex) -> Bool {
    if sugar.path(in: kind) != nil { return true }
    let kinds = sugar.kinds.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let type = kind == .other ? "a raw" : "a \(kind.rawValue)"
    report(
      Diagnostic(
        .unknownItem, "`\(sugar.rawValue)` means nothing in \(type) step",
        at: tree.firstToken(of: node).span, why: "it is for steps of type \(kinds)",
        help: "write the members of the API instead"))
    return false
  }

  /// Adds `entry`, which has the name `name`, and its place among the arguments or fields, to `draft`.
  private mutating func add(
    _ entry: Index<Value>, named name: Symbol, _ sugar: Sugar, _ node: NodeIndex,
    in kind: StepKind, _ draft: inout StepDraft
  ) {
    let span = tree.span(of: node + 1)
    if let other = draft[sugar]?.first(where: { $0.key == name }) {
      return report(
        Diagnostic(
          .duplicateName, "`\(graph.text(name))` is declared twice", at: span,
          related: [Label("first declared here", at: .text(other.span))],
          help: "give one of them another name"))
    }
    draft[sugar, default: []].append(DraftMember(key: name, value: entry, span: span))
    reservePlace(of: sugar, kind, span, in: &draft)
  }

  /// Notes where the list that `sugar` makes stands among the arguments.
  private mutating func reservePlace(
    of sugar: Sugar, _ kind: StepKind, _ span: SourceSpan, in draft: inout StepDraft
  ) {
    guard let path = sugar.path(in: kind), !kind.fields.contains(path.head) else { return }
    let key = Symbol.word(path.head)
    if !draft.arguments.contains(where: { $0.key == key }) {
      draft.arguments.append(DraftMember(key: key, value: nil, span: span))
    }
  }
}
