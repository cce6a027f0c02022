extension GraphPicture {
  /// The picture as a drawing in SVG, which needs nothing else to be shown.
  var svg: [UInt8] {
    var drawing = SVGDrawing(picture: self)
    drawing.writeHead()
    for position in clusters.indices { drawing.write(cluster: position) }
    for position in clusters.indices where !clusters[position].isCritical {
      drawing.write(lineInto: position)
    }
    for position in edges.indices where !edges[position].isCritical {
      drawing.write(edge: position)
    }
    // What is critical lies above the rest, where lines run together.
    for position in clusters.indices where clusters[position].isCritical {
      drawing.write(lineInto: position)
    }
    for position in edges.indices where edges[position].isCritical { drawing.write(edge: position) }
    for position in steps.indices { drawing.write(step: position) }
    drawing.writeLegend()
    drawing.output.write("</svg>\n")
    return drawing.output.finish()
  }
}

/// The drawing of a picture in SVG.
private struct SVGDrawing {
  /// The sizes of the fonts of names and of types.
  private static let nameSize = 13.0, typeSize = 11.0
  /// The room that the head of a cluster has beside the name of its owner.
  private static func room(besideNameIn cluster: PictureCluster) -> Double {
    TextWidth.of(cluster.label, size: typeSize) + 28
  }
  /// The height of a step.
  private static let stepHeight = 46.0
  /// The most room that a name has.
  private static let nameLimit = 280.0
  /// The room around everything.
  private static let margin = 28.0
  /// The height of the title.
  private static let titleHeight = 58.0
  /// The height of a row of the legend.
  private static let keyHeight = 26.0
  /// The picture.
  private let picture: GraphPicture
  /// Where everything is.
  private let layout: PictureLayout
  /// Where the layout begins on the page.
  private let corner: Point
  /// The size of the page.
  private let width, height: Double
  /// The rows of the legend.
  private let keys: [[SVGKey]]
  /// The names of steps as they are shown.
  private let names: [String]
  /// The lines so far.
  var output = ByteWriter()

  /// Creates the drawing of `picture`, without any line.
  init(picture: GraphPicture) {
    self.picture = picture
    names = picture.steps.map {
      TextWidth.shortened($0.name.drawable, to: Self.nameLimit, size: Self.nameSize)
    }
    let widths = zip(picture.steps, names).map { step, name in
      let text = max(
        TextWidth.of(name, size: Self.nameSize),
        TextWidth.of(step.type.drawable, size: Self.typeSize))
      return max(96, 2 * (text / 2 + step.family.margin).wholeAbove)
    }
    let heads = picture.clusters.map { cluster in
      let name = TextWidth.of(
        picture.steps[cluster.owner].name.drawable, size: Self.typeSize)
      return max(120, (min(name, Self.nameLimit) + Self.room(besideNameIn: cluster)).wholeAbove)
    }
    layout = PictureLayout(of: picture, widths: widths, height: Self.stepHeight, heads: heads)
    let title = min(640, TextWidth.of(picture.name.drawable, size: 18))
    let content = max(layout.size.x, title, 340)
    width = (content + 2 * Self.margin).wholeAbove
    keys = SVGKey.rows(for: picture, width: content)
    corner = Point(
      x: Self.margin + ((content - layout.size.x) / 2).nearestWhole,
      y: Self.titleHeight + Self.margin / 2)
    let legend = Double(keys.count) * Self.keyHeight
    height = (corner.y + layout.size.y + 24 + legend + Self.margin / 2).wholeAbove
  }

