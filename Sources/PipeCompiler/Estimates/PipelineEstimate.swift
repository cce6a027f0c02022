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
    let loads = PipelineLoads(of: graph)
    let (picture, sizes) = (loads.picture, loads.sizes)
    name = picture.name
    stepCount = picture.steps.count
    layerCount = picture.layerCount
    criticalPath = picture.criticalPath.map { picture.steps[$0].name }
    width = loads.width.number
    parallelism = loads.graph.knownNumber(loads.graph.header.parallelism, under: Premises())
    let time = loads.time
    seconds = time.number
    slowest = time.shares.map { picture.steps[$0.step].name }
    unlimited = picture.steps.indices
      .filter { sizes[$0].map { $0.seconds == nil } ?? false }
      .map { picture.steps[$0].name }
    instances = loads.types.map { type in
      // What may be of any type has a line of its own.
      let isOpen = sizes.contains { size in
        guard let size, size.count(of: type) > 0 else { return false }
        return size.lacks([.limit, .count, .jobs, .tries, .items])
      }
      return InstanceUse(
        type: type, atOnce: loads.peak(of: type).number, seconds: loads.seconds(of: type).number,
        isOpen: isOpen)
    }
  }
}
