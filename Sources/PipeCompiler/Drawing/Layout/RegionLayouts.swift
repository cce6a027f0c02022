/// The layouts of all clusters of a picture and, in the last place, of what is outside of them.
struct RegionLayouts {
  /// The picture.
  private let picture: GraphPicture
  /// What is to be placed in each region.
  private var drafts: [Draft]
  /// The layouts, once they are found.
  private var layouts: [LayeredLayout?]
  /// The size of each region.
  private(set) var sizes: [Point]
  /// For each edge, the regions that it runs through and its line in each of them, from its source on.
  private(set) var edgeLines: [[(region: Int, line: Int)]]
  /// For each cluster, the line in the region around it that leads from its owner into it.
  private(set) var entryLines: [Int?]
  /// How wide each cluster is at least.
  private let heads: [Double]
  /// How far from its left border the contents of each region begin.
  private var insets: [Double]
  /// The clusters that lie in each region, but not in one inside it.
  private let inner: [[Int]]
  /// The number of clusters that each step owns.
  private var clusterCounts: [Int]
  /// The box of each step in its region.
  private var stepBoxes: [Int]
  /// The box of each cluster in the region around it.
  private var clusterBoxes: [Int]

  /// What is to be placed in a region.
  private struct Draft {
    /// The boxes.
    var boxes: [LayeredLayout.Box] = []
    /// The lines between them, with the points of borders that they begin or end at.
    var lines: [(source: End, target: End, trunk: Int, isCritical: Bool)] = []
    /// The number of each line, by where it begins and ends.
    var numbers: [LineKey: Int] = [:]
    /// The box on the border for each trunk that comes in, or goes out.
    var doors: [DoorKey: Int] = [:]
  }

  /// Where a line begins or ends.
  private struct End: Hashable {
    /// The box.
    let box: Int
    /// The trunk by whose door in the cluster that the box stands for the line goes, or one of the
    /// negative numbers below.
    let door: Int
    /// The middle of the box.
    static let middle = -1
    /// A quarter of the box to the left.
    static let left = -2
    /// A quarter of the box to the right.
    static let right = -3
  }

  /// What makes two lines one.
  private struct LineKey: Hashable {
    let source: End
    let target: End
    let trunk: Int
  }

  /// What makes two ways through a border one.
  private struct DoorKey: Hashable {
    let trunk: Int
    let isEntrance: Bool
  }

  /// Begins with nothing but the boxes of the steps of `picture`, whose sizes `frames` have, and whose clusters
  /// are at least as wide as their `heads`.
  init(_ picture: GraphPicture, _ frames: [PictureLayout.Frame], _ heads: [Double]) {
    self.picture = picture
    self.heads = heads
    let count = picture.clusters.count + 1
    drafts = Array(repeating: Draft(), count: count)
    layouts = Array(repeating: nil, count: count)
    sizes = Array(repeating: Point(x: 0, y: 0), count: count)
    edgeLines = Array(repeating: [], count: picture.edges.count)
    entryLines = Array(repeating: nil, count: count - 1)
    insets = Array(repeating: 0, count: count)
    inner = picture.clustersByOuter
    clusterCounts = Array(repeating: 0, count: picture.steps.count)
    for cluster in picture.clusters { clusterCounts[cluster.owner] += 1 }
    stepBoxes = Array(repeating: 0, count: picture.steps.count)
    clusterBoxes = Array(repeating: 0, count: count - 1)
    for (position, frame) in frames.enumerated() {
      let region = picture.steps[position].cluster ?? count - 1
      stepBoxes[position] = drafts[region].boxes.count
      drafts[region].boxes.append(LayeredLayout.Box(width: frame.width, height: frame.height))
    }
    for (position, cluster) in picture.clusters.enumerated() {
      let region = cluster.outer ?? count - 1
      clusterBoxes[position] = drafts[region].boxes.count
      drafts[region].boxes.append(LayeredLayout.Box(width: 0, height: 0))
    }
  }

