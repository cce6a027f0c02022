// What is told of a run.
extension Simulator {
  /// Ends the machine and returns what it found.
  consuming func finish() -> SimulatedRun {
    var steps: [StepRun] = []
    for step in fates.indices {
      var run = record(step, called: name(step), at: times[step])
      run.items = items[step]
      steps.append(run)
    }
    var values: [RunMember] = []
    for (parameter, value) in zip(graph.parameters.elements, parameters) {
      values.append(RunMember(name: graph.text(parameter.name), value: value))
    }
    return SimulatedRun(
      pipeline: graph.text(graph.header.name), parallelism: parallelism, parameters: values,
      steps: steps, ending: ending())
  }

  /// Returns what became of `step`, which ran as `name` at `time`.
  func record(_ step: Int, called name: String, at time: StepRun.Time?) -> StepRun {
    let own = graph.steps.elements[step]
    return StepRun(
      name: name, type: graph.text(own.typeName),
      fate: fates[step] ?? .skipped(.waiting(step: self.name(hosts[step]))), time: time,
      arguments: arguments[step], resolved: resolved[step], retries: retries(of: own),
      mayBeCached: mayBeCached(own), outcome: outcomes[step])
  }

  /// Returns how the run ends.
  ///
  /// A failure that another step was started for makes a run complete with failures (SageMaker
  /// Python SDK 3.27, `step_dependency.py`); that this holds for a stop too is an inference.
  private func ending() -> SimulatedRun.Ending {
    if fates.contains(where: { if case .open = $0 { true } else { false } }) { return .open }
    var ending = SimulatedRun.Ending.succeeded
    for step in fates.indices {
      guard let fate = fates[step], fate.runs, fate != .succeeded else { continue }
      // The loop fails with its step.
      if hosts[step] != step { continue }
      if isHandled(step) {
        if ending == .succeeded { ending = .completedWithFailures }
      } else if fate == .stopped {
        if ending != .failed { ending = .stopped }
      } else {
        ending = .failed
      }
    }
    return ending
  }

  /// Returns `true` iff a step was started because `step` did not succeed.
  private func isHandled(_ step: Int) -> Bool {
    let name = graph.steps.elements[step].name
    return graph.steps.elements.indices.contains { other in
      (fates[other]?.runs ?? false)
        && graph.steps.elements[other].dependencies.contains {
          $0.step == name && $0.trigger != .completed
        }
    }
  }

  /// Returns how often `step` is tried again, policy by policy.
  private func retries(of step: Step) -> [String] {
    (graph.list(step.retryPolicies) ?? []).map { policy in
      let kinds = graph.member(.exceptionType, of: policy)
      let names = graph.list(kinds)?.compactMap { graph.string($0) } ?? [graph.string(kinds) ?? "?"]
      let limit: String
      if let minutes = graph.member(.expireAfterMin, of: policy) {
        limit = "for \(literal(minutes).joined) minutes"
      } else {
        // Five is what the service does if nothing is said (AWS's developer guide).
        let attempts = graph.member(.maxAttempts, of: policy).map { literal($0).joined } ?? "5"
        limit = "\(attempts) times at most"
      }
      return "\(names.joined(separator: " and ")) \(limit)"
    }
  }

  /// Returns `true` iff `step` may take the result of an earlier run.
  private func mayBeCached(_ step: Step) -> Bool {
    guard let enabled = graph.member(.enabled, of: step.cacheConfig) else { return false }
    return graph.values[enabled] != .boolean(false)
  }
}
