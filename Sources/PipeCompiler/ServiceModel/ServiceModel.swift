/// What AWS's APIs take and return, as botocore's service models say it.
///
/// The table is text, a line for each shape, and is never read as a whole: a shape is found by its
/// name and read when something asks for it.
struct ServiceModel: Sendable {
  /// Lines in the form of the table's, sorted by name, for what no API describes.
  private let supplement: SortedLines

  /// Creates the model of AWS's APIs and of what the lines of `supplement` describe.
  init(supplement: StaticString) { self.supplement = SortedLines(supplement) }

  /// Where the table comes from: the name and version of a package.
  package static var version: String { ServiceModelTable.version }

  /// Returns the shape called `name`.
  func shape(named name: StaticText) -> Shape? {
    let mask = ServiceModelIndex.slotCount - 1
    let slots = StaticText(ServiceModelIndex.slots)
    var slot = Int(truncatingIfNeeded: name.hash) & mask
    while case let line = Self.number(slot, of: 2, in: slots) - 1, line >= 0 {
      let text = Self.line(line)
      if name.order(toFirstWordOf: text) == 0 { return Shape(line: text) }
      slot = (slot + 1) & mask
    }
    return supplement.lines(of: name).first.flatMap { Shape(line: supplement[$0]) }
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
    (0..<ServiceModelIndex.count).lazy.map { Self.line($0).piece(from: 0) }
  }

  /// Returns line number `line` of the table.
  private static func line(_ line: Int) -> StaticText {
    let starts = StaticText(ServiceModelIndex.starts)
    let (start, next) = (number(line, of: 4, in: starts), number(line + 1, of: 4, in: starts))
    return StaticText(ServiceModelTable.text)[start..<next - 1]
  }

  /// Returns number `position` of `digits`, which holds numbers of `count` digits.
  @inline(__always)
  private static func number(_ position: Int, of count: Int, in digits: StaticText) -> Int {
    var result = 0
    for offset in position * count..<(position + 1) * count {
      result = result << 6 | value(ofDigit: digits[offset])
    }
    return result
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
}
