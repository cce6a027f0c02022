// Models, endpoints, and what a tuning job searches.
extension ArgumentWalk {
  /// Either all containers of a model have host names, or none has.
  ///
  /// Source: documentation of `ContainerDefinition` in botocore.
  mutating func checkHostnames(_ run: Run) {
    let containers = graph.list(value("Containers", in: run)) ?? []
    let named = containers.filter {
      graph.present(graph.member("ContainerHostname", of: $0)) != nil
    }
    guard !named.isEmpty,
      let other = containers.first(where: { container in
        graph.object(container) != nil && !named.contains(container)
      })
    else { return }
    report(
      .inconsistentArguments, "some containers have a `ContainerHostname`, and this one has none",
      at: graph.origin(of: other), why: "the API wants one for all of them, or for none",
      help: "add one here, or remove the others")
  }

  /// A variant that runs on instances says how many there are at first.
  ///
  /// Source: `ProductionVariant` in botocore: `ManagedInstanceScaling` may count them instead.
  mutating func checkVariant(_ run: Run, _ origin: Origin) {
    guard value(.instanceType, in: run) != nil, value("InitialInstanceCount", in: run) == nil,
      value("ManagedInstanceScaling", in: run) == nil
    else { return }
    report(
      .missingArgument, "\(owner) needs `InitialInstanceCount`", at: place(or: origin),
      why: "instances of one type are counted",
      help: "add `\(spelled("InitialInstanceCount")): 1`, or `ManagedInstanceScaling`")
  }

  /// The memory of a serverless endpoint is given in whole gigabytes.
  ///
  /// Source: documentation of `MemorySizeInMB` in botocore.
  mutating func checkMemory(_ run: Run) {
    guard let value = value("MemorySizeInMB", in: run), let size = graph.number(value),
      size >= 1024, size <= 6144, Int(size) % 1024 != 0
    else { return }
    report(
      .inconsistentArguments, "`MemorySizeInMB` is not a multiple of 1024",
      at: graph.origin(of: value), why: "the API takes steps of 1 GB",
      help: "write 1024, 2048, 3072, 4096, 5120 or 6144")
  }

  /// Hyperband stops training jobs by itself.
  ///
  /// Source: documentation of `TrainingJobEarlyStoppingType` in botocore.
  mutating func checkHyperband(_ run: Run) {
    guard graph.string(value("Strategy", in: run)) == "Hyperband",
      let stopping = value("TrainingJobEarlyStoppingType", in: run),
      graph.string(stopping) == "Auto"
    else { return }
    report(
      .inconsistentArguments, "`Hyperband` does not go with early stopping",
      at: graph.origin(of: stopping), why: "the strategy stops training jobs by itself",
      help: "write `Off`")
  }

  /// Each hyperparameter has one range.
  mutating func checkRanges(_ run: Run) {
    var names: [Symbol] = []
    for list in graph.members(in: run) {
      for range in graph.list(list.value)?.prefix(100) ?? [] {
        guard let value = graph.member(.name, of: range), let name = graph.symbol(value) else {
          continue
        }
        if names.contains(name) {
          report(
            .duplicateEntry, "`\(graph.text(name))` has two ranges", at: graph.origin(of: value),
            why: "a hyperparameter is searched in one range", help: "remove one of them")
        }
        names.append(name)
      }
    }
  }

  /// A batch transform reads a prefix or a manifest.
  ///
  /// Source: documentation of `TransformS3DataSource` in botocore.
  mutating func checkSource(_ run: Run) {
    guard let value = value(.s3DataType, in: run), let text = graph.string(value),
      ["AugmentedManifestFile", "Converse"].contains(text)
    else { return }
    report(
      .unknownValue, "`\(text)` is not for batch transforms", at: graph.origin(of: value),
      why: "they read `S3Prefix` or `ManifestFile`", help: "use one of these")
  }

  /// What goes to a feature store is written by the application.
  ///
  /// Source: documentation of `ProcessingOutput` in botocore.
  mutating func checkManaged(_ run: Run) {
    guard let position = graph.memberPosition("FeatureStoreOutput", in: run) else { return }
    let managed = value(.appManaged, in: run).map { graph.values[$0] }
    guard managed == nil || managed == .boolean(false) else { return }
    let origin = graph.members[position].origin
    report(
      .inconsistentArguments, "`FeatureStoreOutput` needs `AppManaged`",
      at: origin == .synthesized ? place(or: origin) : origin,
      why: "the API takes it only if the application manages the output",
      help: "add `\(spelled("AppManaged")): true`")
  }

  /// A job may run for 28 days.
  ///
  /// Source: documentation of `StoppingCondition` in botocore; the model has no such bound.
  mutating func checkDays(_ run: Run) {
    guard let value = value(.maxRuntimeInSeconds, in: run), let seconds = graph.number(value),
      seconds > 2_419_200, seconds <= Double(Int32.max)
    else { return }
    report(
      .doubtfulArgument, "the job may run for more than 28 days", at: graph.origin(of: value),
      why: "botocore's documentation calls that the maximum", help: "write at most 2419200")
  }

  /// A check of a model names the model.
  ///
  /// Source: `clarify_check_step.py` of the SageMaker Python SDK 2.257.7.
  mutating func checkModel(_ run: Run, _ origin: Origin) {
    guard let type = graph.string(value(.checkType, in: run)), type.hasPrefix("MODEL_"),
      value(.modelName, in: run) == nil
    else { return }
    report(
      .doubtfulArgument, "\(owner) of the type `\(type)` has no `ModelName`", at: place(or: origin),
      why: "the SDK writes it for checks of models", help: "add `\(spelled("ModelName")): …`")
  }
}
