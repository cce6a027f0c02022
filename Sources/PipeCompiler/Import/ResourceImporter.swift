/// The machine that makes pipelines of documents that hold a definition as a text: manifests of
/// Kubernetes, and what DescribePipeline answers.
struct ResourceImporter {
  /// The graph that holds the document's values.
  let outer: PipelineGraph
  /// What has been found wrong.
  private(set) var diagnostics: Diagnostics
  /// `true` iff no document was one about a pipeline.
  private(set) var foundNothing = true
  /// `true` iff other resources than pipelines are taken too.
  var isTakingAll = false
  /// The resources that are no pipelines; its values are those of the document.
  var others: PipelineGraph
  /// What the document says and nothing that is made of it, each in a line.
  var losses: [String] = []
  /// Returns the text that a value of the document is.
  private let text: (Index<Value>) -> EmbeddedText?

  /// How deep lists of resources are looked into.
  private static let listDepth = 4

  /// Creates the importer of what is in `outer`, whose texts `text` returns.
  init(
    _ outer: PipelineGraph, _ diagnostics: Diagnostics,
    _ text: @escaping (Index<Value>) -> EmbeddedText?
  ) {
    self.outer = outer
    others = outer
    self.diagnostics = diagnostics
    self.text = text
  }

  /// Returns `true` iff `root` is a resource, or the answer of DescribePipeline, and no definition.
  static func isResource(_ root: Index<Value>, in graph: PipelineGraph) -> Bool {
    if graph.member(.steps, of: root) != nil { return false }
    if graph.member("PipelineDefinition", of: root) != nil { return true }
    return graph.member("apiVersion", of: root) != nil && graph.member("kind", of: root) != nil
  }

  /// Returns the pipelines in the document `root`, and behind them what else there is, if it is asked for.
  mutating func everything(in root: Index<Value>) -> [ReadPipeline] {
    others = Self.emptied(outer)
    let pipelines = pipelines(in: root)
    guard isTakingAll, others.resources.count > 0 || !losses.isEmpty else { return pipelines }
    foundNothing = false
    var rest = ReadPipeline(graph: others, definition: nil)
    rest.losses = losses
    return pipelines + [rest]
  }

  /// Returns the pipelines in the document `root`; other resources are set aside, or passed over.
  private mutating func pipelines(in root: Index<Value>, depth: Int = 0) -> [ReadPipeline] {
    if outer.member("PipelineDefinition", of: root) != nil {
      return importing(root, by: .description).map { [$0] } ?? []
    }
    let kind = outer.string(outer.member("kind", of: root)) ?? ""
    if kind.hasSuffix("List"), depth < Self.listDepth,
      let items = outer.list(outer.member("items", of: root) ?? root)
    {
      return items.flatMap { pipelines(in: $0, depth: depth + 1) }
    }
    let version = outer.string(outer.member("apiVersion", of: root)) ?? ""
    if isTakingAll, !isPipeline(root, kind, version) {
      set(aside: root, kind, version)
      return []
    }
    guard version.hasPrefix("sagemaker.services.k8s.aws/"), kind == "Pipeline" else { return [] }
    guard let spec = outer.present(outer.member("spec", of: root)) else {
      foundNothing = false
      report("the resource has no `spec`", at: root, help: "add `spec:` with `pipelineDefinition`")
      return []
    }
    guard var pipeline = importing(spec, by: .manifest) else { return [] }
    readMetadata(outer.member("metadata", of: root), into: &pipeline.graph)
    if isTakingAll { pipeline.manifest = manifest(of: root) }
    return [pipeline]
  }

  /// Returns `true` iff `root` is a pipeline that has what makes one: a name, and a definition to read.
  private func isPipeline(_ root: Index<Value>, _ kind: String, _ version: String) -> Bool {
    guard version.hasPrefix("sagemaker.services.k8s.aws/"), kind == "Pipeline",
      let spec = outer.member("spec", of: root),
      outer.string(outer.member("pipelineName", of: spec)) != nil,
      let definition = outer.member("pipelineDefinition", of: spec),
      case .string = outer.values[definition], let text = text(definition)
    else { return false }
    var ignored = Diagnostics()
    let file = SourceFile(name: "", bytes: text.bytes)
    return importDefinition(file, reportingTo: &ignored) != nil
  }

