/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory. Files that
/// `file` names are read through `loader`, and nothing else is.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
) -> Compilation {
  var diagnostics = Diagnostics(at: options.levels)
  var sources = Sources(file)
  let graphs =
    file.isDefinition
    ? importDefinition(file, with: options, reportingTo: &diagnostics).map { [$0] } ?? []
    : lower(&sources, with: options, loader: loader, reportingTo: &diagnostics)
  var pipelines: [CompiledPipeline] = []
  for var graph in graphs {
    if let run = options.run { graph.replaceExecutions(with: run) }
    let checked = check(graph, against: options.serviceDate, reportingTo: &diagnostics)
    // What is a definition already need not be written to be measured.
    let written =
      file.isDefinition
      ? nil
      : checked.map {
        emit($0, as: options.targets, in: options.layout)
      }
    if let checked, let written {
      checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
    } else if file.isDefinition {
      checkSize(ofDefinition: file.bytes, of: graph, reportingTo: &diagnostics)
    }
    if let checked {
      let outputs = written?.outputs ?? emitRuns(of: checked, definedBy: file.bytes)
      let map = options.writesSourceMap ? [emitSourceMap(of: checked, from: sources)] : []
      pipelines.append(CompiledPipeline(graph: checked, outputs: outputs + map))
    }
  }
  diagnostics.reportUnusedAllowances(before: UInt32(truncatingIfNeeded: file.bytes.count))
  return Compilation(sources: sources, pipelines: pipelines, diagnostics: diagnostics)
}

/// Returns the graphs that the text in `sources` describes, and adds the files to it that it imports.
private func lower(
  _ sources: inout Sources, with options: CompilerOptions, loader: SourceLoader,
  reportingTo diagnostics: inout Diagnostics
) -> [PipelineGraph] {
  let program = readProgram(sources.main, with: loader, reportingTo: &diagnostics)
  sources = program.sources
  readAllowances(in: program.syntax, reportingTo: &diagnostics)
  return lower(program, with: options, loader: loader, reportingTo: &diagnostics)
}

/// Reports it if `sizes`, those of what was written of `graph`, are more than AWS or Kubernetes takes.
private func checkSizes(
  _ sizes: OutputSizes, of graph: CheckedGraph, reportingTo diagnostics: inout Diagnostics
) {
  checkSizes(
    definitionCharacters: sizes.definitionCharacters, annotationBytes: sizes.annotationBytes,
    manifestBytes: sizes.manifestBytes, largeResources: sizes.largeResources, of: graph.graph,
    reportingTo: &diagnostics)
}
