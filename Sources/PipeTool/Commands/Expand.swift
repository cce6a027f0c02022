import PipeCompiler

extension Command {
  /// To write a source without short forms.
  static let expanding = Command(
    name: "expand", usage: "expand FILE",
    summary: "write a source without short forms",
    options: [.define, .profile, .pipeline, .format],
    input: .sources("only sources are expanded"), help: expandHelp
  ) { arguments throws(Failure) in try PipeTool.expandSource(arguments) }

  /// The help on `expand`.
  private static let expandHelp = """
    pipec expand: write a source without short forms

    usage: pipec expand FILE [OPTION]…

      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many
      --pipeline NAME       which pipeline, if FILE makes several; the first if not given
      --format FORMAT       how to print diagnostics: human, concise, json, sarif, github

    Prints what a source comes to, in the language: `input`, `channel`, `cache`, `retry` and the
    like as the members of the API that they stand for, `defaults` in every step, settings, names
    and functions as their values. Building it gives the same definition, runs and resources.

    example: pipec expand churn.pipe -D bucket=my-bucket

    """
}

/// Prints a source without short forms.
func expandSource(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  let options = try arguments.compilerOptions
  if arguments.operands.count > 1 { throw .usage("`pipec expand` takes one file") }
  guard let file = try readInputs(arguments).first else {
    return .failure
  }
  let name = arguments.values(of: .pipeline).last
  let result = expand(file, named: name, options: options, loader: .project(of: file))
  let list = result.pipelines.joined(separator: ", ")
  if let name, !result.pipelines.isEmpty, !result.pipelines.contains(name) {
    throw .usage("`\(file.name)` makes no pipeline `\(name)`; it makes \(list)")
  }
  let report = Report([Product(file: file, diagnostics: result.diagnostics)], as: format)
  try report.print()
  guard let bytes = result.bytes else { return .problems }
  try Terminal.print(bytes)
  if name == nil, result.pipelines.count > 1, !format.standsAlone {
    let note = "this is the first of \(result.pipelines.count) pipelines; choose with `--pipeline`"
    Terminal.complain("note: \(note): \(list)".safeLine() + "\n")
  }
  return result.isExact ? .clean : .problems
}