  /// The size of all there is.
  var size: Point { sizes.last ?? Point(x: 0, y: 0) }

  /// Lays out all regions, inner ones first.
  mutating func run() {
    for position in picture.clusters.indices { addEntry(position) }
    for position in picture.edges.indices { addEdge(position) }
    for region in drafts.indices.dropLast().reversed() { layOut(region) }
    layOut(drafts.count - 1)
  }

  /// Returns the left upper corner of the cluster at `position` in `region`, the one around it.
  func corner(ofCluster position: Int, in region: Int) -> Point {
    corner(ofBox: clusterBoxes[position], in: region)
  }

  /// Returns the left upper corner of the step at `position` in its `region`.
  func corner(ofStep position: Int, in region: Int) -> Point {
    corner(ofBox: stepBoxes[position], in: region)
  }

  /// Returns the points of the line numbered `line` of `region`.
  func points(of line: Int, in region: Int) -> [Point] {
    let inset = inset(of: region)
    return layouts[region]?.points(of: line).map { $0.moved(by: inset) } ?? []
  }

  /// Returns the left upper corner of `box` of `region`.
  private func corner(ofBox box: Int, in region: Int) -> Point {
    guard let corner = layouts[region]?.corner(of: box) else { return Point(x: 0, y: 0) }
    return Point(x: corner.x, y: corner.y).moved(by: inset(of: region))
  }

  /// Returns where the contents of `region` begin in it.
  private func inset(of region: Int) -> Point {
    Point(x: insets[region], y: 0)
  }

  /// Adds the line from its owner into the cluster at `position`.
  private mutating func addEntry(_ position: Int) {
    let cluster = picture.clusters[position]
    let side =
      switch cluster.role {
      case .then: End.left
      case .otherwise: End.right
      case .body, .root: End.middle
      }
    let hasTwo = clusterCounts[cluster.owner] > 1
    // Each step has four numbers of trunks, for values and for orders, from it and from the end of its
    // body; those of the lines into clusters lie below zero.
    entryLines[position] = addLine(
      in: cluster.outer ?? drafts.count - 1,
      from: End(box: stepBoxes[cluster.owner], door: hasTwo ? side : End.middle),
      to: End(box: clusterBoxes[position], door: End.middle), trunk: -1 - position,
      isCritical: cluster.isCritical)
  }

  /// Adds the lines of the edge at `position` to all regions that it runs through.
  private mutating func addEdge(_ position: Int) {
    let edge = picture.edges[position]
    let trunk = 4 * edge.source + (edge.carriesValues ? 0 : 1) + (edge.body == nil ? 0 : 2)
    let top = drafts.count - 1
    let inward = clusters(around: edge.target)
    let outward = clusters(around: edge.source)
    let shared = zip(inward.reversed(), outward.reversed()).prefix { $0 == $1 }.count
    var here = End(
      box: edge.body.map { clusterBoxes[$0] } ?? stepBoxes[edge.source], door: End.middle)
    for cluster in outward.dropLast(shared) {
      let door = door(of: cluster, trunk, isEntrance: false)
      let line = addLine(
        in: cluster, from: here, to: End(box: door, door: End.middle), trunk: trunk,
        isCritical: edge.isCritical)
      edgeLines[position].append((cluster, line))
      here = End(box: clusterBoxes[cluster], door: trunk)
    }
    let ways = Array(inward.dropLast(shared).reversed())
    var region = shared > 0 ? inward[inward.count - shared] : top
    for cluster in ways {
      let line = addLine(
        in: region, from: here, to: End(box: clusterBoxes[cluster], door: trunk), trunk: trunk,
        isCritical: edge.isCritical)
      edgeLines[position].append((region, line))
      here = End(box: door(of: cluster, trunk, isEntrance: true), door: End.middle)
      region = cluster
    }
    let end = End(box: stepBoxes[edge.target], door: End.middle)
    let line = addLine(
      in: region, from: here, to: end, trunk: trunk, isCritical: edge.isCritical)
    edgeLines[position].append((region, line))
  }

