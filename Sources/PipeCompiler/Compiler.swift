/// Returns what `file` compiles to, together with everything there is to say about it.
///
/// This function is the map of the compiler: each line is a phase, each phase a directory.
public func compile(_ file: SourceFile, options: CompilerOptions = CompilerOptions()) -> Compilation
{
  let diagnostics = Diagnostics()
  return Compilation(file: file, graph: nil, diagnostics: diagnostics)
}
