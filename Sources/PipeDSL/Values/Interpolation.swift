/// The parts of a text that holds values, such as `"s3://\(bucket)/\(execution.id)"`.
///
/// What is known at build time becomes text; if something is left for the run, the whole becomes one
/// `Std:Join`.
public struct Interpolation: StringInterpolationProtocol {
  /// The parts before `text`.
  private var parts: [Expression] = []
  /// The text since the last part that only a run knows.
  private var text = ""

  /// What the parts are together.
  var expression: Expression {
    if parts.isEmpty { return Expression(.string(text)) }
    let rest = text.isEmpty ? [] : [Expression(.string(text))]
    return Expression(.joined(parts + rest))
  }

  /// Creates the text without parts.
  public init(literalCapacity: Int, interpolationCount: Int) {}

  /// Adds the text between two values.
  public mutating func appendLiteral(_ literal: String) { text += literal }

  /// Adds the text of `value`.
  public mutating func appendInterpolation<Content>(_ value: Value<Content>) {
    append(value.expression)
  }

  /// Adds `text`.
  public mutating func appendInterpolation(_ text: Text) { append(text.expression) }

  /// Adds the text of what is read.
  public mutating func appendInterpolation(_ property: AnyProperty) {
    append(property.expression)
  }

  /// Adds `text`.
  public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

  /// Adds the digits of `number`.
  public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

  /// Adds the digits of `number`.
  public mutating func appendInterpolation(_ number: Double) { appendLiteral(number.description) }

  /// Adds `true` or `false`.
  public mutating func appendInterpolation(_ truth: Bool) { appendLiteral(truth.description) }

  /// Says that a step is no text.
  @available(
    *, unavailable,
    message: "a step has no text: name what is read from it, as in train.trainingJobName"
  )
  public mutating func appendInterpolation(_ step: some Step) {}

  /// Says that what can be missing is no text.
  @available(*, unavailable, message: "this may be nil, which has no text: unwrap it first")
  public mutating func appendInterpolation<Content>(_ value: Value<Content>?) {}

  /// Adds the text of `part`.
  private mutating func append(_ part: Expression) {
    if case .string(let known) = part.form { return appendLiteral(known) }
    if !text.isEmpty { parts.append(Expression(.string(text))) }
    text = ""
    parts.append(part)
  }
}
