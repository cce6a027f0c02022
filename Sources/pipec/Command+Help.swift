extension Command {
  /// What the tool can do, on one screen.
  static let overview = """
    pipec compiles Amazon SageMaker pipelines.

    usage: pipec COMMAND [ARGUMENT]…

      build FILE…      compile to pipeline-definition JSON and Kubernetes YAML
      check FILE…      say what is wrong, write nothing
      explain ID       say what a diagnostic means and what to do about it
      schema [TYPE]    say what a step holds, or what can be read from it
      help [COMMAND]   print this, or the help on a command
      version          print the version

    A file called `-` is standard input. Diagnostics go to standard error, results to files or
    standard output. Exit status: 0 clean, 1 something is wrong with the input, 2 wrong usage or
    a file that can't be read or written.

    example: pipec build train.pipe -o - | kubectl apply -f -

    """

  /// How the command is used, on one screen, with an example.
  var help: String {
    switch self {
    case .build: Self.buildHelp
    case .check: Self.checkHelp
    case .explain: Self.explainHelp
    case .schema: Self.schemaHelp
    case .help: Self.helpHelp
    case .version: Self.versionHelp
    }
  }

  /// The help on `build`.
  private static let buildHelp = """
    pipec build: compile to pipeline-definition JSON and Kubernetes YAML

    usage: pipec build FILE… [OPTION]…

      -o DIR                write <pipeline>.json and <pipeline>.yaml in DIR; `out` if not given
      -o -                  write to standard output: the manifests, for `kubectl apply -f -`
      --emit TARGETS        what to write: sagemaker (JSON), ack (YAML), or both with a comma;
                            both if not given, `ack` with `-o -`, which takes one only
      -D NAME=VALUE         give the `config` called NAME a value
      --check               write nothing; print a diff and exit with 1 if a file in DIR is
                            missing, is not what would be written, or comes from no input
      --format FORMAT       how to print diagnostics: human, concise, json, sarif, github
      --allow IDS           don't report these diagnostics or groups of them, separated by commas
      --warn IDS            report them as warnings
      --deny IDS            report them as errors; of two options about one the later counts
      --warnings-as-errors  report warnings as errors
      --service-model MODE  strict, or permissive: errors of the service model are warnings
      --service DATE        report what came to the service after a day or month: 2026-01

    Nothing at all is written if a file has an error. A file is replaced as a whole, and only if
    its bytes change; one line on standard error says what was written.

    example: pipec build churn.pipe -D bucket=my-bucket -o - | kubectl apply -f -

    """

  /// The help on `check`.
  private static let checkHelp = """
    pipec check: say what is wrong, write nothing

    usage: pipec check FILE… [OPTION]…

      -D NAME=VALUE         give the `config` called NAME a value
      --format FORMAT       how to print diagnostics: human, concise (FILE:LINE:COLUMN: …), json
                            (an object per line), sarif (one log), github (workflow commands)
      --allow IDS           don't report these diagnostics or groups of them, separated by commas
      --warn IDS            report them as warnings
      --deny IDS            report them as errors; of two options about one the later counts
      --warnings-as-errors  report warnings as errors
      --service-model MODE  strict, or permissive: errors of the service model are warnings
      --service DATE        report what came to the service after a day or month: 2026-01

    `sarif` and `github` are printed to standard output, the others to standard error, where a last
    line counts the problems, except with `json` and `sarif`. A file whose name ends in `.json`, or
    that begins with a brace, is a pipeline definition, whoever wrote it.

    example: pipec check --format concise pipelines/*.pipe definition.json

    """

  /// The help on `explain`.
  private static let explainHelp = """
    pipec explain: say what a diagnostic means and what to do about it

    usage: pipec explain ID
           pipec explain --all

      ID     the name in brackets: `unknown-name` for `error[unknown-name]`
      --all  explain all diagnostics there are

    example: pipec explain dependency-cycle

    """

  /// The help on `schema`.
  private static let schemaHelp = """
    pipec schema: say what a step holds, or what can be read from it

    usage: pipec schema [TYPE[.MEMBER]…] [--properties] [--format FORMAT]

      TYPE           a type of step: `Training`; all are listed if none is given
      .MEMBER        a member, and members of members: `Training.ResourceConfig.InstanceType`
      --properties   what can be read from such a step instead of what may be written in it
      --format       text, or json: one object

    example: pipec schema Training.ResourceConfig

    """

  /// The help on `help`.
  private static let helpHelp = """
    pipec help: print what the tool can do, or the help on a command

    usage: pipec help [COMMAND]

    example: pipec help build

    """

  /// The help on `version`.
  private static let versionHelp = """
    pipec version: print the version

    usage: pipec version

    example: pipec version

    """
}
