// Processing, transforming, and what is no training.
extension ArgumentRule {
  /// The inputs and outputs of a processing job have different names.
  ///
  /// Source: the service's message `Input and Output names must be globally unique`
  /// (aws/sagemaker-python-sdk issue 3484).
  static let namesAreDifferent: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, _ in
    let inputs = walk.graph.list(walk.value("ProcessingInputs", in: run)) ?? []
    let config = walk.value("ProcessingOutputConfig", in: run)
    let outputs = walk.graph.list(walk.graph.member("Outputs", of: config)) ?? []
    guard !inputs.isEmpty, !outputs.isEmpty else { return }
    for output in outputs.prefix(100) {
      guard let value = walk.graph.member("OutputName", of: output),
        case .string(let name) = walk.graph.values[value]
      else { continue }
      for input in inputs.prefix(100) {
        guard let other = walk.graph.member("InputName", of: input),
          walk.graph.values[other] == .string(name)
        else { continue }
        walk.report(
          .duplicateEntry, "an input and an output have the name `\(walk.graph.text(name))`",
          at: walk.graph.origin(of: value),
          related: [Label("the input", at: walk.graph.origin(of: other))],
          why: "the service wants names that differ over both", help: "rename one of them")
      }
    }
  }

  /// An input is put somewhere, unless the application takes care of it.
  ///
  /// Source: documentation of `ProcessingS3Input` and `DatasetDefinition` in botocore.
  static let saysWhereTo: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, origin in
    if let managed = walk.value("AppManaged", in: run),
      walk.graph.values[managed] != .boolean(false)
    {
      return
    }
    for name in ["S3Input", "DatasetDefinition"] {
      guard let input = walk.value(name, in: run), case .object = walk.graph.values[input],
        walk.graph.present(walk.graph.member("LocalPath", of: input)) == nil
      else { continue }
      walk.report(
        .missingArgument, "`\(name)` needs `LocalPath`", at: walk.graph.origin(of: input),
        why: "the data has to be put somewhere, unless `AppManaged` is true",
        help: "add `LocalPath: \"/opt/ml/processing/input/…\"`")
    }
  }

  /// An AutoML job of a pipeline ensembles.
  ///
  /// Source: `automl_step.py` of the SageMaker Python SDK, which raises otherwise.
  static let isEnsembling: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, origin in
    let config = walk.value("AutoMLJobConfig", in: run)
    guard let mode = walk.graph.present(walk.graph.member("Mode", of: config)) else {
      return walk.report(
        .doubtfulArgument, "\(walk.owner) does not say that it ensembles",
        at: config.map { walk.graph.origin(of: $0) } ?? origin,
        why: "a pipeline runs AutoML jobs of this mode only",
        help: "add `AutoMLJobConfig: { Mode: \"ENSEMBLING\" }`")
    }
    guard let text = walk.graph.string(mode), text != "ENSEMBLING",
      ["AUTO", "HYPERPARAMETER_TUNING"].contains(text)
    else { return }
    walk.report(
      .forbiddenArgument, "an AutoML step can't run in the mode `\(text)`",
      at: walk.graph.origin(of: mode), why: "a pipeline runs AutoML jobs that ensemble only",
      help: "write `ENSEMBLING`")
  }

  /// A model that is in no group says on which instances it runs.
  ///
  /// Source: documentation of `InferenceSpecification` in botocore.
  static let supportsInstances: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, _ in
    guard walk.value("ModelPackageGroupName", in: run) == nil,
      let specification = walk.value("InferenceSpecification", in: run),
      case .object = walk.graph.values[specification]
    else { return }
    for name in ["SupportedTransformInstanceTypes", "SupportedRealtimeInferenceInstanceTypes"] {
      guard walk.graph.present(walk.graph.member(name, of: specification)) == nil else { continue }
      walk.report(
        .missingArgument, "`InferenceSpecification` needs `\(name)`",
        at: walk.graph.origin(of: specification),
        why: "the API requires it for a model that is in no group",
        help: "add it, or `ModelPackageGroupName`")
    }
  }

  /// What a transform job holds in memory at once is not more than 100 MB.
  ///
  /// Source: documentation of `CreateTransformJob` in botocore.
  static let fitsPayload: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = {
    walk, run, _ in
    guard let value = walk.value("MaxPayloadInMB", in: run),
      let payload = walk.graph.number(value)
    else { return }
    let count = walk.graph.number(walk.value("MaxConcurrentTransforms", in: run)) ?? 1
    guard payload > 100 || payload * max(count, 1) > 100 else { return }
    walk.report(
      .inconsistentArguments,
      payload > 100
        ? "`MaxPayloadInMB` is more than 100"
        : "`MaxPayloadInMB` times `MaxConcurrentTransforms` is more than 100",
      at: walk.graph.origin(of: value), why: "the API allows 100 MB at once",
      help: "write a smaller number")
  }

  /// The end of an association is named with its type.
  ///
  /// Source: `LineageEntityReference` of the SageMaker Python SDK 2.257.7.
  static let hasType: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = { walk, run, origin in
    guard walk.value("Name", in: run) != nil, walk.value("Type", in: run) == nil else { return }
    walk.report(
      .missingArgument, "\(walk.owner) needs `Type`", at: origin,
      why: "a name alone does not say what is meant",
      help: "add `Type: \"Action\"`, `\"Artifact\"` or `\"Context\"`")
  }

  /// What is cleaned up is what a step of the pipeline wrote.
  static let namesStep: @Sendable (inout ArgumentWalk, Run, Origin) -> Void = { walk, run, _ in
    guard let value = walk.value("StepName", in: run),
      case .string(let name) = walk.graph.values[value], walk.analysis.names[name] == nil
    else { return }
    let names = walk.graph.steps.elements.map { walk.graph.text($0.name) }
    let near = nearest(to: walk.graph.text(name), in: names)
    walk.report(
      .unknownStep, "there is no step called `\(walk.graph.text(name))`",
      at: walk.graph.origin(of: value), why: nil, help: near.map { "did you mean `\($0)`?" })
  }
}

// What rules need of the walk.
extension ArgumentWalk {
  /// Returns the value of the member `name` in `run`, unless it is null.
  func value(_ name: String, in run: Run) -> Index<Value>? {
    guard let key = graph.symbols.find(name) else { return nil }
    return graph.present(graph.members(in: run).last { $0.key == key }?.value)
  }

  /// Reports `message` about what is looked at.
  ///
  /// A whole object is reported where its name is written.
  mutating func report(
    _ id: DiagnosticID, _ message: String, at origin: Origin, related: [Label] = [], why: String?,
    help: String?
  ) {
    diagnostics.report(Diagnostic(id, message, at: origin, related: related, why: why, help: help))
  }
}