  /// Writes the beginning, up to the title.
  mutating func writeHead() {
    let (w, h) = (SVGPath.text(of: width), SVGPath.text(of: height))
    let critical = picture.criticalPath.map { picture.steps[$0].name }.joined(separator: ", ")
    let steps = picture.steps.count
    let count = "\(steps) step\(steps == 1 ? "" : "s") in \(picture.layerCount) layers"
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)" \
      role="img" aria-labelledby="pipec-title pipec-desc">
      <title id="pipec-title">Pipeline \(picture.name.xml)</title>
      <desc id="pipec-desc">\(count). Critical path: \(critical.xml).</desc>
      <style>
      \(GraphPicture.svgStyle)</style>
      <rect class="ground" width="\(w)" height="\(h)"/>
      <text class="head" x="28" y="36">\
      \(TextWidth.shortened(picture.name.drawable, to: width - 56, size: 18).xml)</text>
      <text class="note" x="28" y="54">\(count), \(picture.criticalPath.count) on the critical path</text>

      """)
  }

  /// Writes the box of the cluster at `position`.
  mutating func write(cluster position: Int) {
    let (frame, cluster) = (layout.clusters[position], picture.clusters[position])
    let place = frame.corner.moved(by: corner)
    let owner = picture.steps[cluster.owner].name
    let label = cluster.label
    let name = TextWidth.shortened(
      owner.drawable, to: frame.width - Self.room(besideNameIn: cluster), size: Self.typeSize)
    output.write(
      """
      <g class="cluster" data-owner="\(owner.xml)" data-role="\(label)"><title>\(owner.xml): \
      \(label)</title><rect x="\(SVGPath.text(of: place.x))" y="\(SVGPath.text(of: place.y))" \
      width="\(SVGPath.text(of: frame.width))" height="\(SVGPath.text(of: frame.height))" rx="10"/>\
      <text x="\(SVGPath.text(of: place.x + 10))" y="\(SVGPath.text(of: place.y + 17))">\
      <tspan class="role">\(label)</tspan> <tspan>\(name.xml)</tspan></text></g>

      """)
  }

  /// Writes the line from its owner into the cluster at `position`.
  mutating func write(lineInto position: Int) {
    let cluster = picture.clusters[position]
    let classes = "branch\(cluster.isCritical ? " critical" : "")"
    let owner = picture.steps[cluster.owner].name.xml
    writeLine(
      layout.entries[position], classes, cluster.role == .body ? nil : cluster.label,
      "data-from=\"\(owner)\" data-role=\"\(cluster.label)\"", title: "\(owner): \(cluster.label)")
  }

  /// Writes the edge at `position`.
  mutating func write(edge position: Int) {
    let edge = picture.edges[position]
    let kind = edge.carriesValues ? "value" : "order"
    let (from, to) = (picture.steps[edge.source].name.xml, picture.steps[edge.target].name.xml)
    let label = edge.label
    let what = edge.carriesValues ? "reads" : "comes after"
    writeLine(
      layout.edges[position], "\(kind)\(edge.isCritical ? " critical" : "")", label,
      "data-from=\"\(from)\" data-to=\"\(to)\"",
      title: "\(to) \(what) \(from)\(label.map { ", if \($0)" } ?? "")")
  }

  /// Writes a line through `points`, with a tip at its end.
  private mutating func writeLine(
    _ points: [Point], _ classes: String, _ label: String?, _ attributes: String, title: String
  ) {
    guard let last = points.last?.moved(by: corner) else { return }
    let path = SVGPath(through: points.map { $0.moved(by: corner) })
    output.write(
      "<g class=\"edge\" \(attributes)><title>\(title)</title><path class=\"line \(classes)\" "
        + "d=\"\(path.text)\"/>")
    var tip = SVGPath()
    tip.add("M", last.x, last.y)
    tip.add("l", -4, -8)
    tip.add("h", 8)
    tip.close()
    output.write("<path class=\"tip \(classes)\" d=\"\(tip.text)\"/>")
    if let label {
      let (x, y) = (SVGPath.text(of: last.x), SVGPath.text(of: last.y - 14))
      output.write("<text class=\"tag\" x=\"\(x)\" y=\"\(y)\">\(label)</text>")
    }
    output.write("</g>\n")
  }

  /// Writes the step at `position`.
  mutating func write(step position: Int) {
    let (step, frame) = (picture.steps[position], layout.steps[position])
    let place = frame.corner.moved(by: corner)
    let outline = SVGPath(outlineOf: step.family, width: frame.width, height: frame.height)
    let (x, y) = (SVGPath.text(of: place.x), SVGPath.text(of: place.y))
    let middle = SVGPath.text(of: frame.width / 2)
    let type = TextWidth.shortened(
      step.type.drawable, to: frame.width - 2 * step.family.margin, size: Self.typeSize)
    output.write(
      """
      <g class="step \(step.family.className)\(step.isCritical ? " critical" : "")" \
      data-step="\(step.name.xml)" transform="translate(\(x) \(y))"><title>\(step.name.xml) \
      (\(step.type.xml))</title><path class="box" d="\(outline.text)"/>\
      <text class="name" x="\(middle)" y="\(step.family == .model ? 24 : 21)">\(names[position].xml)</text>\
      <text class="type" x="\(middle)" y="\(step.family == .model ? 38 : 36)">\(type.xml)</text></g>

