// Tests: what a run has to do under what is given.
extension Lowering {
  /// Lowers the `test` at `node`.
  mutating func lowerTest(_ node: NodeIndex) {
    let parts = children(node)
    guard let title = parts.first, !isMissing(title),
      let name = buildTimeString(title, in: 0, what: "what a test shows")
    else { return }
    let place = Origin.text(tree.firstToken(of: node).span)
    var test = PipelineTest(name: graph.symbols.intern(name), origin: place)
    for clause in parts.dropFirst() {
      let expressions = children(clause)
      guard !expressions.contains(where: { isMissing($0) }) else { continue }
      switch tree.kind(clause) {
      case .given where expressions.count == 2:
        if let given = given(expressions[0], is: expressions[1]) { test.givens.append(given) }
      case .expect where expressions.count == 1:
        expect(expressions[0], in: &test)
      default: continue
      }
    }
    graph.tests.append(test)
  }

  /// Returns the assumption that what the expression at `left` reads is what the one at `right` is,
  /// or `nil` after a report.
  private mutating func given(_ left: NodeIndex, is right: NodeIndex) -> PipelineTest.Given? {
    switch evaluate(left, in: 0) {
    case .value(let read):
      switch graph.values[read] {
      case .reference, .jsonGet: break
      default:
        reportNothingToGive(left)
        return nil
      }
      guard let value = evaluateTimeless(right, in: 0) else { return nil }
      guard isKnown(value) else {
        report(wrongPhase(what: "what is given", at: right))
        return nil
      }
      guard fits(value, what: read, at: right) else { return nil }
      return .value(read, is: value)
    case .ended(let step, let trigger) where trigger == .failed || trigger == .stopped:
      return ending(of: step, trigger, right)
    case .time(let step): return time(of: step, left, right)
    case .poisoned: return nil
    default:
      reportNothingToGive(left)
      return nil
    }
  }

  /// Returns the assumption that `step` ends as `trigger` says, if the value at `node` is `true`.
  private mutating func ending(
    of step: Index<Step>, _ trigger: Trigger, _ node: NodeIndex
  ) -> PipelineTest.Given? {
    guard let value = evaluateTimeless(node, in: 0) else { return nil }
    guard case .boolean(true) = graph.values[value] else {
      report(
        Diagnostic(
          .wrongType, "how a step ends is given as `true`, and this is \(describe(value))",
          at: tree.span(of: node),
          help: "write `= true`; without it, every step ends well"))
      return nil
    }
    return .ending(graph.steps[step].name, trigger)
  }

  /// Returns the assumption that a job of `step`, which the expression at `left` names, takes as long as the
  /// value at `right` says.
  private mutating func time(
    of step: Index<Step>, _ left: NodeIndex, _ right: NodeIndex
  ) -> PipelineTest.Given? {
    guard graph.steps[step].kind.runsJobs else {
      let (name, type) = (graph.steps[step].name, graph.steps[step].typeName)
      report(
        Diagnostic(
          .wrongType, "a test can't give this a time", at: tree.span(of: left),
          why: "what a run takes is counted for jobs on instances, and `\(graph.text(name))` is of "
            + "type \(graph.text(type))"))
      return nil
    }
    return lengthOfTime(right, what: "how long a job takes", in: 0)
      .map { .time(graph.steps[step].name, $0) }
  }

  /// Returns `true` iff `value` has the type of what `read` reads; else reports that it has not.
  private mutating func fits(
    _ value: Index<Value>, what read: Index<Value>, at node: NodeIndex
  ) -> Bool {
    guard let wanted = type(of: read) else { return true }
    let found = type(of: value)
    if found == wanted || (wanted == .float && found == .integer) { return true }
    report(
      Diagnostic(
        .wrongType,
        "what is given is of type \(wanted.rawValue), and this is \(describe(value))",
        at: tree.span(of: node)))
    return false
  }

  /// Returns `true` iff all of `value` is known at build time.
  private func isKnown(_ value: Index<Value>) -> Bool {
    switch graph.values[value] {
    case .reference, .join, .jsonGet, .duration: false
    case .list(let run): graph.elements(in: run).allSatisfy { isKnown($0) }
    case .object(let run): graph.members(in: run).allSatisfy { isKnown($0.value) }
    default: true
    }
  }

