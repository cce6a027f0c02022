/// What a run of a pipeline takes at most, and how much of it can run at once.
package struct PipelineEstimate: Sendable {
  /// The name of the pipeline.
  package let name: String
  /// The number of steps.
  package let stepCount: Int
  /// The number of layers: the steps on the longest way.
  package let layerCount: Int
  /// The names of the steps on the longest way, by their number.
  package let criticalPath: [String]
  /// How many steps run at once at most, if those of a layer run together; of two branches the wider
  /// one counts.
  package let width: Int
  /// How many steps may run at once, if the pipeline says.
  package let parallelism: Int?
  /// How long the longest way is in seconds, by the limits of its steps; zero if there are none.
  package let seconds: Int
  /// The names of the steps with a limit on that way.
  package let slowest: [String]
  /// The names of the steps with instances and without a limit in time.
  package let unlimited: [String]
  /// What is used of each type of instance, by name.
  package let instances: [InstanceUse]

  /// What is used of a type of instance.
  package struct InstanceUse: Sendable {
    /// The type.
    package let type: String
    /// How many are used at once, if the steps of a layer run together.
    package let atOnce: Int
    /// The seconds that all of them are used together, at most.
    package let seconds: Int
    /// `true` iff it may be more, because a limit or a number is not known.
    package let isOpen: Bool
  }

  /// Estimates what a run of `graph` takes.
  package init(of graph: CheckedGraph) {
    let (picture, graph) = (GraphPicture(of: graph), graph.graph)
    let loads = PipelineLoads(picture, graph)
    let sizes = graph.steps.indices.map { graph.jobSize(of: $0) }
    name = picture.name
    stepCount = picture.steps.count
    layerCount = picture.layerCount
    criticalPath = picture.criticalPath.map { picture.steps[$0].name }
    width = loads.atOnce { _ in 1 }
    parallelism = graph.knownNumber(graph.header.parallelism)
    let ways = Precedence(of: picture).longestWays { number in
      number < sizes.count ? loads.duration(of: number, sizes[number]) : 0
    }
    let last = ways.longest.last
    seconds = last.map { ways.lengths[$0] } ?? 0
    slowest = ways.longest
      .filter { $0 < sizes.count && loads.duration(of: $0, sizes[$0]) > 0 }
      .map { picture.steps[$0].name }
    unlimited = picture.steps.indices
      .filter { sizes[$0].map { $0.seconds == nil } ?? false }
      .map { picture.steps[$0].name }
    let types = Set(sizes.flatMap { $0?.instances.map(\.type) ?? [] }).sorted()
    instances = types.map { loads.use(of: $0, sizes) }
  }
}

/// What the steps of a picture take, put together.
private struct PipelineLoads {
  /// The picture.
  private let picture: GraphPicture
  /// How often a step runs, for each item of the loop around it, and how often at once.
  private var repeats: [(all: Int, atOnce: Int, isKnown: Bool)]

  /// Finds how often the steps of `picture`, that of `graph`, run.
  init(_ picture: GraphPicture, _ graph: PipelineGraph) {
    self.picture = picture
    repeats = Array(repeating: (1, 1, true), count: picture.steps.count)
    for cluster in picture.clusters where cluster.role == .body {
      guard case .forEach(let loop) = graph.steps[Index(cluster.owner)].body else { continue }
      let items = graph.list(loop.items)?.count
      let limit = graph.knownNumber(loop.maxConcurrency) ?? 1
      // Loops don't lie in loops, and hold no conditions.
      for step in cluster.steps {
        repeats[step] = (items ?? limit, min(limit, items ?? limit), items != nil)
      }
    }
  }

  /// Returns how long the step at `position`, which takes `size`, runs at most, in seconds.
  func duration(of position: Int, _ size: JobSize?) -> Int {
    guard let size, let seconds = size.seconds else { return 0 }
    let (all, atOnce, _) = repeats[position]
    let rounds = Self.rounds(all, atOnce) &* Self.rounds(size.jobs, size.jobsAtOnce)
    return Self.bounded(rounds, seconds, 1 + size.retries)
  }

  /// Returns what is used of the instances of `type`, if the steps take `sizes`.
  func use(of type: String, _ sizes: [JobSize?]) -> PipelineEstimate.InstanceUse {
    func count(_ position: Int) -> Int {
      sizes[position]?.instances.reduce(0) { $1.type == type ? $0 + $1.count : $0 } ?? 0
    }
    let together = atOnce { position in
      Self.bounded(
        count(position), sizes[position]?.jobsAtOnce ?? 0, repeats[position].atOnce)
    }
    let all = total { position in
      guard let size = sizes[position] else { return 0 }
      let once = Self.bounded(count(position), size.jobs, size.seconds ?? 0)
      return Self.bounded(once, 1 + size.retries, repeats[position].all)
    }
    let isOpen = sizes.indices.contains { position in
      guard let size = sizes[position], count(position) > 0 else { return false }
      return size.seconds == nil || size.isRetriedByTime || !repeats[position].isKnown
    }
    return PipelineEstimate.InstanceUse(type: type, atOnce: together, seconds: all, isOpen: isOpen)
  }

  /// Returns the most that the steps of a layer take together, by the `load` of each.
  func atOnce(load: (Int) -> Int) -> Int {
    var layers: [[Int: Int]] = Array(repeating: [:], count: picture.clusters.count + 1)
    let top = picture.clusters.count
    for (position, step) in picture.steps.enumerated() {
      layers[step.cluster ?? top][step.layer, default: 0] += load(position)
    }
    // Clusters come after those around them, and the two branches of a condition after each other.
    var position = picture.clusters.count - 1
    while position >= 0 {
      let cluster = picture.clusters[position]
      var inner = layers[position]
      if position > 0, picture.clusters[position - 1].owner == cluster.owner {
        position -= 1
        inner.merge(layers[position]) { max($0, $1) }
      }
      layers[cluster.outer ?? top].merge(inner) { $0 + $1 }
      position -= 1
    }
    return layers[top].values.reduce(0) { max($0, $1) }
  }

  /// Returns what all steps take, by the `load` of each, of two branches the one that takes more.
  private func total(load: (Int) -> Int) -> Int {
    let top = picture.clusters.count
    var sums = [Int](repeating: 0, count: top + 1)
    for (position, step) in picture.steps.enumerated() {
      sums[step.cluster ?? top] = Self.sum(sums[step.cluster ?? top], load(position))
    }
    var position = top - 1
    while position >= 0 {
      let cluster = picture.clusters[position]
      var inner = sums[position]
      if position > 0, picture.clusters[position - 1].owner == cluster.owner {
        position -= 1
        inner = max(inner, sums[position])
      }
      sums[cluster.outer ?? top] = Self.sum(sums[cluster.outer ?? top], inner)
      position -= 1
    }
    return sums[top]
  }

  /// Returns how many rounds `count` things take of which so many run `atOnce`.
  private static func rounds(_ count: Int, _ atOnce: Int) -> Int {
    (count + max(1, atOnce) - 1) / max(1, atOnce)
  }

  /// The largest number that is given: what is beyond means nothing to anyone.
  private static let limit = 1_000_000_000_000_000

  /// Returns the product of three numbers, but at most the limit.
  private static func bounded(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (ab, overflow) = a.multipliedReportingOverflow(by: b)
    let (abc, more) = ab.multipliedReportingOverflow(by: c)
    return overflow || more ? limit : min(limit, abc)
  }

  /// Returns the sum of two numbers, but at most the limit.
  private static func sum(_ a: Int, _ b: Int) -> Int { min(limit, a + b) }
}
