extension Check {
  /// The pipeline uses nothing that came after the service date that was asked for.
  static let serviceDate = Check { graph, analysis, diagnostics in
    guard let date = analysis.serviceDate else { return }
    var search = NewerFeatures(graph, date, diagnostics)
    search.run(analysis)
    diagnostics = search.diagnostics
  }
}

/// The search for what came after a day.
private struct NewerFeatures {
  private let graph: PipelineGraph
  private let date: ServiceDate
  private(set) var diagnostics: Diagnostics

  init(_ graph: PipelineGraph, _ date: ServiceDate, _ diagnostics: Diagnostics) {
    self.graph = graph
    self.date = date
    self.diagnostics = diagnostics
  }

  /// Reports all of it.
  mutating func run(_ analysis: Analysis) {
    for field in graph.header.fields where graph.present(field.value) != nil {
      switch field.key {
      case .word(.mlflowConfig): demand(.mlflow, for: "`MlflowConfig`", at: field.origin)
      case .word(.experimentConfig):
        demand(.experiments, for: "`PipelineExperimentConfig`", at: field.origin)
      default: continue
      }
    }
    for index in graph.steps.indices { check(index) }
    for read in analysis.reads {
      guard case .jsonGet(let index) = graph.values[read.value],
        case .uri = graph.jsonGets[index].file
      else { continue }
      demand(.jsonOnS3, for: "values in a file on S3", at: graph.origin(of: read.value))
    }
  }

  /// Reports what is newer in the step number `index`.
  private mutating func check(_ index: Index<Step>) {
    let step = graph.steps[index]
    demand(
      ServiceDate.ofSteps(step.kind), for: "\(graph.text(step.typeName)) steps", at: step.origin)
    for dependency in step.dependencies where dependency.trigger != .completed {
      demand(
        .triggers, for: "orders after a step that did not complete", at: dependency.origin)
    }
    demand(.caching, for: "caches", of: step.cacheConfig)
    demand(.retries, for: "retry policies", of: step.retryPolicies)
    demand(.texts, for: "display names", of: step.displayName)
    demand(.texts, for: "descriptions of steps", of: step.description)
    demand(
      .failOnViolation, for: "`FailOnViolation`", of: graph.field(.failOnViolation, of: index))
    let arguments = graph.arguments(of: index)
    switch step.kind {
    case .training:
      let job = graph.member(.serverlessJobConfig, of: arguments)
      demand(.serverlessJobs, for: "serverless training jobs", of: job)
    case .emr:
      let (cluster, role) = (
        graph.member("ClusterConfig", of: arguments),
        graph.member("ExecutionRoleArn", of: arguments)
      )
      demand(.clusterConfig, for: "`ClusterConfig`", of: cluster)
      demand(.clusterRole, for: "`ExecutionRoleArn`", of: role)
    default: return
    }
  }

  /// Reports `value`, which is `what`, if `feature` is newer.
  private mutating func demand(
    _ feature: ServiceDate.Feature, for what: String, of value: Index<Value>?
  ) {
    guard let value = graph.present(value) else { return }
    demand(feature, for: what, at: graph.origin(of: value))
  }

  /// Reports `what`, which stands at `origin`, if `feature` is newer.
  private mutating func demand(
    _ feature: ServiceDate.Feature, for what: String, at origin: Origin
  ) {
    demand(ServiceDate.of(feature), for: what, at: origin)
  }

  /// Reports `what`, which stands at `origin`, if it has been there only since a day that is later.
  private mutating func demand(_ needed: ServiceDate?, for what: String, at origin: Origin) {
    guard let needed, date < needed else { return }
    diagnostics.report(
      Diagnostic(
        .newerThanService, "\(what) came after \(date.text)", at: origin,
        why: "the service is known to have them since \(needed.text)",
        help: "do without, or check for a later date"))
  }
}
