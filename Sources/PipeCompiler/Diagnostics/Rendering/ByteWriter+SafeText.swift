// Texts of which nobody knows what they hold, as JSON that any terminal may show.
extension ByteWriter {
  /// Writes `text` as a string of JSON; what is not safe to show is escaped.
  mutating func writeSafelyQuoted(_ text: String) {
    write("\"")
    for scalar in text.unicodeScalars { writeSafely(scalar) }
    write("\"")
  }

  /// Writes `scalar` as a part of a string.
  private mutating func writeSafely(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write("\\\"")
    case "\\": write("\\\\")
    case "\n": write("\\n")
    case "\t": write("\\t")
    case _ where scalar.isSafeToShow: write(String(scalar))
    default: for unit in String(scalar).utf16 { write(escaped: unit) }
    }
  }

  /// Writes `unit` as `\u` and four hexadecimal digits.
  private mutating func write(escaped unit: UInt16) {
    let digits = String(unit, radix: 16)
    write("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }
}
