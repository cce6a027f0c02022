/// The search for an order between two steps.
struct OrderSearch {
  private let graph: PipelineGraph
  private let analysis: Analysis
  /// The number of the last search in which each step was met.
  private var met: [UInt32]
  private var round: UInt32 = 0
  private var stack: [Index<Step>] = []
  /// How many edges may still be followed: a bound on time, for graphs made to take long.
  private var budget = 4_000_000

  /// Creates the search in `graph`.
  init(_ graph: PipelineGraph, _ analysis: Analysis) {
    self.graph = graph
    self.analysis = analysis
    met = [UInt32](repeating: 0, count: graph.steps.count)
  }

  /// Returns `true` iff one of `a` and `b` waits for the other, or only one of them ever runs, or
  /// if finding that out takes too long.
  mutating func areOrdered(_ a: Index<Step>, _ b: Index<Step>) -> Bool {
    areExclusive(a, b) || waits(a, for: b) || waits(b, for: a)
  }

  /// Returns `true` iff `a` and `b` are in different branches of one condition.
  func areExclusive(_ a: Index<Step>, _ b: Index<Step>) -> Bool {
    let (inner, other) = (graph.steps[a].region, graph.steps[b].region)
    guard inner != other, let (x, y) = analysis.regions.fork(inner, other) else { return false }
    return graph.regions[x].owner == graph.regions[y].owner
  }

  /// Returns `true` iff `step` starts only when `target` has ended.
  mutating func waits(_ step: Index<Step>, for target: Index<Step>) -> Bool {
    round += 1
    stack = [step]
    while let next = stack.popLast() {
      guard budget > 0 else { return true }
      for edge in analysis.dependencies.edges(from: next) {
        budget -= 1
        if edge.target == target { return true }
        push(edge.target)
        // Whoever waits for a loop waits for all that is in it.
        guard case .forEach(let loop) = graph.steps[edge.target].body, edge.cause != .owner else {
          continue
        }
        for inner in graph.regions[loop.body].steps {
          if inner == target { return true }
          push(inner)
        }
      }
    }
    return false
  }

  /// Puts `step` on the stack unless it was met in this search.
  private mutating func push(_ step: Index<Step>) {
    guard met[Int(step.offset)] != round else { return }
    met[Int(step.offset)] = round
    stack.append(step)
  }
}
