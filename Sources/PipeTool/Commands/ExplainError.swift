import PipeCompiler

extension Command {
  /// To make sense of what a cluster or AWS answers.
  static let explainError = Command(
    name: "explain-error", usage: "explain-error FILE",
    summary: "say what a message of the cluster or of AWS means",
    options: [.map], help: explainErrorHelp
  ) { arguments throws(Failure) in try PipeTool.explainError(arguments) }

  /// The help on `explain-error`.
  private static let explainErrorHelp = """
    pipec explain-error: say what a message of the cluster or of AWS means

    usage: pipec explain-error FILE [--map MAP]

      FILE       what `kubectl describe`, `get -o yaml` or `apply`, or `aws`, printed; `-` reads it
      --map MAP  the file <pipeline>.map that `pipec build --source-map` wrote, for the places in the
                 source

    For each message that is known, it prints what it means, what to do, where that is known from, and
    the places in the source that the message names. The exit status is 1 if none is known.

    example: pipec explain-error answer.txt --map out/churn.map

    """
}

/// How much of a message, or of a map, is read, in bytes.
private let explainErrorLimit = 4 * 1_048_576

/// Prints what the messages in a file mean.
func explainError(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  guard let path = arguments.operands.first, arguments.operands.count == 1 else {
    throw .usage("`pipec explain-error` takes one file, or `-` for standard input")
  }
  let (text, map): ([UInt8], [UInt8]?)
  do throws(FileError) {
    text =
      path == "-"
      ? try FileSystem.readStandardInput(limit: explainErrorLimit)
      : try FileSystem.read(path, limit: explainErrorLimit)
    if let file = arguments.values(of: .map).last {
      map = try FileSystem.read(file, limit: 16 * explainErrorLimit)
    } else {
      map = nil
    }
  } catch {
    throw .file(error)
  }
  var places = SourceMap()
  if let map {
    guard let read = SourceMap(reading: map) else {
      throw .usage("the file of `--map` is none that `pipec build --source-map` writes")
    }
    places = read
  }
  guard let explanation = explainErrors(in: text, places: places) else {
    Terminal.complain("none of the messages that pipec knows is in it\n")
    return .problems
  }
  try Terminal.print(explanation)
  return .clean
}
