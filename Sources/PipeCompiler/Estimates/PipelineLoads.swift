/// What the steps of a pipeline take, put together.
struct PipelineLoads {
  /// The picture of the pipeline.
  let picture: GraphPicture
  /// The pipeline.
  let graph: PipelineGraph
  /// What each step takes in a run; `nil` if it runs no job on instances of its own, or does not run.
  let sizes: [JobSize?]
  /// The types of instances that steps ask for, also those that don't run, sorted.
  let types: [String]
  /// The positions of the steps that don't run.
  private let absent: Set<Int>
  /// How often each step runs, once for each item of the loop around it, and how often at once.
  private var repeats: [(all: Int, atOnce: Int)]

  /// Finds what the steps of `graph` take in a run of which `premises` are known.
  init(of graph: CheckedGraph, under premises: Premises = Premises()) {
    picture = GraphPicture(of: graph)
    self.graph = graph.graph
    absent = premises.absent
    let reader = JobSizeReader(graph: graph.graph, premises: premises)
    var sizes = self.graph.steps.indices.map { reader.size(of: $0) }
    types = Set(sizes.flatMap { $0?.instances.map(\.type) ?? [] }).sorted()
    for position in absent where position < sizes.count { sizes[position] = nil }
    repeats = Array(repeating: (1, 1), count: picture.steps.count)
    for cluster in picture.clusters where cluster.role == .body {
      guard case .forEach(let loop) = self.graph.steps[Index(cluster.owner)].body else { continue }
      let known = self.graph.list(self.graph.settled(loop.items, under: premises))?.count
      let limit = self.graph.knownNumber(loop.maxConcurrency, under: premises)
      // Loops don't lie in loops, and hold no conditions.
      for step in cluster.steps {
        let items = premises.items[step] ?? known
        repeats[step] = (items ?? limit ?? 1, min(limit ?? 1, items ?? limit ?? 1))
        if items == nil {
          sizes[step]?.unknowns.append(Unknown(subject: .items, value: loop.items))
        }
        if limit == nil, let value = self.graph.present(loop.maxConcurrency) {
          sizes[step]?.unknowns.append(Unknown(subject: .itemsAtOnce, value: value))
        }
      }
    }
    self.sizes = sizes
  }

  /// Returns how much `figure` is.
  func tally(of figure: Figure) -> Tally {
    let type = figure.type.map { graph.text($0) }
    var typed: Set<Unknown.Subject> = [.count, .instances]
    if type != nil { typed.insert(.type) }
    switch figure {
    case .hours:
      var tally = seconds(of: type)
      tally.unknowns = unknowns(of: typed.union([.limit, .jobs, .tries, .items]), type)
      return tally
    case .peak:
      var tally = peak(of: type)
      tally.unknowns = unknowns(of: typed.union([.jobsAtOnce, .itemsAtOnce]), type)
      return tally
    case .width: return width
    case .time: return time
    }
  }

  /// How many steps run at once, if those of a layer run together.
  var width: Tally { atOnce { absent.contains($0) ? 0 : 1 } }

  /// How many seconds the steps on the longest way take.
  var time: Tally {
    let ways = Precedence(of: picture).longestWays { number in
      number < sizes.count ? duration(of: number) : 0
    }
    var tally = Tally()
    for step in ways.longest where step < sizes.count { tally.add(duration(of: step), of: step) }
    tally.unknowns = unknowns(
      of: [.limit, .jobs, .jobsAtOnce, .tries, .items, .itemsAtOnce], nil)
    return tally
  }

  /// Returns how many instances of `type`, or without one of all types, are used at once.
  func peak(of type: String?) -> Tally {
    atOnce { position in
      guard let size = sizes[position] else { return 0 }
      return Tally.product(size.count(of: type), size.jobsAtOnce, repeats[position].atOnce)
    }
  }

  /// Returns how many seconds instances of `type`, or without one of all types, are used together; of two
  /// branches the one that takes more counts.
  func seconds(of type: String?) -> Tally {
    let top = picture.clusters.count
    var sums = [Tally](repeating: Tally(), count: top + 1)
    for (position, step) in picture.steps.enumerated() {
      guard let size = sizes[position] else { continue }
      let once = Tally.product(size.count(of: type), size.jobs, size.seconds ?? 0)
      sums[step.cluster ?? top].add(
        Tally.product(once, 1 + size.retries, repeats[position].all), of: position)
    }
    var position = top - 1
    while position >= 0 {
      let cluster = picture.clusters[position]
      var inner = sums[position]
      if position > 0, picture.clusters[position - 1].owner == cluster.owner {
        position -= 1
        if sums[position].number >= inner.number { inner = sums[position] }
      }
      sums[cluster.outer ?? top].add(inner)
      position -= 1
    }
    return sorted(sums[top])
  }

  /// Returns what is not known about `subjects` of the steps with instances of `type`, or without one of any.
  func unknowns(
    of subjects: Set<Unknown.Subject>, _ type: String?
  ) -> [(step: Int, unknown: Unknown)] {
    sizes.indices.flatMap { position -> [(step: Int, unknown: Unknown)] in
      guard let size = sizes[position] else { return [] }
      // What has instances of a type that is not known may have some of this one.
      let concerns = size.count(of: type) > 0 || size.lacks([.type, .instances])
      guard concerns else { return [] }
      return size.unknowns.filter { subjects.contains($0.subject) }.map { (position, $0) }
    }
  }

  /// Returns how long the step at `position` runs at most, in seconds.
  private func duration(of position: Int) -> Int {
    guard let size = sizes[position], let seconds = size.seconds else { return 0 }
    let (all, atOnce) = repeats[position]
    return Tally.product(
      Self.rounds(all, atOnce), Self.rounds(size.jobs, size.jobsAtOnce), seconds,
      1 + size.retries)
  }

  /// Returns the most that the steps of a layer take together, by the `load` of each.
  private func atOnce(load: (Int) -> Int) -> Tally {
    var layers: [[Int: Tally]] = Array(repeating: [:], count: picture.clusters.count + 1)
    let top = picture.clusters.count
    for (position, step) in picture.steps.enumerated() {
      layers[step.cluster ?? top][step.layer, default: Tally()].add(load(position), of: position)
    }
    // Clusters come after those around them, and the two branches of a condition after each other.
    var position = picture.clusters.count - 1
    while position >= 0 {
      let cluster = picture.clusters[position]
      var inner = layers[position]
      if position > 0, picture.clusters[position - 1].owner == cluster.owner {
        position -= 1
        inner.merge(layers[position]) { $1.number >= $0.number ? $1 : $0 }
      }
      for (layer, tally) in inner {
        layers[cluster.outer ?? top][layer, default: Tally()].add(tally)
      }
      position -= 1
    }
    // Of several layers that take as much the first one is told of.
    let widest = layers[top].max { a, b in (a.value.number, -a.key) < (b.value.number, -b.key) }
    return sorted(widest?.value ?? Tally())
  }

  /// Returns `tally` with its shares in source order.
  private func sorted(_ tally: Tally) -> Tally {
    var tally = tally
    tally.shares.sort { $0.step < $1.step }
    return tally
  }

  /// Returns how many rounds `count` things take of which so many run `atOnce`.
  private static func rounds(_ count: Int, _ atOnce: Int) -> Int {
    (count + max(1, atOnce) - 1) / max(1, atOnce)
  }
}