  /// Reports that the expression at `node` is nothing that a run finds out.
  private mutating func reportNothingToGive(_ node: NodeIndex) {
    report(
      Diagnostic(
        .wrongType, "a test can't give this a value", at: tree.span(of: node),
        why: "what is given is what only a run knows",
        help: "give a parameter, what a step answers (`Eval.reports.Report.mse`, "
          + "`Notify.returns.code`), how it ends (`Train.failed`) or how long it takes (`Train.time`)"
      ))
  }
}

// What is expected.
extension Lowering {
  /// Adds what the expression at `node` says of a run to `test`.
  ///
  /// Both sides of an `&&` are expectations of their own, so that it is told which one is not met.
  private mutating func expect(_ node: NodeIndex, in test: inout PipelineTest) {
    let node = ungrouped(node)
    let parts = children(node)
    if isConjunction(node) {
      for part in parts { expect(part, in: &test) }
      return
    }
    let (asked, isNegated) = asked(node)
    if let word = testWord(asked), !word.isFigure {
      guard let claim = claim(word, about: asked) else { return }
      test.expectations.append(
        PipelineTest.Expectation(claim, isNegated: isNegated, at: origin(node)))
    } else if let comparison = figureComparison(asked) {
      guard let (bound, isOpposite) = bound(comparison, in: 0) else { return }
      test.expectations.append(
        PipelineTest.Expectation(
          .takes(bound), isNegated: isNegated != isOpposite, at: origin(node)))
    } else if let word = testWord(asked) {
      reportFigure(word, at: asked)
    } else {
      expectAnswer(to: node, in: &test)
    }
  }

  /// Adds to `test` that the question at `node`, which any condition could ask, has the answer yes.
  private mutating func expectAnswer(to node: NodeIndex, in test: inout PipelineTest) {
    isExpecting = true
    defer { isExpecting = false }
    let claim: PipelineTest.Claim
    switch evaluateQuestion(node, in: 0) {
    case .constant(let flag): claim = .constant(flag)
    case .conditions(let all): claim = .holds(all)
    case nil: return
    }
    test.expectations.append(PipelineTest.Expectation(claim, isNegated: false, at: origin(node)))
  }

  /// Returns what is asked at `node`, and whether the opposite is wanted: a `!` in front of a word of tests, or
  /// of a figure, belongs to what is expected.
  func asked(_ node: NodeIndex) -> (node: NodeIndex, isNegated: Bool) {
    guard tree.kind(node) == .prefix, tree.firstToken(of: node).kind == .not,
      let operand = tree.firstChild(of: node).map({ ungrouped($0) }),
      testWord(operand) != nil || figureComparison(operand) != nil
    else { return (node, false) }
    return (operand, true)
  }

  /// Returns the word of tests that the call at `node` begins with, if it is such a call.
  func testWord(_ node: NodeIndex) -> TestWord? {
    guard tree.kind(node) == .call, let name = tree.firstChild(of: node),
      let word = TestWord(rawValue: tree.word(name))
    else { return nil }
    let isTaken = graph.symbols.find(word.rawValue).map { binding(of: $0, in: 0) != nil } ?? false
    return isTaken ? nil : word
  }

  /// Returns what `word` claims of the step, or the execution, in the call at `node`.
  private mutating func claim(
    _ word: TestWord, about node: NodeIndex
  ) -> PipelineTest.Claim? {
    let given = children(node).last.map { children($0) } ?? []
    guard given.count == 1, let expression = children(given[0]).last else {
      report(
        Diagnostic(
          .wrongArguments, "`\(word)` takes one step", at: tree.span(of: node),
          help: "write `\(word)(Train)`"))
      return nil
    }
    switch evaluate(expression, in: 0) {
    case .step(let step):
      let name = graph.steps[step].name
      return word == .runs ? .runs(name) : word == .fails ? .fails(name) : .succeeds(name)
    case .namespace(.execution) where word != .runs:
      return word == .fails ? .fails(nil) : .succeeds(nil)
    case .poisoned: return nil
    default:
      report(
        Diagnostic(
          .wrongType, "`\(word)` is asked of a step, and this is none",
          at: tree.span(of: expression),
          help: word == .runs
            ? "write the name of a step" : "write the name of a step, or `execution`"))
      return nil
    }
  }
}
