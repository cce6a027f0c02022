/// Finds the edges of a graph, one step after the other.
struct EdgeCollector {
  /// The graph.
  let graph: PipelineGraph
  /// Which step has which name.
  let names: StepNames
  /// How the regions lie inside each other.
  let regions: RegionTree
  /// What was found.
  private(set) var edges: [LooseEdge] = []

  /// Creates a collector that has found nothing.
  init(graph: PipelineGraph, names: StepNames, regions: RegionTree) {
    self.graph = graph
    self.names = names
    self.regions = regions
    edges.reserveCapacity(graph.references.count + graph.steps.count)
  }

  /// Adds the edges that `reads` imply.
  mutating func collect(_ reads: [RuntimeRead]) {
    for read in reads {
      guard let reader = read.reader, let name = graph.stepName(readBy: read.value),
        let target = names[name]
      else { continue }
      add(from: reader, to: target, .read(read.value))
    }
  }

  /// Adds the edges that explicit dependencies, and the owners of regions, imply.
  mutating func collectOrders() {
    for (position, step) in graph.steps.elements.enumerated() {
      let index = Index<Step>(position)
      for (number, dependency) in step.dependencies.enumerated() {
        guard let target = names[dependency.step] else { continue }
        add(from: index, to: target, .order(UInt32(truncatingIfNeeded: number)))
      }
      if let owner = graph.regions[step.region].owner {
        edges.append(LooseEdge(from: index, to: owner, .owner))
      }
    }
  }

  /// Adds an edge, and the same one for every loop around `source` that `target` is outside of.
  ///
  /// A loop has ended only when all runs of its body have.
  private mutating func add(
    from source: Index<Step>, to target: Index<Step>, _ cause: Edge.Cause
  ) {
    edges.append(LooseEdge(from: source, to: target, cause))
    var region = graph.steps[source].region
    while let owner = graph.regions[region].owner {
      let isLoop = graph.regions[region].role == .body
      if isLoop, !regions.contains(region, graph.steps[target].region) {
        edges.append(LooseEdge(from: owner, to: target, .body(source)))
      }
      region = graph.steps[owner].region
    }
  }
}

extension PipelineGraph {
  /// Returns the name of the step that `value` reads from, if it reads from one.
  package func stepName(readBy value: Index<Value>) -> Symbol? {
    switch values[value] {
    case .reference(let index):
      guard case .step(let name) = references[index].root else { return nil }
      return name
    case .jsonGet(let index):
      guard case .propertyFile(let name, _) = jsonGets[index].file else { return nil }
      return name
    default: return nil
    }
  }
}
