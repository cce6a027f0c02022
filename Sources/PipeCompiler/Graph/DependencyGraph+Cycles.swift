/// Steps that wait for each other in a ring.
package struct DependencyCycle: Sendable {
  /// The steps, each waiting for the next one, and the last one for the first.
  package let steps: [Index<Step>]
  /// The edges that say so: the one at a position leads away from the step at that position.
  package let edges: [Edge]
}

/// The order in which steps can run, and the rings in which they can't.
package struct ExecutionOrder: Sendable {
  /// All steps, each after those it waits for, in source order where that allows it.
  ///
  /// The order among the steps of a ring is arbitrary.
  package let steps: [Index<Step>]
  /// One shortest cycle for each group of steps that wait for each other.
  ///
  /// Each begins at the group's first step in source order, and that is also the cycles' order.
  package let cycles: [DependencyCycle]
}

extension DependencyGraph {
  /// Returns the order in which the steps can run.
  ///
  /// - Complexity: O(*s* + *e*), where *s* is the number of steps and *e* the number of edges.
  package func executionOrder() -> ExecutionOrder {
    let search = ComponentSearch.run(over: self)
    return ExecutionOrder(steps: search.order, cycles: cycles(in: search))
  }

  /// Returns a shortest cycle for each component of `search` that has one.
  private func cycles(in search: ComponentSearch) -> [DependencyCycle] {
    guard search.isCyclic.contains(true) else { return [] }
    var isKnown = Array(repeating: false, count: search.isCyclic.count)
    var entries: [Entry] = []
    var cycles: [DependencyCycle] = []
    for step in 0..<stepCount {
      let component = Int(search.component[step])
      guard search.isCyclic[component], !isKnown[component] else { continue }
      isKnown[component] = true
      if entries.isEmpty { entries = Array(repeating: Entry(), count: stepCount) }
      cycles.append(cycle(through: step, in: search.component, entries: &entries))
    }
    return cycles
  }

  /// How a search came to a step.
  private struct Entry {
    /// The step that it came from, or -1 if it did not come.
    var source = -1
    /// The position of the edge that it took.
    var edge = 0
  }

  /// Returns a shortest cycle through `start`, found breadth first among the steps around it.
  ///
  /// These are the steps of its component; components are disjoint, so all searches share `entries`.
  private func cycle(
    through start: Int, in component: [UInt32], entries: inout [Entry]
  ) -> DependencyCycle {
    var queue: [Int] = [start]
    var next = 0
    while next < queue.count, entries[start].source < 0 {
      let step = queue[next]
      next += 1
      for position in row(of: Index(step)) {
        let target = Int(edges[position].target.offset)
        guard component[target] == component[start], entries[target].source < 0 else { continue }
        entries[target] = Entry(source: step, edge: position)
        queue.append(target)
      }
    }
    return path(to: start, entries)
  }

  /// Returns the cycle that the search which came back to `start` has found.
  private func path(to start: Int, _ entries: [Entry]) -> DependencyCycle {
    var steps: [Index<Step>] = []
    var taken: [Edge] = []
    var step = start
    repeat {
      taken.append(edges[entries[step].edge])
      step = entries[step].source
      steps.append(Index(step))
    } while step != start
    return DependencyCycle(steps: steps.reversed(), edges: taken.reversed())
  }
}

/// Tarjan's search for strongly connected components (1972), with a stack of its own.
///
/// A component is finished after all those it waits for, so steps come out in execution order.
private struct ComponentSearch {
  /// Where each row begins in `targets`.
  private let starts: [UInt32]
  /// The steps that the edges lead to.
  private let targets: [UInt32]
  /// When each step was first seen, from 1; zero if it was not, the largest number once finished.
  private var seen: [UInt32]
  /// The earliest unfinished step that each step leads to.
  private var low: [UInt32]
  /// The steps of unfinished components.
  private var open: [UInt32] = []
  /// The steps on the current path, each followed by the position of its next edge.
  private var path: [Int] = []
  private var clock: UInt32 = 0
  /// The steps of finished components, end to end.
  private(set) var order: [Index<Step>] = []
  /// The number of each step's component.
  private(set) var component: [UInt32]
  /// Whether the steps of each component wait for each other.
  private(set) var isCyclic: [Bool] = []

  /// Returns the finished search over `graph`.
  static func run(over graph: DependencyGraph) -> ComponentSearch {
    var search = ComponentSearch(over: graph)
    for step in 0..<graph.stepCount where search.seen[step] == 0 { search.explore(from: step) }
    return search
  }

  private init(over graph: DependencyGraph) {
    starts = graph.starts
    targets = graph.edges.map(\.target.offset)
    seen = Array(repeating: 0, count: graph.stepCount)
    low = seen
    component = seen
    order.reserveCapacity(graph.stepCount)
  }

  /// Finishes the components that can be reached from `root`.
  private mutating func explore(from root: Int) {
    enter(root)
    while let next = path.last {
      let step = path[path.count - 2]
      guard next < Int(starts[step + 1]) else {
        leave(step)
        continue
      }
      path[path.count - 1] = next + 1
      let target = Int(targets[next])
      if seen[target] == 0 {
        enter(target)
      } else if seen[target] != .max {
        low[step] = min(low[step], seen[target])
      }
    }
  }

  /// Puts `step` on the path.
  private mutating func enter(_ step: Int) {
    clock += 1
    seen[step] = clock
    low[step] = clock
    open.append(UInt32(truncatingIfNeeded: step))
    path.append(step)
    path.append(Int(starts[step]))
  }

  /// Takes `step` from the path and finishes its component if `step` was the first of it.
  private mutating func leave(_ step: Int) {
    path.removeLast(2)
    if path.count >= 2 {
      let parent = path[path.count - 2]
      low[parent] = min(low[parent], low[step])
    }
    guard low[step] == seen[step] else { return }
    let isAlone = open.last == UInt32(truncatingIfNeeded: step)
    while let member = open.popLast() {
      seen[Int(member)] = .max
      component[Int(member)] = UInt32(truncatingIfNeeded: isCyclic.count)
      order.append(Index(Int(member)))
      if Int(member) == step { break }
    }
    let row = Int(starts[step])..<Int(starts[step + 1])
    isCyclic.append(!isAlone || targets[row].contains(UInt32(truncatingIfNeeded: step)))
  }
}
