/// What came of a test.
package struct TestResult: Sendable {
  /// What the test shows, in words.
  package let name: String
  /// Where it is written.
  package let origin: Origin
  /// What was expected and is not so; empty iff the test passed.
  package let failures: [Failure]

  /// An expectation that is not met.
  package struct Failure: Sendable {
    /// Where it is written.
    package let origin: Origin
    /// What is so instead.
    package let text: String
  }
}

/// Returns what comes of the tests of `graph`, in source order.
package func runTests(of graph: CheckedGraph) -> [TestResult] {
  graph.graph.tests.map { test in
    var failures: [TestResult.Failure] = []
    let scenario = Scenario(of: test, in: graph.graph)
    let questions = test.expectations.map { expectation -> [Index<Condition>] in
      if case .holds(let conditions) = expectation.claim { conditions } else { [] }
    }
    let (run, answers) = simulate(graph, under: scenario, asking: questions)
    let loads =
      test.asksForFigures
      ? PipelineLoads(of: graph, under: Premises(of: test, run, in: graph.graph)) : nil
    for (expectation, answer) in zip(test.expectations, answers) {
      let text =
        if case .takes(let bound) = expectation.claim {
          loads?.verdict(on: bound).contradiction(isWanted: !expectation.isNegated)
        } else {
          run.contradiction(to: expectation, answer, in: graph.graph)
        }
      if let text {
        failures.append(TestResult.Failure(origin: expectation.origin, text: text))
      }
    }
    return TestResult(
      name: graph.graph.text(test.name), origin: test.origin, failures: failures)
  }
}

extension Scenario {
  /// Creates the scenario that `test` of `graph` gives.
  fileprivate init(of test: PipelineTest, in graph: PipelineGraph) {
    self.init()
    for given in test.givens {
      switch given {
      case .ending(let step, let trigger):
        endings[graph.text(step)] = trigger == .stopped ? .stopped : .failed
      case .time: continue
      case .value(let read, let value):
        guard let name = ValueName(of: read, in: graph) else { continue }
        let literal = RunValue(literal: value, in: graph)
        if name.parts[0] == "Parameters" {
          let parameter = graph.parameters.elements.first { graph.text($0.name) == name.parts[1] }
          parameters[name.parts[1]] = parameter?.type == .float ? literal.asFloat : literal
        } else {
          self.given[name] = literal
        }
      }
    }
  }
}

extension SimulatedRun {
  /// Returns what is so instead of `expectation`, whose question has `answer`; `nil` if it is met.
  fileprivate func contradiction(
    to expectation: PipelineTest.Expectation, _ answer: RunAnswer, in graph: PipelineGraph
  ) -> String? {
    let wanted = !expectation.isNegated
    switch expectation.claim {
    case .constant(let flag): return flag == wanted ? nil : "it is \(flag) in every run"
    case .takes: return nil
    case .holds(let conditions):
      switch answer {
      case .yes: return wanted ? nil : "it holds"
      case .no: return wanted ? "it does not hold" + sides(of: conditions, in: graph) : nil
      case .open(let needs):
        return "it is not known without " + needs.map { "`\($0.spelling)`" }.joined(separator: ", ")
      case .fault(let reason): return "it makes no sense: \(reason)"
      }
    case .runs(let name):
      return contradiction(about: graph.text(name), wanted) { $0.runs }
    case .succeeds(let name):
      guard let name else { return contradiction(to: .succeeded, wanted) }
      return contradiction(about: graph.text(name), wanted) { $0 == .succeeded }
    case .fails(let name):
      guard let name else { return contradiction(to: .failed, wanted) }
      return contradiction(about: graph.text(name), wanted) { fate in
        if case .failed = fate { true } else { false }
      }
    }
  }

  /// Returns how the run ends, unless that is `ending` iff that is `wanted`.
  private func contradiction(to ending: Ending, _ wanted: Bool) -> String? {
    let text = "the run ends as \(self.ending.rawValue)"
    if self.ending == .open {
      return "how the run ends is not known without "
        + needs.map { "`\($0.spelling)`" }.joined(separator: ", ")
    }
    return (self.ending == ending) == wanted ? nil : text
  }

  /// Returns what becomes of the step `name`, unless `isMet` says so of it iff that is `wanted`.
  private func contradiction(
    about name: String, _ wanted: Bool, _ isMet: (StepRun.Fate) -> Bool
  ) -> String? {
    guard let step = steps.first(where: { $0.name == name }) else { return "there is no `\(name)`" }
    if case .open(let needs) = step.fate {
      if step.time != nil, isMet(.succeeded), isMet(.stopped) {
        return wanted ? nil : "`\(name)` runs"
      }
      return "what becomes of `\(name)` is not known without "
        + needs.map { "`\($0.spelling)`" }.joined(separator: ", ")
    }
    if isMet(step.fate) == wanted { return nil }
    switch step.fate {
    case .succeeded: return "`\(name)` succeeds, in wave \(step.time?.wave ?? 0)"
    case .failed(let reason):
      return "`\(name)` fails" + (reason.isEmpty ? "" : ": \(reason)")
    case .stopped: return "`\(name)` is stopped"
    case .skipped(let reason): return "`\(name)` does not run: \(reason.text)"
    case .open: return nil
    }
  }

  /// Returns the two sides of `conditions` if that is one comparison, for a message.
  private func sides(of conditions: [Index<Condition>], in graph: PipelineGraph) -> String {
    guard conditions.count == 1,
      case .comparison(_, let left, let right) = graph.conditions[conditions[0]]
    else { return "" }
    let texts = [left, right].map { operand -> String? in
      if let name = ValueName(of: operand, in: graph) {
        return found[name].map { "`\(name.spelling)` is \($0.shown)" }
      }
      return nil
    }
    let known = texts.compactMap { $0 }
    return known.isEmpty ? "" : ": " + known.joined(separator: ", ")
  }
}
