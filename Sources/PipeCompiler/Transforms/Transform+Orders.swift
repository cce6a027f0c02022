extension Transform {
  /// Leaves out orders that something else implies: what a step reads, or a way by other steps.
  ///
  /// Only success is implied: other triggers stay. The service demands of a selective execution that it
  /// take all steps on all ways between two of its steps (`SelectiveExecutionConfig` in its API), so
  /// that no way is ever cut. The orders of a Cleanup step name what it cleans, and stay.
  static let orders = Transform(name: "orders") { graph, log in
    guard graph.steps.elements.contains(where: { !$0.dependencies.isEmpty }) else { return }
    var search = ImpliedOrders(graph)
    for step in graph.steps.indices where graph.steps[step].kind != .cleanup {
      let orders = graph.steps[step].dependencies
      guard !orders.isEmpty else { continue }
      let reasons = search.reasons(against: orders, of: step)
      guard reasons.contains(where: { $0 != nil }) else { continue }
      graph.steps[step].dependencies = zip(orders, reasons).filter { $0.1 == nil }.map(\.0)
      let name = graph.text(graph.steps[step].name)
      for (order, reason) in zip(orders, reasons) {
        guard let reason else { continue }
        let words = "`\(name)` need not say that it comes after `\(graph.text(order.step))`: "
        switch reason {
        case .repeated: log.note(words + "it says so twice", at: order.origin)
        case .read: log.note(words + "it reads from it", at: order.origin)
        case .way(let next):
          let by = graph.text(graph.steps[next].name)
          log.note(words + "it waits for `\(by)`, which does", at: order.origin)
        }
      }
    }
  }
}

/// Why an order is not needed.
private enum NeedlessOrder: Hashable {
  /// It is said already.
  case repeated
  /// The step reads from the other one.
  case read
  /// The step waits for this one, which waits for the other one.
  case way(Index<Step>)
}

/// The search for orders that something else implies.
private struct ImpliedOrders {
  /// The graph, with all of its orders.
  private let graph: PipelineGraph
  /// Which step has which name.
  private let names: StepNames
  /// How the regions lie inside each other.
  private let regions: RegionTree
  /// Which step waits for which.
  private let rows: DependencyGraph
  /// The place of each step in an order of execution.
  private var ranks: [Int]
  /// The step by which each step was come to in the latest search, and the number of that search.
  private var visits: [(round: Int, by: Index<Step>)]
  private var round = 0
  /// How many edges may still be followed: a bound on time, for graphs made to take long.
  private var budget = 20_000_000

  /// Creates the search in `graph`.
  init(_ graph: PipelineGraph) {
    self.graph = graph
    names = StepNames(of: graph)
    regions = RegionTree(of: graph)
    rows = DependencyGraph(of: graph, names: names, regions: regions, reads: graph.runtimeReads())
    ranks = Array(repeating: 0, count: graph.steps.count)
    for (place, step) in rows.executionOrder().steps.enumerated() {
      ranks[Int(step.offset)] = place
    }
    visits = Array(repeating: (0, Index(0)), count: graph.steps.count)
  }

  /// Returns why each of `orders`, those of `step`, is not needed; `nil` for those that are.
  mutating func reasons(
    against orders: [Dependency], of step: Index<Step>
  ) -> [NeedlessOrder?] {
    let reads = Set(
      rows.edges(from: step).compactMap { edge -> Index<Step>? in
        if case .read = edge.cause { edge.target } else { nil }
      })
    var reasons = [NeedlessOrder?](repeating: nil, count: orders.count)
    var seen: Set<Dependency> = []
    var lowest = Int.max
    for (position, order) in orders.enumerated() {
      guard let target = names[order.step] else { continue }
      let isNew = seen.insert(Dependency(order.step, trigger: order.trigger, origin: .synthesized))
        .inserted
      if !isNew {
        reasons[position] = .repeated
      } else if order.trigger == .completed, reads.contains(target) {
        reasons[position] = .read
      } else if order.trigger == .completed, isSeen(target, from: step) {
        lowest = min(lowest, ranks[Int(target.offset)])
      }
    }
    guard lowest < Int.max, budget > 0 else { return reasons }
    search(from: step, downTo: lowest)
    for (position, order) in orders.enumerated() where reasons[position] == nil {
      guard order.trigger == .completed, let target = names[order.step] else { continue }
      let visit = visits[Int(target.offset)]
      if visit.round == round, isSeen(target, from: step) { reasons[position] = .way(visit.by) }
    }
    return reasons
  }

  /// Visits all steps that have completed when `step` starts because those have that it waits for, but
  /// none that comes before the place `lowest` in the order of execution.
  private mutating func search(from step: Index<Step>, downTo lowest: Int) {
    round += 1
    var stack: [(step: Index<Step>, by: Index<Step>)] = firsts(of: step).reversed().map { ($0, $0) }
    while let (next, by) = stack.popLast() {
      for target in firsts(of: next) where ranks[Int(target.offset)] >= lowest {
        budget -= 1
        guard visits[Int(target.offset)].round != round else { continue }
        visits[Int(target.offset)] = (round, by)
        stack.append((target, by))
      }
      if budget <= 0 { return }
    }
  }

  /// Returns the steps that have completed when `step` starts, because it says so itself.
  private func firsts(of step: Index<Step>) -> [Index<Step>] {
    rows.edges(from: step).compactMap { edge in
      guard isSeen(edge.target, from: step) else { return nil }
      switch edge.cause {
      case .read, .owner: return edge.target
      case .order(let number):
        let orders = graph.steps[step].dependencies
        guard Int(number) < orders.count, orders[Int(number)].trigger == .completed else {
          return nil
        }
        return edge.target
      // A loop may have nothing to run its body for.
      case .body: return nil
      }
    }
  }

  /// Returns `true` iff no loop is around `target` that is not around `step` too: a step of a loop's
  /// body does not run just once, if at all.
  private func isSeen(_ target: Index<Step>, from step: Index<Step>) -> Bool {
    var region = graph.steps[target].region
    while let owner = graph.regions[region].owner {
      if graph.regions[region].role == .body {
        return regions.contains(region, graph.steps[step].region)
      }
      region = graph.steps[owner].region
    }
    return true
  }
}
