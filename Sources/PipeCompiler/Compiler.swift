/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions()
) -> Compilation {
  var diagnostics = Diagnostics(at: options.levels)
  var graph =
    file.isDefinition
    ? importDefinition(file, with: options, reportingTo: &diagnostics)
    : lower(file, with: options, reportingTo: &diagnostics)
  if let run = options.run { graph?.replaceExecutions(with: run) }
  let checked = graph.flatMap { check($0, against: options.serviceDate, reportingTo: &diagnostics) }
  // What is a definition already need not be written to be measured.
  let written = file.isDefinition ? nil : checked.map { emit($0, as: options.targets) }
  let runs = file.isDefinition ? checked.map { emitRuns(of: $0, definedBy: file.bytes) } : nil
  if let checked, let written {
    checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
  } else if let graph, file.isDefinition {
    checkSize(ofDefinition: file.bytes, of: graph, reportingTo: &diagnostics)
  }
  diagnostics.reportUnusedAllowances()
  return Compilation(
    file: file, graph: checked, outputs: written?.outputs ?? runs ?? [], diagnostics: diagnostics)
}

/// Returns the graph that the text in `file` describes, or `nil` if it declares no pipeline.
private func lower(
  _ file: SourceFile, with options: CompilerOptions, reportingTo diagnostics: inout Diagnostics
) -> PipelineGraph? {
  let tokens = tokenize(file, reportingTo: &diagnostics)
  let syntax = parse(tokens, reportingTo: &diagnostics)
  readAllowances(in: syntax, reportingTo: &diagnostics)
  return lower(syntax, with: options, reportingTo: &diagnostics)
}

/// Reports it if `sizes`, those of what was written of `graph`, are more than AWS or Kubernetes takes.
private func checkSizes(
  _ sizes: OutputSizes, of graph: CheckedGraph, reportingTo diagnostics: inout Diagnostics
) {
  checkSizes(
    definitionCharacters: sizes.definitionCharacters, annotationBytes: sizes.annotationBytes,
    manifestBytes: sizes.manifestBytes, of: graph.graph, reportingTo: &diagnostics)
}
