/// What a command may be told beside what to work on.
enum Option: String, CaseIterable {
  /// Where to write.
  case output = "-o"
  /// Which forms to write.
  case emit = "--emit"
  /// How much may be changed before writing.
  case optimization = "-O"
  /// To say what was changed before writing.
  case explain = "--explain"
  /// A name and its value for `config`.
  case define = "-D"
  /// The profile that gives values to `config`s.
  case profile = "--profile"
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
  /// To write what the service is said to refuse.
  case permissive = "--permissive"
  /// To compare instead of writing.
  case check = "--check"
  /// Which day's service the pipeline has to do with.
  case service = "--service"
  /// What can be read instead of what may be written.
  case properties = "--properties"
  /// To say what happens to cached steps.
  case cache = "--cache"
  /// Which pipeline of several.
  case pipeline = "--pipeline"
  /// To estimate instead of drawing.
  case analysis = "--analysis"
  /// Which two steps to say something about.
  case why = "--why"
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
  /// Which steps are to run.
  case select = "--select"
  /// Which run's results stand in for the other steps.
  case from = "--from"
  /// Which language.
  case language = "--to"
  /// The role that the pipeline runs as.
  case role = "--role"
  /// To let the API server make up the name.
  case generateName = "--generate-name"
  /// Which Kubernetes namespace.
  case namespace = "--namespace"
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
  /// What to call the pipeline, or the run.
  case name = "--name"
  /// The region that an image is pulled in.
  case region = "--region"
  /// The type of the instance that runs an image.
  case instance = "--instance"
  /// The version of Python in an image.
  case python = "--python"
  /// What an image is for.
  case scope = "--scope"
  /// The framework below that of an image.
  case base = "--base"
  /// The end of an image's tag.
  case container = "--container"
  /// The type of Elastic Inference accelerator.
  case accelerator = "--accelerator"
  /// The Neuron tool by which an image is used.
  case tool = "--tool"
  /// The version of the Neuron SDK.
  case sdk = "--sdk"
  /// That SageMaker's distribution libraries are used.
  case smdistributed = "--smdistributed"
  /// That SageMaker's training compiler is used.
  case compiler = "--compiler"
  /// That there are no instances.
  case serverless = "--serverless"
  /// To print the help instead of doing anything.
  case help = "--help"

  /// `true` iff a value belongs to the option.
  var takesValue: Bool {
    switch self {
    case .warningsAsErrors, .check, .cache, .all, .properties, .why, .analysis, .explain, .help:
      false
    case .generateName, .notes, .sourceMap, .permissive: false
    case .smdistributed, .compiler, .serverless, .trust: false
    default: true
    }
  }
}
