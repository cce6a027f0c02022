/// Returns the source `file` with the members of the API in place of all short forms.
///
/// It is written from what the source comes to: settings, `let`s and functions have their values. Of
/// several pipelines, the one called `name` is written, or the first one. Files that `file` names are
/// read through `loader`.
public func expand(
  _ file: SourceFile, named name: String? = nil, options: CompilerOptions = CompilerOptions(),
  loader: SourceLoader = .none
) -> Decompilation {
  var diagnostics = Diagnostics(at: options.levels)
  let program = readProgram(file, with: loader, reportingTo: &diagnostics)
  let graphs = lower(program, with: options, loader: loader, reportingTo: &diagnostics)
  let names = graphs.map { $0.text($0.header.name) }
  let position = name.map { names.firstIndex(of: $0) } ?? 0
  guard let position, graphs.indices.contains(position), !diagnostics.containsErrors else {
    var nothing = Decompilation(bytes: nil, diagnostics: diagnostics, isExact: false)
    nothing.pipelines = names
    return nothing
  }
  var result = expansion(of: graphs[position])
  result.pipelines = names
  return result
}

/// Returns the source of `graph` without short forms.
private func expansion(of graph: PipelineGraph) -> Decompilation {
  if graph.header.isAbsent {
    let text = PipeWriter.beside(of: graph, WordChooser())
    return Decompilation(
      bytes: format(SourceFile(name: "", text: text)).bytes, diagnostics: Diagnostics(),
      isExact: true)
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
    var options = header.kubernetes
    if graph.string(options.name) == kubernetesName(for: graph.text(header.name)) {
      options.name = nil
    }
    if let line = writer.kubernetes(options) { lines.append(line) }
    return lines
  }
}
