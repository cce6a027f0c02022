import PipeCompiler

/// Something that the tool can be asked to do.
struct Command: Sendable {
  /// The word that asks for it.
  let name: String
  /// The word and what follows it, as the list of all commands shows them.
  let usage: String
  /// What the command does, in a few words.
  let summary: String
  /// What it may be told, beside what to work on; every command takes `--help`.
  let options: [Option]
  /// How it is used, on one screen, with an example.
  let help: String
  /// What it works on.
  var inputs = InputRule.any
  /// Does it.
  let run: @Sendable (Arguments) throws(Failure) -> ExitStatus

  /// The commands, in the order in which they are listed.
  static let all = [
    build, check, run, format, importing, expanding, diff, graph, simulate, test, iam, explain,
    explainError, schema, image, help, version,
  ]

  /// The options of all commands that compile sources.
  static let compiling: [Option] = [
    .define, .profile, .format, .allow, .warn, .deny, .warningsAsErrors, .serviceModel, .service,
  ]

  /// Returns `true` iff `option` is one of the command's.
  func takes(_ option: Option) -> Bool { option == .help || options.contains(option) }

  /// Returns the command called `name`.
  static func named(_ name: String) throws(Failure) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let isOption = name.hasPrefix("-") && name != "-"
    let what = isOption ? "option" : "command"
    let known = isOption ? ["--help", "--version"] : all.map(\.name)
    if let near = nearest(to: name, in: known) {
      throw .usage("unknown \(what) `\(name)`: did you mean `\(near)`?")
    }
    if name.hasSuffix(".pipe") {
      throw .usage("unknown command `\(name)`: did you mean `pipec build \(name)`?")
    }
    throw .usage("unknown \(what) `\(name)`: `pipec help` lists what there is")
  }
}
