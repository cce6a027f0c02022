/// Steele, Lea and Flood's SplitMix64: small, fast, and the same on every machine for one seed.
struct SplitMix64: RandomNumberGenerator {
  /// The state, which moves by a constant each time.
  private var state: UInt64

  /// Creates the generator that `seed` determines.
  init(seed: UInt64) { state = seed }

  /// Returns the next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
