package import PipeCompiler
import Synchronization

/// The command line, which `pipec` and pipelines that are programs have in common.
package enum Tool {
  /// The version of the tool and the library.
  static let version = "0.1.0"

  /// Runs what the command line asks for and ends the process.
  ///
  /// There is no `await` here: entering the concurrency runtime costs more than a compilation.
  package static func main() -> Never {
    Terminal.ignoreBrokenPipes()
    Terminal.exit(with: status(of: CommandLine.arguments.dropFirst()))
  }

  /// The pipelines of the program that this is; `nil` if it is `pipec`.
  static var program: SourceFile? { held.withLock { $0 } }

  /// Holds those pipelines, which are set once, before anything is done; unlike a value of a task, it needs
  /// nothing of the concurrency runtime.
  private static let held = Mutex<SourceFile?>(nil)

  /// Runs what the command line asks for with `program` in the place of files, and ends the process.
  package static func main(compiling program: SourceFile) -> Never {
    Terminal.ignoreBrokenPipes()
    held.withLock { $0 = program }
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
    case "--help", "-h": return try printHelp(on: [])
    case "--version": return try printVersion()
    default: break
    }
    let command = try Command.named(word)
    let arguments = try Arguments(arguments.dropFirst(), of: command)
    if arguments.contains(.help) { return try printHelp(on: [command.name]) }
    return try command.run(arguments)
  }
}
