/// A number of the estimate of a run that tests and assertions may ask for.
package enum Figure: Hashable, Sendable {
  /// How many hours instances of this type, or without one of all types, are used together.
  case hours(of: Symbol?)
  /// How many instances of this type, or without one of all types, are used at once.
  case peak(of: Symbol?)
  /// How many steps run at once.
  case width
  /// How many seconds the steps take, one after the other on the longest way.
  case time

  /// The type of instance that is asked about, if it is one.
  package var type: Symbol? {
    switch self {
    case .hours(let type), .peak(let type): type
    case .width, .time: nil
    }
  }
}

/// What is said of a figure: how it compares with a number.
package struct Bound: Hashable, Sendable {
  /// The figure.
  package let figure: Figure
  /// How it compares with the number.
  package let comparison: Comparison
  /// The number; seconds, if the figure is a time.
  package let number: Double

  /// Creates the claim that `figure` compares with `number` as `comparison` says.
  package init(_ figure: Figure, _ comparison: Comparison, _ number: Double) {
    self.figure = figure
    self.comparison = comparison
    self.number = number
  }
}

/// Something about the estimate of a run that has to hold in every build.
package struct Assertion: Sendable {
  /// What is said of a figure.
  package let bound: Bound
  /// `true` iff the opposite has to hold.
  package let isNegated: Bool
  /// What is said if it does not hold.
  package let message: Symbol
  /// Where it is written.
  package let origin: Origin

  /// Creates the assertion that `bound`, or its opposite, holds.
  package init(_ bound: Bound, isNegated: Bool = false, message: Symbol, at origin: Origin) {
    self.bound = bound
    self.isNegated = isNegated
    self.message = message
    self.origin = origin
  }
}
