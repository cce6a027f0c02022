/// The placing of some boxes, and of the lines between them, in layers from top to bottom.
///
/// The method is that of Sugiyama, Tagawa and Toda ("Methods for Visual Understanding of Hierarchical
/// System Structures", 1981) in the form of Gansner, Koutsofios, North and Vo ("A Technique for
/// Drawing Directed Graphs", 1993): layers, an order in each of them, positions, lines. Lines run
/// between layers only, or straight down through a gap in one, so none of them passes over a box.
struct LayeredLayout {
  /// The boxes: those that were given, then a point for each layer that a trunk crosses.
  var boxes: [Box]
  /// The lines from box to box.
  var lines: [Line]
  /// The pieces of lines between neighbouring layers.
  var pieces: [Piece] = []
  /// For each line, the points that it passes through; `nil` for those drawn without.
  var crossed: [[Int]?] = []
  /// The boxes of each layer, from left to right.
  var layers: [[Int]] = []
  /// The top of each layer.
  var tops: [Double] = []
  /// The bottom of each layer.
  var bottoms: [Double] = []
  /// How the space is divided.
  let spacing: Spacing
  /// The number of boxes that were given.
  let givenCount: Int

  /// Something that takes room in a layer.
  struct Box {
    /// The width; zero for a point.
    var width: Double
    /// The height.
    var height: Double
    /// Where the box has to be.
    var side = Side.inside
    /// The number of the layer.
    var layer = 0
    /// Where the middle is, from left to right.
    var middle = 0.0

    /// Where a box has to be.
    enum Side { case inside, top, bottom }
  }

  /// A line from the bottom of a box to the top of another one.
  struct Line {
    /// The box that it begins at.
    let source: Int
    /// The box that it ends at.
    let target: Int
    /// How far from the middle of the source it begins.
    var start: Double
    /// How far from the middle of the target it ends.
    let end: Double
    /// The trunk that it shares with lines from the same source.
    let trunk: Int
    /// How much it matters that the line is straight.
    var weight = 1.0
    /// `true` iff it may begin where another such line from the same source does.
    var isMovable = false
  }

  /// A piece of one or more lines, between two layers.
  struct Piece {
    /// The box above.
    let upper: Int
    /// The box below.
    let lower: Int
    /// How far from the middle of the upper box the piece begins.
    var start: Double
    /// How far from the middle of the lower box the piece ends.
    let end: Double
    /// How much it matters that the piece is straight.
    var weight = 1.0
  }

  /// How the space is divided.
  struct Spacing {
    /// The room between two boxes of a layer.
    var box = 28.0
    /// The room between a line and what is beside it.
    var line = 14.0
    /// The room between two layers.
    var layer = 46.0
    /// The room above the first layer.
    var top = 0.0
    /// The number of boxes in a layer at most, if that can be.
    var capacity = Int.max
  }

  /// Places `boxes` and the `lines` between them.
  init(_ boxes: [Box], _ lines: [Line], spacing: Spacing) {
    self.boxes = boxes
    self.lines = lines
    self.spacing = spacing
    givenCount = boxes.count
    assignLayers()
    addTrunks()
    orderLayers()
    untangleStarts()
    assignMiddles()
    assignTops()
  }

  /// The width of all there is.
  var width: Double { boxes.reduce(0) { max($0, $1.middle + $1.width / 2) } }

  /// The height of all there is.
  var height: Double { bottoms.last ?? spacing.top }

  /// Returns the left upper corner of the box at `position`.
  func corner(of position: Int) -> (x: Double, y: Double) {
    (boxes[position].middle - boxes[position].width / 2, tops[boxes[position].layer])
  }

  /// Returns the points of the line at `position`: it runs straight down from the first to the second,
  /// bends to the third, and so on.
  func points(of position: Int) -> [Point] {
    let line = lines[position]
    let (source, target) = (boxes[line.source], boxes[line.target])
    let first = source.middle + line.start
    var points = [Point(x: first, y: tops[source.layer] + source.height)]
    points.append(Point(x: first, y: max(points[0].y, bottoms[source.layer])))
    for point in crossed[position] ?? [] {
      let (x, layer) = (boxes[point].middle, boxes[point].layer)
      points += [Point(x: x, y: tops[layer]), Point(x: x, y: bottoms[layer])]
    }
    points.append(Point(x: target.middle + line.end, y: tops[target.layer]))
    return points
  }
}

/// A place in a drawing.
struct Point: Hashable {
  /// How far to the right.
  var x: Double
  /// How far down.
  var y: Double

  /// Returns the place `other` as seen from this one.
  func moved(by other: Point) -> Point { Point(x: x + other.x, y: y + other.y) }
}
