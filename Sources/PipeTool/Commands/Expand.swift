import PipeCompiler

extension Command {
  /// To write a source without short forms.
  static let expanding = Command(
    name: "expand", usage: "expand FILE",
    summary: "write a source without short forms",
    options: [.define, .profile, .format], input: .sources("only sources are expanded"),
    help: expandHelp
  ) { arguments throws(Failure) in try PipeTool.expandSource(arguments) }

  /// The help on `expand`.
  private static let expandHelp = """
    pipec expand: write a source without short forms

    usage: pipec expand FILE [OPTION]…

      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many
      --format FORMAT       how to print diagnostics: human, concise, json, sarif, github

    Prints what a source comes to, in the language: `input`, `channel`, `cache`, `retry` and the
    like as the members of the API that they stand for, `defaults` in every step, settings, names
    and functions as their values. Building it gives the same definition.

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
  let result = expand(file, options: options, loader: .project(of: file))
  let report = Report([Product(file: file, diagnostics: result.diagnostics)], as: format)
  try report.print()
  guard let bytes = result.bytes else { return .problems }
  try Terminal.print(bytes)
  return result.isExact ? .clean : .problems
}
