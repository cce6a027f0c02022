/// A form in which a checked pipeline can be written.
public enum Target: String, CaseIterable, Hashable, Sendable {
  /// The pipeline definition that SageMaker executes, as JSON.
  case sagemaker
  /// The Kubernetes manifest that the ACK controller for SageMaker takes, as YAML.
  case ack
  /// The list of the files that have to be on S3, as JSON; there is none if there are none.
  case assets

  /// The file name extension of the form, without the dot.
  public var fileExtension: String {
    switch self {
    case .sagemaker: "json"
    case .ack: "yaml"
    case .assets: "assets.json"
    }
  }

  /// Returns the form that a file called `name` holds, if it is one.
  public static func ofFile(named name: String) -> Target? {
    // One extension may be the end of another one.
    allCases.filter { name.hasSuffix(".\($0.fileExtension)") }
      .max { $0.fileExtension.utf8.count < $1.fileExtension.utf8.count }
  }
}

/// A pipeline in one of its written forms.
public struct Output: Sendable {
  /// The form.
  public let target: Target
  /// The text, ending in one line feed.
  public let bytes: [UInt8]
}

/// Returns `graph` written as `target`, ending in one line feed.
public func emit(_ graph: CheckedGraph, as target: Target) -> [UInt8] {
  write(graph.graph, as: [target]).outputs.first?.bytes ?? []
}

/// Returns `graph` written as each of `targets`, and how large that is.
func emit(
  _ graph: CheckedGraph, as targets: [Target]
) -> (outputs: [Output], sizes: OutputSizes) {
  write(graph.graph, as: targets)
}

/// Returns `graph` written as each of `targets`, checked or not: what is wrong in it stays wrong.
///
/// There are no outputs if the definition has more characters than AWS takes.
package func write(
  _ graph: PipelineGraph, as targets: [Target]
) -> (outputs: [Output], sizes: OutputSizes) {
  let definition = SageMakerEmitter(graph: graph).definition()
  let sizes = OutputSizes(of: definition, as: targets, from: graph)
  // What AWS does not take need not be wrapped for Kubernetes.
  if sizes.definitionCharacters > OutputSizes.definitionLimit { return ([], sizes) }
  let outputs = targets.compactMap { target in
    switch target {
    case .sagemaker: Output(target: target, bytes: definition.bytes)
    case .ack:
      Output(target: target, bytes: PipelineManifest(of: graph).yaml(embedding: definition))
    case .assets:
      graph.assets.isEmpty ? nil : Output(target: target, bytes: assetList(of: graph))
    }
  }
  return (outputs, sizes)
}
