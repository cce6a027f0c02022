// The `Pipeline` resource of the ACK controller for SageMaker.
extension Manifest {
  /// Creates the manifest of the pipeline `graph`, which carries `definition` at its end.
  ///
  /// The display name is always there: where it is missing, the controller sees a difference from
  /// what AWS reports, and updates the pipeline for ever.
  init(of graph: PipelineGraph, definition: JSONText) {
    let (header, options) = (graph.header, graph.header.kubernetes)
    let pipelineName = graph.text(header.name)
    self.init(
      kind: "Pipeline", name: graph.plainText(options.name) ?? kubernetesName(for: pipelineName))
    origin = header.origin
    namespace = graph.plainText(options.namespace)
    labels = graph.pairs(options.labels)
    annotations = Self.annotations(options, adoption: "adopt-or-create", in: graph)
    func add(_ key: String, _ text: String, _ value: Index<Value>?) {
      let origin = value.map { graph.origin(of: $0) } ?? header.origin
      specification.append(ManifestMember(key, .text(text), at: origin))
    }
    add("pipelineName", pipelineName, nil)
    add(
      "pipelineDisplayName", graph.plainText(header.displayName) ?? pipelineName,
      header.displayName)
    if let description = graph.plainText(header.description) {
      add("pipelineDescription", description, header.description)
    }
    add("roleARN", graph.plainText(header.role) ?? "", header.role)
    specification += Self.parallelism(header.parallelism, in: graph)
    let tags = graph.pairs(header.tags)
    if !tags.isEmpty {
      let entries = tags.map {
        ManifestValue.mapping([
          ManifestMember("key", .text($0.key)), ManifestMember("value", .text($0.value)),
        ])
      }
      specification.append(ManifestMember("tags", .list(entries), at: graph.place(of: header.tags)))
    }
    specification.append(
      ManifestMember("pipelineDefinition", .definition(definition), at: header.origin))
    leaveOut(options.omitted, in: graph)
  }

  /// Returns the member that limits how many steps run at once, if `value` is a number.
  static func parallelism(_ value: Index<Value>?, in graph: PipelineGraph) -> [ManifestMember] {
    guard let count = graph.numberText(value) else { return [] }
    let inner = ManifestMember(
      "maxParallelExecutionSteps", .literal(count), at: graph.place(of: value))
    return [ManifestMember("parallelismConfiguration", .mapping([inner]), at: inner.origin)]
  }

  /// Returns the annotations that `options` ask for; those that are written out win.
  static func annotations(
    _ options: KubernetesOptions, adoption fallback: String, in graph: PipelineGraph
  ) -> [Pair] {
    let adoption = graph.plainText(options.adoption) ?? fallback
    var derived: [Pair] = []
    if adoption != "none" { derived.append(Pair("services.k8s.aws/adoption-policy", adoption)) }
    if let deletion = graph.plainText(options.deletion), deletion != "none" {
      derived.append(Pair("services.k8s.aws/deletion-policy", deletion))
    }
    if let region = graph.plainText(options.region) {
      derived.append(Pair("services.k8s.aws/region", region))
    }
    let written = graph.pairs(options.annotations)
    return derived.filter { pair in !written.contains { $0.key == pair.key } } + written
  }

  /// Returns the annotations of a run that `options` ask for: its object may be deleted without stopping
  /// the run, unless they say otherwise.
  static func runAnnotations(_ options: KubernetesOptions, in graph: PipelineGraph) -> [Pair] {
    let key = "services.k8s.aws/deletion-policy"
    let written = annotations(options, adoption: "none", in: graph)
    if options.deletion != nil || written.contains(where: { $0.key == key }) { return written }
    return [Pair(key, "retain")] + written
  }
}
