extension Check {
  /// Jobs encrypt what they store and keep to a network; looked at only if it is asked for.
  static let security = Check { graph, _, diagnostics in
    let levels = diagnostics.levels
    guard levels.severity(of: .missingEncryptionKey) != nil
      || levels.severity(of: .missingNetworkIsolation) != nil
      || levels.severity(of: .missingVPC) != nil
    else { return }
    let rules = SecurityRule.all.filter { levels.severity(of: $0.id) != nil }
    for index in graph.steps.indices {
      guard let arguments = graph.present(graph.arguments(of: index)),
        graph.object(arguments) != nil
      else { continue }
      for rule in rules where rule.kind == graph.steps[index].kind {
        guard let fault = fault(of: rule.path[...], in: arguments, graph) else { continue }
        let type = graph.text(graph.steps[index].typeName)
        let path = rule.path.joined(separator: ".")
        diagnostics.report(
          Diagnostic(
            rule.id, "the \(type) step `\(graph.text(graph.steps[index].name))` \(rule.what)",
            at: fault == arguments ? graph.steps[index].origin : graph.origin(of: fault),
            why: rule.why, help: "set `\(path)`"))
      }
    }
  }

  /// Returns the part of `value` that lacks what `path` leads to, or `nil` if nothing does.
  ///
  /// `false` is like nothing, and what only a run knows is taken to be set.
  private static func fault(
    of path: ArraySlice<String>, in value: Index<Value>, _ graph: PipelineGraph
  ) -> Index<Value>? {
    switch graph.values[value] {
    case .list(let run):
      return graph.elements(in: run).lazy.compactMap { fault(of: path, in: $0, graph) }.first
    case .object:
      guard let name = path.first else { return nil }
      guard let next = graph.present(graph.member(named: name, of: value)) else { return value }
      return fault(of: path.dropFirst(), in: next, graph)
    case .boolean(let flag): return flag ? nil : value
    default: return nil
    }
  }
}

/// Something that a job should say to be safe.
private struct SecurityRule: Sendable {
  /// What is reported if it does not.
  let id: DiagnosticID
  /// The type of step.
  let kind: StepKind
  /// The way to the member in the arguments.
  let path: [String]

  /// What is said of a step that does not.
  var what: String {
    switch id {
    case .missingNetworkIsolation: "may reach the network"
    case .missingVPC: "does not run in a VPC"
    default: "stores data without a key of yours"
    }
  }

  /// Why that matters.
  var why: String {
    switch id {
    case .missingNetworkIsolation: "code in the container can send data anywhere"
    case .missingVPC: "its traffic goes through a network of AWS that you don't control"
    default: "data is encrypted with a key of AWS, whose use you can't restrict or see"
    }
  }

  /// Creates the rule that steps of `kind` have the member at `path`.
  private init(_ id: DiagnosticID, _ kind: StepKind, _ path: String...) {
    self.id = id
    self.kind = kind
    self.path = path
  }

  /// All rules.
  static let all = keys + isolation + networks

  /// The members that hold keys.
  private static let keys = [
    SecurityRule(.missingEncryptionKey, .processing, "ProcessingOutputConfig", "KmsKeyId"),
    SecurityRule(
      .missingEncryptionKey, .processing, "ProcessingResources", "ClusterConfig", "VolumeKmsKeyId"),
    SecurityRule(.missingEncryptionKey, .training, "OutputDataConfig", "KmsKeyId"),
    SecurityRule(.missingEncryptionKey, .training, "ResourceConfig", "VolumeKmsKeyId"),
    SecurityRule(
      .missingEncryptionKey, .tuning, "TrainingJobDefinition", "OutputDataConfig", "KmsKeyId"),
    SecurityRule(.missingEncryptionKey, .transform, "TransformOutput", "KmsKeyId"),
    SecurityRule(.missingEncryptionKey, .transform, "TransformResources", "VolumeKmsKeyId"),
    SecurityRule(.missingEncryptionKey, .autoML, "OutputDataConfig", "KmsKeyId"),
    SecurityRule(.missingEncryptionKey, .endpointConfig, "KmsKeyId"),
  ]

  /// The members that isolate containers.
  private static let isolation = [
    SecurityRule(
      .missingNetworkIsolation, .processing, "NetworkConfig", "EnableNetworkIsolation"),
    SecurityRule(.missingNetworkIsolation, .training, "EnableNetworkIsolation"),
    SecurityRule(
      .missingNetworkIsolation, .tuning, "TrainingJobDefinition", "EnableNetworkIsolation"),
    SecurityRule(.missingNetworkIsolation, .model, "EnableNetworkIsolation"),
  ]

  /// The members that name networks.
  private static let networks = [
    SecurityRule(.missingVPC, .processing, "NetworkConfig", "VpcConfig"),
    SecurityRule(.missingVPC, .training, "VpcConfig"),
    SecurityRule(.missingVPC, .tuning, "TrainingJobDefinition", "VpcConfig"),
    SecurityRule(.missingVPC, .model, "VpcConfig"),
    SecurityRule(.missingVPC, .autoML, "AutoMLJobConfig", "SecurityConfig", "VpcConfig"),
  ]
}
