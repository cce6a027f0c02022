extension Command {
  /// To print how the tool is used.
  static let help = Command(
    name: "help", usage: "help [COMMAND]", summary: "print this, or the help on a command",
    options: [], help: helpHelp
  ) { arguments throws(Failure) in try printHelp(on: arguments.operands) }

  /// The help on `help`.
  private static let helpHelp = """
    pipec help: print what the tool can do, or the help on a command

    usage: pipec help [COMMAND]

    example: pipec help build

    """

  /// What the tool can do, on one screen.
  static var overview: String {
    let width = all.reduce(0) { max($0, $1.usage.unicodeScalars.count) } + 2
    let lines = all.map { command in
      let gap = String(repeating: " ", count: width - command.usage.unicodeScalars.count)
      return "  \(command.usage)\(gap)\(command.summary)\n"
    }
    return """
      pipec compiles Amazon SageMaker pipelines.

      usage: pipec COMMAND [ARGUMENT]…

      \(lines.joined())
      A file called `-` is standard input. Diagnostics go to standard error, results to files or
      standard output. Exit status: 0 clean, 1 something is wrong with the input, 2 wrong usage or
      a file that can't be read or written.

      example: pipec build train.pipe -o - | kubectl apply -f -

      """
  }
}

/// Prints the help on the command that `names` holds, or on all.
func printHelp(on names: [String]) throws(Failure) -> ExitStatus {
  guard names.count <= 1 else { throw .usage("`help` takes one command") }
  try Terminal.print(
    names.first.map { name throws(Failure) in try Command.named(name).help } ?? Command.overview)
  return .clean
}
