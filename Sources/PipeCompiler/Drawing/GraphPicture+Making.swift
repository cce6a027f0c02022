extension GraphPicture {
  /// Creates the picture of `graph`.
  package init(of graph: CheckedGraph) {
    let (graph, names) = (graph.graph, StepNames(of: graph.graph))
    let name = graph.text(graph.header.name)
    // Definitions have no name.
    self.init(name: name.isEmpty ? "pipeline" : name)
    for step in graph.steps.elements {
      steps.append(
        PictureStep(
          name: graph.text(step.name), type: graph.text(step.typeName),
          family: StepFamily(step.kind), cluster: nil))
    }
    addClusters(of: graph)
    addEdges(
      DependencyGraph(
        of: graph, names: names, regions: RegionTree(of: graph), reads: graph.runtimeReads()),
      graph)
    addWay()
  }

  /// Adds the regions of `graph` that hold steps, from the root inwards.
  private mutating func addClusters(of graph: PipelineGraph) {
    var waiting: [(region: Index<Region>, cluster: Int?)] = [(PipelineGraph.root, nil)]
    var next = 0
    while next < waiting.count {
      let (region, cluster) = waiting[next]
      next += 1
      for step in graph.regions[region].steps {
        let position = Int(step.offset)
        steps[position].cluster = cluster
        if let cluster { clusters[cluster].steps.append(position) }
        for inner in graph.innerRegions(of: step) where !graph.regions[inner].steps.isEmpty {
          clusters.append(
            PictureCluster(owner: position, role: graph.regions[inner].role, outer: cluster))
          waiting.append((inner, clusters.count - 1))
        }
      }
    }
  }

  /// Adds what `rows` say about the steps of `graph`, one edge for each two of them.
  private mutating func addEdges(_ rows: DependencyGraph, _ graph: PipelineGraph) {
    // Where the edge from each source to the step at hand is; only valid if it leads to that step.
    var latest = [Int](repeating: -1, count: steps.count)
    let bodies = bodyOfEachLoop
    for step in graph.steps.indices {
      let target = Int(step.offset)
      for edge in rows.edges(from: step) {
        let source = Int(edge.target.offset)
        guard source != target, edge.cause.isOwn else { continue }
        if latest[source] < 0 || edges[latest[source]].target != target {
          latest[source] = edges.count
          edges.append(PictureEdge(source: source, target: target))
          if let body = bodies[source], !lies(target, in: body) {
            edges[edges.count - 1].body = body
          }
        }
        switch edge.cause {
        case .read: edges[latest[source]].carriesValues = true
        case .order(let number):
          let orders = graph.steps[step].dependencies
          guard Int(number) < orders.count else { continue }
          edges[latest[source]].trigger = orders[Int(number)].trigger
        case .owner, .body: break
        }
      }
    }
  }

  /// The cluster that is the body of each loop, by the loop's position.
  private var bodyOfEachLoop: [Int: Int] {
    var bodies: [Int: Int] = [:]
    for (position, cluster) in clusters.enumerated() where cluster.role == .body {
      bodies[cluster.owner] = position
    }
    return bodies
  }

  /// Returns `true` iff the step at `position` lies in the cluster at `cluster`, or in one inside it.
  func lies(_ position: Int, in cluster: Int) -> Bool {
    var around = steps[position].cluster
    while let next = around {
      if next == cluster { return true }
      around = clusters[next].outer
    }
    return false
  }
}

extension Edge.Cause {
  /// `true` iff the step itself says why it waits: it reads, or it is ordered.
  fileprivate var isOwn: Bool {
    switch self {
    case .read, .order: true
    case .owner, .body: false
    }
  }
}

extension PipelineGraph {
  /// Returns the regions that belong to `step`, in the order in which they are written.
  func innerRegions(of step: Index<Step>) -> [Index<Region>] {
    switch steps[step].body {
    case .arguments: []
    case .condition(_, let then, let otherwise): [then, otherwise]
    case .forEach(let loop): [loop.body]
    }
  }
}
