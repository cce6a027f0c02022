/// A rule about several members of a structure together, which the model does not say.
struct ArgumentRule: Sendable {
  /// The structure.
  let shape: StaticString
  /// Looks at the members in a run, an object written at a place.
  let check: @Sendable (inout ArgumentWalk, Run, Origin) -> Void

  /// Creates the rule that `check` holds for `shape`.
  private init(
    _ shape: StaticString, _ check: @escaping @Sendable (inout ArgumentWalk, Run, Origin) -> Void
  ) {
    self.shape = shape
    self.check = check
  }

  /// All rules; those about one structure stand together.
  static let all = [
    ArgumentRule("CreateTrainingJobRequest", needsResources),
    ArgumentRule("CreateTrainingJobRequest", waitsForSpot),
    ArgumentRule("HyperParameterTrainingJobDefinition", waitsForSpot),
    ArgumentRule("ResourceConfig", countsInstances),
    ArgumentRule("CreateProcessingJobRequest", namesAreDifferent),
    ArgumentRule("ProcessingInput", saysWhereTo),
    ArgumentRule("CreateAutoMLJobRequest", isEnsembling),
    ArgumentRule("CreateModelPackageInput", supportsInstances),
    ArgumentRule("ContinuousParameterRange", isRange),
    ArgumentRule("IntegerParameterRange", isRange),
    ArgumentRule("ResourceLimits", fitsInTotal),
    ArgumentRule("CreateTransformJobRequest", fitsPayload),
    ArgumentRule("step.LineageEnd", hasType),
    ArgumentRule("step.CleanupSource", namesStep),
  ]

  /// Returns the positions in `all` of the rules about the structure `shape`.
  static func range(of shape: StaticText) -> Range<Int> {
    guard let first = all.firstIndex(where: { shape.equals($0.shape) }) else { return 0..<0 }
    let rest = all[first...].prefix { shape.equals($0.shape) }
    return rest.startIndex..<rest.endIndex
  }
}

// Training.
extension ArgumentRule {
  /// A training job has an algorithm and resources, unless the service chooses both.
  ///
  /// Sources: botocore's model does not require them since there are serverless jobs; all jobs of
  /// AWS's own templates and examples that are none have them.
  private static let needsResources: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, origin in
    guard walk.value("ServerlessJobConfig", in: run) == nil else { return }
    for name in ["AlgorithmSpecification", "ResourceConfig"] where walk.value(name, in: run) == nil {
      walk.report(
        .missingArgument, "\(walk.owner) needs `\(name)`", at: origin,
        why: "only a job with `ServerlessJobConfig` does without", help: "add `\(name): { … }`")
    }
  }

  /// Waiting for spot instances needs spot training, and is at least as long as training.
  ///
  /// Sources: the service's answer to `MaxWaitTimeInSeconds` without spot training
  /// (aws/sagemaker-python-sdk issue 4140); documentation of `StoppingCondition` in botocore.
  private static let waitsForSpot: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, origin in
    let spot = walk.value("EnableManagedSpotTraining", in: run)
    let isOn = spot.map { walk.graph.values[$0] != .boolean(false) } ?? false
    let condition = walk.value("StoppingCondition", in: run)
    let wait = walk.graph.present(walk.graph.member("MaxWaitTimeInSeconds", of: condition))
    let run = walk.graph.present(walk.graph.member("MaxRuntimeInSeconds", of: condition))
    guard let wait else {
      guard let spot, walk.graph.values[spot] == .boolean(true) else { return }
      return walk.report(
        .doubtfulArgument, "spot training does not say how long to wait for instances",
        at: walk.graph.origin(of: spot), why: "the SDK asks for `MaxWaitTimeInSeconds`",
        help: "add it to `StoppingCondition`")
    }
    if !isOn {
      walk.report(
        .inconsistentArguments, "`MaxWaitTimeInSeconds` is for spot training, which is off",
        at: walk.graph.origin(of: wait), why: "the service refuses it otherwise",
        help: "remove it, or add `EnableManagedSpotTraining: true`")
    } else if let longest = walk.graph.number(wait), let training = walk.graph.number(run),
      longest < training
    {
      walk.report(
        .inconsistentArguments, "the job may wait for a shorter time than it may run",
        at: walk.graph.origin(of: wait), why: "waiting includes running",
        help: "make `MaxWaitTimeInSeconds` at least as large as `MaxRuntimeInSeconds`")
    }
  }

  /// Instances of one type are counted, and those of groups count themselves.
  ///
  /// Source: `job.py` of the SageMaker Python SDK 2.257.7.
  private static let countsInstances: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, origin in
    let count = walk.value("InstanceCount", in: run)
    if walk.value("InstanceType", in: run) != nil, count == nil {
      walk.report(
        .missingArgument, "\(walk.owner) needs `InstanceCount`", at: origin,
        why: "instances of one type are counted", help: "add `InstanceCount: 1`")
    } else if walk.value("InstanceGroups", in: run) != nil, let count {
      walk.report(
        .exclusiveArguments, "\(walk.owner) has `InstanceGroups` and `InstanceCount`",
        at: walk.graph.origin(of: count), why: "each group has a count of its own",
        help: "remove `InstanceCount`")
    }
  }

  /// The least value of a range is not larger than the largest one.
  private static let isRange: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, _ in
    guard let least = walk.graph.string(walk.value("MinValue", in: run)),
      let value = walk.value("MaxValue", in: run), let most = walk.graph.string(value),
      let low = Double(least), let high = Double(most), low > high
    else { return }
    walk.report(
      .inconsistentArguments, "the range ends at \(most) before it begins at \(least)",
      at: walk.graph.origin(of: value), why: "no value lies in it", help: "exchange the two")
  }

  /// Not more training jobs run at once than there are.
  private static let fitsInTotal: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, _ in
    guard let value = walk.value("MaxParallelTrainingJobs", in: run),
      let parallel = walk.graph.number(value),
      let total = walk.graph.number(walk.value("MaxNumberOfTrainingJobs", in: run)),
      parallel > total
    else { return }
    walk.report(
      .doubtfulArgument, "more training jobs may run at once than there are",
      at: walk.graph.origin(of: value), why: nil, help: "write at most \(Int(total))")
  }
}
