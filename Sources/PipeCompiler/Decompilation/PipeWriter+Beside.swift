// What stands beside the steps of a source: its runs and its resources.
extension PipeWriter {
  /// Returns the text of the runs and resources of `graph`, with names that are not among `words`.
  static func beside(of graph: PipelineGraph, _ words: WordChooser) -> String {
    var words = words
    return beside(of: graph, adding: &words)
  }

  /// Returns the same, and adds the names to `words`.
  static func beside(of graph: PipelineGraph, adding words: inout WordChooser) -> String {
    let document = DefinitionDocument(graph: graph, root: Index(0))
    var writer = PipeWriter(document, DocumentSteps(of: document), [], role: nil, words: words)
    for execution in graph.executions { writer.write(execution) }
    let names = graph.resources.elements.map { writer.words.word(for: graph.text($0.name)) }
    for index in graph.resources.indices { writer.write(graph.resources[index], index, names) }
    words = writer.words
    let parts = writer.parts.map { "let \($0.word) = \($0.text)\n" }.joined()
    return parts + writer.text
  }

  /// Writes `execution`.
  private mutating func write(_ execution: Execution) {
    line("execution \(document.text(execution.name)) {")
    for argument in execution.arguments {
      line("\(quoted(document.text(argument.key))): \(render(argument.value))")
    }
    let fields = [
      ("displayName", execution.displayName), ("description", execution.description),
      ("parallelism", execution.parallelism), ("from", execution.source),
      ("version", execution.version),
    ]
    for (word, value) in fields {
      if let value { line("\(word): \(render(value))") }
    }
    if let selection = execution.selection {
      let steps = selection.map { quoted(document.text($0.name)) }
      line("select: [\(steps.joined(separator: ", "))]")
    }
    if let text = kubernetes(execution.kubernetes) { line(text) }
    line("}\n")
  }

  /// Writes `resource`, which is the one at `index`, all of which have `names`.
  private mutating func write(
    _ resource: Resource, _ index: Index<Resource>, _ names: [String]
  ) {
    guard let kind = resource.kind else { return }
    // What it mentions is still mentioned, so that it is made in its turn.
    shared = SharedTexts()
    for other in resource.dependencies {
      let name = document.text(document.graph.resources[other].awsName)
      shared.add("\(names[Int(other.offset)]).name", for: name)
    }
    var title = names[Int(index.offset)]
    if resource.fixedName == nil {
      var name = document.text(resource.awsName)
      // The hash behind the name is made again.
      if kind.isReplacedByChange, let end = name.lastIndex(of: "-") { name = String(name[..<end]) }
      title += " \(quoted(name))"
    }
    line("resource \(title): \(kind.rawValue) {")
    for member in document.graph.members(in: resource.members) {
      let name = document.text(member.key)
      if resource.fixedName == nil, name == kind.nameMember { continue }
      line("\(member.isRaw ? "raw " : "")\(key(member)): \(render(member.value))")
    }
    if let text = kubernetes(resource.kubernetes) { line(text) }
    line("}\n")
  }

  /// Returns the line that says what `options` say; `nil` if that is nothing.
  mutating func kubernetes(_ options: KubernetesOptions) -> String? {
    let members = [
      ("name", options.name), ("namespace", options.namespace), ("labels", options.labels),
      ("annotations", options.annotations), ("region", options.region),
      ("adoption", options.adoption), ("deletion", options.deletion), ("gitops", options.gitOps),
      ("omit", options.omitted),
    ]
    var entries: [String] = []
    for (word, value) in members {
      if let value { entries.append("\(word): \(render(value))") }
    }
    return entries.isEmpty ? nil : "kubernetes: { \(entries.joined(separator: ", ")) }"
  }
}
