/// Returns the graph of the pipeline that the definition in `file` describes, or `nil` if it is none.
package func importDefinition(
  _ file: SourceFile, reportingTo diagnostics: inout Diagnostics
) -> PipelineGraph? {
  if let position = firstInvalidUTF8(in: file.bytes) {
    diagnostics.report(.invalidUTF8(at: position, in: file.bytes))
    return nil
  }
  var reader = JSONReader(file.bytes, into: .ofDefinition(), diagnostics)
  let root = reader.read()
  var importer = DefinitionImporter(reader.graph, reader.diagnostics)
  if let root { importer.run(root) }
  diagnostics = importer.diagnostics
  return root != nil && importer.isDefinition ? importer.graph : nil
}

/// The machine that makes parameters, steps and conditions of a definition's objects.
struct DefinitionImporter {
  /// The graph so far; the objects are values in it.
  var graph: PipelineGraph
  /// What has been found wrong.
  var diagnostics: Diagnostics
  /// `true` iff the text is a definition, whatever is wrong with it.
  private(set) var isDefinition = true

  /// Creates the importer of what is in `graph`.
  init(_ graph: PipelineGraph, _ diagnostics: Diagnostics) {
    self.graph = graph
    self.diagnostics = diagnostics
  }

  /// Fills the graph from the definition that `root` is.
  mutating func run(_ root: Index<Value>) {
    guard let members = graph.object(root).map({ Array($0) }) else {
      isDefinition = false
      return report("a definition is an object, and this is \(graph.kindName(of: root))", at: root)
    }
    var hasSteps = graph.member(.steps, of: root) != nil
    for member in members where read(member) == "Steps" && !hasSteps {
      hasSteps = true
      readSteps(member)
    }
    checkVersion(of: root)
    if !hasSteps {
      report("the definition has no `Steps`", at: root, help: "add `\"Steps\": [ … ]`")
    }
  }

  /// Reads one member of the definition, and returns the name that one with another name is meant
  /// to have, if that is clear.
  private mutating func read(_ member: Member) -> String? {
    switch member.key {
    case .word(.version): break
    case .word(.parameters):
      for entry in list(member, of: "objects") { readParameter(entry) }
    case .word(.steps): readSteps(member)
    case .word(.metadata), .word(.experimentConfig), .word(.mlflowConfig):
      graph.header.fields.append(member)
    default:
      graph.header.fields.append(member)
      return reportUnknown(member, of: "a definition", among: Self.fields)
    }
    return nil
  }

  /// Reads the steps that `member` lists.
  private mutating func readSteps(_ member: Member) {
    graph.header.origin = member.origin
    for entry in list(member, of: "objects") { readStep(entry, in: PipelineGraph.root) }
  }

  /// The members of a definition.
  private static let fields = [
    "Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps",
  ]

  /// Reports a version that there is not.
  private mutating func checkVersion(of root: Index<Value>) {
    guard let version = graph.member("Version", of: root) else { return }
    guard graph.string(version) != "2020-12-01" else { return }
    report(
      "the version of a definition is `2020-12-01`", at: version,
      help: "write `\"Version\": \"2020-12-01\"`")
  }

  /// Reads a parameter.
  private mutating func readParameter(_ entry: Index<Value>) {
    guard let members = graph.object(entry).map({ Array($0) }) else {
      return report("a parameter is an object, and this is \(graph.kindName(of: entry))", at: entry)
    }
    guard let name = name(in: members, of: "a parameter", at: entry) else { return }
    var parameter = Parameter(name: name.symbol, type: .string, origin: name.origin)
    for member in members {
      switch member.key {
      case .word(.name): continue
      case .word(.type): parameter.type = parameterType(member.value)
      case .word(.defaultValue): parameter.defaultValue = member.value
      case .word(.enumValues): parameter.enumeration = member.value
      case .word(.description): continue
      default:
        reportUnknown(
          member, of: "a parameter",
          among: ["Name", "Type", "DefaultValue", "EnumValues", "Description"])
      }
    }
    _ = graph.parameters.append(parameter)
  }

