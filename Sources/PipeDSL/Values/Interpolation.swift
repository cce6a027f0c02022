/// The parts of a text that holds values, such as `"s3://\(bucket)/\(execution.id)"`.
///
/// What is known at build time becomes text; if something is left for the run, the whole becomes one
/// `Std:Join`.
public struct Interpolation: StringInterpolationProtocol {
  /// The parts.
  private var parts: [Expression] = []

  /// What the parts are together.
  var expression: Expression {
    if parts.count == 1, case .string = parts[0].form { return parts[0] }
    return Expression(parts.isEmpty ? .string("") : .joined(parts))
  }

  /// Makes room for the parts of a literal.
  public init(literalCapacity: Int, interpolationCount: Int) {
    parts.reserveCapacity(2 * interpolationCount + 1)
  }

  /// Adds the text between two values.
  public mutating func appendLiteral(_ literal: String) {
    if !literal.isEmpty { parts.append(Expression(.string(literal))) }
  }

  /// Adds the text of `value`.
  public mutating func appendInterpolation<Content>(_ value: Value<Content>) {
    parts.append(value.expression)
  }

  /// Adds `text`.
  public mutating func appendInterpolation(_ text: Text) { parts.append(text.expression) }

  /// Adds the text of what is read.
  public mutating func appendInterpolation(_ property: AnyProperty) {
    parts.append(property.expression)
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
}
