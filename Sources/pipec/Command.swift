import PipeCompiler

/// What the tool can be asked to do.
enum Command: String, CaseIterable {
  /// To compile and write.
  case build
  /// To compile and complain.
  case check
  /// To look up diagnostics.
  case explain
  /// To look up what steps hold.
  case schema
  /// To print how the tool is used.
  case help
  /// To print which version this is.
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
  var options: [Option] { Option.allCases.filter(takes) }

  /// Returns `true` iff `option` is one of the command's.
  func takes(_ option: Option) -> Bool {
    switch option {
    case .output, .emit, .check: self == .build
    case .format: self == .build || self == .check || self == .schema
    case .properties: self == .schema
    case .define, .service, .allow, .warn, .deny, .warningsAsErrors, .serviceModel:
      self == .build || self == .check
    case .all: self == .explain
    case .help: true
    }
  }
}

/// What a command may be told beside what to work on.
enum Option: String, CaseIterable {
  /// Where to write.
  case output = "-o"
  /// Which forms to write.
  case emit = "--emit"
  /// A name and its value for `config`.
  case define = "-D"
  /// How to print diagnostics.
  case format = "--format"
  /// Which diagnostics not to report.
  case allow = "--allow"
  /// Which diagnostics to report as warnings.
  case warn = "--warn"
  /// Which diagnostics to report as errors.
  case deny = "--deny"
  /// To report warnings as errors.
  case warningsAsErrors = "--warnings-as-errors"
  /// How much the service's model counts.
  case serviceModel = "--service-model"
  /// To compare instead of writing.
  case check = "--check"
  /// Which day's service the pipeline has to do with.
  case service = "--service"
  /// What can be read instead of what may be written.
  case properties = "--properties"
  /// All instead of one.
  case all = "--all"
  /// To print the help instead of doing anything.
  case help = "--help"

  /// `true` iff a value belongs to the option.
  var takesValue: Bool {
    switch self {
    case .output, .emit, .define, .format, .allow, .warn, .deny, .serviceModel, .service: true
    case .warningsAsErrors, .check, .all, .properties, .help: false
    }
  }
}
