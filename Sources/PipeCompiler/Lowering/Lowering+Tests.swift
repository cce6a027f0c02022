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
          + "`Notify.returns.code`), or how it ends (`Train.failed`)"))
  }
}

// What is expected.
extension Lowering {
  /// Adds what the expression at `node` says of a run to `test`.
  ///
  /// Both sides of an `&&` are expectations of their own, so that it is told which one is not met.
  private mutating func expect(_ node: NodeIndex, in test: inout PipelineTest) {
    let parts = children(node)
    if tree.kind(node) == .infix, parts.count > 1, operation(before: parts[1]) == .and {
      for part in parts { expect(part, in: &test) }
      return
    }
    if let claim = claim(node) {
      test.expectations.append(PipelineTest.Expectation(claim, isNegated: false, at: origin(node)))
    } else if tree.kind(node) == .prefix, tree.firstToken(of: node).kind == .not,
      let operand = parts.first, let claim = claim(operand)
    {
      test.expectations.append(PipelineTest.Expectation(claim, isNegated: true, at: origin(node)))
    }
  }

  /// Returns what the expression at `node` claims; `nil` after a report, and for the negation of a
  /// word about runs, which nothing else can say.
  private mutating func claim(_ node: NodeIndex) -> PipelineTest.Claim? {
    if let word = claimWord(node) { return claim(word, about: node) }
    if tree.kind(node) == .prefix, let operand = tree.firstChild(of: node),
      claimWord(operand) != nil
    {
      return nil
    }
    switch evaluateQuestion(node, in: 0) {
    case .constant(let flag): return .constant(flag)
    case .conditions(let all): return .holds(all)
    case nil: return nil
    }
  }

  /// Returns the word about runs that the call at `node` begins with, if it is such a call.
  private mutating func claimWord(_ node: NodeIndex) -> String? {
    guard tree.kind(node) == .call, let name = tree.firstChild(of: node) else { return nil }
    let word = tree.word(name)
    guard ["runs", "succeeds", "fails"].contains(word), binding(of: symbol(name), in: 0) == nil
    else { return nil }
    return word
  }

  /// Returns what `word` claims of the step, or the execution, in the call at `node`.
  private mutating func claim(_ word: String, about node: NodeIndex) -> PipelineTest.Claim? {
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
      return word == "runs" ? .runs(name) : word == "fails" ? .fails(name) : .succeeds(name)
    case .namespace(.execution) where word != "runs":
      return word == "fails" ? .fails(nil) : .succeeds(nil)
    case .poisoned: return nil
    default:
      report(
        Diagnostic(
          .wrongType, "`\(word)` is asked of a step, and this is none",
          at: tree.span(of: expression),
          help: word == "runs"
            ? "write the name of a step" : "write the name of a step, or `execution`"))
      return nil
    }
  }
}
