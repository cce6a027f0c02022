/// A form in which a checked pipeline can be written.
public enum Target: String, CaseIterable, Hashable, Sendable {
  /// The pipeline definition that SageMaker executes, as JSON.
  case sagemaker
  /// The Kubernetes manifest that the ACK controller for SageMaker takes, as YAML.
  case ack

  /// The file name extension of the form, without the dot.
  public var fileExtension: String {
    switch self {
    case .sagemaker: "json"
    case .ack: "yaml"
    }
  }
}

/// Returns `graph` written as `target`, ending in one line feed.
public func emit(_ graph: CheckedGraph, as target: Target) -> [UInt8] {
  let definition = SageMakerEmitter(graph).definition()
  return switch target {
  case .sagemaker: definition
  case .ack: PipelineManifest(of: graph.graph).yaml(embedding: definition)
  }
}
