/// Which steps each step waits for, derived from a graph and kept in compressed rows.
package struct DependencyGraph: Sendable {
  /// Where the row of each step begins in `edges`, and at last where the rows end.
  private(set) var starts: [UInt32]
  /// The rows, end to end, in the order of the steps.
  package private(set) var edges: [Edge]

  /// Derives the dependencies of the steps of `graph`.
  package init(of graph: PipelineGraph) {
    self.init(
      of: graph, names: StepNames(of: graph), regions: RegionTree(of: graph),
      reads: graph.runtimeReads())
  }

  /// Derives the dependencies of the steps of `graph` from what was found out about it already.
  package init(
    of graph: PipelineGraph, names: StepNames, regions: RegionTree, reads: [RuntimeRead]
  ) {
    var collector = EdgeCollector(graph: graph, names: names, regions: regions)
    collector.collect(reads)
    collector.collectOrders()
    self.init(stepCount: graph.steps.count, loose: collector.edges)
  }

  /// Sorts `loose` edges by the step that waits, keeping their order otherwise.
  package init(stepCount: Int, loose: [LooseEdge]) {
    starts = Array(repeating: 0, count: stepCount + 1)
    for edge in loose { starts[Int(edge.source.offset) + 1] += 1 }
    for step in 0..<stepCount { starts[step + 1] += starts[step] }
    var next = starts
    let blank = Edge(target: Index(0), cause: .owner)
    edges = Array(repeating: blank, count: loose.count)
    for edge in loose {
      let row = Int(edge.source.offset)
      edges[Int(next[row])] = edge.edge
      next[row] += 1
    }
  }

  /// The number of steps.
  package var stepCount: Int { starts.count - 1 }

  /// Returns the edges from `step` to the steps it waits for.
  package func edges(from step: Index<Step>) -> ArraySlice<Edge> { edges[row(of: step)] }

  /// Returns the positions in `edges` of those that begin at `step`.
  package func row(of step: Index<Step>) -> Range<Int> {
    let position = Int(step.offset)
    return Int(starts[position])..<Int(starts[position + 1])
  }
}

/// That a step waits for another one, and why.
package struct Edge: Hashable, Sendable {
  /// The step that has to come first.
  package let target: Index<Step>
  /// Why it has to.
  package let cause: Cause

  /// Creates the edge to `target`.
  package init(target: Index<Step>, cause: Cause) {
    self.target = target
    self.cause = cause
  }

  /// Why a step waits for another one.
  package enum Cause: Hashable, Sendable {
    /// It reads a value of that step.
    case read(Index<Value>)
    /// It is ordered after that step, by the dependency at this position of its list.
    case order(UInt32)
    /// It runs in a region of that step.
    case owner
    /// It is a ForEach step, and this step of its body waits.
    case body(Index<Step>)
  }
}

/// An edge that is not in its row yet.
package struct LooseEdge: Sendable {
  /// The step that waits.
  package let source: Index<Step>
  /// What it waits for.
  package let edge: Edge

  /// Creates the edge from `source` to `target`.
  package init(from source: Index<Step>, to target: Index<Step>, _ cause: Edge.Cause) {
    self.source = source
    self.edge = Edge(target: target, cause: cause)
  }
}

extension PipelineGraph {
  /// Returns where it is written that `step` waits as `edge` says.
  package func origin(of edge: Edge, from step: Index<Step>, in rows: DependencyGraph) -> Origin {
    switch edge.cause {
    case .read(let value): return origin(of: value)
    case .order(let position):
      let dependencies = steps[step].dependencies
      return Int(position) < dependencies.count
        ? dependencies[Int(position)].origin : steps[step].origin
    case .owner: return steps[step].origin
    case .body(let inner):
      let own = rows.edges(from: inner).first { $0.target == edge.target && $0.cause != .owner }
      guard let own, own != edge else { return steps[inner].origin }
      return origin(of: own, from: inner, in: rows)
    }
  }
}
