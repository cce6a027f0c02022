/// How wide text is in drawings.
///
/// The font is the reader's, so the widths are those of a wide one, DejaVu Sans Bold: what has room in
/// it has room in the usual ones.
enum TextWidth {
  /// The width of each character from the space on, in fiftieths of the font's size, as the character
  /// that many behind `(`.
  private static let table: StaticString =
    ":?CRK[T8??CR;=;;KKKKKKKKKK<<RRREZOOMRKKRR;;OHZRSMSOLKQO`OMM?;?RAAJLFLJ>LL::J:]LKLLAF@LIWIIFL;LR"

  /// Returns how wide `text` is in a font of `size`.
  static func of(_ text: String, size: Double) -> Double {
    let widths = StaticText(table)
    return text.unicodeScalars.reduce(0) { $0 + width(of: $1, widths) } * size / 50
  }

  /// Returns `text`, or as much of its beginning and end as has room in `width`.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    if of(text, size: size) <= width { return text }
    let (widths, all) = (StaticText(table), Array(text.unicodeScalars))
    var room = width * 50 / size - Self.width(of: "…", widths)
    var (head, tail) = (0, all.count)
    // From both sides in turn, a little more from the beginning, which says more.
    while head < tail {
      let takesHead = head <= 2 * (all.count - tail)
      let next = Self.width(of: takesHead ? all[head] : all[tail - 1], widths)
      guard next <= room else { break }
      room -= next
      if takesHead { head += 1 } else { tail -= 1 }
    }
    var result = String.UnicodeScalarView(all[..<head])
    result.append("…")
    result.append(contentsOf: all[tail...])
    return String(result)
  }

  /// Returns how wide `scalar` is, in fiftieths of the font's size.
  private static func width(of scalar: Unicode.Scalar, _ widths: StaticText) -> Double {
    switch scalar.value {
    case 0x20...0x7E: Double(widths[Int(scalar.value) - 0x20]) - 40
    case 0x2026: 50
    // Letters of Latin, Greek and Cyrillic, then everything else, which may fill a square.
    case 0xA0...0x52F: 45
    default: 55
    }
  }
}
