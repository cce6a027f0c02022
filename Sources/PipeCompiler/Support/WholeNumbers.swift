// Whole numbers near others, without the library of C, which not everything is linked with.
extension Double {
  /// The whole number that is nearest, the upper one of two; numbers too large to tell stay.
  var nearestWhole: Double { (self + 0.5).wholeBelow }

  /// The least whole number that is not less; numbers too large to tell stay.
  var wholeAbove: Double { -((-self).wholeBelow) }

  /// The greatest whole number that is not greater; numbers too large to tell stay.
  var wholeBelow: Double {
    guard magnitude < 1e15 else { return self }
    let whole = Double(Int(self))
    return whole > self ? whole - 1 : whole
  }
}

extension Int {
  /// The least number whose square is not less.
  var rootAbove: Int {
    var root = 0
    while root < 3_000_000_000, root * root < self { root += 1 }
    return root
  }
}
