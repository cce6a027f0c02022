import PipeCompiler

/// The command-line tool.
@main
enum Pipec {
  /// The version of the tool and the library.
  static let version = "0.1.0"

  /// Runs what the command line asks for and ends the process.
  ///
  /// There is no `await` here: entering the concurrency runtime costs more than a compilation.
  static func main() {
    Terminal.ignoreBrokenPipes()
    Terminal.exit(with: status(of: CommandLine.arguments.dropFirst()))
  }

  /// Runs what `arguments` ask for, explains on standard error if it can't be done, and returns
  /// how it ended.
  private static func status(of arguments: ArraySlice<String>) -> ExitStatus {
    do throws(Failure) {
      return try run(arguments)
    } catch {
      if let line = error.line { Terminal.complain("pipec: \(line)\n") }
      return .failure
    }
  }

  /// Runs what `arguments` ask for.
  private static func run(_ arguments: ArraySlice<String>) throws(Failure) -> ExitStatus {
    guard let word = arguments.first else {
      Terminal.complain(Command.overview)
      return .failure
    }
    switch word {
    case "--help", "-h": return try help([])
    case "--version": return try printVersion()
    default: break
    }
    let command = try Command(named: word)
    let arguments = try Arguments(arguments.dropFirst(), of: command)
    if arguments.contains(.help) { return try help([command.rawValue]) }
    switch command {
    case .build: return try build(arguments)
    case .check: return try check(arguments)
    case .explain: return try explain(arguments)
    case .schema: return try schema(arguments)
    case .help: return try help(arguments.operands)
    case .version: return try printVersion()
    }
  }

  /// Prints the version.
  private static func printVersion() throws(Failure) -> ExitStatus {
    try Terminal.print("pipec \(version)\n")
    return .clean
  }

  /// Prints the help on the command that `names` holds, or on all.
  private static func help(_ names: [String]) throws(Failure) -> ExitStatus {
    guard names.count <= 1 else { throw .usage("`help` takes one command") }
    try Terminal.print(
      names.first.map { name throws(Failure) in try Command(named: name).help }
        ?? Command.overview)
    return .clean
  }
}

/// How a run of the tool ended.
enum ExitStatus: Int32 {
  /// There was nothing to complain about, warnings aside.
  case clean = 0
  /// Something is wrong with the input, or with the files it was compared with.
  case problems = 1
  /// The command line is wrong, or a file can't be read or written.
  case failure = 2
}

/// Why the tool can't do what it is asked for.
enum Failure: Error {
  /// The command line is wrong, in the way that the text says.
  case usage(String)
  /// A file can't be read or written.
  case file(FileError)

  /// What to tell the user; `nil` if a reader that went away is all that happened.
  var line: String? {
    switch self {
    case .usage(let text): text.safeLine()
    case .file(let error): error.isBrokenPipe ? nil : error.description.safeLine()
    }
  }
}
