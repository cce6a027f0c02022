/// What the value of a parameter, an argument or a property can be.
public protocol ValueContent: Sendable {
  /// The type that definitions have for it.
  static var contentType: ContentType { get }
}

/// The types that definitions have for single values.
public enum ContentType: Sendable {
  /// A text.
  case string
  /// A number without a fraction.
  case integer
  /// A number.
  case float
  /// `true` or `false`.
  case boolean
}

/// What is a text in definitions.
public protocol TextContent: OrderedContent {}

/// What is a number in definitions.
public protocol NumberContent: OrderedContent {}

/// What can be asked to be less or greater.
public protocol OrderedContent: ValueContent {}

/// A closed set of texts, of which the API may get new ones.
public protocol EnumerationContent: TextContent {}

extension TextContent {
  /// A text.
  public static var contentType: ContentType { .string }
}

extension String: TextContent {}

extension Int: NumberContent {
  /// A number without a fraction.
  public static var contentType: ContentType { .integer }
}

extension Double: NumberContent {
  /// A number.
  public static var contentType: ContentType { .float }
}

extension Bool: ValueContent {
  /// `true` or `false`.
  public static var contentType: ContentType { .boolean }
}

// What a literal of the wrong type gets to hear.

@available(*, unavailable, message: "a number is wanted here, and this is a text")
extension Int: TextContent {}

@available(*, unavailable, message: "a number is wanted here, and this is a text")
extension Double: TextContent {}

@available(*, unavailable, message: "`true` or `false` is wanted here, and this is a text")
extension Bool: TextContent {}

@available(*, unavailable, message: "a text is wanted here, and this is a number")
extension String: NumberContent {}

@available(*, unavailable, message: "`true` or `false` is wanted here, and this is a number")
extension Bool: NumberContent {}

/// A single value of a definition: a literal, or what only a run knows.
///
/// A value is not what it holds: a `Value<Int>` may be a parameter, whose number is not there before
/// the pipeline is started. So it can't be asked with `if`; a comparison of values is a ``Question``,
/// which a ``Condition`` step asks in the run.
public struct Value<Content: ValueContent>: Expressible {
  /// What the value is.
  public let expression: Expression

  /// Creates the value that `expression` is.
  init(_ expression: Expression) { self.expression = expression }

  /// Creates the value of the form `form`.
  init(_ form: Expression.Form) { expression = Expression(form) }
}

// From Swift's own values.
extension Value where Content: TextContent {
  /// Creates a text that is known at build time.
  public init(_ text: String) { self.init(.string(text)) }

  /// Creates the same text as a value of another set of texts.
  public init<Other: TextContent>(_ value: Value<Other>) { self.init(value.expression) }

  /// Creates a text that the API is known to have.
  init(known text: String) { self.init(.string(text)) }
}

extension Value where Content == Int {
  /// Creates a number that is known at build time.
  public init(_ number: Int) { self.init(.number(String(number))) }

  /// Returns a length of time, which is spelled in the unit that the name of its member says.
  public static func days(_ count: Int) -> Self { Self(TimeSpan.days(count).form) }

  /// Returns a length of time, which is spelled in the unit that the name of its member says.
  public static func hours(_ count: Int) -> Self { Self(TimeSpan.hours(count).form) }

  /// Returns a length of time, which is spelled in the unit that the name of its member says.
  public static func minutes(_ count: Int) -> Self { Self(TimeSpan.minutes(count).form) }

  /// Returns a length of time, which is spelled in the unit that the name of its member says.
  public static func seconds(_ count: Int) -> Self { Self(TimeSpan.seconds(count).form) }
}

extension Value where Content == Double {
  /// Creates a number that is known at build time.
  public init(_ number: Double) { self.init(.number(number.description)) }

  /// Creates the same number as one that may have a fraction.
  public init(_ value: Value<Int>) { self.init(value.expression) }
}

extension Value where Content: NumberContent {
  /// Creates the number that `spelling` spells, such as `1e-3`, and keeps the spelling.
  public init(spelled spelling: String) { self.init(.number(spelling)) }
}

extension Value where Content == Bool {
  /// Creates a truth that is known at build time.
  public init(_ truth: Bool) { self.init(.boolean(truth)) }
}

// From other values.
extension Value where Content: TextContent {
  /// Returns the texts of `parts` with `separator` between them: a `Std:Join`, as it is written.
  ///
  /// What an interpolation says is put together where it can be; this is not.
  public static func joined(_ parts: [Text], separator: String = "") -> Self {
    Self(.separated(parts.map(\.expression), by: separator))
  }
}

extension Sequence where Element == Value<String> {
  /// Returns the texts one behind the other, with `separator` between them.
  ///
  /// They are put together as an interpolation is: what is known at build time becomes text.
  public func joined(separator: String = "") -> Value<String> {
    var parts: [Expression] = []
    for text in self {
      if !parts.isEmpty, !separator.isEmpty { parts.append(Expression(.string(separator))) }
      parts.append(text.expression)
    }
    return Value(parts.isEmpty ? .string("") : .joined(parts))
  }
}

extension Value {
  /// Returns the value at `path`, such as `metrics.accuracy`, in the JSON file at the S3 URI `uri`, which is
  /// read in the run with the pipeline's role: a `Std:JsonGet`.
  public static func json(at path: String, in uri: Value<String>) -> Self {
    Self(.json(uri: uri.expression, path: path))
  }
}

// From literals.
extension Value: ExpressibleByUnicodeScalarLiteral where Content: TextContent {
  /// Creates the text `value`.
  public init(unicodeScalarLiteral value: String) { self.init(.string(value)) }
}

extension Value: ExpressibleByExtendedGraphemeClusterLiteral where Content: TextContent {
  /// Creates the text `value`.
  public init(extendedGraphemeClusterLiteral value: String) { self.init(.string(value)) }
}

extension Value: ExpressibleByStringLiteral where Content: TextContent {
  /// Creates the text `value`.
  public init(stringLiteral value: String) { self.init(.string(value)) }
}

extension Value: ExpressibleByStringInterpolation where Content: TextContent {
  /// Creates the text of the parts of an interpolation, a part of which only a run may know.
  public init(stringInterpolation: Interpolation) { self.init(stringInterpolation.expression) }
}

extension Value: ExpressibleByIntegerLiteral where Content: NumberContent {
  /// Creates the number `value`.
  public init(integerLiteral value: Int) { self.init(.number(String(value))) }
}

extension Value: ExpressibleByFloatLiteral where Content == Double {
  /// Creates the number `value`.
  public init(floatLiteral value: Double) { self.init(.number(value.description)) }
}

extension Value: ExpressibleByBooleanLiteral where Content == Bool {
  /// Creates the truth `value`.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
}
