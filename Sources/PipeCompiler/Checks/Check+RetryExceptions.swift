extension Check {
  /// What a retry policy may name; the last one is in the published schema only.
  private static let exceptionTypes = [
    "Step.SERVICE_FAULT", "Step.THROTTLING", "SageMaker.JOB_INTERNAL_ERROR",
    "SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT", "Emr.RESOURCE_LIMIT",
  ]

  /// Reports exceptions in `value`, the list of a policy of `step`, that can't be retried.
  static func checkExceptions(
    _ value: Index<Value>, of step: Step, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let entries = graph.list(value) else {
      let isText = graph.string(value) != nil
      diagnostics.report(
        Diagnostic(
          isText ? .retryUncertain : .invalidRetry, "`ExceptionType` is a list of strings",
          at: graph.origin(of: value),
          why: isText ? "only the published schema has a single string here" : nil,
          help: "put it in brackets"))
      return
    }
    for entry in entries { checkException(entry, of: step, graph, &diagnostics) }
  }

  /// Reports `entry` if it is not an exception for which `step` can be retried.
  private static func checkException(
    _ entry: Index<Value>, of step: Step, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    let origin = graph.origin(of: entry)
    guard let name = graph.string(entry) else {
      diagnostics.report(
        Diagnostic(.invalidRetry, "\(graph.kindName(of: entry)) is no exception", at: origin))
      return
    }
    if !exceptionTypes.contains(name) {
      let near = nearest(to: name, in: exceptionTypes)
      let known = exceptionTypes.dropLast().map { "`\($0)`" }.joined(separator: ", ")
      diagnostics.report(
        Diagnostic(
          .invalidRetry, "`\(name)` is not an exception that steps are retried for", at: origin,
          label: near.map { "did you mean `\($0)`?" } ?? "",
          help: near == nil ? "use one of \(known)" : nil,
          fix: near.flatMap { near in
            origin.span.map { Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"") }
          }))
    } else if name.hasPrefix("SageMaker."), step.kind == .model || step.kind == .registerModel {
      diagnostics.report(
        Diagnostic(
          .invalidRetry, "\(graph.text(step.typeName)) steps are not retried for `\(name)`",
          at: origin, why: "they start no job, and only jobs end in that way",
          help: "use `Step.SERVICE_FAULT` or `Step.THROTTLING`"))
    } else if name.hasPrefix("Emr.") {
      diagnostics.report(
        Diagnostic(
          .retryUncertain, "it is not certain that steps are retried for `\(name)`", at: origin,
          why: "only the published schema has it"))
    }
  }
}
