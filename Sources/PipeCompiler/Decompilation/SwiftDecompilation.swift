/// A definition as a program in Swift.
public struct SwiftDecompilation: Sendable {
  /// The program; `nil` if there was no definition to read, or Swift can't say all that it says.
  public let bytes: [UInt8]?
  /// What is wrong with the definition, if it could not be read.
  public let diagnostics: Diagnostics
  /// What the library has no words for, in the order of the definition: where, and what.
  public let problems: [(origin: Origin, message: String)]
}

/// Returns the pipeline in `file`, whose definition is read as it stands there or in a manifest, as a program
/// in Swift of a pipeline called `name`, which runs as `role` unless something says otherwise.
///
/// The program builds what the definition says. What the library can't say is listed instead, and nothing
/// is written.
package func decompileToSwift(
  _ pipeline: ReadPipeline?, _ file: SourceFile, named name: String, role: String?
) -> SwiftDecompilation {
  var diagnostics = Diagnostics()
  let file = pipeline.map { SourceFile(name: file.name, bytes: $0.definition ?? []) } ?? file
  guard importDefinition(file, reportingTo: &diagnostics) != nil,
    let document = DefinitionDocument(file.bytes, reportingTo: &diagnostics)
  else { return SwiftDecompilation(bytes: nil, diagnostics: diagnostics, problems: []) }
  let header = pipeline.map(\.graph)
  let given = header.flatMap { $0.string($0.header.role) }
  let declared = header.map { $0.text($0.header.name) } ?? ""
  var writer = SwiftWriter(
    document, role: given ?? DocumentSteps(of: document).commonRole(in: document) ?? role)
  guard writer.steps.isComplete else {
    let problem = (origin: Origin.synthesized, message: "a step has no name or no type")
    return SwiftDecompilation(bytes: nil, diagnostics: Diagnostics(), problems: [problem])
  }
  let text = writer.program(
    named: declared.isEmpty ? name : declared, header: header.map(swiftHeader) ?? [])
  let problems = writer.problems.map { problem in
    let step = problem.step.map { "`\(writer.steps.all[$0].name)`: " } ?? ""
    let origin = problem.value.map { document.graph.origin(of: $0) } ?? .synthesized
    return (origin: origin, message: step + problem.message)
  }
  return SwiftDecompilation(
    bytes: problems.isEmpty ? Array(text.utf8) : nil, diagnostics: Diagnostics(),
    problems: problems)
}

/// Returns the arguments of a pipeline that say what the header of `graph` says beside the definition.
private func swiftHeader(of graph: PipelineGraph) -> [SwiftNode] {
  let header = graph.header
  var nodes: [SwiftNode] = []
  for (label, value) in [
    ("displayName", header.displayName), ("description", header.description),
  ] {
    guard let text = graph.string(value) else { continue }
    nodes.append(.prefixed("\(label): ", .text(SwiftNames.quoted(text))))
  }
  if let value = header.parallelism, case .number(let lexeme) = graph.values[value] {
    nodes.append(.text("parallelism: \(graph.text(lexeme))"))
  }
  if let tags = swiftMap(header.tags, of: graph) { nodes.append(.prefixed("tags: ", tags)) }
  let options = header.kubernetes
  var parts: [SwiftNode] = []
  func add(_ label: String, _ value: Index<Value>?) {
    guard let text = graph.string(value) else { return }
    parts.append(.prefixed("\(label): ", .text(SwiftNames.quoted(text))))
  }
  add("name", options.name)
  add("namespace", options.namespace)
  for (label, value) in [("labels", options.labels), ("annotations", options.annotations)] {
    if let map = swiftMap(value, of: graph) { parts.append(.prefixed("\(label): ", map)) }
  }
  add("region", options.region)
  add("adoption", options.adoption)
  add("deletion", options.deletion)
  if let names = graph.list(options.omitted), !names.isEmpty {
    let texts = names.compactMap { graph.string($0) }.map { SwiftNode.text(SwiftNames.quoted($0)) }
    parts.append(.prefixed("omitting: ", .group("[", texts, "]")))
  }
  if !parts.isEmpty { nodes.append(.prefixed("kubernetes: ", .group("Kubernetes(", parts, ")"))) }
  return nodes
}

/// Returns the map of texts that `value` is.
private func swiftMap(_ value: Index<Value>?, of graph: PipelineGraph) -> SwiftNode? {
  guard let value, case .object(let run) = graph.values[value], run.count > 0 else { return nil }
  let pairs: [SwiftNode] = graph.members(in: run).map { member in
    let text = SwiftNames.quoted(graph.string(member.value) ?? "")
    return .text("\(SwiftNames.quoted(graph.text(member.key))): \(text)")
  }
  return .group("[", pairs, "]")
}