  /// Returns the type that `value` names; a parameter without one is a String.
  private mutating func parameterType(_ value: Index<Value>) -> ScalarType {
    guard graph.present(value) != nil else { return .string }
    if let type = graph.string(value).flatMap({ ScalarType(rawValue: $0) }) { return type }
    let known = ScalarType.allCases.map(\.rawValue)
    let text = graph.string(value)
    let near = text.flatMap { nearest(to: $0, in: known) }
    diagnostics.report(
      Diagnostic(
        .unknownValue,
        "\(text.map { "`\($0)`" } ?? graph.kindName(of: value)) is not the type of a parameter",
        at: graph.origin(of: value), label: near.map { "did you mean `\($0)`?" } ?? "",
        help: near == nil ? "use `String`, `Integer`, `Float` or `Boolean`" : nil,
        fix: near.flatMap { near in
          graph.origin(of: value).span.map {
            Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"")
          }
        }))
    return .string
  }
}

// What all parts of a definition have in common.
extension DefinitionImporter {
  /// Returns the entries of the list that `member` is; none after reporting that it is no list.
  mutating func list(_ member: Member, of what: String) -> [Index<Value>] {
    guard let value = graph.present(member.value) else { return [] }
    if let entries = graph.list(value) { return Array(entries) }
    let span = graph.string(value) == nil ? nil : graph.origin(of: value).span
    diagnostics.report(
      Diagnostic(
        .malformedDefinition,
        "`\(graph.text(member.key))` is a list of \(what), and this is \(graph.kindName(of: value))",
        at: graph.origin(of: value), why: "the service can't parse such a definition",
        fix: span.map { Fix("put it in brackets", wrapping: $0, in: "[", "]") }))
    return []
  }

  /// Returns the name among `members` of `what` and where it is written, or `nil` after a report.
  mutating func name(
    in members: [Member], of what: String, at value: Index<Value>
  ) -> (symbol: Symbol, origin: Origin)? {
    let found = members.last { $0.key == .word(.name) }?.value
    guard let name = graph.present(found) else {
      report("\(what) has no `Name`", at: value, help: "add `\"Name\": \"…\"`")
      return nil
    }
    guard case .string(let symbol) = graph.values[name] else {
      report("the name of \(what) is a string, and this is \(graph.kindName(of: name))", at: name)
      return nil
    }
    return (symbol, graph.origin(of: name))
  }

  /// Reports `member`, which is none of the `known` ones of `owner`, and returns the one that is
  /// meant, if that is clear.
  @discardableResult
  mutating func reportUnknown(
    _ member: Member, of owner: String, among known: [String]
  ) -> String? {
    let name = graph.text(member.key)
    let longer = known.filter { name.utf8.count >= 4 && $0.hasPrefix(name) }
    if let near = nearest(to: name, in: known) ?? (longer.count == 1 ? longer.first : nil) {
      reportMisspelled(member, of: owner, as: near)
      return near
    }
    diagnostics.report(
      Diagnostic(
        .unknownArgument, "\(owner) has no member `\(name)` that pipec knows", at: member.origin,
        why: "the service refuses members that it does not know",
        help: "it has " + known.map { "`\($0)`" }.joined(separator: ", ")))
    return nil
  }

  /// Reports `member` of `owner`, which is meant to be called `name`.
  mutating func reportMisspelled(_ member: Member, of owner: String, as name: String) {
    diagnostics.report(
      Diagnostic(
        .misspelledArgument, "\(owner) has no member `\(graph.text(member.key))`",
        at: member.origin, label: "did you mean `\(name)`?",
        why: "the service refuses members that it does not know",
        fix: member.origin.span.map { Fix("write `\(name)`", replacing: $0, with: name) }))
  }

  /// Reports that the definition is not made as definitions are.
  mutating func report(_ message: String, at value: Index<Value>, help: String? = nil) {
    diagnostics.report(
      Diagnostic(
        .malformedDefinition, message, at: graph.origin(of: value),
        why: "the service can't parse such a definition", help: help))
  }
}
