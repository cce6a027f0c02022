import PipeCompiler

extension PipelineLowering {
  /// Adds the tests in the bodies of the pipeline to the graph.
  mutating func addTests() {
    for test in plan.tests {
      let place = map.origin(of: test.place)
      var made = PipeCompiler.PipelineTest(name: graph.symbols.intern(test.name), origin: place)
      for given in test.givens { add(given, to: &made) }
      for claim in test.claims { add(claim, to: &made) }
      graph.tests.append(made)
    }
  }

  /// Adds what `given` assumes to `test`.
  private mutating func add(
    _ given: PipelineTest.Given, to test: inout PipeCompiler.PipelineTest
  ) {
    let place = map.origin(of: given.place)
    switch given.form {
    case .ending(let ending):
      guard let name = name(of: ending.node, at: place) else { return }
      test.givens.append(.ending(name, ending.way == .stopped ? .stopped : .failed))
    case .time(let node, let time):
      guard let name = name(of: node, at: place) else { return }
      guard node.content.kind.runsJobs else {
        diagnostics.report(
          Diagnostic(
            .wrongType, "a test can't give this a time", at: place,
            why: "what a run takes is counted for jobs on instances, and "
              + "`\(node.content.name)` is of type \(node.content.kind.rawValue)"))
        return
      }
      test.givens.append(.time(name, Int(time.seconds)))
    case .value(let read, let found):
      let made = (value(read, at: place), value(found, at: place))
      switch graph.values[made.0] {
      case .reference, .jsonGet: break
      default:
        diagnostics.report(
          Diagnostic(
            .wrongType, "a test can't give this a value", at: place,
            why: "what is given is what only a run knows",
            help: "give a parameter, a property or what stands in a report"))
        return
      }
      guard !readsRun(made.1) else {
        diagnostics.report(
          Diagnostic(
            .wrongPhase, "what is given must be known at build time", at: place,
            label: "known at run time only",
            why:
              "parameters, properties of steps and execution variables have values in a run only",
            help: "write a literal, or a value that Swift knows"))
        return
      }
      test.givens.append(.value(made.0, is: made.1))
    }
  }

  /// Adds what `claim` wants to `test`.
  private mutating func add(
    _ claim: PipelineTest.Claim, to test: inout PipeCompiler.PipelineTest
  ) {
    let place = map.origin(of: claim.place)
    let made: PipeCompiler.PipelineTest.Claim
    switch claim.form {
    case .runs(let node):
      guard let name = name(of: node, at: place) else { return }
      made = .runs(name)
    case .succeeds(nil): made = .succeeds(nil)
    case .fails(nil): made = .fails(nil)
    case .succeeds(let node?):
      guard let name = name(of: node, at: place) else { return }
      made = .succeeds(name)
    case .fails(let node?):
      guard let name = name(of: node, at: place) else { return }
      made = .fails(name)
    case .holds(let question): made = .holds(conditions(of: question.form, at: place))
    case .takes(let bound): made = .takes(self.bound(bound))
    }
    test.expectations.append(
      PipeCompiler.PipelineTest.Expectation(made, isNegated: claim.isNegated, at: place))
  }

  /// Adds what has to hold of what a run takes to the graph.
  mutating func addAssertions() {
    for (bound, assertion) in plan.bounds {
      let place =
        map.argumentOrigin(ofCallAt: assertion.place) ?? map.origin(of: assertion.place)
      let made = self.bound(bound)
      let message = graph.symbols.intern(assertion.message)
      graph.assertions.append(Assertion(made, message: message, at: place))
    }
  }

  /// Returns `bound` in the words of the graph.
  private mutating func bound(_ bound: Bound) -> PipeCompiler.Bound {
    func symbol(_ type: String?) -> Symbol? { type.map { graph.symbols.intern($0) } }
    let figure: Figure =
      switch bound.figure {
      case .hours(let type): .hours(of: symbol(type))
      case .peak(let type): .peak(of: symbol(type))
      case .width: .width
      case .time: .time
      }
    return PipeCompiler.Bound(figure, .lessThanOrEqualTo, bound.number)
  }

  /// Returns the name of the step `node`, or `nil` after reporting, at `place`, that it is not in the pipeline.
  private mutating func name(of node: StepNode, at place: Origin) -> Symbol? {
    if plan.holds(node) { return graph.symbols.intern(node.content.name) }
    diagnostics.report(
      Diagnostic(
        .malformedReference, "the step `\(node.content.name)` is not in the pipeline", at: place,
        why: "a step stands where it is stated, and what changes one makes another one",
        help: "state the very step that the test names"))
    return nil
  }
}
