extension GraphPicture {
  /// The picture as a graph in DOT, the language of Graphviz (graphviz.org/doc/info/lang.html).
  var dot: [UInt8] {
    var drawing = DOTDrawing(picture: self)
    drawing.writeHead()
    drawing.write(cluster: nil)
    for position in clusters.indices { drawing.write(lineInto: position) }
    for edge in edges { drawing.write(edge) }
    drawing.output.write("}\n")
    return drawing.output.finish()
  }
}

/// The drawing of a picture in DOT.
private struct DOTDrawing {
  /// The picture.
  let picture: GraphPicture
  /// The clusters inside each cluster, and in the last place those at the top.
  private let inner: [[Int]]
  /// The lines so far.
  var output = ByteWriter()
  /// The number of spaces that a line begins with.
  private var indentation = 2

  /// Creates the drawing of `picture`, without any line.
  init(picture: GraphPicture) {
    self.picture = picture
    inner = picture.clustersByOuter
  }

  /// Returns `text` in quotes, as DOT takes it.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar.isSafeToDraw ? scalar : "\u{FFFD}")
    }
    return result + "\""
  }

  /// Writes `text` as a line.
  private mutating func line(_ text: String) {
    output.writeSpaces(indentation)
    output.write(text)
    output.write("\n")
  }

  /// Writes the beginning, and how things look that say nothing about it.
  mutating func writeHead() {
    output.write("digraph \(quoted(picture.name)) {\n")
    // Edges to and from clusters end at their borders.
    line(
      "compound=true; rankdir=TB; fontname=\"Helvetica\"; label=\(quoted(picture.name)); labelloc=t;"
    )
    line("node [fontname=\"Helvetica\", fontsize=11, style=filled, shape=box];")
    line("edge [fontname=\"Helvetica\", fontsize=9, color=\"#59636e\"];")
  }

  /// Writes the steps in `cluster`, or at the top, and the clusters that lie there.
  mutating func write(cluster: Int?) {
    for step in picture.steps(in: cluster) { write(step: step) }
    for position in inner[cluster ?? picture.clusters.count] {
      let next = picture.clusters[position]
      let title = "\(picture.steps[next.owner].name): \(next.label)"
      line("subgraph cluster_\(position) {")
      if indentation < 16 { indentation += 2 }
      line("label=\(quoted(title)); style=\"rounded,dashed\"; color=\"#8c959f\";")
      write(cluster: position)
      indentation = max(2, indentation - 2)
      line("}")
    }
  }

  /// Writes the step at `position`.
  private mutating func write(step position: Int) {
    let step = picture.steps[position]
    let name = quoted(step.name).dropLast()
    let colours = step.family.colours
    var attributes = "label=\(name)\\n\(quoted(step.type).dropFirst())"
    attributes += ", shape=\(step.family.dotShape), fillcolor=\"\(colours.fill)\""
    attributes += ", color=\"\(colours.line)\""
    if step.family.hasRoundCorners { attributes += ", style=\"filled,rounded\"" }
    if step.isCritical { attributes += ", penwidth=2.5" }
    line("s\(position) [\(attributes)];")
  }

  /// Writes the line from its owner into the cluster at `position`.
  mutating func write(lineInto position: Int) {
    let cluster = picture.clusters[position]
    guard let first = firstStep(in: position) else { return }
    var attributes = "lhead=cluster_\(position), label=\"\(cluster.label)\""
    attributes += ", color=\"\(picture.steps[cluster.owner].family.colours.line)\""
    if cluster.isCritical { attributes += ", penwidth=2.5" }
    line("s\(cluster.owner) -> s\(first) [\(attributes)];")
  }

  /// Writes `edge`.
  mutating func write(_ edge: PictureEdge) {
    var attributes: [String] = []
    var start = edge.source
    if let body = edge.body, let last = picture.clusters[body].steps.last {
      // DOT has no edges from clusters: it begins at a step inside, and is cut at the border.
      start = last
      attributes.append("ltail=cluster_\(body)")
    }
    if !edge.carriesValues { attributes.append("style=dashed") }
    if let label = edge.label { attributes.append("label=\"\(label)\"") }
    if edge.isCritical { attributes += ["color=\"#d1242f\"", "penwidth=2.5"] }
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    line("s\(start) -> s\(edge.target)\(list);")
  }

  /// Returns the step in the cluster at `position` that may begin first.
  private func firstStep(in position: Int) -> Int? {
    picture.clusters[position].steps.min { picture.steps[$0].layer < picture.steps[$1].layer }
  }
}

extension StepFamily {
  /// What Graphviz calls the shape of the family's steps.
  fileprivate var dotShape: String {
    switch self {
    case .data, .call: "box"
    case .training: "box"
    case .model: "cylinder"
    case .deployment: "component"
    case .choice: "diamond"
    case .loop: "hexagon"
    case .failure: "octagon"
    case .other: "note"
    }
  }

  /// `true` iff Graphviz rounds the corners of the family's steps.
  fileprivate var hasRoundCorners: Bool { self == .data || self == .call }
}
