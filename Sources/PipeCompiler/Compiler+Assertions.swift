extension CheckedGraph {
  /// Returns the graph if what it asserts of its runs holds for each of them, or else `nil` after reporting
  /// what does not.
  func confirmed(reportingTo diagnostics: inout Diagnostics) -> CheckedGraph? {
    if graph.assertions.isEmpty { return self }
    let loads = PipelineLoads(of: self)
    var isConfirmed = true
    for assertion in graph.assertions {
      let verdict = loads.verdict(on: assertion.bound)
      if verdict.holds == !assertion.isNegated { continue }
      isConfirmed = false
      let obstacles = verdict.obstacles.prefix(3)
      let reasons = [verdict.text] + obstacles.map(\.text)
      diagnostics.report(
        Diagnostic(
          .failedAssertion, graph.text(assertion.message), at: assertion.origin,
          label: verdict.holds == nil ? "is not known" : "does not hold",
          why: reasons.joined(separator: "; "),
          help: obstacles.isEmpty ? nil : obstacles.map { $0.remedy }.joined(separator: "; ")))
    }
    return isConfirmed ? self : nil
  }
}

extension BoundVerdict.Obstacle {
  /// What to do in the pipeline; else, what a test of it can do.
  fileprivate var remedy: String {
    change ?? given.map { "expect it in a `test`, which gives \($0)" } ?? text
  }
}
