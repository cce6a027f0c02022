/// What makes graphs in another way than from a text: the Swift of a program, which is behind a file
/// without bytes, so that whoever compiles files compiles programs too.
package struct FrontEnd: Sendable {
  /// Returns what the pipelines compile to with `options`.
  package let compile: @Sendable (_ options: CompilerOptions) -> Compilation

  /// Creates the front end that `compile` is.
  package init(_ compile: @escaping @Sendable (_ options: CompilerOptions) -> Compilation) {
    self.compile = compile
  }
}

/// Returns what `graphs`, which another front end than the language's has made, compile to.
///
/// Fixes are left out, since they are changes of a text in the language. `sources` gives the files that
/// the graphs' origins count in, once it is known whether anyone is going to see them.
package func compile(
  _ graphs: [PipelineGraph], options: CompilerOptions, reportingTo diagnostics: inout Diagnostics,
  sources: (_ areShown: Bool) -> Sources
) -> Compilation {
  var pipelines: [CompiledPipeline] = []
  for graph in graphs {
    var graph = graph
    if let run = options.run { graph.replaceExecutions(with: run) }
    guard
      var checked = check(graph, against: options.serviceDate, reportingTo: &diagnostics)?
        .confirmed(reportingTo: &diagnostics)
    else { continue }
    let changes = checked.optimize(at: options.applied)
    let outputs = write(checked, as: options, reportingTo: &diagnostics)
    pipelines.append(CompiledPipeline(graph: checked, changes: changes, outputs: outputs))
  }
  diagnostics.reportUnusedAllowances(before: .max)
  diagnostics = diagnostics.withoutFixes()
  let sources = sources(!diagnostics.isEmpty || options.writesSourceMap)
  if options.writesSourceMap {
    pipelines = pipelines.map { pipeline in
      let map = emitSourceMap(of: pipeline.graph, from: sources)
      return CompiledPipeline(
        graph: pipeline.graph, changes: pipeline.changes, outputs: pipeline.outputs + [map])
    }
  }
  return Compilation(sources: sources, pipelines: pipelines, diagnostics: diagnostics)
}
