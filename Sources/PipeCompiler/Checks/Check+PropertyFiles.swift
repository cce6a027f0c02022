extension Check {
  /// Property files are declared by Processing steps, for outputs that exist, and read as such.
  static let propertyFiles = Check { graph, analysis, diagnostics in
    if let key = graph.symbols.find("PropertyFiles") {
      for index in graph.steps.indices {
        let fields = graph.members(in: graph.steps[index].fields)
        guard let field = fields.last(where: { $0.key == key }) else { continue }
        checkDeclarations(in: field.value, of: index, graph, &diagnostics)
      }
    }
    for read in analysis.reads { checkRead(read.value, graph, analysis, &diagnostics) }
  }

  /// Reports what is wrong with the property files that `step` declares in `list`.
  private static func checkDeclarations(
    in list: Index<Value>, of step: Index<Step>, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let list = graph.present(list) else { return }
    func complain(_ message: String, at value: Index<Value>, help: String? = nil) {
      diagnostics.report(
        Diagnostic(.invalidPropertyFile, message, at: graph.origin(of: value), help: help))
    }
    let kind = graph.steps[step].kind
    guard kind == .processing || kind == .other else {
      return complain("only Processing steps have property files", at: list)
    }
    guard let entries = graph.list(list) else {
      return complain("property files are a list of objects", at: list)
    }
    let outputs = outputNames(of: step, graph)
    var names: [String] = []
    for entry in entries {
      let parts = propertyFileKeys.map { graph.string(graph.member($0, of: entry)) }
      guard let name = parts[0], let output = parts[1], parts[2] != nil else {
        complain(
          "a property file needs `PropertyFileName`, `OutputName` and `FilePath`", at: entry)
        continue
      }
      if names.contains(name) { reportTwice(name, at: entry, graph, &diagnostics) }
      names.append(name)
      guard let outputs, !outputs.contains(output) else { continue }
      complain(
        "the step `\(graph.text(graph.steps[step].name))` has no output called `\(output)`",
        at: graph.member("OutputName", of: entry) ?? entry,
        help: nearest(to: output, in: outputs).map { "did you mean `\($0)`?" })
    }
  }

  /// The members of a property file's declaration.
  private static let propertyFileKeys = ["PropertyFileName", "OutputName", "FilePath"]

  /// Reports the second declaration of `name`.
  private static func reportTwice(
    _ name: String, at entry: Index<Value>, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      Diagnostic(
        .duplicateOutput, "the property file `\(name)` is declared twice",
        at: graph.origin(of: entry), help: "rename one of them"))
  }

  /// Returns the names of the outputs of the job of `step`, or `nil` if they are not all literal.
  static func outputNames(of step: Index<Step>, _ graph: PipelineGraph) -> [String]? {
    guard graph.steps[step].kind == .processing, let arguments = graph.arguments(of: step),
      graph.object(arguments) != nil
    else { return nil }
    guard let config = graph.present(graph.member("ProcessingOutputConfig", of: arguments)) else {
      return []
    }
    guard let outputs = graph.list(graph.member("Outputs", of: config)) else { return nil }
    let names = outputs.map { graph.string(graph.member("OutputName", of: $0)) }
    return names.contains(nil) ? nil : names.compactMap { $0 }
  }

  /// Reports `value` if it reads a property file that no step declares, or not as a file.
  private static func checkRead(
    _ value: Index<Value>, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    switch graph.values[value] {
    case .jsonGet(let index):
      guard case .propertyFile(let step, let name) = graph.jsonGets[index].file,
        let target = analysis.names[step]
      else { return }
      checkFile(name, of: target, at: graph.origin(of: value), graph, &diagnostics)
    case .reference(let index):
      let reference = graph.references[index]
      guard case .step(let name) = reference.root,
        case .member(let first)? = graph.path(of: reference).first,
        graph.text(first) == "PropertyFiles", analysis.names[name] != nil
      else { return }
      diagnostics.report(
        Diagnostic(
          .invalidPropertyFile, "a property file can't be used as a value",
          at: graph.origin(of: value), why: "it is only the handle of a file",
          help: "read a value inside the file, by a path"))
    default: break
    }
  }

  /// Reports `name` if `step` declares no property file called so.
  private static func checkFile(
    _ name: Symbol, of step: Index<Step>, at origin: Origin, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    let (stepName, kind) = (graph.text(graph.steps[step].name), graph.steps[step].kind)
    guard kind == .processing else {
      guard kind != .other else { return }
      diagnostics.report(
        Diagnostic(
          .unknownPropertyFile, "`\(stepName)` has no property files", at: origin,
          why: "only Processing steps write them"))
      return
    }
    let entries = graph.present(graph.field("PropertyFiles", of: step)).map { graph.list($0) ?? [] }
    let declared = (entries ?? []).map { graph.string(graph.member("PropertyFileName", of: $0)) }
    let file = graph.text(name)
    guard !declared.contains(file), !declared.contains(nil) else { return }
    diagnostics.report(
      Diagnostic(
        .unknownPropertyFile, "`\(stepName)` declares no property file called `\(file)`",
        at: origin,
        related: [Label("the step", at: graph.steps[step].origin)],
        help: nearest(to: file, in: declared.compactMap { $0 }).map { "did you mean `\($0)`?" }
          ?? "declare it in `\(stepName)`: "
          + (graph.notation == .pipe
            ? "`report \(file) = \"<file>.json\" in <output>`" : "add it to its `PropertyFiles`")))
  }
}