  /// Returns the pipeline that the object `value` describes with the members of `form`.
  private mutating func importing(
    _ value: Index<Value>, by form: ResourceForm
  ) -> ReadPipeline? {
    foundNothing = false
    guard let members = outer.object(value) else {
      report("`spec` is a mapping, and this is \(outer.kindName(of: value))", at: value)
      return nil
    }
    reportUnknown(members, of: form)
    guard let definition = field(form.definition, of: value) else {
      report(
        "the pipeline has no `\(form.definition)`", at: value,
        help: "add it: the definition in JSON, as a text")
      return nil
    }
    guard case .string = outer.values[definition], let text = text(definition) else {
      reportShape(of: definition, form)
      return nil
    }
    guard var graph = importing(text) else { return nil }
    readHeader(value, form, into: &graph)
    return ReadPipeline(graph: graph, definition: text.bytes)
  }

  /// Returns the pipeline that the definition `text` describes, with its places in the document.
  private mutating func importing(_ text: EmbeddedText) -> PipelineGraph? {
    var inner = Diagnostics(at: diagnostics.levels)
    let file = SourceFile(name: "", bytes: text.bytes)
    let graph = importDefinition(file, reportingTo: &inner)
    if text.isQuoted { diagnostics.quote(text.span) }
    for diagnostic in inner.sorted { diagnostics.report(diagnostic.moved(by: text.places)) }
    guard var graph else { return nil }
    graph.mapOrigins { text.places.origin(of: $0) }
    return graph
  }

  /// Reports that the document is not made as such documents are.
  private mutating func report(_ message: String, at value: Index<Value>, help: String? = nil) {
    diagnostics.report(
      Diagnostic(.malformedManifest, message, at: outer.origin(of: value), help: help))
  }

  /// Reports that `definition` is no text.
  private mutating func reportShape(of definition: Index<Value>, _ form: ResourceForm) {
    let isMapping = outer.object(definition) != nil
    diagnostics.report(
      Diagnostic(
        .malformedManifest,
        "`\(form.definition)` is a text, and this is \(outer.kindName(of: definition))",
        at: outer.origin(of: definition),
        why: isMapping ? "JSON without quotes is a mapping in YAML" : nil,
        help: isMapping ? "write `\(form.definition): |`, and the JSON in indented lines" : nil))
  }

  /// Reports those of `members` that a resource of the kind `form` has not.
  private mutating func reportUnknown(_ members: ArraySlice<Member>, of form: ResourceForm) {
    guard form.isClosed else { return }
    for member in members where !form.members.contains(outer.text(member.key)) {
      let name = outer.text(member.key)
      let near =
        form.members.first { $0.lowercased() == name.lowercased() }
        ?? nearest(to: name, in: form.members)
      diagnostics.report(
        Diagnostic(
          near == nil ? .unknownArgument : .misspelledArgument,
          "a Pipeline resource has no member `\(name)`", at: member.origin,
          label: near.map { "did you mean `\($0)`?" } ?? "",
          why: "the API server refuses members that it does not know",
          help: near == nil
            ? "it has " + form.members.map { "`\($0)`" }.joined(separator: ", ") : nil,
          fix: near.flatMap { near in
            member.origin.span.map { Fix("write `\(near)`", replacing: $0, with: near) }
          }))
    }
  }
}

// The header.
extension ResourceImporter {
  /// Reads what the object `value` says about the pipeline beside its definition.
  private mutating func readHeader(
    _ value: Index<Value>, _ form: ResourceForm, into graph: inout PipelineGraph
  ) {
    if let name = expectText(form.name, of: value) {
      graph.header.isDeclared = true
      graph.header.name = graph.symbols.intern(outer.string(name) ?? "")
      graph.header.origin = outer.origin(of: name)
    } else {
      graph.header.origin = outer.origin(of: value)
      if field(form.name, of: value) == nil {
        report("the pipeline has no `\(form.name)`", at: value, help: "add it")
      }
    }
    graph.header.displayName = copy(expectText(form.displayName, of: value), into: &graph)
    graph.header.description = copy(expectText(form.description, of: value), into: &graph)
    graph.header.role = copy(expectText(form.role, of: value), into: &graph)
    let limits = field(form.parallelism, of: value)
    graph.header.parallelism = copy(limits.flatMap { field(form.maximum, of: $0) }, into: &graph)
    if form.isClosed { graph.header.tags = readTags(of: value, into: &graph) }
  }

