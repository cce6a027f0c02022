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
  /// A name and its value for `param`.
  case parameter = "-p"
  /// A name and its value for what only a run knows.
  case given = "--given"
  /// A step that fails.
  case fail = "--fail"
  /// A step that is stopped.
  case stop = "--stop"
  /// To print who may assume roles.
  case trust = "--trust"
  /// All instead of one.
  case all = "--all"
  /// To print the help instead of doing anything.
  case help = "--help"

  /// `true` iff a value belongs to the option.
  var takesValue: Bool {
    switch self {
    case .output, .emit, .define, .format, .allow, .warn, .deny, .serviceModel, .service,
      .parameter, .given, .fail, .stop:
      true
    case .warningsAsErrors, .check, .all, .properties, .trust, .help: false
    }
  }
}
