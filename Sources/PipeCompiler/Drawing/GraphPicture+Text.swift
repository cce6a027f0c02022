extension GraphPicture {
  /// The picture as lines for a terminal: a step on each, in layers, with what it waits for.
  var text: [UInt8] {
    var drawing = TextDrawing(picture: self)
    drawing.writeHead()
    for step in stepsByLayer { drawing.write(step) }
    return drawing.output.finish()
  }

  /// The positions of the steps by layer; those of one layer in source order.
  private var stepsByLayer: [Int] {
    var rows = [[Int]](repeating: [], count: layerCount + 1)
    for position in steps.indices { rows[steps[position].layer].append(position) }
    return rows.flatMap { $0 }
  }

  /// The positions of the edges that lead to each step.
  var edgesByTarget: [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: steps.count)
    var start = 0
    for position in edges.indices {
      let target = edges[position].target
      if position > 0, edges[position - 1].target != target { start = position }
      ranges[target] = start..<position + 1
    }
    return ranges
  }
}

/// The drawing of a picture as lines of text.
private struct TextDrawing {
  /// The number of columns that lines may have.
  private static let width = 80
  /// The picture.
  private let picture: GraphPicture
  /// The positions of the edges that lead to each step.
  private let edges: [Range<Int>]
  /// The columns that numbers of layers, names and types take.
  private let numberWidth, nameWidth, typeWidth: Int
  /// The lines so far.
  var output = ByteWriter()
  /// The layer of the latest step.
  private var layer = 0

  /// Creates the drawing of `picture`, without any line.
  init(picture: GraphPicture) {
    self.picture = picture
    edges = picture.edgesByTarget
    numberWidth = String(picture.layerCount).utf8.count
    let steps = picture.steps
    nameWidth = min(28, steps.reduce(0) { max($0, $1.name.unicodeScalars.count) })
    typeWidth = min(14, steps.reduce(0) { max($0, $1.type.unicodeScalars.count) })
  }

  /// Writes what is true of the whole.
  mutating func writeHead() {
    let (steps, layers) = (picture.steps.count, picture.layerCount)
    output.write("\(picture.name): \(steps) step\(steps == 1 ? "" : "s")")
    output.write(" in \(layers) layer\(layers == 1 ? "" : "s")")
    if steps > 0 { output.write("; * is the critical path") }
    output.write("\n\n")
  }

  /// Writes the lines about the step at `position`.
  mutating func write(_ position: Int) {
    let step = picture.steps[position]
    let number = step.layer == layer ? "" : String(step.layer)
    layer = step.layer
    output.writeSpaces(numberWidth - number.utf8.count)
    output.write("\(number) \(step.isCritical ? "*" : " ") \(step.name)")
    var column = numberWidth + 3 + step.name.unicodeScalars.count
    pad(&column, to: numberWidth + 3 + nameWidth)
    output.write("  \(step.type)")
    column += 2 + step.type.unicodeScalars.count
    write(reasons(of: position), after: column)
    output.write("\n")
  }

  /// Writes `phrases` in the last column, the first of them on the line that has `column` columns.
  private mutating func write(_ phrases: [String], after column: Int) {
    let margin = numberWidth + 3 + nameWidth + 2 + typeWidth + 2
    var column = column
    for (number, phrase) in phrases.enumerated() {
      for (place, word) in phrase.split(separator: " ").enumerated() {
        let length = word.unicodeScalars.count
        let isFirst = number == 0 && place == 0
        if isFirst ? column + 2 > margin : column + 1 + length > Self.width {
          output.write("\n")
          column = 0
        }
        if column < margin {
          pad(&column, to: margin)
        } else {
          output.write(" ")
          column += 1
        }
        output.write(String(word))
        column += length
      }
    }
  }

  /// Writes spaces until `column` is `wanted`.
  private mutating func pad(_ column: inout Int, to wanted: Int) {
    guard column < wanted else { return }
    output.writeSpaces(wanted - column)
    column = wanted
  }

  /// Returns why the step at `position` waits, as words to be put on lines.
  private func reasons(of position: Int) -> [String] {
    var reasons: [String] = []
    if let cluster = picture.steps[position].cluster.map({ picture.clusters[$0] }) {
      let owner = picture.steps[cluster.owner].name
      switch cluster.role {
      case .then: reasons.append("if \(owner)")
      case .otherwise: reasons.append("unless \(owner)")
      case .body, .root: reasons.append("each of \(owner)")
      }
    }
    let edges = picture.edges[self.edges[position]]
    let sources = edges.filter(\.carriesValues).map { picture.steps[$0.source].name }
    if !sources.isEmpty { reasons.append("reads \(sources.joined(separator: ", "))") }
    for edge in edges where !edge.carriesValues || edge.label != nil {
      let label = edge.label.map { " \($0)" } ?? ""
      reasons.append("after \(picture.steps[edge.source].name)\(label)")
    }
    return reasons.enumerated().map { number, reason in
      number < reasons.count - 1 ? "\(reason);" : reason
    }
  }
}
