import PipeCompiler

/// Returns the pipeline in the one file of `paths`, or of the operands, compiled as `arguments` say,
/// after printing what is wrong with it; `nil` if there is an error.
func soleGraph(
  _ arguments: Arguments, at paths: [String]? = nil
) throws(Failure) -> CheckedGraph? {
  let command = arguments.command
  guard (paths ?? arguments.operands).count <= 1 else {
    throw .usage("`pipec \(command.name)` takes one file")
  }
  let files = try readInputs(arguments, at: paths)
  var options = try arguments.compilerOptions
  options.targets = []
  guard let file = files.first else { return nil }
  let compilation = compile(file, options: options, loader: .project(of: file))
  Terminal.complain(
    render(compilation.diagnostics, of: compilation.sources, style: Terminal.style))
  if compilation.pipelines.isEmpty { return nil }
  return try soleGraph(of: compilation.pipelines, in: file, arguments)
}

/// Returns the one of `pipelines`, those in `file`, that `arguments` ask for, or the only one.
func soleGraph(
  of pipelines: [CompiledPipeline], in file: SourceFile, _ arguments: Arguments
) throws(Failure) -> CheckedGraph {
  if pipelines.contains(where: { $0.graph.graph.header.isAbsent }) {
    throw .usage("`\(file.name)` has no pipeline: `pipec \(arguments.command.name)` needs one")
  }
  let names = pipelines.map(\.name)
  if let name = arguments.values(of: .pipeline).last {
    if let found = pipelines.first(where: { $0.name == name }) { return found.graph }
    let near = nearest(to: name, in: names)
    let help = near.map { "did you mean `\($0)`?" } ?? "there is \(names.joined(separator: ", "))"
    throw .usage("there is no pipeline `\(name)`: \(help)")
  }
  guard let first = pipelines.first, names.count == 1 else {
    throw .usage(
      "`\(file.name)` holds \(names.count) pipelines: choose one with `--pipeline NAME`, "
        + "of \(names.joined(separator: ", "))")
  }
  return first.graph
}
