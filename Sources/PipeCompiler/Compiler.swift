/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory.
public func compile(
  _ file: SourceFile, options: CompilerOptions = CompilerOptions()
) -> Compilation {
  var diagnostics = Diagnostics()
  let tokens = tokenize(file, reportingTo: &diagnostics)
  let syntax = parse(tokens, reportingTo: &diagnostics)
  let graph = lower(syntax, with: options, reportingTo: &diagnostics)
  let checked = graph.flatMap { check($0, reportingTo: &diagnostics) }
  return Compilation(file: file, graph: checked, diagnostics: diagnostics)
}
