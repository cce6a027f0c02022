import PipeCompiler

/// What the tool can be asked to do.
enum Command: String, CaseIterable {
  case build
  case check
  case explain
  case help
  case version

  /// Creates the command called `name`.
  init(named name: String) throws(Failure) {
    if let command = Command(rawValue: name) {
      self = command
      return
    }
    let isOption = name.hasPrefix("-") && name != "-"
    let what = isOption ? "option" : "command"
    let known = isOption ? ["--help", "--version"] : Command.allCases.map(\.rawValue)
    if let near = nearest(to: name, in: known) {
      throw .usage("unknown \(what) `\(name)`: did you mean `\(near)`?")
    }
    if name.hasSuffix(".pipe") {
      throw .usage("unknown command `\(name)`: did you mean `pipec build \(name)`?")
    }
    throw .usage("unknown \(what) `\(name)`: `pipec help` lists what there is")
  }

  /// What the command's options are.
  var options: [Option] {
    switch self {
    case .build: [.output, .emit, .define, .format, .check, .help]
    case .check: [.define, .format, .help]
    case .explain: [.all, .help]
    case .help, .version: [.help]
    }
  }
}

/// What a command may be told beside what to work on.
enum Option: String, CaseIterable {
  case output = "-o"
  case emit = "--emit"
  case define = "-D"
  case format = "--format"
  case check = "--check"
  case all = "--all"
  case help = "--help"

  /// `true` iff a value belongs to the option.
  var takesValue: Bool {
    switch self {
    case .output, .emit, .define, .format: true
    case .check, .all, .help: false
    }
  }
}
