/// Returns the source of what `documents` describe: at most one pipeline, which is called `name` unless it has
/// a name there, and resources.
///
/// The source is built again, and its manifests are compared with those that were read. What pipec adds by
/// itself is left out with `omit`, and where members of the API say something else, fields of the controller
/// stand in their place.
package func decompile(_ documents: [ReadPipeline], named name: String) -> Decompilation {
  var decompiler = ManifestDecompiler(documents, named: name)
  var result = decompiler.run()
  result.losses = documents.flatMap(\.losses)
  return result
}

/// The machine that writes a source until its manifests are those that were read.
private struct ManifestDecompiler {
  /// What the pipeline is called if nothing says so.
  let name: String
  /// The pipeline.
  private var pipeline: ReadPipeline?
  /// Its manifest, if it was read from one.
  private var manifest: Manifest?
  /// The graphs that hold the other resources.
  private var graphs: [PipelineGraph]
  /// The manifests of these.
  private var wanted: [Manifest]

  /// How often the source is written at most.
  private static let roundLimit = 4

  /// Creates the machine for what `documents` say.
  init(_ documents: [ReadPipeline], named name: String) {
    self.name = name
    pipeline = documents.first { !$0.graph.header.isAbsent }
    graphs = documents.map(\.graph).filter(\.header.isAbsent)
    wanted = graphs.flatMap(\.resourceManifests)
    manifest = pipeline?.manifest?.resourceManifests.first
    for index in graphs.indices { graphs[index].useWordsForResources() }
    pipeline?.graph.useWordsForHeader()
  }

  /// Returns the source.
  mutating func run() -> Decompilation {
    var result = write()
    for _ in 0..<Self.roundLimit {
      // What is no pipeline that can be written may still be a resource that holds a text.
      let isReadable = result.bytes != nil && (result.isExact || manifest == nil)
      let isDone = isReadable ? isCorrect(result.bytes ?? []) : !takePipelineAsResource()
      if isDone { return result }
      result = write()
    }
    result.isExact = result.isExact && isCorrect(result.bytes ?? [])
    return result
  }

  /// Writes the source.
  private func write() -> Decompilation {
    var result = Decompilation(bytes: [], diagnostics: Diagnostics(), isExact: true)
    if let pipeline { result = decompile(pipeline, named: name) }
    guard let bytes = result.bytes, !graphs.isEmpty else { return result }
    var text = String(decoding: bytes, as: UTF8.self)
    for graph in graphs {
      if !text.isEmpty { text += "\n" }
      text += PipeWriter.beside(of: graph, adding: &result.words)
    }
    result.bytes = format(SourceFile(name: "", text: text)).bytes
    return result
  }

  /// Returns `true` iff the source `bytes` builds what was read; changes what is written if not, and returns
  /// `true` as well if there is nothing more to be changed.
  private mutating func isCorrect(_ bytes: [UInt8]) -> Bool {
    var diagnostics = Diagnostics()
    let program = readProgram(SourceFile(name: "", bytes: bytes), reportingTo: &diagnostics)
    let found = lower(program, with: CompilerOptions(), reportingTo: &diagnostics).first
    guard let found else { return !writeFields() }
    let built = found.resourceManifests
    guard built.count == wanted.count else { return !writeFields() }
    var isChanged = false
    if let manifest {
      let built = Manifest(of: found, definition: JSONText(bytes: [], lineStarts: []))
      isChanged = correctPipeline(built.additions(to: manifest, besides: "pipelineDefinition"))
    }
    var position = 0
    for number in graphs.indices {
      for index in graphs[number].resources.indices {
        let additions = built[position].additions(to: wanted[position])
        isChanged =
          graphs[number].correct(index, additions, as: wanted[position]) || isChanged
        position += 1
      }
    }
    return !isChanged
  }

  /// Leaves `additions` out of the manifest of the pipeline; makes a resource of it if it differs otherwise.
  private mutating func correctPipeline(_ additions: [String]?) -> Bool {
    guard let additions else { return takePipelineAsResource() }
    guard !additions.isEmpty, var graph = pipeline?.graph else { return false }
    var options = graph.header.kubernetes
    guard graph.omit(additions, in: &options) else { return takePipelineAsResource() }
    graph.header.kubernetes = options
    pipeline?.graph = graph
    return true
  }

  /// Makes the pipeline one of the resources; returns `false` if it is none.
  private mutating func takePipelineAsResource() -> Bool {
    guard var graph = pipeline?.manifest, let manifest else { return false }
    graph.useWordsForResources()
    graphs.insert(graph, at: 0)
    wanted.insert(manifest, at: 0)
    (pipeline, self.manifest) = (nil, nil)
    return true
  }

  /// Writes all resources with the fields of the controller; returns `false` if they are already.
  private mutating func writeFields() -> Bool {
    var (isChanged, position) = (false, 0)
    for number in graphs.indices {
      for index in graphs[number].resources.indices {
        isChanged = graphs[number].writeFields(of: index, as: wanted[position]) || isChanged
        position += 1
      }
    }
    return isChanged
  }
}

