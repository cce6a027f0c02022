extension GraphPicture {
  /// Finds the layer of each step, and the critical path by the number of steps.
  mutating func addWay() {
    let ways = Precedence(of: self).longestWays { $0 < steps.count ? 1 : 0 }
    for position in steps.indices { steps[position].layer = max(1, ways.lengths[position]) }
    markCritical(ways.longest)
  }

  /// Marks what is on `way`, whose numbers are those of a `Precedence`.
  private mutating func markCritical(_ way: [Int]) {
    criticalPath = way.filter { $0 < steps.count }
    var follower = [Int](repeating: -1, count: steps.count + clusters.count)
    for (first, second) in zip(way, way.dropFirst()) { follower[first] = second }
    for position in criticalPath { steps[position].isCritical = true }
    for position in edges.indices {
      let edge = edges[position]
      let start = edge.body.map { steps.count + $0 } ?? edge.source
      edges[position].isCritical = follower[start] == edge.target
    }
    for position in clusters.indices {
      let next = follower[clusters[position].owner]
      clusters[position].isCritical =
        next >= 0 && next < steps.count && steps[next].cluster == position
    }
  }
}

/// What has to come before what in a picture, with a number for each step and, behind those of the
/// steps, one for the end of each cluster.
struct Precedence {
  /// Where the row of each number begins in `followers`.
  private var starts: [Int]
  /// What may begin once something has ended, end to end.
  private var followers: [Int]
  /// The number of those before each.
  private var counts: [Int]

  /// Finds what has to come before what in `picture`.
  init(of picture: GraphPicture) {
    let size = picture.steps.count
    var pairs: [(Int, Int)] = picture.edges.map { edge in
      (edge.body.map { size + $0 } ?? edge.source, edge.target)
    }
    for (position, cluster) in picture.clusters.enumerated() {
      for step in cluster.steps {
        pairs.append((cluster.owner, step))
        pairs.append((step, size + position))
      }
      // What ends a cluster also ends the step of the loop around it that owns it.
      if let outer = cluster.outer { pairs.append((size + position, size + outer)) }
    }
    self.init(pairs, count: size + picture.clusters.count)
  }

  /// Creates the rows of `pairs` of numbers below `count`.
  private init(_ pairs: [(Int, Int)], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    counts = [Int](repeating: 0, count: count)
    for (first, second) in pairs {
      starts[first + 1] += 1
      counts[second] += 1
    }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    followers = [Int](repeating: 0, count: pairs.count)
    for (first, second) in pairs {
      followers[next[first]] = second
      next[first] += 1
    }
  }

  /// Returns what may begin once `number` has ended.
  func followers(of number: Int) -> ArraySlice<Int> {
    followers[starts[number]..<starts[number + 1]]
  }

  /// The numbers, each after those that have to come before it (Kahn, 1962); of those that wait for
  /// each other there are none.
  var order: [Int] {
    var missing = counts
    var order = counts.indices.filter { counts[$0] == 0 }
    var next = 0
    while next < order.count {
      for follower in followers(of: order[next]) {
        missing[follower] -= 1
        if missing[follower] == 0 { order.append(follower) }
      }
      next += 1
    }
    return order
  }

  /// Returns how long the longest way up to and with each number is, by the `weight` of each, and the
  /// longest of all; of several the one whose numbers are lower.
  func longestWays(weight: (Int) -> Int) -> (lengths: [Int], longest: [Int]) {
    var lengths = [Int](repeating: 0, count: counts.count)
    var before = [Int](repeating: -1, count: counts.count)
    var last = -1
    for number in order {
      lengths[number] += weight(number)
      if last < 0 || lengths[number] > lengths[last] { last = number }
      for follower in followers(of: number) {
        let isLonger = lengths[number] > lengths[follower]
        let isEarlier = lengths[number] == lengths[follower] && number < before[follower]
        guard before[follower] < 0 || isLonger || isEarlier else { continue }
        lengths[follower] = lengths[number]
        before[follower] = number
      }
    }
    var way: [Int] = []
    while last >= 0 {
      way.append(last)
      last = before[last]
    }
    return (lengths, way.reversed())
  }
}
