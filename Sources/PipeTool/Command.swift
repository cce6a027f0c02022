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
  /// Which files it reads.
  var input = Input()
  /// How it is used, on one screen, with an example.
  let help: String
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

  /// Returns the one of the command's options that is spelled `word`.
  ///
  /// `init(rawValue:)` would build a table of all options for the few that are given.
  func option(spelled word: String) -> Option? {
    options.first { $0.rawValue == word } ?? (word == Option.help.rawValue ? .help : nil)
  }

  /// Returns the command called `name`.
  static func named(_ name: String) throws(Failure) -> Command {
    // The command that is given most often needs none of the others.
    if name == build.name { return build }
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
