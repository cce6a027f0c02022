/// What the program declares, as far as lowering has come, and what the parts of the graph were made from.
struct Declarations {
  /// A declaration and the scope that it stands in.
  typealias Place = (node: NodeIndex, scope: Int)

  /// The pipeline's header.
  var header: NodeIndex?
  /// What each parameter was made from.
  var parameters: [Place] = []
  /// The references to parameters at the top of files whose names are still to be evaluated.
  var unnamedParameters: [(parameter: Index<Parameter>, text: NodeIndex, value: Index<Value>)] = []
  /// What each step was made from.
  var steps: [Place] = []
  /// The scope that each region's declarations are in.
  var regionScopes: [Int] = [0]
  /// What each resource was made from.
  var resources: [Place] = []
  /// The declarations of runs.
  var executions: [Place] = []
  /// The assertions.
  var assertions: [Place] = []
  /// The declarations of tests.
  var tests: [NodeIndex] = []
  /// The profiles of all files.
  var profiles: [(name: String, node: NodeIndex)] = []
  /// The profile that was asked for, and those that it is based on.
  var chosenProfiles: [NodeIndex] = []
  /// What templates were used for, in the order of the uses.
  var instances: [Instance] = []
  /// What the uses of each name with keys made, by key.
  var families: [[Symbol: Int]] = []
  /// The files that each file imports as a whole.
  var wholeImports: [Int: [Int]] = [:]
}
