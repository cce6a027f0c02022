/// Something that a ``Condition`` can ask in a run.
public protocol Askable: Sendable {
  /// The question.
  var question: Question { get }
}

/// A question about values that only a run knows, with the answer yes or no.
///
/// Comparisons of values are questions, and `&&`, `||` and `!` put them together. What the service has
/// no word for, such as a conjunction inside an `or`, is said with the words that there are.
public struct Question: Askable {
  /// How two values are compared.
  enum Comparison: Sendable {
    case equals, less, lessOrEqual, greater, greaterOrEqual
  }

  /// The forms of questions.
  indirect enum Form: Sendable {
    /// A comparison of two values.
    case comparison(Comparison, Expression, Expression)
    /// Whether a value is one of several.
    case membership(Expression, [Expression])
    /// The opposite.
    case not(Form)
    /// Whether both hold.
    case and(Form, Form)
    /// Whether one of the two holds.
    case or(Form, Form)
  }

  /// The form.
  let form: Form

  /// The question itself.
  public var question: Question { self }
}

extension Value: Askable where Content == Bool {
  /// Whether the value is true.
  public var question: Question {
    Question(form: .comparison(.equals, expression, Expression(.boolean(true))))
  }
}

// Comparisons.
extension Value {
  /// Asks whether `left` is `right`.
  public static func == (left: Value, right: Value) -> Question {
    Question(form: .comparison(.equals, left.expression, right.expression))
  }

  /// Asks whether `left` is something else than `right`.
  public static func != (left: Value, right: Value) -> Question {
    Question(form: .not(.comparison(.equals, left.expression, right.expression)))
  }

  /// Asks whether the value is one of `options`.
  public func isIn(_ options: [Value]) -> Question {
    Question(form: .membership(expression, options.map(\.expression)))
  }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a == b) { … }"
  )
  public static func == (left: Value, right: Value) -> Bool { false }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a != b) { … }"
  )
  public static func != (left: Value, right: Value) -> Bool { false }
}

extension Value where Content: OrderedContent {
  /// Asks whether `left` is less than `right`.
  public static func < (left: Value, right: Value) -> Question {
    Question(form: .comparison(.less, left.expression, right.expression))
  }

  /// Asks whether `left` is at most `right`.
  public static func <= (left: Value, right: Value) -> Question {
    Question(form: .comparison(.lessOrEqual, left.expression, right.expression))
  }

  /// Asks whether `left` is greater than `right`.
  public static func > (left: Value, right: Value) -> Question {
    Question(form: .comparison(.greater, left.expression, right.expression))
  }

  /// Asks whether `left` is at least `right`.
  public static func >= (left: Value, right: Value) -> Question {
    Question(form: .comparison(.greaterOrEqual, left.expression, right.expression))
  }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a < b) { … }"
  )
  public static func < (left: Value, right: Value) -> Bool { false }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a <= b) { … }"
  )
  public static func <= (left: Value, right: Value) -> Bool { false }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a > b) { … }"
  )
  public static func > (left: Value, right: Value) -> Bool { false }

  /// Says that Swift can't ask what only a run knows.
  @available(
    *, unavailable,
    message:
      "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a >= b) { … }"
  )
  public static func >= (left: Value, right: Value) -> Bool { false }
}

/// Says that Swift can't ask what only a run knows.
@available(
  *, unavailable,
  message:
    "only a run knows this value, so Swift can't ask it: use a Condition step, as in Condition(\"Name\", if: a == b) { … }"
)
public func ~= <Content>(pattern: Value<Content>, value: Value<Content>) -> Bool { false }

/// Asks whether both `left` and `right` hold.
public func && (left: some Askable, right: some Askable) -> Question {
  Question(form: .and(left.question.form, right.question.form))
}

/// Asks whether `left` or `right` or both hold.
public func || (left: some Askable, right: some Askable) -> Question {
  Question(form: .or(left.question.form, right.question.form))
}

/// Asks whether `question` does not hold.
public prefix func ! (question: some Askable) -> Question {
  Question(form: .not(question.question.form))
}
