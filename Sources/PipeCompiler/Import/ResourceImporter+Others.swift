// What else a document holds than pipelines.
extension ResourceImporter {
  /// The annotation in which kubectl keeps what it applied last.
  private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

  /// What the API server and the controller write themselves, beside what is read.
  private static let written = [
    "apiVersion", "kind", "metadata", "spec", "status", "name", "namespace", "labels",
    "annotations",
    "creationTimestamp", "generation", "resourceVersion", "uid", "managedFields", "selfLink",
    "finalizers",
  ]

  /// Sets the resource `root` aside, which is of `kind` and `version`; notes it if there is no such kind.
  mutating func set(aside root: Index<Value>, _ kind: String, _ version: String) {
    guard let known = ResourceKind(rawValue: kind), version.hasPrefix("sagemaker.services.k8s.aws/")
    else {
      losses.append(
        "the \(title(of: root, kind)): pipec writes what `sagemaker.services.k8s.aws` serves")
      return
    }
    add(root, of: known, to: &others)
    noteLosses(of: root, kind, version)
  }

  /// Returns a graph in which the manifest `root` of a pipeline is a resource.
  mutating func manifest(of root: Index<Value>) -> PipelineGraph {
    var graph = Self.emptied(outer)
    add(root, of: .pipeline, to: &graph)
    let version = outer.string(outer.member("apiVersion", of: root)) ?? ""
    noteLosses(of: root, "Pipeline", version)
    return graph
  }

  /// Returns `graph`, a document's, as one of resources and no pipeline.
  static func emptied(_ graph: PipelineGraph) -> PipelineGraph {
    var graph = graph
    (graph.header.isAbsent, graph.header.isDeclared) = (true, false)
    (graph.header.hasMetadata, graph.notation) = (true, .definition)
    return graph
  }

  /// Returns what messages call the resource `root`, which is of `kind`.
  private func title(of root: Index<Value>, _ kind: String) -> String {
    let name = outer.string(outer.member("name", of: outer.member("metadata", of: root))) ?? ""
    let what = kind.isEmpty ? "document without a kind" : kind
    return name.isEmpty ? what : "\(what) `\(name)`"
  }

  /// Notes what the resource `root` says and a source can't.
  private mutating func noteLosses(of root: Index<Value>, _ kind: String, _ version: String) {
    if version != "sagemaker.services.k8s.aws/v1alpha1" {
      losses.append("`apiVersion` of the \(title(of: root, kind)): pipec writes `v1alpha1`")
    }
    let metadata = outer.present(outer.member("metadata", of: root))
    if outer.string(outer.member("name", of: metadata)) == nil {
      losses.append(
        "the \(title(of: root, kind)) has no `metadata.name`: manifests of pipec have one")
    }
    for (place, value) in [("", root)] + (metadata.map { [("metadata.", $0)] } ?? []) {
      for member in outer.object(value) ?? [] where outer.present(member.value) != nil {
        let name = outer.text(member.key)
        if Self.written.contains(name) { continue }
        losses.append(
          "`\(place)\(name)` of the \(title(of: root, kind)): manifests of pipec have none")
      }
    }
    if let spec = outer.present(outer.member("spec", of: root)), outer.object(spec) == nil {
      losses.append("`spec` of the \(title(of: root, kind)): it is \(outer.kindName(of: spec))")
    }
  }

  /// Adds the resource `root`, which is of `kind`, to `graph`, which has the values of the document.
  private func add(_ root: Index<Value>, of kind: ResourceKind, to graph: inout PipelineGraph) {
    let metadata = outer.present(outer.member("metadata", of: root))
    func read(_ name: StaticString) -> Index<Value>? {
      outer.present(outer.member(name, of: metadata))
    }
    let name = outer.string(read("name")) ?? ""
    let title = graph.symbols.intern(name.isEmpty ? kind.rawValue : name)
    var resource = Resource(name: title, origin: outer.origin(of: root))
    resource.kind = kind
    resource.awsName = title
    var spelling = ResourceSpelling(graph)
    let spec = outer.object(outer.member("spec", of: root)) ?? []
    let members = spelling.members(spec, of: kind)
    graph = spelling.graph
    if let key = kind.nameMember,
      let given = members.first(where: { !$0.isRaw && graph.text($0.key) == key }),
      let name = graph.symbol(given.value)
    {
      resource.awsName = name
      // Otherwise it stands behind the word.
      if kind.isReplacedByChange { resource.fixedName = graph.origin(of: given.value) }
    }
    resource.members = graph.addMembers(members)
    resource.kubernetes.name = outer.string(read("name")) == nil ? nil : read("name")
    resource.kubernetes.namespace = read("namespace")
    resource.kubernetes.labels = read("labels")
    resource.kubernetes.annotations = Self.authored(read("annotations"), in: &graph)
    let policy = graph.member(
      named: "services.k8s.aws/adoption-policy", of: resource.kubernetes.annotations)
    if graph.present(policy) == nil {
      resource.kubernetes.adoption = graph.add(string: "none", at: .synthesized)
    }
    resource.kubernetes.deletion = graph.add(string: "none", at: .synthesized)
    _ = graph.resources.append(resource)
  }

  /// Returns the annotations `value` of `graph` without what kubectl writes itself.
  static func authored(_ value: Index<Value>?, in graph: inout PipelineGraph) -> Index<Value>? {
    guard let value, let members = graph.object(value),
      members.contains(where: { graph.text($0.key) == lastApplied })
    else { return value }
    let others = members.filter { graph.text($0.key) != lastApplied }
    return others.isEmpty ? nil : graph.add(object: Array(others), at: graph.origin(of: value))
  }
}
