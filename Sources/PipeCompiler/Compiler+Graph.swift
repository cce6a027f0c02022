/// Returns what `graph`, which another front end than the language's has made, compiles to.
///
/// `sources` gives the files that the graph's origins count in, once it is known what there is to say.
package func compile(
  _ graph: PipelineGraph, options: CompilerOptions, reportingTo diagnostics: inout Diagnostics,
  sources: (Diagnostics) -> [SourceFile]
) -> Compilation {
  let checked = check(graph, against: options.serviceDate, reportingTo: &diagnostics)
  let written = checked.map { emit($0, as: options.targets) }
  if let checked, let written {
    checkSizes(written.sizes, of: checked, reportingTo: &diagnostics)
  }
  diagnostics = diagnostics.withoutFixes()
  let file = sources(diagnostics).first ?? SourceFile(name: "", bytes: [])
  return Compilation(
    file: file, graph: checked, outputs: written?.outputs ?? [], diagnostics: diagnostics)
}