      """)
  }

  /// Writes what shapes and lines mean.
  mutating func writeLegend() {
    var y = corner.y + layout.size.y + 24
    for row in keys {
      var x = Self.margin
      for key in row {
        key.write(at: Point(x: x, y: y), to: &output)
        x += key.width
      }
      y += Self.keyHeight
    }
  }
}

/// An entry of a legend.
private enum SVGKey {
  /// What steps of a family look like.
  case family(StepFamily)
  /// What lines of a class look like, and what they say.
  case line(String, String)

  /// Returns the entries that `picture` needs, in rows that are no wider than `width`.
  static func rows(for picture: GraphPicture, width: Double) -> [[SVGKey]] {
    var keys: [SVGKey] = StepFamily.allCases
      .filter { family in picture.steps.contains { $0.family == family } }
      .map { .family($0) }
    if picture.edges.contains(where: \.carriesValues) { keys.append(.line("value", "reads")) }
    if picture.edges.contains(where: { !$0.carriesValues }) {
      keys.append(.line("order", "comes after"))
    }
    if picture.criticalPath.count > 1 { keys.append(.line("critical", "critical path")) }
    var rows: [[SVGKey]] = []
    var room = 0.0
    for key in keys {
      if rows.isEmpty || key.width > room {
        rows.append([])
        room = width
      }
      rows[rows.count - 1].append(key)
      room -= key.width
    }
    return rows
  }

  /// What the entry says.
  private var text: String {
    switch self {
    case .family(let family): family.title
    case .line(_, let text): text
    }
  }

  /// The room that the entry takes in its row.
  var width: Double { 34 + TextWidth.of(text, size: 11).wholeAbove + 16 }

  /// Writes the entry at `place`.
  func write(at place: Point, to output: inout ByteWriter) {
    let (x, y) = (SVGPath.text(of: place.x), SVGPath.text(of: place.y))
    switch self {
    case .family(let family):
      let outline = SVGPath(outlineOf: family, width: 28, height: 14)
      output.write(
        "<g class=\"\(family.className)\" transform=\"translate(\(x) \(y))\">"
          + "<path class=\"box\" d=\"\(outline.text)\"/></g>")
    case .line(let classes, _):
      output.write(
        "<path class=\"line \(classes)\" d=\"M\(x) \(SVGPath.text(of: place.y + 7))h28\"/>")
    }
    let (textX, textY) = (SVGPath.text(of: place.x + 34), SVGPath.text(of: place.y + 11))
    output.write("<text class=\"key\" x=\"\(textX)\" y=\"\(textY)\">\(text)</text>\n")
  }
}

extension String {
  /// The text without what may not stand in a drawing.
  fileprivate var drawable: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.isSafeToDraw ? scalar : "\u{FFFD}") }
    return String(result)
  }

  /// The text as it stands in XML, between tags or in quotes.
  fileprivate var xml: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar.isSafeToDraw ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}
