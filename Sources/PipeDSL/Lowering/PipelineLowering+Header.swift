import PipeCompiler

extension PipelineLowering {
  /// Fills what is true of the pipeline as a whole.
  mutating func fillHeader() {
    let origin = map.nameOrigin(ofStepAt: pipeline.place)
    graph.header.origin = origin
    graph.header.role = graph.add(string: pipeline.role, at: place(of: "role", else: origin))
    graph.header.displayName = string(pipeline.displayName, at: origin)
    graph.header.description = string(pipeline.description, at: origin)
    graph.header.parallelism = pipeline.parallelism.map {
      graph.add(number: String($0), at: place(of: "parallelism", else: origin))
    }
    graph.header.tags = object(pipeline.tags, at: place(of: "tags", else: origin))
    graph.header.fields += members(
      pipeline.fields.entries, ofCallAt: pipeline.place, origin)
    graph.header.kubernetes = options(pipeline.kubernetes, at: origin)
  }

  /// Makes what a manifest says beyond what it is about.
  mutating func options(_ kubernetes: Kubernetes, at origin: Origin) -> KubernetesOptions {
    var options = KubernetesOptions()
    options.name = string(kubernetes.name, at: origin)
    options.namespace = string(kubernetes.namespace, at: origin)
    options.labels = object(kubernetes.labels, at: origin)
    options.annotations = object(kubernetes.annotations, at: origin)
    options.region = string(kubernetes.region, at: origin)
    options.adoption = string(kubernetes.adoption, at: origin)
    options.gitOps = string(kubernetes.gitOps, at: origin)
    options.deletion = string(kubernetes.deletion, at: origin)
    if !kubernetes.omitting.isEmpty {
      let names = kubernetes.omitting.map { graph.add(string: $0, at: origin) }
      options.omitted = graph.add(list: names, at: origin)
    }
    return options
  }

  /// Returns where the argument `label` of the pipeline is, or `origin` if that is not known.
  private mutating func place(of label: String, else origin: Origin) -> Origin {
    map.argument(label, ofCallAt: pipeline.place)?.value ?? origin
  }

  /// Makes the string `text` if there is one.
  mutating func string(_ text: String?, at origin: Origin) -> GraphValue? {
    guard let text else { return nil }
    return graph.add(string: text, at: origin)
  }

  /// Makes the object of `map` unless it is empty.
  private mutating func object(_ map: Map<Text>, at origin: Origin) -> GraphValue? {
    map.pairs.isEmpty ? nil : value(map.expression, at: origin)
  }
}
