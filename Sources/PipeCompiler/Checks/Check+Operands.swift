extension Check {
  /// What conditions compare can be compared.
  static let operands = Check { graph, analysis, diagnostics in
    for step in graph.steps.elements {
      guard case .condition(let roots, _, _) = step.body else { continue }
      for index in graph.conditionTree(roots) {
        switch graph.conditions[index] {
        case .comparison(let comparison, let left, let right):
          check(comparison, left, right, graph, analysis, &diagnostics)
        case .membership(let query, let options):
          for option in graph.elements(in: options) {
            check(.equals, query, option, graph, analysis, &diagnostics)
          }
        case .not, .or, .verbatim: break
        }
      }
    }
  }

  /// Reports `left` and `right` if their types are known and rule the `comparison` out.
  private static func check(
    _ comparison: Comparison, _ left: Index<Value>, _ right: Index<Value>,
    _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard let a = OperandType(of: left, graph, analysis),
      let b = OperandType(of: right, graph, analysis)
    else { return }
    if a.type != b.type, !(a.isNumber && b.isNumber), a.isProperty || b.isProperty {
      diagnostics.report(
        Diagnostic(
          .doubtfulComparison,
          "type \(a.type.rawValue) is compared with \(b.type.rawValue)",
          at: graph.origin(of: right),
          related: [Label("of type \(a.type.rawValue)", at: graph.origin(of: left))],
          why: "the service takes it when the pipeline is created, and converts nothing in a run",
          help: "compare with a value of the same type"))
    } else if a.type != b.type, !(a.isNumber && b.isNumber) {
      diagnostics.report(
        Diagnostic(
          .incomparableOperands,
          "type \(a.type.rawValue) can't be compared with \(b.type.rawValue)",
          at: graph.origin(of: right),
          related: [Label("of type \(a.type.rawValue)", at: graph.origin(of: left))],
          why: "both sides of a condition need the same type, and the service converts nothing",
          help: "write the literal, or declare the parameter, with the other type"))
    } else if a.type != b.type, !a.isLiteral, !b.isLiteral {
      diagnostics.report(
        Diagnostic(
          .mixedNumberTypes, "an Integer is compared with a Float", at: graph.origin(of: right),
          related: [Label("of type \(a.type.rawValue)", at: graph.origin(of: left))],
          why: "both sides of a condition should have the same type",
          help: "declare both with the same type"))
    } else if a.type == .boolean, b.type == .boolean, comparison != .equals {
      diagnostics.report(
        Diagnostic(
          .incomparableOperands, "booleans have no order", at: graph.origin(of: left),
          help: graph.notation == .pipe ? "compare them with `==`" : "use `Equals`"))
    }
  }
}
