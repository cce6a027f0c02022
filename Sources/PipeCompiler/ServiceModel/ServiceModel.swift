/// What AWS's APIs take and return, as botocore's service models say it.
///
/// The table is text, a line for each shape, and is never read as a whole: a shape is found by its
/// name and read when something asks for it.
struct ServiceModel: Sendable {
  /// Lines in the form of the table's, sorted by name, for what no API describes.
  private let supplement: StaticText

  /// Creates the model of AWS's APIs and of what the lines of `supplement` describe.
  init(supplement: StaticString) { self.supplement = StaticText(supplement) }

  /// Where the table comes from: the name and version of a package.
  package static var version: String { ServiceModelTable.version }

  /// Returns the shape called `name`.
  func shape(named name: StaticText) -> Shape? {
    var (low, high) = (0, ServiceModelIndex.count)
    while low < high {
      let middle = (low + high) / 2
      let start = Self.start(ofLine: middle)
      switch Self.order(of: name, Self.table, start) {
      case 0: return Shape(line: Self.table.piece(from: start, to: UInt8(ascii: "\n")))
      case 1...: low = middle + 1
      default: high = middle
      }
    }
    return supplementary(name)
  }

  /// Returns the shape called `name`.
  func shape(named name: StaticString) -> Shape? { shape(named: StaticText(name)) }

  /// Returns the structure called `name`, or the one that the operation so called takes or, if it
  /// only reads, gives.
  func structure(rootedAt name: StaticText) -> Shape? {
    guard let shape = shape(named: name) else { return nil }
    return shape.kind == .operation ? self.shape(named: shape.element) : shape
  }

  /// The names of all shapes of the table, in its order.
  var names: some Sequence<StaticText> {
    (0..<ServiceModelIndex.count).lazy.map {
      Self.table.piece(from: Self.start(ofLine: $0))
    }
  }

  /// Returns the shape called `name` of the supplement.
  private func supplementary(_ name: StaticText) -> Shape? {
    let newline = UInt8(ascii: "\n")
    var (low, high) = (0, supplement.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, supplement[start - 1] != newline { start -= 1 }
      let order = Self.order(of: name, supplement, start)
      if order == 0 { return Shape(line: supplement.piece(from: start, to: newline)) }
      if order > 0 {
        low = min(supplement.position(of: newline, from: start) + 1, supplement.count)
      } else {
        high = start
      }
    }
    return nil
  }

  /// The lines of the table.
  private static var table: StaticText { StaticText(ServiceModelTable.text) }

  /// Returns where line number `line` of the table begins.
  private static func start(ofLine line: Int) -> Int {
    let digits = StaticText(ServiceModelIndex.digits)
    var position = 0
    for offset in 0..<4 { position = position << 6 | value(ofDigit: digits[line * 4 + offset]) }
    return position
  }

  /// Returns the value of a digit of base 64.
  @inline(__always)
  private static func value(ofDigit digit: UInt8) -> Int {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit &- 0x30)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit &- 0x41) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit &- 0x61) + 36
    case UInt8(ascii: "-"): 62
    default: 63
    }
  }

  /// Returns how `name` and the first word of the line of `text` at `start` are ordered: a number
  /// below, at or above zero.
  @inline(__always)
  private static func order(of name: StaticText, _ text: StaticText, _ start: Int) -> Int {
    let space = UInt8(ascii: " ")
    var position = 0
    while position < name.count, start + position < text.count {
      let byte = text[start + position]
      let wanted = name[position]
      if byte != wanted { return byte == space ? 1 : Int(wanted) - Int(byte) }
      position += 1
    }
    guard position == name.count else { return 1 }
    return start + position >= text.count || text[start + position] == space ? 0 : -1
  }
}
