// Runs: what `execution` declares.
extension Lowering {
  /// How many runs a file may declare.
  private static let executionLimit = 1_000

  /// Adds the runs that the file declares to the graph.
  mutating func fillExecutions() {
    var names: [Symbol: NodeIndex] = [:]
    for (node, outer) in declared.executions {
      guard graph.executions.count < Self.executionLimit else {
        return reportLimit(at: node, "there are more than \(Self.executionLimit) runs")
      }
      guard !isMissing(node + 1), let items = tree.child(of: node, .items) else { continue }
      if let first = names[symbol(node + 1)] {
        report(
          Diagnostic(
            .duplicateName, "there is another run called `\(tree.word(node + 1))`",
            at: tree.span(of: node + 1), label: "declared again here",
            related: [Label("first declared here", at: origin(first))],
            help: "give one of them another name"))
        continue
      }
      names[symbol(node + 1)] = node + 1
      let execution = trace(scopes[outer].instance) { $0.execution(node, items, in: outer) }
      graph.executions.append(execution)
    }
  }

  /// Returns the run that the declaration at `node`, which stands in `outer`, describes by its `items`.
  private mutating func execution(
    _ node: NodeIndex, _ items: NodeIndex, in outer: Int
  ) -> Execution {
    var execution = Execution(name: symbol(node + 1), origin: origin(node + 1))
    if let text = documentation(of: node) {
      execution.description = make(string: text, at: origin(node + 1))
    }
    let scope = makeScope(of: items, inside: outer)
    var seen: Set<String> = []
    // Of more than 200 parameters the service takes none.
    for item in children(items).prefix(1_000) {
      switch tree.kind(item) {
      case .field:
        readExecutionField(item, in: scope, into: &execution, &seen)
      case .descriptionItem:
        guard let text = tree.firstChild(of: item), !isMissing(text) else { continue }
        execution.description = runValue(text, "a description", in: scope)
      case .letDeclaration:
        if let binding = find(symbol(item + 1), in: scope) { _ = term(ofBinding: binding) }
      case .missing, .error: continue
      default:
        let unknown = unknownExecutionItem(tree.word(item), tree.firstToken(of: item).span)
        report(unknown)
      }
    }
    return execution
  }

  /// Reads the item at `node`: one of the language's words, or the value of a parameter.
  private mutating func readExecutionField(
    _ node: NodeIndex, in scope: Int, into execution: inout Execution, _ seen: inout Set<String>
  ) {
    let parts = parts(node)
    guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]),
      let key = key(parts[0], in: scope)
    else { return }
    let isWord = tree.kind(parts[0]) == .name
    guard seen.insert(graph.text(key)).inserted else { return reportDuplicateKey(parts[0]) }
    if isWord, readExecutionWord(graph.text(key), parts[1], in: scope, into: &execution) { return }
    guard let name = parameterName(key, isWord: isWord, in: scope) else {
      let unknown = unknownExecutionItem(tree.word(parts[0]), tree.span(of: parts[0]))
      return report(unknown)
    }
    guard let value = runValue(parts[1], "the value of a parameter of a run", in: scope) else {
      // What is wrong was said, and not that the parameter has no value.
      execution.arguments.append(Member(name, unknown(at: parts[1]), at: keyOrigin(parts[0])))
      return
    }
    execution.arguments.append(Member(name, value, at: keyOrigin(parts[0])))
  }

  /// Reads the item that begins with `word` and whose value is at `node`; returns `false` if the
  /// language has no such word in a run.
  private mutating func readExecutionWord(
    _ word: String, _ node: NodeIndex, in scope: Int, into execution: inout Execution
  ) -> Bool {
    switch word {
    case "parallelism": execution.parallelism = runValue(node, "`parallelism`", in: scope)
    case "displayName": execution.displayName = runText(node, "a name", in: scope)
    case "from": execution.source = runText(node, "the ARN of a run", in: scope)
    case "version": execution.version = runValue(node, "a version", in: scope)
    case "select": execution.selection = selection(node, in: scope)
    case "kubernetes":
      guard let value = runValue(node, "`kubernetes`", in: scope) else { return true }
      if let options = kubernetesOptions(value, node) { execution.kubernetes = options }
    default: return false
    }
    return true
  }

  /// Returns the emitted name of the parameter that `key` names, or `nil` if `key` is no name of one
  /// and, in small letters and without quotes, looks like a word of the language.
  private func parameterName(_ key: Symbol, isWord: Bool, in scope: Int) -> Symbol? {
    if isWord, let binding = find(key, in: scope),
      case .term(.value(let value)) = bindings[binding].meaning,
      let name = graph.parameterName(of: value)
    {
      return name
    }
    let isCapital = graph.symbols[key].first.map { $0 < UInt8(ascii: "a") } ?? true
    let isParameter = graph.parameters.elements.contains { $0.name == key }
    return isCapital || isParameter || !isWord ? key : nil
  }

  /// Returns the value of the expression at `node`, which has to be known without a run.
  private mutating func runValue(
    _ node: NodeIndex, _ what: String, in scope: Int
  ) -> Index<Value>? {
    guard let value = evaluateTimeless(node, in: scope), demandBuildTime(value, what, at: node)
    else { return nil }
    return value
  }

  /// Returns the string that the expression at `node` stands for, which has to be one.
  private mutating func runText(
    _ node: NodeIndex, _ what: String, in scope: Int
  ) -> Index<Value>? {
    runValue(node, what, in: scope).flatMap { expectString($0, what, at: node) }
  }

  /// Returns the steps that the list at `node` names.
  private mutating func selection(
    _ node: NodeIndex, in scope: Int
  ) -> [Execution.SelectedStep]? {
    guard tree.kind(node) == .list else {
      report(
        Diagnostic(
          .wrongType, "`select` is a list of steps", at: tree.span(of: node),
          help: "write it as in `select: [Train, Evaluate]`"))
      return nil
    }
    var steps: [Execution.SelectedStep] = []
    var isComplete = true
    for entry in children(node) where !isMissing(entry) {
      let term = evaluate(entry, in: scope)
      if case .poisoned = term {
        isComplete = false
        continue
      }
      guard let name = stepName(term) else {
        report(
          Diagnostic(
            .wrongType, "what is selected are steps", at: tree.span(of: entry),
            help: "write the name of a step"))
        isComplete = false
        continue
      }
      steps.append(Execution.SelectedStep(name, at: origin(entry)))
    }
    return isComplete ? steps : nil
  }

  /// Returns the emitted name of the step that `term` is or names.
  private func stepName(_ term: Term) -> Symbol? {
    switch term {
    case .step(let step): graph.steps[step].name
    case .value(let value): graph.symbol(value)
    default: nil
    }
  }

  /// Returns the diagnostic that `word`, written at `span`, begins no item of a run.
  private mutating func unknownExecutionItem(_ word: String, _ span: SourceSpan) -> Diagnostic {
    let words = [
      "parallelism", "select", "from", "version", "displayName", "description", "kubernetes",
    ]
    notes.searches += 1
    let parameters =
      notes.searches > 50 ? [] : graph.parameters.elements.map { graph.text($0.name) }
    var diagnostic = Diagnostic(
      .unknownItem, "`\(word)` is no word of the language in a run, and no parameter", at: span,
      help: "the words here are " + words.map { "`\($0)`" }.joined(separator: ", "))
    if let near = nearest(to: word, in: words + parameters) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
    }
    return diagnostic
  }
}
