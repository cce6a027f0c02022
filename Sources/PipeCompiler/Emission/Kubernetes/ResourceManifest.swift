// Resources of the ACK controller for SageMaker beside the pipeline and its runs.
extension Manifest {
  /// Creates the manifest of `resource` in `graph`; returns `nil` for one without a kind.
  init?(of resource: Resource, in graph: PipelineGraph) {
    guard let kind = resource.kind else { return nil }
    let options = graph.options(for: resource.kubernetes)
    self.init(
      kind: kind.rawValue,
      name: graph.plainText(options.name) ?? kubernetesName(for: graph.text(resource.awsName)))
    origin = resource.origin
    namespace = graph.plainText(options.namespace)
    labels = graph.pairs(graph.header.kubernetes.labels).merging(graph.pairs(options.labels))
    let inherited = graph.pairs(graph.header.kubernetes.annotations).filter {
      !$0.key.hasPrefix("services.k8s.aws/") || $0.key == "services.k8s.aws/region"
    }
    annotations = inherited.merging(
      kind == .pipelineExecution
        ? Self.runAnnotations(options, in: graph)
        : Self.annotations(options, adoption: kind.adoption, in: graph))
    specification = ResourceWriter(graph).members(of: resource, kind)
    leaveOut(options.omitted, in: graph)
  }
}

extension ResourceKind {
  /// What the controller is to do with a resource that AWS has already.
  ///
  /// What is made anew with every change is told apart by its name, and what has no name in AWS can't
  /// be found by it.
  var adoption: String {
    switch self {
    case .modelPackage, .pipelineExecution: "none"
    default: "adopt-or-create"
    }
  }
}

/// The writing of what resources hold in the controller's spelling.
private struct ResourceWriter {
  /// The graph.
  private let graph: PipelineGraph

  /// Creates the writer of resources of `graph`.
  init(_ graph: PipelineGraph) { self.graph = graph }

  /// Returns the members of `resource`, which is of `kind`.
  func members(of resource: Resource, _ kind: ResourceKind) -> [ManifestMember] {
    members(in: resource.members, as: kind.request) { kind.ownField($0) }
  }

  /// Returns the members in `run`, an object of the structure `shape`.
  private func members(
    in run: Run, as shape: Shape?, ownField: (String) -> String? = { _ in nil }
  ) -> [ManifestMember] {
    graph.members(in: run).compactMap { member in
      guard graph.present(member.value) != nil else { return nil }
      let name = graph.text(member.key)
      if member.isRaw {
        return ManifestMember(name, value(member.value, as: nil), at: member.origin)
      }
      guard let known = shape?.member(graph.symbols[member.key]) else {
        let spelling = ownField(name) ?? spelled(name)
        return ManifestMember(spelling, value(member.value, as: nil), at: member.origin)
      }
      guard let spelling = known.servedName else { return nil }
      let inner = StepShapes.model.shape(named: known.shape)
      return ManifestMember(spelling, value(member.value, as: inner), at: member.origin)
    }
  }

  /// Returns `value`, which is of `shape` if that is known.
  private func value(_ value: Index<Value>, as shape: Shape?) -> ManifestValue {
    switch graph.values[value] {
    case .string(let text): return .text(graph.text(text))
    case .number(let lexeme): return .literal(graph.text(lexeme))
    case .boolean(let flag): return .literal(flag ? "true" : "false")
    case .list(let run):
      let element = shape?.kind == .list ? shape.flatMap { inner($0.element) } : nil
      return .list(graph.elements(in: run).map { self.value($0, as: element) })
    case .object(let run):
      if let shape, shape.kind.hasMembers { return .mapping(members(in: run, as: shape)) }
      let element = shape?.kind == .map ? shape.flatMap { inner($0.mapValue) } : nil
      return .mapping(
        graph.members(in: run).map {
          ManifestMember(graph.text($0.key), self.value($0.value, as: element), at: $0.origin)
        })
    case .null, .duration, .reference, .join, .jsonGet: return .literal("null")
    }
  }

  /// Returns the shape called `name`.
  private func inner(_ name: StaticText) -> Shape? { StepShapes.model.shape(named: name) }

  /// Returns how the controller probably spells `name`, which the service model does not have.
  private func spelled(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
