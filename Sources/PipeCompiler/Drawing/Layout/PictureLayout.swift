/// Where everything in a picture is drawn.
///
/// Every cluster is laid out by itself, from the inside outwards, and is one box to what is around it;
/// lines that cross its border have a point there. So clusters never overlap, and no step lies in one
/// that it does not belong to.
struct PictureLayout {
  /// Where each step is.
  private(set) var steps: [Frame]
  /// Where each cluster is.
  private(set) var clusters: [Frame]
  /// Where each edge runs: straight down, then a bend, then straight down, and so on.
  private(set) var edges: [[Point]]
  /// Where the line from its owner into each cluster runs.
  private(set) var entries: [[Point]]
  /// The size of all.
  private(set) var size = Point(x: 0, y: 0)

  /// A rectangle.
  struct Frame {
    /// The left upper corner.
    var corner = Point(x: 0, y: 0)
    /// How wide it is.
    var width = 0.0
    /// How high it is.
    var height = 0.0
  }

  /// The room inside a cluster, at its sides and below.
  static let padding = 18.0
  /// The height of what stands at the top of a cluster.
  static let headHeight = 30.0

  /// Lays out `picture`, whose steps have the given `widths` and one `height`, and whose clusters are at least
  /// as wide as their `heads`.
  init(of picture: GraphPicture, widths: [Double], height: Double, heads: [Double]) {
    steps = widths.map { Frame(width: $0, height: height) }
    clusters = Array(repeating: Frame(), count: picture.clusters.count)
    edges = Array(repeating: [], count: picture.edges.count)
    entries = Array(repeating: [], count: picture.clusters.count)
    var regions = RegionLayouts(picture, steps, heads)
    regions.run()
    size = regions.size
    place(regions, picture)
  }

  /// Finds where everything is on the page from where it is in its cluster.
  private mutating func place(_ regions: RegionLayouts, _ picture: GraphPicture) {
    var origins = [Point](repeating: Point(x: 0, y: 0), count: picture.clusters.count + 1)
    for (position, cluster) in picture.clusters.enumerated() {
      let outer = cluster.outer ?? picture.clusters.count
      let corner = regions.corner(ofCluster: position, in: outer).moved(by: origins[outer])
      let size = regions.sizes[position]
      clusters[position] = Frame(corner: corner, width: size.x, height: size.y)
      origins[position] = corner
    }
    for position in steps.indices {
      let region = picture.steps[position].cluster ?? picture.clusters.count
      steps[position].corner = regions.corner(ofStep: position, in: region)
        .moved(by: origins[region])
    }
    for position in edges.indices {
      edges[position] = regions.edgeLines[position].flatMap { region, line in
        regions.points(of: line, in: region).map { $0.moved(by: origins[region]) }
      }
    }
    for position in entries.indices {
      guard let line = regions.entryLines[position] else { continue }
      let region = picture.clusters[position].outer ?? picture.clusters.count
      entries[position] = regions.points(of: line, in: region).map { $0.moved(by: origins[region]) }
    }
  }
}
