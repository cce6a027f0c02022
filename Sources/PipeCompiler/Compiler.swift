/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory. Files that
/// `file` names are read through `loader`, and nothing else is.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
) -> Compilation {
  if let frontEnd = file.frontEnd { return frontEnd.compile(options) }
  let options = options.fitting(file)
  var diagnostics = Diagnostics(at: options.levels)
  var sources = Sources(file)
  var pipelines: [CompiledPipeline] = []
  for pipeline in readPipelines(
    &sources, with: options, loader: loader, reportingTo: &diagnostics)
  {
    var graph = pipeline.graph
    if let run = options.run { graph.replaceExecutions(with: run) }
    if let header = options.definitionHeader { graph.complete(by: header, from: file) }
    var checked = check(graph, against: options.serviceDate, reportingTo: &diagnostics)?
      .confirmed(reportingTo: &diagnostics)
    // A definition is what its author wants to run, and stays as it is.
    let isSource = pipeline.definition == nil
    let changes = isSource ? checked?.optimize(at: options.applied) : nil
    var outputs = write(pipeline, checked: checked, as: options, reportingTo: &diagnostics)
    if let checked {
      if options.writesSourceMap, isSource {
        outputs.append(emitSourceMap(of: checked, from: sources))
      }
      pipelines.append(CompiledPipeline(graph: checked, changes: changes ?? [], outputs: outputs))
    }
  }
  diagnostics.reportUnusedAllowances(before: UInt32(truncatingIfNeeded: file.bytes.count))
  return Compilation(sources: sources, pipelines: pipelines, diagnostics: diagnostics)
}

/// Returns the pipelines that the main file of `sources` describes in whatever form, not checked, and
/// adds the files that it imports.
///
/// If `isTakingAll`, what else lies in manifests is in graphs that are no pipelines.
package func readPipelines(
  _ sources: inout Sources, with options: CompilerOptions, loader: SourceLoader,
  isTakingAll: Bool = false, reportingTo diagnostics: inout Diagnostics
) -> [ReadPipeline] {
  guard sources.main.form == .pipe else {
    return importPipelines(
      sources.main, with: options, isTakingAll: isTakingAll, reportingTo: &diagnostics)
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

/// Returns `pipeline`, which is `checked` if it has no errors, in the forms that `options` ask for, and
/// reports it if one is larger than AWS or Kubernetes takes.
private func write(
  _ pipeline: ReadPipeline, checked: CheckedGraph?, as options: CompilerOptions,
  reportingTo diagnostics: inout Diagnostics
) -> [Output] {
  if let definition = pipeline.definition {
    if options.targets.isEmpty { return [] }
    // What is a definition already need not be written to be measured.
    checkSize(ofDefinition: definition, of: pipeline.graph, reportingTo: &diagnostics)
    if options.definitionHeader == nil, options.run == nil { return [] }
    if diagnostics.containsErrors { return [] }
  }
  return checked.map {
    write($0, as: options, from: pipeline.definition, reportingTo: &diagnostics)
  } ?? []
}

/// Returns `checked`, or the `definition` that it was read from, in the forms that `options` ask for, and
/// reports it if one is larger than AWS or Kubernetes takes; what goes nowhere may be of any size.
func write(
  _ checked: CheckedGraph, as options: CompilerOptions, from definition: [UInt8]? = nil,
  reportingTo diagnostics: inout Diagnostics
) -> [Output] {
  if options.targets.isEmpty { return [] }
  let written = emit(
    checked, as: options.targets, in: options.layout, from: definition)
  checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
  return written.outputs
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