  /// Returns the member `name` of `value`, also one that is written with other capitals.
  private func field(_ name: String, of value: Index<Value>) -> Index<Value>? {
    let exact = outer.member(named: name, of: value)
    let meant = outer.object(value)?.first {
      outer.text($0.key).lowercased() == name.lowercased()
    }
    return outer.present(exact ?? meant?.value)
  }

  /// Returns the member `name` of `value` if it is a text; reports it if it is something else.
  private mutating func expectText(_ name: String, of value: Index<Value>) -> Index<Value>? {
    guard let text = field(name, of: value) else { return nil }
    if case .string = outer.values[text] { return text }
    report(
      "`\(name)` is a text, and this is \(outer.kindName(of: text))", at: text,
      help: "put it in quotes")
    return nil
  }

  /// Returns an object of the tags that `value` lists with their keys and values.
  private mutating func readTags(
    of value: Index<Value>, into graph: inout PipelineGraph
  ) -> Index<Value>? {
    guard let list = outer.present(outer.member(named: "tags", of: value)) else { return nil }
    guard let entries = outer.list(list) else {
      report("`tags` is a list, and this is \(outer.kindName(of: list))", at: list)
      return nil
    }
    var members: [Member] = []
    for entry in entries {
      guard let key = outer.string(outer.member("key", of: entry)),
        let value = copy(outer.member("value", of: entry), into: &graph)
      else {
        report("a tag has `key` and `value`", at: entry, help: "write both of them")
        continue
      }
      members.append(Member(graph.symbols.intern(key), value, at: outer.origin(of: entry)))
    }
    return graph.add(object: members, at: outer.origin(of: list))
  }

  /// Reads the name, the namespace, the labels and the annotations of a resource.
  private mutating func readMetadata(_ value: Index<Value>?, into graph: inout PipelineGraph) {
    func read(_ name: StaticString) -> Index<Value>? {
      outer.present(outer.member(name, of: value))
    }
    graph.header.hasMetadata = true
    graph.header.kubernetes.name = copy(read("name"), into: &graph)
    graph.header.kubernetes.namespace = copy(read("namespace"), into: &graph)
    graph.header.kubernetes.labels = copy(read("labels"), into: &graph)
    graph.header.kubernetes.annotations = copy(read("annotations"), into: &graph)
    graph.header.kubernetes.annotations = Self.authored(
      graph.header.kubernetes.annotations, in: &graph)
    // A source without a word about it makes a manifest that adopts.
    let policy = outer.member(named: "services.k8s.aws/adoption-policy", of: read("annotations"))
    if outer.present(policy) == nil {
      graph.header.kubernetes.adoption = graph.add(string: "none", at: .synthesized)
    }
  }

  /// Adds to `graph` what `value` of the document is: a scalar, or an object of scalars.
  private func copy(_ value: Index<Value>?, into graph: inout PipelineGraph) -> Index<Value>? {
    guard let value else { return nil }
    let origin = outer.origin(of: value)
    guard let members = outer.object(value) else {
      return graph.add(scalar(value, into: &graph), at: origin)
    }
    var copies: [Member] = []
    for member in members {
      let place = outer.origin(of: member.value)
      let inner = graph.add(scalar(member.value, into: &graph), at: place)
      copies.append(
        Member(graph.symbols.intern(outer.text(member.key)), inner, at: member.origin))
    }
    return graph.add(object: copies, at: origin)
  }

  /// Returns the scalar `value` with texts of `graph`; an empty list stands for what is none.
  private func scalar(_ value: Index<Value>, into graph: inout PipelineGraph) -> Value {
    switch outer.values[value] {
    case .string(let text): .string(graph.symbols.intern(outer.text(text)))
    case .number(let spelling): .number(graph.symbols.intern(outer.text(spelling)))
    case .boolean(let flag): .boolean(flag)
    case .null: .null
    default: .list(.empty)
    }
  }
}
