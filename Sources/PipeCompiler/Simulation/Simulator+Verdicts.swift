// Whether a step starts.
extension Simulator {
  /// Returns what becomes of `step` without starting, once all that it waits for have a fate, or
  /// `nil` if it starts.
  func verdict(on step: Int) -> StepRun.Fate? {
    verdict(
      on: step,
      edges: edges.edges(from: Index(step)).filter { hosts[Int($0.target.offset)] != step })
  }

  /// Returns what `edges` of `step` make of it, or `nil` if they let it start.
  ///
  /// That it will not start is sooner known than that it will.
  func verdict(on step: Int, edges: [Edge]) -> StepRun.Fate? {
    var needs: [ValueName] = []
    var isOpen = false
    for edge in edges {
      switch obstacle(for: step, on: edge) {
      case .skipped(let reason)?: return .skipped(reason)
      case .open(let names)?:
        isOpen = true
        for name in names where !needs.contains(name) { needs.append(name) }
      default: continue
      }
    }
    return isOpen ? .open(needs) : nil
  }

  /// Returns what keeps `step` from starting because of `edge`, if anything does.
  private func obstacle(for step: Int, on edge: Edge) -> StepRun.Fate? {
    // What lies in a loop is over when the loop is.
    let own = Int(edge.target.offset)
    let target = iteration == nil ? hosts[own] : own
    guard let fate = fates[target] else { return nil }
    if case .open(let needs) = fate { return .open(needs) }
    if case .owner = edge.cause, let obstacle = branchObstacle(for: step, of: target) {
      return .skipped(obstacle)
    }
    switch (trigger(of: edge, from: step), fate) {
    case (.completed, .succeeded), (.failed, .failed), (.stopped, .stopped): return nil
    case (.any, .succeeded), (.any, .failed), (.any, .stopped): return nil
    case (_, .skipped): return .skipped(.waiting(step: name(target)))
    case (let wanted, _):
      return .skipped(
        .trigger(step: name(target), wanted: Self.word(for: wanted), got: fate.past))
    }
  }

  /// Returns why `step` does not start if `owner` is its condition and took the other branch.
  private func branchObstacle(for step: Int, of owner: Int) -> SkipReason? {
    guard let outcome = outcomes[owner] else { return nil }
    let role = graph.regions[graph.steps.elements[step].region].role
    if role == (outcome ? .then : .otherwise) { return nil }
    return .branch(condition: name(owner), outcome: outcome)
  }

  /// Returns how the target of `edge` has to end for `step` to start.
  ///
  /// What a step reads from another one that it waits for in a certain way, it reads then.
  private func trigger(of edge: Edge, from step: Int) -> Trigger {
    let waiting: Index<Step>
    if case .body(let inner) = edge.cause { waiting = inner } else { waiting = Index(step) }
    let dependencies = graph.steps[waiting].dependencies
    if case .order(let position) = edge.cause, Int(position) < dependencies.count {
      return dependencies[Int(position)].trigger
    }
    let target = graph.steps[edge.target].name
    return dependencies.first { $0.step == target }?.trigger ?? .completed
  }

  /// Returns what a step has to do for `trigger`, in a word.
  private static func word(for trigger: Trigger) -> String {
    switch trigger {
    case .completed: "succeeds"
    case .failed: "fails"
    case .stopped: "is stopped"
    case .any: "ends"
    }
  }
}

extension StepRun.Fate {
  /// What the step did, for what is said of another one.
  fileprivate var past: String {
    switch self {
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .stopped: "was stopped"
    case .skipped: "did not run"
    case .open: "may run or not"
    }
  }
}
