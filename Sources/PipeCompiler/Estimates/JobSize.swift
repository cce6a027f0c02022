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
  /// `true` iff a time limits how often a job is tried again, so that the number is not known.
  var isRetriedByTime = false
}

extension PipelineGraph {
  /// Returns what `step` takes, or `nil` if it runs no job on instances of its own.
  func jobSize(of step: Index<Step>) -> JobSize? {
    guard let arguments = arguments(of: step) else { return nil }
    var size = JobSize()
    switch steps[step].kind {
    case .processing, .qualityCheck, .clarifyCheck:
      let owner = member("ProcessingResources", of: arguments)
      size.instances = instances(in: member("ClusterConfig", of: owner))
    case .training: size.instances = instances(in: member(.resourceConfig, of: arguments))
    case .transform: size.instances = instances(in: member("TransformResources", of: arguments))
    case .tuning: addTuning(arguments, to: &size)
    default: return nil
    }
    guard !size.instances.isEmpty else { return nil }
    let limits = member(.stoppingCondition, of: arguments)
    if let seconds = knownNumber(member(.maxRuntimeInSeconds, of: limits)) {
      size.seconds = seconds
    }
    addRetries(of: step, to: &size)
    return size
  }

  /// Adds to `size` what the jobs of a Tuning step with `arguments` take.
  private func addTuning(_ arguments: Index<Value>, to size: inout JobSize) {
    let job = member(.trainingJobDefinition, of: arguments)
    size.instances = instances(in: member(.resourceConfig, of: job))
    size.seconds = knownNumber(
      member(.maxRuntimeInSeconds, of: member(.stoppingCondition, of: job)))
    let limits = member(
      "ResourceLimits", of: member("HyperParameterTuningJobConfig", of: arguments))
    size.jobs = knownNumber(member("MaxNumberOfTrainingJobs", of: limits)) ?? 1
    size.jobsAtOnce = knownNumber(member("MaxParallelTrainingJobs", of: limits)) ?? 1
  }

  /// Returns the instances that `resources`, of any type of job, ask for.
  private func instances(in resources: Index<Value>?) -> [(type: String, count: Int)] {
    guard let resources else { return [] }
    if let groups = list(member(.instanceGroups, of: resources)) {
      return groups.compactMap { instance(in: $0) }
    }
    return instance(in: resources).map { [$0] } ?? []
  }

  /// Returns the type and count of instances that `resources` name directly.
  private func instance(in resources: Index<Value>) -> (type: String, count: Int)? {
    guard let value = member(.instanceType, of: resources) else { return nil }
    let type =
      string(value) ?? defaultValue(of: value).flatMap { string($0) } ?? "(known at run time)"
    return (type, knownNumber(member(.instanceCount, of: resources)) ?? 1)
  }

  /// Returns the whole number that `value` is, or that its parameter has by default.
  func knownNumber(_ value: Index<Value>?) -> Int? {
    guard let value = present(value) else { return nil }
    guard let number = number(value) ?? defaultValue(of: value).flatMap({ number($0) }),
      number >= 0, number < 1e12
    else { return nil }
    return Int(number)
  }

  /// Returns the default of the parameter that `value` reads, if it reads one.
  private func defaultValue(of value: Index<Value>) -> Index<Value>? {
    guard let name = parameterName(of: value) else { return nil }
    return parameters.elements.first { $0.name == name }?.defaultValue
  }

  /// Adds to `size` how often `step` is tried again by its policies together.
  ///
  /// Those for `Step.…` only are about requests that were refused, before any job ran.
  private func addRetries(of step: Index<Step>, to size: inout JobSize) {
    for policy in list(steps[step].retryPolicies) ?? [] {
      let causes = list(member(.exceptionType, of: policy)) ?? []
      let isAboutJobs = causes.contains { !(string($0)?.hasPrefix("Step.") ?? false) }
      guard isAboutJobs || causes.isEmpty else { continue }
      if let attempts = present(member(.maxAttempts, of: policy)) {
        size.retries += min(1_000, knownNumber(attempts) ?? 0)
      } else if present(member(.expireAfterMin, of: policy)) != nil {
        size.isRetriedByTime = true
      } else {
        // What the service assumes where neither is given (developer guide, "Retry policies").
        size.retries += 5
      }
    }
  }
}
