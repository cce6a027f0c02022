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

    FILE is a definition in JSON, what `aws sagemaker describe-pipeline` prints, or manifests of
    Kubernetes, which may hold any resources of the ACK controller beside a pipeline. Whoever
    wrote it, building the source with -O0 gives what it says: every step, parameter and value,
    numbers as they are spelled, and what pipec does not know. What is wrong with it is wrong with
    its source too; `pipec check` says what.

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
  var diagnostics = Diagnostics()
  let documents = try documents(in: file, reportingTo: &diagnostics)
  if file.form == .yaml, documents.isEmpty {
    try Report([Product(file: file, diagnostics: diagnostics)], as: format).print()
    return .problems
  }
  if !documents.isEmpty, documents.allSatisfy({ $0.graph.isEmptyDocument }) {
    complain(of: documents.flatMap(\.losses))
    return .problems
  }
  let result =
    documents.isEmpty ? decompile(file, named: name) : decompile(documents, named: name)
  try Report([Product(file: file, diagnostics: result.diagnostics)], as: format).print()
  guard let bytes = result.bytes else { return .problems }
  try deliver(bytes, as: format, arguments)
  complain(of: result.losses)
  guard result.isExact else {
    let what = documents.isEmpty ? "definition" : "file"
    Terminal.complain("pipec: the source does not say all that the \(what) says\n")
    return .problems
  }
  if !format.standsAlone { noteErrors(of: bytes, documents) }
  return result.losses.isEmpty ? .clean : .problems
}

extension PipelineGraph {
  /// `true` iff a document holds no pipeline, and no resource that a source can say.
  fileprivate var isEmptyDocument: Bool { header.isAbsent && resources.count == 0 }
}

/// Says what is not in a source.
private func complain(of losses: [String]) {
  for loss in losses { Terminal.complain("not in the source: \(loss)".safeLine() + "\n") }
}

/// Says so if the source `bytes`, which was made of `documents` if it was not of a definition, has errors.
private func noteErrors(of bytes: [UInt8], _ documents: [ReadPipeline]) {
  let source = SourceFile(name: "imported.pipe", bytes: bytes)
  guard compile(source).diagnostics.containsErrors else { return }
  let isDefinition = documents.allSatisfy { !$0.graph.header.isAbsent }
  Terminal.complain(
    "note: the \(isDefinition ? "definition" : "manifest") has errors, and so has the source; "
      + "`pipec check` of that says which, and `pipec build --permissive` writes it all the same\n")
}

/// Writes `bytes` where `arguments` say, or prints them.
private func deliver(
  _ bytes: [UInt8], as format: DiagnosticFormat, _ arguments: Arguments
) throws(Failure) {
  guard let path = arguments.values(of: .output).last, path != "-" else {
    return try Terminal.print(bytes)
  }
  do throws(FileError) {
    if !FileSystem.holds(bytes, at: path) {
      try FileSystem.replace([OutputFile(name: path, bytes: bytes)])
    }
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
  var diagnostics = Diagnostics()
  let documents = try documents(in: file, reportingTo: &diagnostics)
  let pipeline = documents.first { !$0.graph.header.isAbsent }
  let others = documents.map(\.graph).filter(\.header.isAbsent).flatMap(\.resources.elements)
  if !others.isEmpty {
    let kinds = Set(others.compactMap(\.kind?.rawValue)).sorted().joined(separator: ", ")
    throw .usage(
      "`--to swift` writes a pipeline, and `\(file.name)` holds other resources (\(kinds)): import "
        + "it without `--to swift`, or split it")
  }
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

/// Returns what `file` describes if it holds manifests, or a definition with something around it.
private func documents(
  in file: SourceFile, reportingTo diagnostics: inout Diagnostics
) throws(Failure) -> [ReadPipeline] {
  if file.form == .pipe { throw .usage("`\(file.name)` is a source already") }
  let documents = importPipelines(file, isTakingAll: true, reportingTo: &diagnostics)
    .filter { $0.graph.header.isDeclared || $0.graph.header.isAbsent }
  let count = documents.count { !$0.graph.header.isAbsent }
  if count > 1 {
    throw .usage(
      "`\(file.name)` holds \(count) pipelines, and `import` takes one: split the file")
  }
  return documents
}
