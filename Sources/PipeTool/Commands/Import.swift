import PipeCompiler

extension Command {
  /// To write a source for a definition.
  static let importing = Command(
    name: "import", usage: "import FILE",
    summary: "write a source for a definition or manifest",
    options: [.output, .name, .language, .role, .format], input: Input(program: .never),
    help: importHelp
  ) { arguments throws(Failure) in try PipeTool.importSource(arguments) }

  /// The help on `import`.
  private static let importHelp = """
    pipec import: write a source for a definition or manifest

    usage: pipec import FILE [OPTION]…

      -o FILE               write the source to FILE; to standard output if not given
      --name NAME           call the pipeline NAME; definitions have no name of their own, so it is
                            called after the file if not given; manifests have one
      --to LANGUAGE         pipe, the language, or swift: a program with the library PipeDSL
      --role ARN            with swift: the role of the pipeline, if nothing says one
      --format FORMAT       how to print diagnostics: human, concise, json, sarif, github

    FILE is a definition in JSON, a manifest of Kubernetes, or what `aws sagemaker
    describe-pipeline` prints. Whoever wrote the definition, building the source with -O0 gives
    what it says: every step, parameter and value, numbers as they are spelled, and what pipec
    does not know. What is wrong with a definition is wrong with its source too; `pipec check`
    says what.

    example: pipec import definition.json --name churn -o churn.pipe

    """
}

/// Writes a source for a definition.
func importSource(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  if arguments.operands.count > 1 { throw .usage("`pipec import` takes one file") }
  let files = try readInputs(arguments)
  guard let file = files.first else { return .failure }
  let name = arguments.values(of: .name).last ?? file.pipelineName
  switch arguments.values(of: .language).last ?? "pipe" {
  case "pipe": break
  case "swift": return try importProgram(of: file, named: name, arguments)
  case let other: throw Arguments.unknownValue(other, of: .language, among: ["pipe", "swift"])
  }
  let result = try source(of: file, named: name)
  let report = Report([Product(file: file, diagnostics: result.diagnostics)], as: format)
  try report.print()
  guard let bytes = result.bytes else { return .problems }
  try deliver(bytes, as: format, arguments)
  guard result.isExact else {
    Terminal.complain("pipec: the source does not say all that the definition says\n")
    return .problems
  }
  if !format.standsAlone, compile(file).diagnostics.containsErrors {
    Terminal.complain(
      "note: the definition has errors, and so has the source; `pipec check` says which, and "
        + "`pipec build --permissive` writes it all the same\n")
  }
  return .clean
}

/// Writes `bytes` where `arguments` say, or prints them.
private func deliver(
  _ bytes: [UInt8], as format: DiagnosticFormat, _ arguments: Arguments
) throws(Failure) {
  guard let path = arguments.values(of: .output).last, path != "-" else {
    return try Terminal.print(bytes)
  }
  do throws(FileError) {
    if !FileSystem.holds(bytes, at: path) { try FileSystem.replace([(path, bytes)]) }
  } catch {
    throw .file(error)
  }
  if !format.standsAlone { Terminal.complain("wrote \(path)".safeLine() + "\n") }
}

/// Writes a program in Swift for the definition in `file`, of a pipeline called `name`.
private func importProgram(
  of file: SourceFile, named name: String, _ arguments: Arguments
) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  let pipeline = try declaredPipeline(in: file)
  let result = decompileToSwift(
    pipeline, file, named: name, role: arguments.values(of: .role).last)
  try Report([Product(file: file, diagnostics: result.diagnostics)], as: format).print()
  guard let bytes = result.bytes else {
    for problem in result.problems {
      let place = pipeline == nil ? problem.origin : .synthesized
      let start = Sources(file).place(of: place).map { "\($0): " } ?? ""
      Terminal.complain("\(start)Swift can't say it: \(problem.message)".safeLine() + "\n")
    }
    return .problems
  }
  try deliver(bytes, as: format, arguments)
  return .clean
}

/// Returns the pipeline in `file` if that is a document around a definition.
private func declaredPipeline(in file: SourceFile) throws(Failure) -> ReadPipeline? {
  if file.form == .pipe { throw .usage("`\(file.name)` is a source already") }
  var ignored = Diagnostics()
  let pipelines = importPipelines(file, reportingTo: &ignored)
  guard let pipeline = pipelines.first, pipeline.graph.header.isDeclared else { return nil }
  if pipelines.count > 1 {
    throw .usage(
      "`\(file.name)` holds \(pipelines.count) pipelines, and `import` takes one: split the file")
  }
  return pipeline
}

/// Returns the source of the pipeline in `file`, whatever form it has there.
private func source(of file: SourceFile, named name: String) throws(Failure) -> Decompilation {
  guard let pipeline = try declaredPipeline(in: file) else { return decompile(file, named: name) }
  return decompile(pipeline, named: name)
}
