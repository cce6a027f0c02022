// Processing, transforming, and what is no training.
extension ArgumentWalk {
  /// The inputs and outputs of a processing job have different names.
  ///
  /// Source: the service's message `Input and Output names must be globally unique`
  /// (aws/sagemaker-python-sdk issue 3484).
  mutating func checkNames(_ run: Run) {
    let inputs = graph.list(value(.processingInputs, in: run)) ?? []
    let config = value(.processingOutputConfig, in: run)
    let outputs = graph.list(graph.member(.outputs, of: config)) ?? []
    guard !inputs.isEmpty, !outputs.isEmpty else { return }
    for output in outputs.prefix(100) {
      guard let value = graph.member(.outputName, of: output),
        case .string(let name) = graph.values[value]
      else { continue }
      for input in inputs.prefix(100) {
        guard let other = graph.member(.inputName, of: input),
          graph.values[other] == .string(name)
        else { continue }
        report(
          .duplicateEntry, "an input and an output have the name `\(graph.text(name))`",
          at: graph.origin(of: value),
          related: [Label("the input", at: graph.origin(of: other))],
          why: "the service wants names that differ over both", help: "rename one of them")
      }
    }
  }

  /// An input is put somewhere, unless the application takes care of it.
  ///
  /// Source: documentation of `ProcessingS3Input` and `DatasetDefinition` in botocore.
  mutating func checkPath(_ run: Run) {
    if let managed = value(.appManaged, in: run),
      graph.values[managed] != .boolean(false)
    {
      return
    }
    for word in [Word.s3Input, .datasetDefinition] {
      let name = graph.text(.word(word))
      guard let input = value(word, in: run), case .object = graph.values[input],
        graph.present(graph.member(.localPath, of: input)) == nil
      else { continue }
      report(
        .missingArgument, "`\(name)` needs `LocalPath`", at: namePlace(of: word, in: run),
        why: "the data has to be put somewhere, unless `AppManaged` is true",
        help: "add `\(spelled("LocalPath")): \"/opt/ml/processing/input/…\"`")
    }
  }

  /// An AutoML job of a pipeline ensembles.
  ///
  /// Source: `automl_step.py` of the SageMaker Python SDK, which raises otherwise.
  mutating func checkEnsembling(_ run: Run, _ origin: Origin) {
    let config = value("AutoMLJobConfig", in: run)
    guard let mode = graph.present(graph.member("Mode", of: config)) else {
      return report(
        .doubtfulArgument, "\(owner) has no `AutoMLJobConfig.Mode`", at: place(or: origin),
        why: "in a pipeline it runs in the mode `ENSEMBLING` only",
        help: "add `\(spelled("AutoMLJobConfig")): { \(spelled("Mode")): \"ENSEMBLING\" }`")
    }
    guard let text = graph.string(mode), text != "ENSEMBLING",
      ["AUTO", "HYPERPARAMETER_TUNING"].contains(text)
    else { return }
    report(
      .forbiddenArgument, "an AutoML step can't run in the mode `\(text)`",
      at: graph.origin(of: mode), why: "in a pipeline it runs in the mode `ENSEMBLING` only",
      help: "write `ENSEMBLING`")
  }

  /// A model that is in no group says on which instances it runs.
  ///
  /// Source: documentation of `InferenceSpecification` in botocore.
  mutating func checkInstances(_ run: Run) {
    guard value("ModelPackageGroupName", in: run) == nil,
      let specification = value("InferenceSpecification", in: run),
      case .object = graph.values[specification]
    else { return }
    for name in ["SupportedTransformInstanceTypes", "SupportedRealtimeInferenceInstanceTypes"]
    where graph.present(graph.member(named: name, of: specification)) == nil {
      report(
        .missingArgument, "`InferenceSpecification` needs `\(name)`",
        at: namePlace(of: .inferenceSpecification, in: run),
        why: "the API requires it for a model that is in no group",
        help: "add it, or `ModelPackageGroupName`")
    }
  }

  /// What a transform job holds in memory at once is not more than 100 MB.
  ///
  /// Source: documentation of `CreateTransformJob` in botocore.
  mutating func checkPayload(_ run: Run) {
    guard let value = self.value("MaxPayloadInMB", in: run),
      let payload = graph.number(value)
    else { return }
    let count = graph.number(self.value("MaxConcurrentTransforms", in: run)) ?? 1
    guard payload > 100 || payload * max(count, 1) > 100 else { return }
    report(
      .inconsistentArguments,
      payload > 100
        ? "`MaxPayloadInMB` is more than 100"
        : "`MaxPayloadInMB` times `MaxConcurrentTransforms` is more than 100",
      at: graph.origin(of: value), why: "the API allows 100 MB at once",
      help: "write a smaller number")
  }

  /// The end of an association is named with its type.
  ///
  /// Source: `LineageEntityReference` of the SageMaker Python SDK 2.257.7.
  mutating func checkType(_ run: Run, _ origin: Origin) {
    guard value("Name", in: run) != nil, value("Type", in: run) == nil else { return }
    report(
      .missingArgument, "\(owner) needs `Type`", at: place(or: origin),
      why: "a name alone does not say what is meant",
      help: "add `\(spelled("Type")): \"Action\"`, `\"Artifact\"` or `\"Context\"`")
  }

  /// What is cleaned up is what a step of the pipeline wrote.
  mutating func checkStep(_ run: Run) {
    guard let value = value("StepName", in: run),
      case .string(let name) = graph.values[value], analysis.names[name] == nil
    else { return }
    let names = graph.steps.elements.map { graph.text($0.name) }
    let near = nearest(to: graph.text(name), in: names)
    report(
      .unknownStep, "there is no step called `\(graph.text(name))`",
      at: graph.origin(of: value), why: nil, help: near.map { "did you mean `\($0)`?" })
  }
}

// What rules ask of an object.
extension ArgumentWalk {
  /// Returns the value of the member `word` in `run`, unless it is null.
  func value(_ word: Word, in run: Run) -> Index<Value>? {
    graph.present(graph.member(.word(word), in: run))
  }

  /// Returns the value of the member `name` in `run`, unless it is null.
  func value(_ name: StaticString, in run: Run) -> Index<Value>? {
    guard let key = graph.symbols.find(StaticText(name)) else { return nil }
    return graph.present(graph.member(key, in: run))
  }

  /// Returns where the name of the member `word` in `run` is written, or else its value.
  func namePlace(of word: Word, in run: Run) -> Origin {
    guard let position = graph.memberPosition(word, in: run) else { return .synthesized }
    let member = graph.members[position]
    return member.origin == .synthesized ? graph.origin(of: member.value) : member.origin
  }

  /// Reports `message` about what stands at `origin`.
  mutating func report(
    _ id: DiagnosticID, _ message: String, at origin: Origin, related: [Label] = [], why: String?,
    help: String?
  ) {
    diagnostics.report(Diagnostic(id, message, at: origin, related: related, why: why, help: help))
  }
}
