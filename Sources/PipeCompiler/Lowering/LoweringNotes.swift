/// What lowering notes on its way, so that nothing is worked out, or said, twice.
struct LoweringNotes {
  /// How far a resource is.
  enum ResourceState {
    /// Its name is known.
    case declared
    /// It is being filled.
    case open
    /// All of it is known.
    case filled
  }

  /// The resource that has each name.
  var resourceNames: [Symbol: Index<Resource>] = [:]
  /// How far each resource is.
  var resourceStates: [ResourceState] = []
  /// The resources that are being filled, outermost first.
  var openResources: [Index<Resource>] = []
  /// Which step has which name, once a resource asked.
  var stepNames: StepNames?
  /// The types of records that each value was found to be of; what is optional in them may be read.
  var recordTypes: [Index<Value>: [NodeIndex]] = [:]
  /// The types that a value is being compared with, outermost first.
  var openTypes: [NodeIndex] = []
  /// Where each Tuning step writes, as far as somebody asked.
  var tuningOutputPaths: [Index<Step>: Index<Value>?] = [:]
  /// What has been read of the project's files.
  var files = LoadedFiles()
  /// The files of which it was reported that they can't be imported.
  var refusedFiles: Set<Int> = []
  /// The undeclared names that were reported without anything to propose.
  var unknownNames: Set<Symbol> = []
  /// How many times a name like an undeclared one was looked for.
  var searches = 0
}
