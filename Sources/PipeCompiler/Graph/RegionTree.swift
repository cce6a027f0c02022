/// How the regions of a graph lie inside each other.
package struct RegionTree: Sendable {
  /// The region that holds the owner of each region; the root's is itself.
  private var parents: [Int]
  /// How many regions lie around each region.
  private var depths: [Int]

  /// Creates the tree of the regions of `graph`.
  package init(of graph: PipelineGraph) {
    parents = graph.regions.elements.map { region in
      region.owner.map { Int(graph.steps[$0].region.offset) } ?? 0
    }
    depths = Array(repeating: -1, count: parents.count)
    depths[0] = 0
    for region in parents.indices { measure(region) }
  }

  /// Returns `true` iff `inner` is `outer` or lies somewhere inside it.
  package func contains(_ outer: Index<Region>, _ inner: Index<Region>) -> Bool {
    let (wanted, floor) = (Int(outer.offset), depths[Int(outer.offset)])
    var region = Int(inner.offset)
    while depths[region] > floor { region = parents[region] }
    return region == wanted
  }

  /// Returns where the ways from `a` and `b` outwards meet: the last regions before they do.
  ///
  /// Both are `nil` where one region lies inside the other.
  package func fork(
    _ a: Index<Region>, _ b: Index<Region>
  ) -> (Index<Region>, Index<Region>)? {
    var (a, b) = (Int(a.offset), Int(b.offset))
    while depths[a] > depths[b], parents[a] != b { a = parents[a] }
    while depths[b] > depths[a], parents[b] != a { b = parents[b] }
    guard depths[a] == depths[b], a != b else { return nil }
    while parents[a] != parents[b] { (a, b) = (parents[a], parents[b]) }
    return (Index(a), Index(b))
  }

  /// Returns the number of regions around `region`.
  package func depth(of region: Index<Region>) -> Int { depths[Int(region.offset)] }

  /// Finds the depth of `region` and of those around it.
  private mutating func measure(_ region: Int) {
    var way: [Int] = []
    var outer = region
    while depths[outer] < 0, way.count <= parents.count {
      way.append(outer)
      outer = parents[outer]
    }
    for (count, inner) in way.reversed().enumerated() { depths[inner] = depths[outer] + count + 1 }
  }
}