extension PipelineGraph {
  /// The manifests of the resources.
  fileprivate var resourceManifests: [Manifest] {
    resources.elements.compactMap { Manifest(of: $0, in: self) }
  }

  /// Says what annotations of the resources say in words of the language.
  fileprivate mutating func useWordsForResources() {
    for index in resources.indices {
      guard let kind = resources[index].kind else { continue }
      var options = resources[index].kubernetes
      useWords(in: &options, adoption: kind.adoption)
      if kind != .pipelineExecution, string(options.deletion) == "none" { options.deletion = nil }
      let isDerived = !kind.isReplacedByChange || resources[index].fixedName != nil
      let derived = kubernetesName(for: text(resources[index].awsName))
      if isDerived, string(options.name) == derived { options.name = nil }
      resources[index].kubernetes = options
    }
  }

  /// Says what annotations of the pipeline say in words of the language.
  fileprivate mutating func useWordsForHeader() {
    var options = header.kubernetes
    useWords(in: &options, adoption: "adopt-or-create")
    header.kubernetes = options
  }

  /// Says what annotations of `options` say in words, with `fallback` as what is adopted without one.
  private mutating func useWords(in options: inout KubernetesOptions, adoption fallback: String) {
    if fallback == "none", string(options.adoption) == "none" { options.adoption = nil }
    guard let annotations = options.annotations, let members = object(annotations) else { return }
    var rest: [Member] = []
    for member in members {
      let value = string(member.value) ?? ""
      switch text(member.key) {
      case "services.k8s.aws/adoption-policy" where ["adopt", "adopt-or-create"].contains(value):
        options.adoption = value == fallback ? nil : member.value
      case "services.k8s.aws/deletion-policy" where ["delete", "retain"].contains(value):
        options.deletion = member.value
      case "services.k8s.aws/region" where Self.looksLikeRegion(value):
        options.region = member.value
      default: rest.append(member)
      }
    }
    options.annotations =
      rest.isEmpty ? nil : add(object: rest, at: origin(of: annotations))
  }

  /// Returns `true` iff `text` is made as names of regions are.
  private static func looksLikeRegion(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, let last = parts.last, !last.isEmpty else { return false }
    return last.allSatisfy(\.isDigit)
      && parts.dropLast().allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      }
  }

  /// Leaves `additions` out of the resource at `index`, or writes the fields of `wanted` if there is another
  /// difference, which is `nil`; returns `true` iff something is changed.
  fileprivate mutating func correct(
    _ index: Index<Resource>, _ additions: [String]?, as wanted: Manifest
  ) -> Bool {
    guard let additions else { return writeFields(of: index, as: wanted) }
    if additions.isEmpty { return false }
    var options = resources[index].kubernetes
    guard omit(additions, in: &options) else { return false }
    resources[index].kubernetes = options
    return true
  }

  /// Adds `names` to what `options` leave out; returns `false` if they do so already.
  fileprivate mutating func omit(_ names: [String], in options: inout KubernetesOptions) -> Bool {
    let known = list(options.omitted).map { $0.compactMap { string($0) } } ?? []
    let new = names.filter { !known.contains($0) }
    if new.isEmpty { return false }
    let entries = (known + new).map { add(string: $0, at: .synthesized) }
    options.omitted = add(list: entries, at: .synthesized)
    return true
  }

  /// Writes the resource at `index` with the fields of its manifest `wanted` but for its name; returns
  /// `false` if that is done already.
  fileprivate mutating func writeFields(of index: Index<Resource>, as wanted: Manifest) -> Bool {
    guard let kind = resources[index].kind else { return false }
    let known = Array(members(in: resources[index].members))
    let name = known.first { !$0.isRaw && text($0.key) == kind.nameMember }
    if known.allSatisfy({ $0.isRaw || $0.key == name?.key }) { return false }
    let nameField = kind.nameMember.flatMap {
      kind.request?.member(Array($0.utf8)[...])?.servedName
    }
    let fields = wanted.specification.map { field in
      if field.key == nameField, let name { return name }
      let key = symbols.intern(field.key)
      return Member(key, add(field.value), at: field.origin, isRaw: true)
    }
    resources[index].members = addMembers(fields)
    return true
  }

  /// Adds the value that `value` of a manifest is.
  private mutating func add(_ value: ManifestValue) -> Index<Value> {
    switch value {
    case .text(let text): return add(string: text, at: .synthesized)
    case .definition(let text):
      return add(string: String(decoding: text.bytes, as: UTF8.self), at: .synthesized)
    case .literal("null"): return add(.null, at: .synthesized)
    case .literal("true"): return add(.boolean(true), at: .synthesized)
    case .literal("false"): return add(.boolean(false), at: .synthesized)
    case .literal(let lexeme): return add(number: lexeme, at: .synthesized)
    case .list(let entries):
      let values = entries.map { add($0) }
      return add(list: values, at: .synthesized)
    case .mapping(let members):
      let values = members.map { member in
        let key = symbols.intern(member.key)
        return Member(key, add(member.value), at: member.origin)
      }
      return add(object: values, at: .synthesized)
    }
  }
}
