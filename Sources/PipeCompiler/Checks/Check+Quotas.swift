extension Check {
  /// The pipeline has no more parts than the service's limits allow.
  static let quotas = Check { graph, _, diagnostics in
    if graph.parameters.count > 200 {
      diagnostics.report(
        Diagnostic(
          .quotaExceeded, "there are \(graph.parameters.count) parameters, more than 200",
          at: graph.parameters[Index(200)].origin,
          why: "StartPipelineExecution takes at most 200 values",
          help: graph.notation == .pipe
            ? "turn those that never change into `config` or `let`"
            : "write out those that never change"))
    }
    if graph.steps.count > 50 {
      diagnostics.report(
        Diagnostic(
          .stepQuota, "there are \(graph.steps.count) steps, more than 50",
          at: graph.steps[Index(50)].origin,
          why: "50 steps are the usual quota of an account, which can be raised",
          help: "check the quota of your account, or split the pipeline"))
    }
    checkParallelism(graph, &diagnostics)
  }

  /// Reports a parallelism that is not a positive 32-bit integer.
  private static func checkParallelism(
    _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard let value = graph.present(graph.header.parallelism) else { return }
    if case .number(let lexeme) = graph.values[value], graph.isInteger(lexeme),
      let number = Int32(graph.text(lexeme)), number >= 1
    {
      return
    }
    diagnostics.report(
      Diagnostic(
        .invalidParallelism, "the number of steps that run at once is an integer of at least 1",
        at: graph.origin(of: value), help: "write a number from 1 to \(Int32.max)"))
  }
}
