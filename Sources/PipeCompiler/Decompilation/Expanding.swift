/// Returns the source `file` with the members of the API in place of all short forms.
///
/// It is written from what the source comes to: settings, `let`s and functions have their values. Of
/// several pipelines, the first one is written. Files that `file` names are read through `loader`.
public func expand(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
) -> Decompilation {
  var diagnostics = Diagnostics(at: options.levels)
  let program = readProgram(file, with: loader, reportingTo: &diagnostics)
  let graphs = lower(program, with: options, loader: loader, reportingTo: &diagnostics)
  guard let graph = graphs.first, !diagnostics.containsErrors else {
    return Decompilation(bytes: nil, diagnostics: diagnostics, isExact: false)
  }
  let bytes = SageMakerEmitter(graph: graph).definition().bytes
  return decompile(
    SourceFile(name: "definition.json", bytes: bytes), named: graph.text(graph.header.name),
    expanding: graph)
}

extension PipeWriter {
  /// Returns the lines of a header that say what the header of `graph` says beside the definition.
  static func extras(of graph: PipelineGraph) -> [String] {
    let header = graph.header
    let document = DefinitionDocument(graph: graph, root: Index(0))
    var writer = PipeWriter(
      document, DocumentSteps(of: document), [], role: nil, words: WordChooser())
    var lines: [String] = []
    // What is not said is called like the pipeline.
    func unlessNamed(_ value: Index<Value>?) -> Index<Value>? {
      graph.string(value) == graph.text(header.name) ? nil : value
    }
    let fields = [
      ("role", header.role), ("displayName", unlessNamed(header.displayName)),
      ("description", header.description), ("parallelism", header.parallelism),
      ("tags", header.tags),
    ]
    for (word, value) in fields {
      if let value { lines.append("\(word): \(writer.render(value))") }
    }
    let options = header.kubernetes
    let members = [
      ("name", unlessNamed(options.name)), ("namespace", options.namespace),
      ("labels", options.labels),
      ("annotations", options.annotations), ("region", options.region),
      ("adoption", options.adoption), ("deletion", options.deletion),
      ("gitops", options.gitOps),
    ]
    let entries = members.compactMap { word, value in
      value.map { "\(word): \(writer.render($0))" }
    }
    if !entries.isEmpty { lines.append("kubernetes: { \(entries.joined(separator: ", ")) }") }
    return lines
  }
}
