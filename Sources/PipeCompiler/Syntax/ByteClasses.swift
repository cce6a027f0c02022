extension UInt8 {
  /// `true` iff the byte begins a name.
  var isLetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || self == UInt8(ascii: "_")
  }

  /// `true` iff the byte is a decimal digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// `true` iff the byte continues a name.
  var continuesName: Bool { isLetter || isDigit }

  /// The value of a hexadecimal digit, or `nil` for every other byte.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Returns `true` iff the bytes in `range` spell `word`.
  func spells(_ word: StaticString, in range: Range<Int>) -> Bool {
    word.utf8CodeUnitCount == range.count && StaticText(word).equals(self[range])
  }
}
