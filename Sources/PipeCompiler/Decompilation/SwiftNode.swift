/// A piece of a Swift program, as it is before it is laid out.
indirect enum SwiftNode {
  /// A word or a literal.
  case text(String)
  /// A node with something in front of it, such as a label.
  case prefixed(String, SwiftNode)
  /// Nodes between two brackets, with commas between them.
  case group(String, [SwiftNode], String)
  /// A node and the calls behind it.
  case chain(SwiftNode, [SwiftNode])

  /// How many columns a line may have.
  private static let width = 100

  /// Returns the node on one line, unless that has more than `room` columns.
  private func flat(in room: Int) -> String? {
    switch self {
    case .text(let text): return text.count <= room ? text : nil
    case .prefixed(let start, let node):
      return node.flat(in: room - start.count).map { start + $0 }
    case .group(let open, let nodes, let close):
      var text = open
      for (number, node) in nodes.enumerated() {
        if number > 0 { text += ", " }
        guard text.count <= room, let inner = node.flat(in: room - text.count) else { return nil }
        text += inner
      }
      text += close
      return text.count <= room ? text : nil
    case .chain(let first, let calls):
      guard var text = first.flat(in: room) else { return nil }
      for call in calls {
        guard let inner = call.flat(in: room - text.count) else { return nil }
        text += inner
      }
      return text
    }
  }

  /// Returns the node, whose first line begins behind `indent` blanks and `start`.
  func laidOut(at indent: Int, behind start: String = "") -> String {
    if let line = flat(in: Self.width - indent - start.count) { return start + line }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return start + text
    case .prefixed(let label, let node): return node.laidOut(at: indent, behind: start + label)
    case .group(let open, let nodes, let close):
      let isCall = close == ")"
      let lines = nodes.map { inner + $0.laidOut(at: indent + 2) }
      return start + open + "\n" + lines.joined(separator: ",\n") + (isCall ? "" : ",")
        + "\n" + outer + close
    case .chain(let first, let calls):
      var text = first.laidOut(at: indent, behind: start)
      for call in calls { text += "\n" + outer + call.laidOut(at: indent) }
      return text
    }
  }
}
