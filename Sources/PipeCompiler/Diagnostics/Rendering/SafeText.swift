/// Decodes the Unicode scalar at `index` of `bytes`, looking no further than `end`.
///
/// Bytes that are not UTF-8 count as U+FFFD, one by one.
/// - Requires: `index < end <= bytes.count`
func decodeScalar(
  _ bytes: [UInt8], at index: Int, end: Int
) -> (scalar: Unicode.Scalar, length: Int) {
  let lead = bytes[index]
  let length: Int
  switch lead {
  case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return ("\u{FFFD}", 1)
  }
  guard end - index >= length else { return ("\u{FFFD}", 1) }
  var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
  for byte in bytes[index + 1..<index + length] {
    guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
  guard value >= smallest, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
  return (scalar, length)
}

extension Unicode.Scalar {
  /// `true` iff a terminal shows the scalar as itself and where it stands.
  ///
  /// Not so control characters, line separators, invisible characters, and those that change the
  /// direction of writing, with which a text can be made to look like another one.
  var isSafeToShow: Bool {
    switch value {
    case 0x20...0x7E: true
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }

  /// The number of columns that the scalar takes on a terminal, as far as can be known.
  var displayWidth: Int {
    switch value {
    case 0x00...0x02FF: 1
    case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x200C...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
      0xE0100...0xE01EF:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension String {
  /// Returns the text as one line that is safe to show: of at most `limit` scalars, with U+FFFD
  /// for every scalar that is not and a space for every line feed and tab.
  package func safeLine(limit: Int = 1_000) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      if count == limit {
        result.append("…")
        break
      }
      let isSpace = scalar == "\n" || scalar == "\t"
      result.append(isSpace ? " " : scalar.isSafeToShow ? scalar : "\u{FFFD}")
      count += 1
    }
    return String(result)
  }
}
