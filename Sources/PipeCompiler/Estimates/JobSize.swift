/// How much of AWS's machines a step takes at most, as far as the pipeline says.
struct JobSize {
  /// What its jobs run on: a type of instance, and how many there are of it in each.
  var instances: [(type: String, count: Int)] = []
  /// How many jobs it runs, one after the other or at once.
  var jobs = 1
  /// How many of them run at once.
  var jobsAtOnce = 1
  /// How long each of them runs at most, in seconds; `nil` if nothing says.
  var seconds: Int?
  /// How often a job is tried again at most, as far as a number limits that.
  var retries = 0
  /// What is not known of it.
  var unknowns: [Unknown] = []

  /// What the type of instances is called that only a run knows.
  static let unknownType = "(known at run time)"

  /// Returns how many instances of `type`, or without one of all types, a job has.
  func count(of type: String?) -> Int {
    instances.reduce(0) { type == nil || $1.type == type ? $0 + $1.count : $0 }
  }

  /// Returns `true` iff one of `subjects` is not known.
  func lacks(_ subjects: Set<Unknown.Subject>) -> Bool {
    unknowns.contains { subjects.contains($0.subject) }
  }
}

/// Reads in a graph how much its steps take.
struct JobSizeReader {
  /// The graph.
  let graph: PipelineGraph
  /// What is known of the run.
  let premises: Premises

  /// Returns what `step` takes, or `nil` if it runs no job on instances of its own.
  func size(of step: Index<Step>) -> JobSize? {
    guard let arguments = graph.arguments(of: step) else { return nil }
    var size = JobSize()
    switch graph.steps[step].kind {
    case .processing, .qualityCheck, .clarifyCheck:
      let owner = graph.member("ProcessingResources", of: arguments)
      addInstances(in: graph.member("ClusterConfig", of: owner), to: &size)
      addLimit(in: arguments, to: &size)
    case .training:
      addInstances(in: graph.member(.resourceConfig, of: arguments), to: &size)
      addLimit(in: arguments, to: &size)
    case .transform:
      addInstances(in: graph.member("TransformResources", of: arguments), to: &size)
      size.unknowns.append(Unknown(subject: .limit, value: nil))
    case .tuning: addTuning(arguments, to: &size)
    default: return nil
    }
    guard !size.instances.isEmpty || size.lacks([.instances]) else { return nil }
    if let seconds = premises.times[graph.steps[step].name] {
      size.seconds = seconds
      size.unknowns.removeAll { $0.subject == .limit }
    }
    addRetries(of: step, to: &size)
    return size
  }

  /// Adds to `size` how long a job with `arguments` may take.
  private func addLimit(in arguments: Index<Value>?, to size: inout JobSize) {
    let limits = graph.member(.stoppingCondition, of: arguments)
    let limit = graph.member(.maxRuntimeInSeconds, of: limits)
    size.seconds = graph.knownNumber(limit, under: premises)
    if size.seconds == nil {
      size.unknowns.append(Unknown(subject: .limit, value: graph.present(limit)))
    }
  }

  /// Adds to `size` what the jobs of a Tuning step with `arguments` take.
  private func addTuning(_ arguments: Index<Value>, to size: inout JobSize) {
    let job = graph.member(.trainingJobDefinition, of: arguments)
    addInstances(in: graph.member(.resourceConfig, of: job), to: &size)
    addLimit(in: job, to: &size)
    let limits = graph.member(
      "ResourceLimits", of: graph.member("HyperParameterTuningJobConfig", of: arguments))
    let jobs = graph.member("MaxNumberOfTrainingJobs", of: limits)
    size.jobs = number(jobs, of: .jobs, in: &size)
    if graph.present(jobs) == nil { size.unknowns.append(Unknown(subject: .jobs, value: nil)) }
    size.jobsAtOnce = number(
      graph.member("MaxParallelTrainingJobs", of: limits), of: .jobsAtOnce, in: &size)
    let others = [
      graph.member("TrainingJobDefinitions", of: arguments),
      graph.member("HyperParameterTuningResourceConfig", of: job),
    ]
    if others.contains(where: { graph.present($0) != nil }) {
      size.unknowns.append(Unknown(subject: .instances, value: nil))
    }
  }

  /// Returns the number that `value`, which says `subject`, is; one if it is not there or, as `size` learns,
  /// not known.
  private func number(
    _ value: Index<Value>?, of subject: Unknown.Subject, in size: inout JobSize
  ) -> Int {
    if let number = graph.knownNumber(value, under: premises) { return number }
    if let value = graph.present(value) {
      size.unknowns.append(Unknown(subject: subject, value: value))
    }
    return 1
  }

  /// Adds to `size` the instances that `resources`, of any type of job, ask for.
  private func addInstances(in resources: Index<Value>?, to size: inout JobSize) {
    guard let resources else { return }
    let groups = graph.list(graph.member(.instanceGroups, of: resources))
    for group in groups ?? [resources] {
      guard let value = graph.member(.instanceType, of: group) else { continue }
      let type = graph.string(graph.settled(value, under: premises))
      if type == nil { size.unknowns.append(Unknown(subject: .type, value: value)) }
      let count = number(graph.member(.instanceCount, of: group), of: .count, in: &size)
      size.instances.append((type ?? JobSize.unknownType, count))
    }
  }

  /// Adds to `size` how often `step` is tried again by its policies together.
  ///
  /// Those for `Step.…` are about requests that were refused, and those for a lack of capacity or of quota
  /// about jobs that got no machines.
  private func addRetries(of step: Index<Step>, to size: inout JobSize) {
    let harmless: Set<String> = ["SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT"]
    for policy in graph.list(graph.steps[step].retryPolicies) ?? [] {
      let causes = graph.list(graph.member(.exceptionType, of: policy)) ?? []
      let isAboutJobs = causes.contains { cause in
        graph.string(cause).map { !$0.hasPrefix("Step.") && !harmless.contains($0) } ?? true
      }
      guard isAboutJobs || causes.isEmpty else { continue }
      if let attempts = graph.present(graph.member(.maxAttempts, of: policy)) {
        size.retries += min(1_000, number(attempts, of: .tries, in: &size))
      } else if let minutes = graph.present(graph.member(.expireAfterMin, of: policy)) {
        if graph.knownNumber(minutes, under: premises) == 0 { continue }
        size.unknowns.append(Unknown(subject: .tries, value: nil))
      } else {
        // What the service assumes where neither is given (developer guide, "Retry policies").
        size.retries += 5
      }
    }
  }
}
