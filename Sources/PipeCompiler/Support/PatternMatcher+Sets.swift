extension PatternMatcher {
  /// Returns the last place of `set` before `bound`, or -1 if there is none.
  func last(in set: Int, before bound: Int) -> Int {
    guard bound > 0 else { return -1 }
    var index = (bound - 1) >> 5
    var bits = sets[set * width + index] & (UInt32.max >> UInt32(31 - (bound - 1) & 31))
    while bits == 0 {
      index -= 1
      if index < 0 { return -1 }
      bits = sets[set * width + index]
    }
    return index << 5 + 31 - bits.leadingZeroBitCount
  }

  /// Returns the first place of `set`, which has one.
  func first(in set: Int) -> Int {
    var index = 0
    while index < width - 1, sets[set * width + index] == 0 { index += 1 }
    return min(index << 5 + sets[set * width + index].trailingZeroBitCount, text.count)
  }

  /// Returns the word of `set` at `index`, and removes its places.
  mutating func take(_ index: Int, of set: Int) -> UInt32 {
    let bits = sets[set * width + index]
    sets[set * width + index] = 0
    return bits
  }

  /// Removes the last place from `bits`, which are the word at `index` of a set, and returns it.
  func removeLast(from bits: inout UInt32, at index: Int) -> Int {
    let bit = 31 - bits.leadingZeroBitCount
    bits ^= 1 << UInt32(bit)
    return index << 5 + bit
  }

  /// Returns `true` iff `place` is in `set`.
  func contains(_ place: Int, in set: Int) -> Bool {
    sets[set * width + place >> 5] >> UInt32(place & 31) & 1 != 0
  }

  /// Adds `place` to `set`.
  mutating func insert(_ place: Int, into set: Int) {
    sets[set * width + place >> 5] |= 1 << UInt32(place & 31)
  }

  /// Adds the places from `first` through `last` to `set`.
  mutating func insert(_ first: Int, through last: Int, into set: Int) {
    var mask = UInt32.max << UInt32(first & 31)
    for index in first >> 5...last >> 5 {
      if index == last >> 5 { mask &= UInt32.max >> UInt32(31 - last & 31) }
      sets[set * width + index] |= mask
      mask = .max
    }
  }

  /// Removes `place` from `set`.
  mutating func remove(_ place: Int, from set: Int) {
    sets[set * width + place >> 5] &= ~(1 << UInt32(place & 31))
  }

  /// Removes all places from `set`.
  mutating func clear(_ set: Int) {
    for index in 0..<width { sets[set * width + index] = 0 }
  }

  /// Makes `other` equal to `set`.
  mutating func copy(_ set: Int, to other: Int) {
    for index in 0..<width { sets[other * width + index] = sets[set * width + index] }
  }

  /// Adds the places of `set` to `other`.
  mutating func add(_ set: Int, to other: Int) {
    for index in 0..<width { sets[other * width + index] |= sets[set * width + index] }
  }

  /// Keeps what `set` has and `other` has not, adds it there, and returns `true` iff it is anything.
  mutating func keepNew(in set: Int, addingTo other: Int) -> Bool {
    var union: UInt32 = 0
    for index in 0..<width {
      let new = sets[set * width + index] & ~sets[other * width + index]
      sets[set * width + index] = new
      sets[other * width + index] |= new
      union |= new
    }
    return union != 0
  }

  /// Keeps what `other` has too, or has not, in `set`, and returns `true` iff it is anything.
  mutating func keep(in set: Int, whatIsIn other: Int, _ isIn: Bool) -> Bool {
    var union: UInt32 = 0
    for index in 0..<width {
      let mask = sets[other * width + index]
      sets[set * width + index] &= isIn ? mask : ~mask
      union |= sets[set * width + index]
    }
    return union != 0
  }
}
