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
  /// A name and its value for a parameter.
  case parameter = "-p"
  /// Which steps are to run.
  case select = "--select"
  /// Which run's results stand in for the other steps.
  case from = "--from"
  /// What to call the run.
  case name = "--name"
  /// To let the API server make up the name.
  case generateName = "--generate-name"
  /// Which Kubernetes namespace.
  case namespace = "--namespace"
  /// Which pipeline a definition is.
  case pipeline = "--pipeline"
  /// What the run is for.
  case description = "--description"
  /// How manifests are put into files.
  case layout = "--layout"
  /// A variant of the pipeline, and the settings that make it.
  case overlay = "--overlay"
  /// To print the commands that apply what was built.
  case notes = "--notes"
  /// To write where everything comes from.
  case sourceMap = "--source-map"
  /// Where that was written.
  case map = "--map"
  /// To print the help instead of doing anything.
  case help = "--help"

  /// `true` iff a value belongs to the option.
  var takesValue: Bool {
    switch self {
    case .output, .emit, .define, .format, .allow, .warn, .deny, .serviceModel, .service,
      .parameter, .select, .from, .name, .namespace, .pipeline, .description,
      .layout, .overlay, .map:
      true
    case .warningsAsErrors, .check, .all, .properties, .generateName, .notes, .sourceMap, .help:
      false
    }
  }
}
