#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PipeCompiler

/// Where the tool talks to its user.
enum Terminal {
  /// Writes `text` to standard output.
  static func print(_ text: String) throws(Failure) { try print(Array(text.utf8)) }

  /// Writes `bytes` to standard output.
  static func print(_ bytes: [UInt8]) throws(Failure) {
    do throws(FileError) {
      try FileSystem.write(bytes, to: STDOUT_FILENO, named: "standard output")
    } catch {
      throw .file(error)
    }
  }

  /// Writes `text` to standard error.
  static func complain(_ text: String) { complain(Array(text.utf8)) }

  /// Writes `bytes` to standard error, which nobody can be told about if it fails.
  static func complain(_ bytes: [UInt8]) {
    do throws(FileError) {
      try FileSystem.write(bytes, to: STDERR_FILENO, named: "standard error")
    } catch {}
  }

  /// How diagnostics are colored: on a terminal that can do it, unless `NO_COLOR` is set.
  static var style: DiagnosticStyle {
    isInteractive && !isSet("NO_COLOR") ? .colored : .plain
  }

  /// `true` iff standard error is a terminal that understands escape sequences.
  static var isInteractive: Bool { isTerminal(STDERR_FILENO) }

  /// `true` iff results are to be colored: standard output is a terminal that can do it, and
  /// `NO_COLOR` is not set.
  static var colorsResults: Bool { isTerminal(STDOUT_FILENO) && !isSet("NO_COLOR") }

  /// Returns `true` iff `descriptor` is a terminal that understands escape sequences.
  private static func isTerminal(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1, let name = unsafe getenv("TERM") else { return false }
    return unsafe strcmp(name, "dumb") != 0
  }

  /// Lets writing to a reader that went away fail instead of ending the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process.
  static func exit(with status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #elseif canImport(Musl)
      Musl.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }

  /// Returns the value of the environment variable `name`, if it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard isSet(name), let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Returns `true` iff the environment variable `name` is set and not empty.
  private static func isSet(_ name: String) -> Bool {
    guard let value = unsafe getenv(name) else { return false }
    return unsafe value.pointee != 0
  }
}
