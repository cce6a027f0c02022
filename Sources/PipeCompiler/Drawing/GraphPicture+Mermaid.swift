extension GraphPicture {
  /// The picture as a flowchart in Mermaid.
  ///
  /// Every text stands in quotes, with the characters that mean something to Mermaid or to HTML as
  /// entities, which Mermaid spells `#quot;` (mermaid.js.org, "Flowcharts", "Entity codes").
  var mermaid: [UInt8] {
    var drawing = MermaidDrawing(picture: self)
    drawing.line("flowchart TD")
    drawing.indentation += 2
    drawing.line("accTitle: \(Self.mermaidText(name))")
    drawing.write(cluster: nil)
    for edge in edges { drawing.write(edge) }
    drawing.writeStyles()
    return drawing.output.finish()
  }

  /// Returns `text` as Mermaid takes it inside quotes.
  fileprivate static func mermaidText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", ",", "/", "(", ")", "+", "=":
        result.unicodeScalars.append(scalar)
      default: result += scalar.isSafeToDraw ? "#\(scalar.value);" : "#65533;"
      }
    }
    return result
  }
}

/// The drawing of a picture in Mermaid.
private struct MermaidDrawing {
  /// The picture.
  let picture: GraphPicture
  /// The clusters inside each cluster, and in the last place those at the top.
  private let inner: [[Int]]
  /// The lines so far.
  var output = ByteWriter()
  /// The number of spaces that a line begins with.
  var indentation = 0
  /// The number of lines between steps so far, by which styles name them.
  private var linkCount = 0
  /// The numbers of the lines on the critical path.
  private var criticalLinks: [Int] = []

  /// Creates the drawing of `picture`, without any line.
  init(picture: GraphPicture) {
    self.picture = picture
    inner = picture.clustersByOuter
  }

  /// Writes `text` as a line.
  mutating func line(_ text: String) {
    output.writeSpaces(indentation)
    output.write(text)
    output.write("\n")
  }

  /// Writes the steps in `cluster`, or at the top, and the clusters that lie there.
  mutating func write(cluster: Int?) {
    for step in picture.steps(in: cluster) { write(step: step) }
    for position in inner[cluster ?? picture.clusters.count] {
      let next = picture.clusters[position]
      let title = "\(picture.steps[next.owner].name): \(next.label)"
      line("subgraph c\(position)[\"\(GraphPicture.mermaidText(title))\"]")
      // Deeper indentation would make what hostile input nests grow with its square.
      if indentation < 16 { indentation += 2 }
      write(cluster: position)
      indentation = max(2, indentation - 2)
      line("end")
      link("s\(next.owner)", "-->", next.label, "c\(position)", next.isCritical)
    }
  }

  /// Writes the step at `position`.
  private mutating func write(step position: Int) {
    let step = picture.steps[position]
    let text =
      "\(GraphPicture.mermaidText(step.name))<br/><i>\(GraphPicture.mermaidText(step.type))</i>"
    let (open, close) = step.family.mermaidShape
    line("s\(position)\(open)\"\(text)\"\(close):::\(step.family.className)")
  }

  /// Writes `edge`.
  mutating func write(_ edge: PictureEdge) {
    let start = edge.body.map { "c\($0)" } ?? "s\(edge.source)"
    let arrow = edge.carriesValues ? "-->" : "-.->"
    link(start, arrow, edge.label, "s\(edge.target)", edge.isCritical)
  }

  /// Writes the line from `start` to `end`.
  private mutating func link(
    _ start: String, _ arrow: String, _ label: String?, _ end: String, _ isCritical: Bool
  ) {
    line("\(start) \(arrow)\(label.map { "|\($0)|" } ?? "") \(end)")
    if isCritical { criticalLinks.append(linkCount) }
    linkCount += 1
  }

  /// Writes how families and the critical path look, on light and on dark ground.
  mutating func writeStyles() {
    for family in StepFamily.allCases where picture.steps.contains(where: { $0.family == family }) {
      let colours = family.colours
      line("classDef \(family.className) fill:\(colours.fill),stroke:\(colours.line),color:#1f2328")
    }
    guard !criticalLinks.isEmpty else { return }
    let numbers = criticalLinks.map { String($0) }.joined(separator: ",")
    line("linkStyle \(numbers) stroke:#d1242f,stroke-width:3px")
  }
}

extension GraphPicture {
  /// Returns the positions of the steps that lie in `cluster`, or at the top, and in none inside it.
  func steps(in cluster: Int?) -> [Int] {
    if let cluster { return clusters[cluster].steps }
    return steps.indices.filter { steps[$0].cluster == nil }
  }

  /// The clusters inside each cluster, and in the last place those at the top.
  var clustersByOuter: [[Int]] {
    var inner = [[Int]](repeating: [], count: clusters.count + 1)
    for position in clusters.indices {
      inner[clusters[position].outer ?? clusters.count].append(position)
    }
    return inner
  }
}

extension StepFamily {
  /// What drawings call the class of the family's steps; `call` alone is a word of Mermaid.
  var className: String { "\(rawValue)Step" }

  /// What stands before and behind the text of a step of the family in Mermaid.
  fileprivate var mermaidShape: (String, String) {
    switch self {
    case .data: ("(", ")")
    case .training, .other: ("[", "]")
    case .model: ("[(", ")]")
    case .deployment: ("[/", "/]")
    case .call: ("([", "])")
    case .choice: ("{", "}")
    case .loop: ("{{", "}}")
    case .failure: ("[[", "]]")
    }
  }

  /// The colours of the family's steps on light ground.
  var colours: (fill: String, line: String) {
    switch self {
    case .data: ("#ddf4ff", "#0969da")
    case .training: ("#fff1e5", "#bc4c00")
    case .model: ("#dafbe1", "#1a7f37")
    case .deployment: ("#d8f3f0", "#0f766e")
    case .call: ("#fff8c5", "#9a6700")
    case .choice: ("#fbefff", "#8250df")
    case .loop: ("#ffeff7", "#bf3989")
    case .failure: ("#ffebe9", "#cf222e")
    case .other: ("#f6f8fa", "#59636e")
    }
  }
}

extension Unicode.Scalar {
  /// `true` iff the scalar may stand in a drawing: not a control character, which XML forbids, nor
  /// one that changes the direction of writing.
  var isSafeToDraw: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
