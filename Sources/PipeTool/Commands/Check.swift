import PipeCompiler

extension Command {
  /// To compile and complain.
  static let check = Command(
    name: "check", usage: "check FILE…",
    summary: "say what is wrong, write nothing",
    options: compiling, help: checkHelp
  ) { arguments throws(Failure) in try PipeTool.check(arguments) }

  /// The help on `check`.
  private static let checkHelp = """
    pipec check: say what is wrong, write nothing

    usage: pipec check FILE… [OPTION]…

      -D NAME=VALUE         give the `config` called NAME a value; a list or object as in the file
      --profile NAME        give all `config`s the values of the `profile` called NAME
      --format FORMAT       how to print diagnostics: human, concise (FILE:LINE:COLUMN: …), json
                            (an object per line), sarif (one log), github (workflow commands)
      --allow IDS           don't report these diagnostics or groups of them, separated by commas
      --warn IDS            report them as warnings
      --deny IDS            report them as errors; of two options about one the later counts
      --warnings-as-errors  report warnings as errors
      --service-model MODE  strict, or permissive: errors of the service model are warnings
      --service DATE        report what came to the service after a day or month: 2026-01

    `sarif` and `github` are printed to standard output, the others to standard error, where a last
    line counts the problems, except with `json` and `sarif`. Files that end in `.json` or `.yaml`
    are definitions, what `aws sagemaker describe-pipeline` prints, or Kubernetes manifests, whoever
    wrote them; of other files, the beginning decides.

    example: pipec check --format concise pipelines/*.pipe definition.json

    """
}

/// Compiles files and prints what is wrong with them.
func check(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  let options = try arguments.compilerOptions
  let files = try readInputs(arguments)
  let products = compileAll(files, options: options)
  let report = Report(products, as: format)
  try report.print()
  if !format.standsAlone { Terminal.complain("\(report.summary)\n") }
  return report.isFailure ? .problems : .clean
}
