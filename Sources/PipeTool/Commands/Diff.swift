import PipeCompiler

extension Command {
  /// To compare two pipelines.
  static let diff = Command(
    name: "diff", usage: "diff OLD NEW",
    summary: "say what two pipelines have not in common, by meaning",
    options: [.cache, .format, .define, .profile], input: Input(program: .beside), help: diffHelp
  ) { arguments throws(Failure) in try PipeTool.diff(arguments) }

  /// The help on `diff`.
  private static let diffHelp = """
    pipec diff: say what two pipelines have not in common, by meaning

    usage: pipec diff OLD NEW [OPTION]…

      --cache          say which cached steps will run again in the next run, and why
      --format FORMAT  human, json (one object) or markdown (for a comment on a pull request)
      -D NAME=VALUE    give the `config` called NAME a value, in both files; `--profile NAME` many

    OLD and NEW are files in pipec's language, definitions in JSON, what `aws sagemaker
    describe-pipeline` prints, or Kubernetes manifests, in any mix; `-` is standard input. Order,
    layout and the spelling of numbers make no difference.

    The exit status is 0 if nothing is different, 1 if something is, and 2 if that can't be said.

    example: pipec diff --format markdown old/pipeline.yaml pipeline.pipe

    """
}

/// Compares two files and prints what they have not in common.
func diff(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try differenceFormat(of: arguments)
  let options = try arguments.compilerOptions
  guard arguments.operands.count == (arguments.programs.isEmpty ? 2 : 1) else {
    if !arguments.programs.isEmpty {
      throw .usage("`diff` compares one file with the program: `diff OLD`")
    }
    throw .usage("`pipec diff` compares two files: `pipec diff OLD NEW`")
  }
  let files = try readInputs(arguments)
  var pipelines: [[PipelineGraph]] = []
  for file in files {
    var options = options
    // Settings are those of the other one.
    if file.isDefinition, files.contains(where: { !$0.isDefinition }) {
      options.config = []
      options.profile = nil
    }
    pipelines.append(try readGraphs(file, options))
  }
  var comparison = PipelineSetDifference(
    from: pipelines[0], to: pipelines[1], isIdentical: files[0].bytes == files[1].bytes)
  if arguments.contains(.cache) { comparison.addForecasts(from: pipelines[0], to: pipelines[1]) }
  let style = Terminal.colorsResults ? DifferenceStyle.colored : .plain
  try Terminal.print(comparison.rendered(as: format, style: style))
  return comparison.verdict == .different ? .problems : .clean
}

/// Returns the pipelines in `file`, not checked; complains and fails if they can't be read.
private func readGraphs(
  _ file: SourceFile, _ options: CompilerOptions
) throws(Failure) -> [PipelineGraph] {
  if file.frontEnd != nil { return try readGraphs(ofProgram: file, options) }
  var diagnostics = Diagnostics(at: options.levels)
  var sources = Sources(file)
  let pipelines = readPipelines(
    &sources, with: options, loader: .project(of: file), isTakingAll: true,
    reportingTo: &diagnostics)
  guard !diagnostics.containsErrors, !pipelines.isEmpty else {
    Terminal.complain(render(diagnostics, of: sources, as: .human, style: Terminal.style))
    throw .reported
  }
  for loss in pipelines.flatMap(\.losses) {
    Terminal.complain("not compared: \(loss)".safeLine() + "\n")
  }
  return pipelines.map(\.graph)
}

/// Returns the pipelines of the program behind `file`, as they are written; complains and fails if there
/// is an error.
private func readGraphs(
  ofProgram file: SourceFile, _ options: CompilerOptions
) throws(Failure) -> [PipelineGraph] {
  let compilation = compile(file, options: options)
  if compilation.pipelines.isEmpty {
    Terminal.complain(
      render(
        compilation.diagnostics, of: compilation.sources, as: .human, style: Terminal.style))
    throw .reported
  }
  return compilation.pipelines.map(\.graph.graph)
}

/// Returns the form of differences that `arguments` ask for.
private func differenceFormat(of arguments: Arguments) throws(Failure) -> DifferenceFormat {
  guard let name = arguments.values(of: .format).last else { return .human }
  if let format = DifferenceFormat(rawValue: name) { return format }
  throw Arguments.unknownValue(
    name, of: .format, among: DifferenceFormat.allCases.map(\.rawValue))
}
