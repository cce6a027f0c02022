package import PipeCompiler

/// The command line, which `pipec` and pipelines that are programs have in common.
package enum Tool {
  /// The version of the tool and the library.
  static let version = "0.1.0"

  /// Runs what the command line asks for and ends the process.
  ///
  /// There is no `await` here: entering the concurrency runtime costs more than a compilation.
  package static func main() -> Never {
    Terminal.ignoreBrokenPipes()
    Terminal.exit(with: status(of: CommandLine.arguments.dropFirst(), compiling: []))
  }

  /// Runs what the command line asks for with `program` in the place of files, and ends the process.
  package static func main(compiling program: SourceFile) -> Never {
    Terminal.ignoreBrokenPipes()
    Terminal.exit(with: status(of: CommandLine.arguments.dropFirst(), compiling: [program]))
  }

  /// Runs what `arguments` ask for, of `programs` if there are any, explains on standard error if it
  /// can't be done, and returns how it ended.
  private static func status(
    of arguments: ArraySlice<String>, compiling programs: [SourceFile]
  ) -> ExitStatus {
    do throws(Failure) {
      return try run(arguments, compiling: programs)
    } catch {
      if let line = error.line { Terminal.complain("pipec: \(line)\n") }
      return .failure
    }
  }

  /// Runs what `arguments` ask for, of `programs` if there are any.
  private static func run(
    _ arguments: ArraySlice<String>, compiling programs: [SourceFile]
  ) throws(Failure) -> ExitStatus {
    guard let word = arguments.first else {
      Terminal.complain(Command.overview)
      return .failure
    }
    switch word {
    case "--help", "-h": return try printHelp(on: [])
    case "--version": return try printVersion()
    default: break
    }
    let command = try Command.named(word)
    let arguments = try Arguments(arguments.dropFirst(), of: command, compiling: programs)
    if arguments.contains(.help) { return try printHelp(on: [command.name]) }
    return try command.run(arguments)
  }
}
