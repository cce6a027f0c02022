extension Check {
  /// The pipeline uses nothing that came after the service date that was asked for.
  static let serviceDate = Check { graph, analysis, diagnostics in
    guard let date = analysis.serviceDate else { return }
    func demand(_ needed: ServiceDate?, for what: String, at origin: Origin) {
      guard let needed, date < needed else { return }
      diagnostics.report(
        Diagnostic(
          .newerThanService, "\(what) came after \(date.text)", at: origin,
          why: "the service is known to have them since \(needed.text)",
          help: "do without, or check for a later date"))
    }
    for field in graph.header.fields where field.key == .word(.mlflowConfig) {
      guard graph.present(field.value) != nil else { continue }
      demand(ServiceDate.ofMlflow, for: "`MlflowConfig`", at: field.origin)
    }
    for index in graph.steps.indices {
      let step = graph.steps[index]
      let type = "\(graph.text(step.typeName)) steps"
      demand(ServiceDate.ofSteps(step.kind), for: type, at: step.origin)
      for dependency in step.dependencies where dependency.trigger != .completed {
        demand(
          ServiceDate.ofTriggers, for: "orders after a step that did not complete",
          at: dependency.origin)
      }
      let job = graph.member("ServerlessJobConfig", of: graph.arguments(of: index))
      if step.kind == .training, let job {
        demand(
          ServiceDate.ofServerlessJobs, for: "serverless training jobs", at: graph.origin(of: job))
      }
    }
  }
}
