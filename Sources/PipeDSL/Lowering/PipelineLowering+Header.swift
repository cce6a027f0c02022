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
    for entry in pipeline.fields.entries {
      graph.header.fields.append(member(entry, ofCallAt: pipeline.place, origin))
    }
    fillKubernetes(at: origin)
  }

  /// Fills what only a manifest needs.
  private mutating func fillKubernetes(at origin: Origin) {
    let options = pipeline.kubernetes
    graph.header.kubernetes.name = string(options.name, at: origin)
    graph.header.kubernetes.namespace = string(options.namespace, at: origin)
    graph.header.kubernetes.labels = object(options.labels, at: origin)
    graph.header.kubernetes.annotations = object(options.annotations, at: origin)
    graph.header.kubernetes.region = string(options.region, at: origin)
    graph.header.kubernetes.adoption = string(options.adoption, at: origin)
    graph.header.kubernetes.deletion = string(options.deletion, at: origin)
  }

  /// Returns where the argument `label` of the pipeline is, or `origin` if that is not known.
  private mutating func place(of label: String, else origin: Origin) -> Origin {
    map.argument(label, ofCallAt: pipeline.place)?.value ?? origin
  }

  /// Makes the string `text` if there is one.
  private mutating func string(_ text: String?, at origin: Origin) -> GraphValue? {
    guard let text else { return nil }
    return graph.add(string: text, at: origin)
  }

  /// Makes the object of `map` unless it is empty.
  private mutating func object(_ map: Map<Text>, at origin: Origin) -> GraphValue? {
    map.pairs.isEmpty ? nil : value(map.expression, at: origin)
  }
}
