/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory. Files that
/// `file` names are read through `loader`, and nothing else is.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
) -> Compilation {
  if let frontEnd = file.frontEnd { return frontEnd.compile(options) }
  var diagnostics = Diagnostics(at: options.levels)
  var sources = Sources(file)
  var pipelines: [CompiledPipeline] = []
  for pipeline in readPipelines(
    &sources, with: options, loader: loader, reportingTo: &diagnostics)
  {
    var graph = pipeline.graph
    if let run = options.run { graph.replaceExecutions(with: run) }
    var checked = check(graph, against: options.serviceDate, reportingTo: &diagnostics)
    // A definition is what its author wants to run, and stays as it is.
    let changes =
      pipeline.definition == nil ? checked?.optimize(at: options.applied) : nil
    // What is a definition already need not be written to be measured.
    let written =
      pipeline.definition == nil
      ? checked.map { emit($0, as: options.targets, in: options.layout) } : nil
    if let checked, let written {
      checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
    } else if let definition = pipeline.definition {
      checkSize(ofDefinition: definition, of: pipeline.graph, reportingTo: &diagnostics)
    }
    if let checked {
      let outputs = written?.outputs ?? emitRuns(of: checked, definedBy: pipeline.definition ?? [])
      let map = options.writesSourceMap ? [emitSourceMap(of: checked, from: sources)] : []
      pipelines.append(
        CompiledPipeline(graph: checked, changes: changes ?? [], outputs: outputs + map))
    }
  }
  diagnostics.reportUnusedAllowances(before: UInt32(truncatingIfNeeded: file.bytes.count))
  return Compilation(sources: sources, pipelines: pipelines, diagnostics: diagnostics)
}

/// Returns the pipelines that the main file of `sources` describes in whatever form, not checked, and
/// adds the files that it imports.
package func readPipelines(
  _ sources: inout Sources, with options: CompilerOptions, loader: SourceLoader,
  reportingTo diagnostics: inout Diagnostics
) -> [ReadPipeline] {
  guard sources.main.form == .pipe else {
    return importPipelines(sources.main, with: options, reportingTo: &diagnostics)
  }
  return lower(&sources, with: options, loader: loader, reportingTo: &diagnostics)
    .map { ReadPipeline(graph: $0, definition: nil) }
}

/// Returns the graphs that the text in `sources` describes, and adds the files to it that it imports.
private func lower(
  _ sources: inout Sources, with options: CompilerOptions, loader: SourceLoader,
  reportingTo diagnostics: inout Diagnostics
) -> [PipelineGraph] {
  var program = readProgram(sources.main, with: loader, reportingTo: &diagnostics)
  for (number, setting) in options.config.enumerated() where setting.isExpression {
    program.append(setting: number, named: setting.name, text: setting.value)
  }
  sources = program.sources
  readAllowances(in: program.syntax, reportingTo: &diagnostics)
  return lower(program, with: options, loader: loader, reportingTo: &diagnostics)
}

/// Reports it if `sizes`, those of what was written of `graph`, are more than AWS or Kubernetes takes.
func checkSizes(
  _ sizes: OutputSizes, of graph: CheckedGraph, reportingTo diagnostics: inout Diagnostics
) {
  checkSizes(
    definitionCharacters: sizes.definitionCharacters, annotationBytes: sizes.annotationBytes,
    manifestBytes: sizes.manifestBytes, largeResources: sizes.largeResources, of: graph.graph,
    reportingTo: &diagnostics)
}
