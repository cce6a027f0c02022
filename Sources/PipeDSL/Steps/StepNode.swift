import PipeCompiler
import Synchronization

/// A step as a pipeline holds it.
///
/// It is an object because a step is one thing, however often it is mentioned: that is how a step which
/// is stated and mentioned is told from two steps of one name.
public final class StepNode: Sendable {
  /// What the step is.
  let content: StepContent

  /// Creates the step that `content` describes.
  init(_ content: consuming StepContent) { self.content = content }

  /// Creates a step of `kind` with `arguments`, and `fields` beside them.
  init(
    _ kind: StepKind, _ name: String, arguments: Members, fields: Members? = nil, at place: Place
  ) {
    content = StepContent(
      name: name, kind: kind, place: place, arguments: arguments, fields: fields)
  }

  /// The way to what can be read from the step.
  public var path: PropertyPath { PropertyPath(root: .step(self)) }
}

/// What a step is.
struct StepContent: Sendable {
  /// The name in the definition.
  let name: String
  /// The type.
  let kind: StepKind
  /// The type as the definition spells it.
  var typeName: String
  /// Where the step is made.
  let place: Place
  /// How many blocks the step was made inside.
  let depth: Int
  /// How many steps were made before it; by this is known where one stands that is only mentioned.
  let number: UInt64
  /// The arguments.
  var arguments: Members
  /// What stands beside the arguments.
  var fields: Members
  /// The steps that this one waits for.
  var endings: [Ending] = []
  /// Whether, and how long, results are reused.
  var cacheConfig: Expression?
  /// The policies by which the step is tried again.
  var retries: [Members] = []
  /// The text that AWS shows in the name's place.
  var displayName: Value<String>?
  /// What the step is for.
  var description: Value<String>?
  /// The types of what a Lambda or Callback step returns, by name.
  var returned: [(name: String, type: ContentType)] = []
  /// What is not to be reported about the step.
  var allowances: [Allowance] = []
  /// The steps inside, and when they run.
  var body = StepBlocks.none

  /// Creates a step without policies.
  init(
    name: String, kind: StepKind, place: Place, arguments: Members, fields: Members? = nil
  ) {
    self.name = name
    self.kind = kind
    self.place = place
    self.arguments = arguments
    self.fields = fields ?? Members(at: place)
    typeName = kind.rawValue
    depth = Nesting.depth
    number = Nesting.made.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

/// A kind of diagnostic that is not to be reported about a step.
struct Allowance: Sendable {
  /// What the kind is called.
  let name: String
  /// Why it is not to be reported.
  let reason: String
  /// Where that is written.
  let place: Place
}

/// The steps inside a step.
enum StepBlocks: Sendable {
  /// There are none.
  case none
  /// The first ones run if the question has the answer yes, the others if it has not.
  case condition(Question, then: [PipelineElement], otherwise: [PipelineElement])
  /// The steps run for each of the items.
  case loop(items: Expression, atOnce: Expression, body: [PipelineElement])
}

/// How deep in the blocks of a pipeline the code runs that makes a step.
enum Nesting {
  /// The number of blocks round the code; in the body of a pipeline that is one.
  @TaskLocal static var depth = 0

  /// How many steps have been made.
  static let made = Atomic<UInt64>(0)

  /// Runs `body` one block deeper and returns what it gives.
  static func inBlock<Result>(_ body: () -> Result) -> Result {
    $depth.withValue(depth + 1) { body() }
  }
}
