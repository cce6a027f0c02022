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
    }
    test.expectations.append(
      PipeCompiler.PipelineTest.Expectation(made, isNegated: claim.isNegated, at: place))
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