  /// Returns the clusters around the step at `position`, from the inside outwards.
  private func clusters(around position: Int) -> [Int] {
    var result: [Int] = []
    var cluster = picture.steps[position].cluster
    while let next = cluster {
      result.append(next)
      cluster = picture.clusters[next].outer
    }
    return result
  }

  /// Returns the box on the border of `cluster` by which `trunk` comes in or goes out.
  private mutating func door(of cluster: Int, _ trunk: Int, isEntrance: Bool) -> Int {
    let key = DoorKey(trunk: trunk, isEntrance: isEntrance)
    if let known = drafts[cluster].doors[key] { return known }
    let side: LayeredLayout.Box.Side = isEntrance ? .top : .bottom
    drafts[cluster].boxes.append(LayeredLayout.Box(width: 0, height: 0, side: side))
    drafts[cluster].doors[key] = drafts[cluster].boxes.count - 1
    return drafts[cluster].boxes.count - 1
  }

  /// Returns the number of the line in `region` from `source` to `target`, which is added if need be.
  private mutating func addLine(
    in region: Int, from source: End, to target: End, trunk: Int, isCritical: Bool
  ) -> Int {
    let key = LineKey(source: source, target: target, trunk: trunk)
    if let known = drafts[region].numbers[key] {
      if isCritical { drafts[region].lines[known].isCritical = true }
      return known
    }
    drafts[region].lines.append((source, target, trunk, isCritical))
    drafts[region].numbers[key] = drafts[region].lines.count - 1
    return drafts[region].lines.count - 1
  }

  /// Lays out `region`, all of whose clusters have been laid out.
  private mutating func layOut(_ region: Int) {
    let isTop = region == drafts.count - 1
    var boxes = drafts[region].boxes
    var clusterOf: [Int: Int] = [:]
    for position in inner[region] {
      clusterOf[clusterBoxes[position]] = position
      boxes[clusterBoxes[position]].width = sizes[position].x
      boxes[clusterBoxes[position]].height = sizes[position].y
    }
    let lines = drafts[region].lines.map { line in
      LayeredLayout.Line(
        source: line.source.box, target: line.target.box,
        start: shift(of: line.source, boxes, clusterOf, isEntrance: false),
        end: shift(of: line.target, boxes, clusterOf, isEntrance: true), trunk: line.trunk,
        weight: line.isCritical ? 24 : 1, isMovable: line.trunk < 0)
    }
    var spacing = LayeredLayout.Spacing()
    spacing.top = isTop ? 0 : PictureLayout.headHeight
    spacing.capacity = max(12, 3 * boxes.count.rootAbove / 2)
    let layout = LayeredLayout(boxes, lines, spacing: spacing)
    layouts[region] = layout
    let hasExits = boxes.contains { $0.side == .bottom }
    let below = isTop || hasExits ? 0 : PictureLayout.padding
    let width =
      isTop ? layout.width : max(heads[region], layout.width + 2 * PictureLayout.padding)
    insets[region] = ((width - layout.width) / 2).nearestWhole
    sizes[region] = Point(x: width, y: layout.height + below)
  }

  /// Returns how far from the middle of its box `end` is.
  private func shift(
    of end: End, _ boxes: [LayeredLayout.Box], _ clusterOf: [Int: Int], isEntrance: Bool
  ) -> Double {
    switch end.door {
    case End.middle: return 0
    case End.left: return -boxes[end.box].width / 4
    case End.right: return boxes[end.box].width / 4
    default:
      let key = DoorKey(trunk: end.door, isEntrance: isEntrance)
      guard let cluster = clusterOf[end.box], let door = drafts[cluster].doors[key] else {
        return 0
      }
      return corner(ofBox: door, in: cluster).x - sizes[cluster].x / 2
    }
  }
}
