/// Something that can stand for a value in a definition.
public protocol Expressible: Sendable {
  /// What it stands for.
  var expression: Expression { get }
}

/// What a value in a definition is: what JSON can say, or what only a run knows.
public struct Expression: Sendable {
  /// The forms of expressions; literals, of which there are most, need no memory of their own.
  enum Form: Sendable {
    /// JSON's `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, as it is spelled in the definition.
    case number(String)
    /// A text that is known at build time.
    case string(String)
    /// A list.
    case list([Expression])
    /// An object.
    indirect case object(Members)
    /// The texts of several values, one behind the other.
    case joined([Expression])
    /// The texts of several values with a separator between them, as it is written.
    indirect case separated([Expression], by: String)
    /// The text of a value, in a map of texts.
    indirect case text(Expression)
    /// A parameter of the pipeline.
    indirect case parameter(ParameterDeclaration)
    /// A variable of the run, by the definition's name.
    case variable(String)
    /// A variable of the run's experiment, by the definition's name.
    case experiment(String)
    /// What is read from a step or from the item of a loop.
    indirect case property(PropertyPath)
    /// The value at `path` in the JSON file that the step declares as the report `name`.
    indirect case report(StepNode, name: String, path: String)
    /// The value at `path` in the JSON file at an S3 URI.
    indirect case json(uri: Expression, path: String)
    /// The S3 URI of a model that a Tuning step has trained, by its rank from 0.
    case best(StepNode, rank: Int)
    /// What a build reads of a file of the project.
    indirect case file(FileRequest)
    /// The URI of an image that AWS publishes.
    indirect case image(ImageRequest)
    /// What AWS calls a resource beside the pipeline.
    case resource(ResourceNode)
    /// Where the output called so of the step that says it lands by default.
    case destination(output: String)
    /// A length of time in seconds, which the member that takes it spells in its unit.
    case duration(UInt32)
  }

  /// The form.
  let form: Form
  /// `true` iff a step or a parameter is mentioned in it.
  let mentionsOthers: Bool

  /// Creates the expression of the form `form`.
  init(_ form: Form) {
    self.form = form
    mentionsOthers =
      switch form {
      case .null, .boolean, .number, .string, .variable, .experiment, .destination, .duration,
        .file, .image, .resource:
        false
      case .list(let parts), .joined(let parts), .separated(let parts, _):
        parts.contains { $0.mentionsOthers }
      case .object(let members): members.entries.contains { $0.value.mentionsOthers }
      case .text(let inner), .json(let inner, _): inner.mentionsOthers
      case .property(let path):
        if case .step = path.root { true } else { false }
      case .parameter, .report, .best: true
      }
  }
}

extension Expression: Expressible {
  /// The expression itself.
  public var expression: Expression { self }
}

extension Array: Expressible where Element: Expressible {
  /// The list of what the elements stand for.
  public var expression: Expression { Expression(.list(map(\.expression))) }
}
