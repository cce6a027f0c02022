extension Check {
  /// Conditions ask something, and something that a run can change.
  static let conditions = Check { graph, _, diagnostics in
    for step in graph.steps.elements {
      guard case .condition(let roots, _, _) = step.body else { continue }
      if roots.isEmpty {
        diagnostics.report(
          Diagnostic(
            .emptyCondition, "the condition `\(graph.text(step.name))` asks nothing",
            at: step.origin, why: "what the service does then is not documented",
            help: "add a comparison"))
      }
      for index in graph.conditionTree(roots) {
        guard let value = constantPart(of: graph.conditions[index], graph) else { continue }
        diagnostics.report(
          Diagnostic(
            .constantCondition, "the answer is the same in every run",
            at: graph.origin(of: value),
            help: "compare with a parameter or with a step's result, or decide at build time"))
      }
    }
  }

  /// Returns a value of `condition` if all of its values are literals.
  private static func constantPart(
    of condition: Condition, _ graph: PipelineGraph
  ) -> Index<Value>? {
    switch condition {
    case .comparison(_, let left, let right):
      return graph.isRuntime(left) || graph.isRuntime(right) ? nil : left
    case .membership(let query, let options):
      let isRuntime =
        graph.isRuntime(query)
        || graph.elements(in: options).contains {
          graph.isRuntime($0)
        }
      return isRuntime ? nil : query
    case .not, .or, .verbatim: return nil
    }
  }
}
