/// A figure of an estimate, and what it is made of.
struct Tally: Sendable {
  /// The number.
  var number = 0
  /// What steps, by their positions, add to it, in source order.
  var shares: [(step: Int, number: Int)] = []
  /// What is not known, by the positions of the steps, so that it may be more.
  var unknowns: [(step: Int, unknown: Unknown)] = []

  /// The largest number that is given: what is beyond means nothing to anyone.
  static let limit = 1_000_000_000_000_000

  /// Adds `number`, which the step at `position` takes.
  mutating func add(_ number: Int, of position: Int) {
    guard number > 0 else { return }
    self.number = min(Self.limit, self.number + number)
    shares.append((position, number))
  }

  /// Adds what `other` holds.
  mutating func add(_ other: Tally) {
    number = min(Self.limit, number + other.number)
    shares += other.shares
  }

  /// Returns the product of numbers, but at most the limit.
  static func product(_ factors: Int...) -> Int {
    factors.reduce(1) { product, factor in
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      return overflow ? limit : min(limit, next)
    }
  }
}
