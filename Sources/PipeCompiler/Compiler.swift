/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions()
) -> Compilation {
  var diagnostics = Diagnostics(at: options.levels)
  let tokens = tokenize(file, reportingTo: &diagnostics)
  let syntax = parse(tokens, reportingTo: &diagnostics)
  readAllowances(in: syntax, reportingTo: &diagnostics)
  let graph = lower(syntax, with: options, reportingTo: &diagnostics)
  let checked = graph.flatMap { check($0, reportingTo: &diagnostics) }
  let written = checked.map { emit($0, as: options.targets) }
  if let checked, let written {
    checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
  }
  diagnostics.reportUnusedAllowances()
  return Compilation(
    file: file, graph: checked, outputs: written?.outputs ?? [], diagnostics: diagnostics)
}

/// Reports it if `sizes`, those of what was written of `graph`, are more than AWS or Kubernetes takes.
private func checkSizes(
  _ sizes: OutputSizes, of graph: CheckedGraph, reportingTo diagnostics: inout Diagnostics
) {
  checkSizes(
    definitionCharacters: sizes.definitionCharacters, annotationBytes: sizes.annotationBytes,
    manifestBytes: sizes.manifestBytes, of: graph.graph, reportingTo: &diagnostics)
}
