@testable import PipeCompiler

/// A line of the service model's table, or of what is added to it by hand.
struct ShapeLine {
  /// The line as it stands there.
  let text: StaticText
  /// What the line says.
  let shape: Shape

  /// Reads `text`, or fails if it is not a line of a table.
  init?(_ text: StaticText) {
    guard let shape = Shape(line: text) else { return nil }
    self.text = text
    self.shape = shape
  }

  /// The first word of the line, by which it is found and sorted.
  var name: StaticText { text.piece(from: 0) }

  /// Returns the lines of `table`, and those that can't be read.
  static func all(in table: StaticString) -> (read: [ShapeLine], refused: [String]) {
    let text = StaticText(table)
    var (read, refused): ([ShapeLine], [String]) = ([], [])
    var position = 0
    while position < text.count {
      let piece = text.piece(from: position, to: UInt8(ascii: "\n"))
      if let line = ShapeLine(piece) { read.append(line) } else { refused.append(piece.string) }
      position += piece.count + 1
    }
    return (read, refused)
  }

  /// The lines of the table of AWS's APIs.
  static let table: [ShapeLine] = all(in: ServiceModelTable.text).read

  /// The lines about what no API describes.
  static let supplement: [ShapeLine] = all(in: StepShapes.text).read

  /// All lines.
  static let all: [ShapeLine] = table + supplement

  /// The line, written again from what was read of it.
  var respelled: String {
    let name = shape.name.string
    let words =
      switch shape.kind {
      case .operation: ["\(name)()", shape.element.string]
      case .kind: [name, "kind"] + shape.rest.words.map(\.string)
      case .structure, .union: [name, shape.kind.rawValue] + shape.members.map(Self.spelling)
      case .enumeration: [name, "enum"] + shape.values.map(\.string)
      case .list: [name, "list", shape.element.string] + bounds
      case .map: [name, "map", shape.element.string, shape.mapValue.string] + bounds
      default:
        [name, shape.kind.rawValue] + bounds + (shape.pattern.map { ["/\($0.string)"] } ?? [])
      }
    return words.joined(separator: " ")
  }

  /// The bounds, if there are any, as the table spells them.
  private var bounds: [String] {
    let bounds = shape.bounds
    guard bounds.least != nil || bounds.most != nil else { return [] }
    return ["\(bounds.least.map(String.init) ?? "")..\(bounds.most.map(String.init) ?? "")"]
  }

  /// Returns `member` as the table spells it.
  private static func spelling(of member: ShapeMember) -> String {
    "\(member.name.string)\(member.isRequired ? "!" : ""):\(member.shape.string)\(member.served.string)"
  }

  /// The names of the shapes that the line mentions.
  var mentions: [StaticText] {
    switch shape.kind {
    case .operation, .kind, .list: [shape.element]
    case .map: [shape.element, shape.mapValue]
    case .structure, .union: shape.members.map(\.shape)
    default: []
    }
  }
}
