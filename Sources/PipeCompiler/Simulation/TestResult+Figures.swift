extension PipelineTest {
  /// `true` iff something is expected of what the run takes.
  var asksForFigures: Bool {
    expectations.contains { if case .takes = $0.claim { true } else { false } }
  }
}

extension Premises {
  /// Creates what is known of `run`, which a `test` of `graph` plays: which steps are left out, and what is
  /// given.
  init(of test: PipelineTest, _ run: SimulatedRun, in graph: PipelineGraph) {
    self.init()
    for (position, step) in run.steps.enumerated() {
      if case .skipped = step.fate { absent.insert(position) }
      if !step.items.isEmpty { items[position] = step.items.count }
    }
    var values: [ValueName: Index<Value>] = [:]
    for given in test.givens {
      switch given {
      case .ending: continue
      case .time(let step, let seconds): times[step] = seconds
      case .value(let read, let value):
        if let name = ValueName(of: read, in: graph) { values[name] = value }
      }
    }
    given = { [values] value in ValueName(of: value, in: graph).flatMap { values[$0] } }
  }
}

extension BoundVerdict {
  /// Returns what is so instead, or hides what is so, unless the bound holds iff that is wanted.
  func contradiction(isWanted: Bool) -> String? {
    if holds == isWanted { return nil }
    if obstacles.isEmpty { return text }
    var parts = obstacles.prefix(3).map { obstacle in
      let remedies = [obstacle.change, obstacle.given.map { "give \($0)" }].compactMap(\.self)
      return "\(obstacle.text) (\(remedies.joined(separator: ", or ")))"
    }
    if obstacles.count > 3 { parts.append("and \(obstacles.count - 3) more like that") }
    return "\(text); \(parts.joined(separator: "; "))"
  }
}
