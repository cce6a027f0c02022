/// A form in which a checked pipeline can be written.
public enum Target: String, CaseIterable, Hashable, Sendable {
  /// The pipeline definition that SageMaker executes, as JSON.
  case sagemaker
  /// The Kubernetes manifest that the ACK controller for SageMaker takes, as YAML.
  case ack
  /// The Kubernetes manifests of the runs that the source asks for, as YAML, one for each.
  case execution
  /// The list of the files that have to be on S3, as JSON; there is none if there are none.
  case assets
  /// What the roles of the pipeline and of its jobs have to be allowed, as JSON.
  case iam

  /// The forms that are written if nothing else is asked for.
  public static let usual: [Target] = [.sagemaker, .ack, .execution, .assets]

  /// The forms that can be made of what is a manifest already.
  public static let ofManifests: [Target] = [.sagemaker, .iam]

  /// The file name extension of the form, without the dot.
  public var fileExtension: String {
    switch self {
    case .sagemaker: "json"
    case .ack, .execution: "yaml"
    case .assets: "assets.json"
    case .iam: "iam.json"
    }
  }

  /// Returns the form that a file called `name` holds, if it is one.
  public static func ofFile(named name: String) -> Target? {
    // One extension may be the end of another one.
    allCases.filter { $0 != .execution && name.hasSuffix(".\($0.fileExtension)") }
      .max { $0.fileExtension.utf8.count < $1.fileExtension.utf8.count }
  }
}

/// A pipeline in one of its written forms.
public struct Output: Sendable {
  /// The form.
  public let target: Target
  /// The text, ending in one line feed.
  public let bytes: [UInt8]
  /// The path of its file below the directory of outputs, if that is not the pipeline's name with
  /// the form's extension.
  public let file: String?
  /// `true` iff it stands beside what is applied or run, and is no part of it.
  public let isBeside: Bool

  /// Creates the output `bytes` in the form `target`.
  init(target: Target, bytes: [UInt8], file: String? = nil, isBeside: Bool = false) {
    self.target = target
    self.bytes = bytes
    self.file = file
    self.isBeside = isBeside
  }
}

/// Returns `graph` written as `target`, ending in one line feed.
public func emit(_ graph: CheckedGraph, as target: Target) -> [UInt8] {
  emit(graph, as: [target], in: .single).outputs.first?.bytes ?? []
}

/// Returns `graph` written as each of `targets` in `layout`, and how large that is.
///
/// If it was read from a `definition`, that is what is written, whatever the graph is in words of pipec.
func emit(
  _ graph: CheckedGraph, as targets: [Target], in layout: Layout, from definition: [UInt8]? = nil
) -> (outputs: [Output], sizes: OutputSizes) {
  var written = write(graph.graph, as: targets, in: layout, from: definition)
  if targets.contains(.iam) {
    let text = permissions(of: graph).json
    written.outputs.append(Output(target: .iam, bytes: Array(text.utf8)))
  }
  return written
}

/// Returns the files of the overlay `name` of Kustomize that makes `variant` of the base `graph`.
public func emitOverlay(
  _ name: String, of graph: CheckedGraph, making variant: CheckedGraph
) -> [Output] {
  let definitions = [graph, variant].map { SageMakerEmitter(graph: $0.graph).definition() }
  let kustomization = Kustomization(base: graph.graph, definition: definitions[0])
  return kustomization.overlay(name, making: variant.graph, definition: definitions[1])
}

/// Returns where the parts of what `graph`, which comes from `sources`, is written as come from.
func emitSourceMap(of graph: CheckedGraph, from sources: Sources) -> Output {
  let definition = SageMakerEmitter(graph: graph.graph).definition()
  let map = SourceMap(of: graph.graph.places(embedding: definition), in: sources)
  return Output(
    target: .sagemaker, bytes: map.json,
    file: "\(graph.graph.fileStem).map", isBeside: true)
}

/// Returns `graph`, or the `definition` that it was read from, written as each of `targets`, checked or
/// not: what is wrong in it stays wrong.
///
/// What roles have to be allowed is known of checked graphs only, and left out.
///
/// There are no outputs if the definition has more characters than AWS takes.
package func write(
  _ graph: PipelineGraph, as targets: [Target], in layout: Layout = .single,
  from definition: [UInt8]? = nil
) -> (outputs: [Output], sizes: OutputSizes) {
  let definition =
    definition.map { JSONText(layingOut: $0) } ?? SageMakerEmitter(graph: graph).definition()
  let sizes = OutputSizes(of: definition, as: targets, from: graph)
  // What AWS does not take need not be wrapped for Kubernetes.
  if sizes.definitionCharacters > OutputSizes.definitionLimit { return ([], sizes) }
  let outputs = targets.flatMap { target -> [Output] in
    switch target {
    case .sagemaker:
      graph.header.isAbsent ? [] : [Output(target: target, bytes: definition.bytes)]
    case .ack:
      manifestOutputs(of: graph, definition: definition, in: layout) + graph.gitOpsOutputs
    case .execution: executionOutputs(of: graph, definition: definition.bytes)
    case .assets:
      graph.assets.isEmpty ? [] : [Output(target: target, bytes: assetList(of: graph))]
    case .iam: []
    }
  }
  return (outputs, sizes)
}

/// Returns the runs of `graph`, whose definition is `definition`, each in a file of its own.
///
/// They lie in a folder, which `kubectl apply -f` does not look into: a run that is applied before
/// its pipeline is there dies for good.
func executionOutputs(of graph: PipelineGraph, definition: [UInt8]) -> [Output] {
  graph.executions.map { execution in
    var manifest = Manifest(of: execution, in: graph, definition: definition)
    graph.addWave(graph.resourceWaves.reduce(0, max) + 1, to: &manifest)
    let names = [graph.fileStem, graph.text(execution.name)]
    let stem = names.filter { !$0.isEmpty }.joined(separator: "-")
    return Output(target: .execution, bytes: manifest.yaml(), file: "runs/\(stem).yaml")
  }
}
