/// What is wrong with a literal as a value of a scalar shape, if anything.
enum ScalarVerdict: Int8, Sendable {
  /// Nothing.
  case fits
  /// It is no number, or the number is not one that the shape takes.
  case wrongType
  /// It is not one of the values of the enumeration.
  case unknownValue
  /// It has too few characters.
  case tooShort
  /// It has too many characters.
  case tooLong
  /// It is less than the least number.
  case tooSmall
  /// It is more than the largest number.
  case tooLarge
  /// It does not match the pattern.
  case otherForm
}

extension ScalarVerdict {
  /// Judges the string `text` as a value of `shape`, a string or an enumeration with `bounds`, but for
  /// its form.
  static func of(
    text: ArraySlice<UInt8>, as shape: Shape, _ bounds: Shape.Bounds
  ) -> ScalarVerdict {
    if shape.kind == .enumeration { return shape.holds(text) ? .fits : .unknownValue }
    // Not more characters than bytes, which spares counting them in nearly all texts.
    if let most = bounds.most, text.count > most, text.span.characterCount > most {
      return .tooLong
    }
    if let least = bounds.least, least > 0, text.span.characterCount < least { return .tooShort }
    return .fits
  }

  /// Judges the number spelled `lexeme` as a value of `shape`, a number with `bounds`.
  static func of(
    number lexeme: ArraySlice<UInt8>, as shape: Shape, _ bounds: Shape.Bounds
  ) -> ScalarVerdict {
    guard let number = Double(String(decoding: lexeme, as: UTF8.self)) else { return .wrongType }
    if shape.kind.isWholeNumber, !isWhole(number) { return .wrongType }
    if shape.kind == .integer, abs(number) > Double(Int32.max) {
      return number < 0 ? .tooSmall : .tooLarge
    }
    if let least = bounds.least, number < Double(least) { return .tooSmall }
    if let most = bounds.most, number > Double(most) { return .tooLarge }
    return .fits
  }

  /// Returns `true` iff `number` has no fraction.
  private static func isWhole(_ number: Double) -> Bool {
    // Larger ones have none; rounding would need a library.
    abs(number) >= 9e15 || Double(Int64(number)) == number
  }

  /// Returns `true` iff another program is going to put something into `text`: it holds `${…}` or
  /// `$NAME`, as Terraform, CloudFormation and shells write, or `{{…}}`, or `<name>`, or is `<…>` as a
  /// whole.
  static func isTemplate(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") { return true }
    var previous: UInt8 = 0
    for position in text.indices {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "{"):
        if previous == UInt8(ascii: "$") || previous == byte { return true }
      case UInt8(ascii: "$"):
        let name = text[(position + 1)...].prefix { (0x41...0x5A).contains($0) || $0 == 0x5F }
        if name.count >= 3 { return true }
      case UInt8(ascii: "<"):
        let name = text[(position + 1)...].prefix {
          (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F || $0 == 0x2D
        }
        if !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ">") {
          return true
        }
      default: break
      }
      previous = byte
    }
    return false
  }
}
