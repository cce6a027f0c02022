/// A run-time question with the answer yes or no.
///
/// The service knows no conjunction: a step's conditions must all hold, and `a && b` inside an
/// `or` is lowered to `not(or(not a, not b))`.
package enum Condition: Hashable, Sendable {
  /// A comparison of two values.
  case comparison(Comparison, left: Index<Value>, right: Index<Value>)
  /// Whether `query` is one of `options`; the run is in `elements`.
  case membership(query: Index<Value>, options: Run)
  /// The opposite of a condition.
  case not(Index<Condition>)
  /// Whether one of several conditions holds; the run is in `conditionLists`.
  case or(Run)
  /// What a value says, which is emitted as it is.
  case verbatim(Index<Value>)
}

/// How two values are compared; the raw value is the definition's spelling.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
  case equals = "Equals"
  case greaterThan = "GreaterThan"
  case greaterThanOrEqualTo = "GreaterThanOrEqualTo"
  case lessThan = "LessThan"
  case lessThanOrEqualTo = "LessThanOrEqualTo"
}
