import PipeCompiler

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

  /// Something is wrong with an input, which has been said.
  case reported

  /// What to tell the user; `nil` if it has been said, or if a reader that went away is all that happened.
  var line: String? {
    switch self {
    case .usage(let text): text.safeLine()
    case .reported: nil
    case .file(let error): error.isBrokenPipe ? nil : error.description.safeLine()
    }
  }
}
