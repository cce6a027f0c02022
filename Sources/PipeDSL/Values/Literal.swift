/// A piece of JSON that no type describes: what ``Structure/raw(_:_:file:line:column:)`` takes, and
/// what the functions behind Lambda and Callback steps are sent.
public struct Literal: Expressible {
  /// What the piece is.
  public let expression: Expression

  /// Creates the piece that `value` stands for.
  public init(_ value: some Expressible) { expression = value.expression }

  /// Creates the string `text`.
  public init(_ text: String) { self.init(.string(text)) }

  /// Creates the number `number`.
  public init(_ number: Int) { self.init(.number(String(number))) }

  /// Creates the number `number`.
  public init(_ number: Double) { self.init(.number(number.description)) }

  /// Creates `true` or `false`.
  public init(_ truth: Bool) { self.init(.boolean(truth)) }

  /// Creates the piece of the form `form`.
  private init(_ form: Expression.Form) { expression = Expression(form) }
}

extension Literal: ExpressibleByStringInterpolation {
  /// Creates the string `value`.
  public init(stringLiteral value: String) { self.init(.string(value)) }

  /// Creates the string of the parts of an interpolation.
  public init(stringInterpolation: Interpolation) { expression = stringInterpolation.expression }
}

extension Literal: ExpressibleByIntegerLiteral {
  /// Creates the number `value`.
  public init(integerLiteral value: Int) { self.init(.number(String(value))) }
}

extension Literal: ExpressibleByFloatLiteral {
  /// Creates the number `value`.
  public init(floatLiteral value: Double) { self.init(.number(value.description)) }
}

extension Literal: ExpressibleByBooleanLiteral {
  /// Creates `true` or `false`.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
}

extension Literal: ExpressibleByNilLiteral {
  /// Creates `null`.
  public init(nilLiteral: ()) { self.init(.null) }
}

extension Literal: ExpressibleByArrayLiteral {
  /// Creates the list of `elements`.
  public init(arrayLiteral elements: Literal...) { expression = elements.expression }
}

extension Literal: ExpressibleByDictionaryLiteral {
  /// Creates the object of `elements`, in their order.
  public init(dictionaryLiteral elements: (String, Literal)...) {
    expression = Map(elements.map { (name: $0.0, value: $0.1) }).expression
  }
}
