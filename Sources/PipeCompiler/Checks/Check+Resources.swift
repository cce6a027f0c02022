extension Check {
  /// Resources have names of their own, and what Kubernetes is told about them is what it takes.
  static let resources = Check { graph, _, diagnostics in
    var first: [String: Index<Resource>] = [:]
    for index in graph.resources.indices {
      let resource = graph.resources[index]
      guard let kind = resource.kind else { continue }
      checkKubernetesOptions(resource.kubernetes, graph, &diagnostics)
      checkFixedName(of: resource, kind, &diagnostics)
      let name = graph.string(resource.kubernetes.name) ?? graph.text(resource.awsName)
      let namespace = graph.string(resource.kubernetes.namespace) ?? ""
      if name.isEmpty { continue }
      let key = "\(kind.rawValue)/\(namespace)/\(name)"
      guard let other = first[key] else {
        first[key] = index
        continue
      }
      diagnostics.report(
        Diagnostic(
          .duplicateResource, "there is another \(kind.rawValue) called `\(name)`",
          at: resource.origin,
          related: [Label("the first one", at: graph.resources[other].origin)],
          why: "both would be one object, and the last one would win",
          help: "give one of them another name"))
    }
  }

  /// Reports that `resource` keeps its name when it changes, which the controller does not take.
  private static func checkFixedName(
    of resource: Resource, _ kind: ResourceKind, _ diagnostics: inout Diagnostics
  ) {
    guard kind.isReplacedByChange, let origin = resource.fixedName else { return }
    diagnostics.report(
      Diagnostic(
        .fixedName, "this name stays the same when the \(kind.rawValue) changes", at: origin,
        why: "the controller can't change one that is there, and ends with `ACK.Terminal`",
        help:
          "leave the name out, and write it behind the resource's name: every change then makes "
          + "a new one, with a hash behind the name"))
  }
}
