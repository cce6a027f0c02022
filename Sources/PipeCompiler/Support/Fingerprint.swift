/// A 64-bit FNV-1a hash of texts, by which names are told apart.
///
/// It is no protection against someone who looks for two texts with one hash.
struct Fingerprint {
  /// The hash so far.
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds `bytes`.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Adds `bytes` and a byte that ends them, so that their bounds matter.
  mutating func add(part bytes: some Sequence<UInt8>) {
    add(bytes)
    add(CollectionOfOne(0xFF))
  }

  /// The hash, folded to eight hexadecimal digits.
  var eightDigits: String {
    Self.digits(of: UInt64(UInt32(truncatingIfNeeded: state ^ (state >> 32))), count: 8)
  }

  /// The hash, mixed once more, as twelve hexadecimal digits.
  var twelveDigits: String {
    // The finalizer of MurmurHash3: the last bytes matter to all digits.
    var mixed = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return Self.digits(of: (mixed ^ (mixed >> 33)) >> 16, count: 12)
  }

  /// Returns `number` in hexadecimal, with zeros before it where it has less than `count` digits.
  private static func digits(of number: UInt64, count: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}

/// Returns the hash of `bytes` as eight hexadecimal digits.
func fingerprint(of bytes: [UInt8]) -> String {
  var fingerprint = Fingerprint()
  fingerprint.add(bytes)
  return fingerprint.eightDigits
}
