extension PipelineGraph {
  /// Takes `unwanted` steps out, with the regions that belong to them, which must be empty or hold
  /// nothing but unwanted steps.
  package mutating func remove(_ unwanted: Set<Index<Step>>) {
    var keptRegions: [Index<Region>: Index<Region>] = [:]
    var newRegions = Table<Region>()
    for region in regions.indices {
      if let owner = regions[region].owner, unwanted.contains(owner) { continue }
      keptRegions[region] = newRegions.append(
        Region(owner: regions[region].owner, role: regions[region].role))
    }
    var keptSteps: [Index<Step>: Index<Step>] = [:]
    var newSteps = Table<Step>()
    for step in steps.indices where !unwanted.contains(step) {
      guard let region = keptRegions[steps[step].region] else { continue }
      var moved = steps[step]
      moved.region = region
      switch moved.body {
      case .arguments: break
      case .condition(let conditions, let then, let otherwise):
        moved.body = .condition(
          conditions, then: keptRegions[then] ?? then,
          otherwise: keptRegions[otherwise] ?? otherwise)
      case .forEach(var loop):
        loop.body = keptRegions[loop.body] ?? loop.body
        moved.body = .forEach(loop)
      }
      keptSteps[step] = newSteps.append(moved)
    }
    for (old, region) in regions.indices.map({ ($0, keptRegions[$0]) }) {
      guard let region else { continue }
      newRegions[region].owner = regions[old].owner.flatMap { keptSteps[$0] }
      newRegions[region].steps = regions[old].steps.compactMap { keptSteps[$0] }
    }
    regions = newRegions
    steps = newSteps
  }
}
