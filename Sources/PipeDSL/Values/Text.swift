/// A text in a map of texts, such as hyperparameters or the environment of a container.
///
/// AWS takes strings only there, so a number or Boolean becomes the string that it spells. What only a
/// run knows is put into a string: `["eta": "\(eta)"]`.
public struct Text: Expressible {
  /// What the text is.
  public let expression: Expression

  /// Creates the text of `value`.
  public init<Content>(_ value: Value<Content>) {
    expression = Expression(.text(value.expression))
  }

  /// Creates the text `text`.
  public init(_ text: String) { expression = Expression(.string(text)) }
}

extension Text: ExpressibleByStringInterpolation {
  /// Creates the text `value`.
  public init(stringLiteral value: String) { expression = Expression(.string(value)) }

  /// Creates the text of the parts of an interpolation.
  public init(stringInterpolation: Interpolation) { expression = stringInterpolation.expression }
}

extension Text: ExpressibleByIntegerLiteral {
  /// Creates the text that spells `value`.
  public init(integerLiteral value: Int) { expression = Expression(.string(String(value))) }
}

extension Text: ExpressibleByFloatLiteral {
  /// Creates the text that spells `value`.
  public init(floatLiteral value: Double) { expression = Expression(.string(value.description)) }
}

extension Text: ExpressibleByBooleanLiteral {
  /// Creates the text that spells `value`.
  public init(booleanLiteral value: Bool) { expression = Expression(.string(value.description)) }
}
