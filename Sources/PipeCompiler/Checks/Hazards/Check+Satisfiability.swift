extension Check {
  /// There is a run in which each step starts.
  static let satisfiability = Check { graph, analysis, diagnostics in
    var search = StartConditions(graph, analysis)
    search.run(&diagnostics)
  }
}

/// What has to have happened for each step to start, as far as that can be contradictory.
private struct StartConditions {
  private let graph: PipelineGraph
  private let analysis: Analysis
  /// What has to have happened for each step, in ascending order.
  private var facts: [[Fact]]
  /// `true` for the steps of which it is known that they never start.
  private var isHopeless: [Bool]
  /// How many facts may be gathered: a bound on memory, for graphs made to need much.
  private var budget = 2_000_000

  init(_ graph: PipelineGraph, _ analysis: Analysis) {
    self.graph = graph
    self.analysis = analysis
    facts = []
    isHopeless = []
  }

  /// Something that has to have happened: a step ended in a way, or a branch was taken.
  struct Fact: Hashable, Comparable {
    /// The step, or the condition that the branch belongs to.
    let step: UInt32
    /// How the step ended, or which branch it is: facts with one `kind` contradict each other.
    let outcome: UInt8

    /// Returns the fact that `step` ended as `trigger` says, or `nil` if that may be in any way.
    static func ended(_ step: Index<Step>, _ trigger: Trigger) -> Fact? {
      switch trigger {
      case .completed: Fact(step: step.offset, outcome: 0)
      case .failed: Fact(step: step.offset, outcome: 1)
      case .stopped: Fact(step: step.offset, outcome: 2)
      case .any: nil
      }
    }

    /// Returns the fact that the branch `role` of `condition` was taken.
    static func taken(_ condition: Index<Step>, _ role: RegionRole) -> Fact {
      Fact(step: condition.offset, outcome: role == .then ? 8 : 9)
    }

    /// Returns `true` iff both can't have happened in one run.
    func contradicts(_ other: Fact) -> Bool {
      step == other.step && outcome != other.outcome && outcome >> 3 == other.outcome >> 3
    }

    /// Returns `true` iff `a` stands before `b` in lists.
    static func < (a: Fact, b: Fact) -> Bool { (a.step, a.outcome) < (b.step, b.outcome) }
  }

  /// Reports the steps that can't start, the first ones of each reason.
  mutating func run(_ diagnostics: inout Diagnostics) {
    let hasTriggers = graph.steps.indices.contains { step in
      graph.steps[step].dependencies.contains { $0.trigger != .completed }
    }
    guard hasTriggers || graph.regions.count > 1 else { return }
    let order = analysis.dependencies.executionOrder()
    guard order.cycles.isEmpty else { return }
    facts = Array(repeating: [], count: graph.steps.count)
    isHopeless = Array(repeating: false, count: graph.steps.count)
    for step in order.steps {
      guard budget > 0 else { return }
      gather(step, &diagnostics)
    }
  }

  /// Finds out what has to have happened for `step` to start.
  private mutating func gather(_ step: Index<Step>, _ diagnostics: inout Diagnostics) {
    var found: [Fact] = []
    for edge in analysis.dependencies.edges(from: step) {
      found += facts[Int(edge.target.offset)]
      if isHopeless[Int(edge.target.offset)] { isHopeless[Int(step.offset)] = true }
      if let fact = fact(of: edge, from: step) { found.append(fact) }
    }
    found = sortedWithoutRepeats(found)
    budget -= found.count
    facts[Int(step.offset)] = found
    guard !isHopeless[Int(step.offset)] else { return }
    for (first, second) in zip(found, found.dropFirst()) where first.contradicts(second) {
      isHopeless[Int(step.offset)] = true
      // What follows from the steps that it names itself is reported by the checks of branches and
      // of dependency lists.
      let reason = Index<Step>(Int(first.step))
      if first.outcome >= 8 ? isPlain(step, reason) : waitsTwice(step, for: reason) { return }
      return report(step, first, second, &diagnostics)
    }
  }

  /// Returns `facts` in order, each once.
  private func sortedWithoutRepeats(_ facts: [Fact]) -> [Fact] {
    var result: [Fact] = []
    for fact in facts.sorted() where fact != result.last { result.append(fact) }
    return result
  }

  /// Returns what `edge` of `step` says about its target.
  private func fact(of edge: Edge, from step: Index<Step>) -> Fact? {
    switch edge.cause {
    case .read: return .ended(edge.target, .completed)
    case .order(let position):
      let dependencies = graph.steps[step].dependencies
      guard Int(position) < dependencies.count else { return nil }
      return .ended(edge.target, dependencies[Int(position)].trigger)
    case .owner:
      let role = graph.regions[graph.steps[step].region].role
      return role == .body ? nil : .taken(edge.target, role)
    case .body: return nil
    }
  }

  /// Returns `true` iff `step` itself says twice that it waits for `other`.
  private func waitsTwice(_ step: Index<Step>, for other: Index<Step>) -> Bool {
    let name = graph.steps[other].name
    return graph.steps[step].dependencies.count(where: { $0.step == name }) > 1
  }

  /// Returns `true` iff `step` itself stands in, or waits for steps in, both branches of `condition`.
  private func isPlain(_ step: Index<Step>, _ condition: Index<Step>) -> Bool {
    var roles: [RegionRole] = []
    let own = analysis.dependencies.edges(from: step).map(\.target)
    for start in own + [step] {
      var region = graph.steps[start].region
      while let owner = graph.regions[region].owner {
        if owner == condition { roles.append(graph.regions[region].role) }
        region = graph.steps[owner].region
      }
    }
    return roles.contains(.then) && roles.contains(.otherwise)
  }

  /// Reports that `step` can't start, since `first` and `second` can't both have happened.
  private func report(
    _ step: Index<Step>, _ first: Fact, _ second: Fact, _ diagnostics: inout Diagnostics
  ) {
    let name = "`\(graph.text(graph.steps[step].name))`"
    let reason = Index<Step>(Int(first.step))
    let other = "`\(graph.text(graph.steps[reason].name))`"
    let isBranch = first.outcome >= 8
    let message =
      isBranch
      ? "\(name) needs both branches of \(other)"
      : "\(name) needs \(other) to have \(words(first)) and to have \(words(second))"
    diagnostics.report(
      Diagnostic(
        .unsatisfiableOrder, message, at: graph.steps[step].origin,
        related: [Label("can't be both", at: graph.steps[reason].origin)],
        why: "it waits for that directly, or by way of other steps, so it never starts",
        help: isBranch
          ? "move what both branches need out of the condition"
          : "remove one of the orders that lead to \(other)"))
  }

  /// Returns how the step of `fact` ended, in words.
  private func words(_ fact: Fact) -> String {
    switch fact.outcome {
    case 0: "completed"
    case 1: "failed"
    default: "stopped"
    }
  }
}
