/// What the files are that a command works on.
struct InputRule: Sendable {
  /// What becomes of the pipelines of a program, which has them in place of files.
  enum ProgramUse: Sendable {
    /// They are the only input.
    case only
    /// They are compared with a file.
    case compared
    /// Nothing: the command is about texts.
    case none
  }

  /// How the names of files that are read end.
  var extensions = [".pipe", ".json", ".yaml", ".yml"]
  /// Why a definition is not read, whatever its file is called; `nil` if it is.
  var refusal: String?
  /// What becomes of the pipelines of a program.
  var program = ProgramUse.only

  /// Sources, definitions and manifests.
  static let any = InputRule()
}
