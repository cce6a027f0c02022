// What has to fit together in training, and how the rules are told apart.

extension ArgumentWalk {
  /// Looks at the members in `run`, an object written at `origin`, as `check` does.
  mutating func checkTogether(_ check: ShapeRule.Check, _ run: Run, at origin: Origin) {
    switch check {
    case .nothing: return
    case .count: checkCount(run, origin)
    case .days: checkDays(run)
    case .ensembling: checkEnsembling(run, origin)
    case .hostnames: checkHostnames(run)
    case .hyperband: checkHyperband(run)
    case .instances: checkInstances(run)
    case .managed: checkManaged(run)
    case .memory: checkMemory(run)
    case .model: checkModel(run, origin)
    case .names: checkNames(run)
    case .path: checkPath(run)
    case .payload: checkPayload(run)
    case .range: checkRange(run)
    case .ranges: checkRanges(run)
    case .resources: checkResources(run, origin)
    case .source: checkSource(run)
    case .spot: checkSpot(run)
    case .step: checkStep(run)
    case .total: checkTotal(run)
    case .type: checkType(run, origin)
    case .variant: checkVariant(run, origin)
    }
  }
}

// Training.
extension ArgumentWalk {
  /// A training job has an algorithm and resources, unless the service chooses both.
  ///
  /// Sources: botocore's model does not require them since there are serverless jobs; all jobs of
  /// AWS's own templates and examples that are none have them.
  mutating func checkResources(_ run: Run, _ origin: Origin) {
    guard value(.serverlessJobConfig, in: run) == nil else { return }
    for word in [Word.algorithmSpecification, .resourceConfig] where value(word, in: run) == nil {
      let name = graph.text(.word(word))
      report(
        .missingArgument, "\(owner) needs `\(name)`", at: place(or: origin),
        why: "only a job with `ServerlessJobConfig` does without",
        help: "add `\(spelled(name)): { … }`")
    }
  }

  /// Waiting for spot instances needs spot training, and is at least as long as training.
  ///
  /// Sources: the service's answer to `MaxWaitTimeInSeconds` without spot training
  /// (aws/sagemaker-python-sdk issue 4140); documentation of `StoppingCondition` in botocore.
  mutating func checkSpot(_ run: Run) {
    let spot = value(.enableManagedSpotTraining, in: run)
    let condition = value(.stoppingCondition, in: run)
    guard let wait = graph.present(graph.member(.maxWaitTimeInSeconds, of: condition)) else {
      guard let spot, graph.values[spot] == .boolean(true) else { return }
      return report(
        .doubtfulArgument, "spot training does not say how long to wait for instances",
        at: graph.origin(of: spot), why: "the SDK asks for `MaxWaitTimeInSeconds`",
        help: "add it to `StoppingCondition`")
    }
    let isOn = spot.map { graph.values[$0] != .boolean(false) } ?? false
    let runtime = graph.present(graph.member(.maxRuntimeInSeconds, of: condition))
    if !isOn {
      report(
        .inconsistentArguments, "`MaxWaitTimeInSeconds` is for spot training, which is off",
        at: graph.origin(of: wait), why: "the service refuses it otherwise",
        help: "remove it, or add `EnableManagedSpotTraining: true`")
    } else if let longest = graph.number(wait), let training = graph.number(runtime),
      longest < training
    {
      report(
        .inconsistentArguments, "the job may wait for a shorter time than it may run",
        at: graph.origin(of: wait), why: "waiting includes running",
        help: "make `MaxWaitTimeInSeconds` at least as large as `MaxRuntimeInSeconds`")
    }
  }

  /// Instances of one type are counted, and those of groups count themselves.
  ///
  /// Source: `job.py` of the SageMaker Python SDK 2.257.7.
  mutating func checkCount(_ run: Run, _ origin: Origin) {
    let count = value(.instanceCount, in: run)
    let groups = graph.memberPosition(.instanceGroups, in: run)
    if value(.instanceType, in: run) != nil, count == nil, groups == nil {
      report(
        .missingArgument, "\(owner) needs `InstanceCount`", at: place(or: origin),
        why: "instances of one type are counted", help: "add `\(spelled("InstanceCount")): 1`")
    } else if let groups, let position = graph.memberPosition(.instanceCount, in: run) {
      report(
        .exclusiveArguments, "\(owner) has `InstanceGroups` and `InstanceCount`",
        at: graph.members[position].origin,
        related: [Label("given here", at: graph.members[groups].origin)],
        why: "each group has a count of its own", help: "remove `InstanceCount`")
    }
  }

  /// The least value of a range is not larger than the largest one.
  mutating func checkRange(_ run: Run) {
    guard let least = graph.string(value("MinValue", in: run)),
      let value = value("MaxValue", in: run), let most = graph.string(value),
      let low = Double(least), let high = Double(most), low > high
    else { return }
    report(
      .inconsistentArguments, "the range ends at \(most) before it begins at \(least)",
      at: graph.origin(of: value), why: "no value lies in it", help: "exchange the two")
  }

  /// Not more training jobs run at once than there are.
  mutating func checkTotal(_ run: Run) {
    guard let value = self.value("MaxParallelTrainingJobs", in: run),
      let parallel = graph.number(value),
      let most = self.value("MaxNumberOfTrainingJobs", in: run), let total = graph.number(most),
      case .number(let lexeme) = graph.values[most], parallel > total
    else { return }
    report(
      .doubtfulArgument, "more training jobs may run at once than there are",
      at: graph.origin(of: value), why: nil, help: "write at most \(graph.text(lexeme))")
  }
}
