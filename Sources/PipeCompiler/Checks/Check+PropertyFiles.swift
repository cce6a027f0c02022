extension Check {
  /// Property files are declared by Processing steps, for outputs that exist, and read as such.
  static let propertyFiles = Check { graph, analysis, diagnostics in
    for index in graph.steps.indices {
      guard let field = graph.field(.propertyFiles, of: index) else { continue }
      checkDeclarations(in: field, of: index, graph, &diagnostics)
    }
    var declared = DeclaredNames()
    for read in analysis.reads {
      checkRead(read.value, &declared, graph, analysis, &diagnostics)
    }
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
    // That it is a list of objects is checked with the arguments.
    guard let entries = graph.list(list) else { return }
    let outputs = outputNames(of: step, graph)
    var names: [Symbol] = []
    // Longer lists are refused for their length.
    for entry in entries.prefix(1_000) where graph.object(entry) != nil {
      guard let name = graph.symbol(graph.member(.propertyFileName, of: entry)),
        let output = graph.symbol(graph.member(.outputName, of: entry)),
        graph.symbol(graph.member(.filePath, of: entry)) != nil
      else {
        if isReported(entry, graph) { continue }
        complain(
          "a property file needs `PropertyFileName`, `OutputName` and `FilePath`", at: entry)
        continue
      }
      if names.contains(name) {
        diagnostics.report(
          Diagnostic(
            .duplicateOutput, "the property file `\(graph.text(name))` is declared twice",
            at: graph.origin(of: entry), help: "rename one of them"))
      }
      names.append(name)
      guard let outputs, !outputs.contains(output) else { continue }
      complain(
        "the step `\(graph.text(graph.steps[step].name))` has no output called "
          + "`\(graph.text(output))`",
        at: graph.member(.outputName, of: entry) ?? entry,
        help: didYouMean(output, oneOf: outputs, graph))
    }
  }

  /// Returns `true` iff the property file `entry` has a member that is reported as such.
  private static func isReported(_ entry: Index<Value>, _ graph: PipelineGraph) -> Bool {
    let known: [Symbol] = [.word(.propertyFileName), .word(.outputName), .word(.filePath)]
    return graph.object(entry)?.contains { member in
      !known.contains(member.key)
        || graph.present(member.value) != nil && graph.symbol(member.value) == nil
    } ?? false
  }

  /// Returns the question whether one of `names` is meant by `name`, if one is near.
  static func didYouMean(_ name: Symbol, oneOf names: [Symbol], _ graph: PipelineGraph) -> String? {
    nearest(to: graph.text(name), in: names.map { graph.text($0) }).map { "did you mean `\($0)`?" }
  }

  /// Returns the names of the outputs of the job of `step`, or `nil` if they are not all literal.
  static func outputNames(of step: Index<Step>, _ graph: PipelineGraph) -> [Symbol]? {
    guard graph.steps[step].kind == .processing, let arguments = graph.arguments(of: step),
      graph.object(arguments) != nil
    else { return nil }
    guard let config = graph.present(graph.member(.processingOutputConfig, of: arguments)) else {
      return []
    }
    guard let outputs = graph.list(graph.member(.outputs, of: config)) else { return nil }
    var names: [Symbol] = []
    for output in outputs {
      guard let name = graph.symbol(graph.member(.outputName, of: output)) else { return nil }
      names.append(name)
    }
    return names
  }

  /// Reports `value` if it reads a property file that no step declares, or not as a file.
  private static func checkRead(
    _ value: Index<Value>, _ declared: inout DeclaredNames, _ graph: PipelineGraph,
    _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    switch graph.values[value] {
    case .jsonGet(let index):
      guard case .propertyFile(let step, let name) = graph.jsonGets[index].file,
        let target = analysis.names[step],
        !declared.mayHold(name, in: target, graph, collect: { fileNames(of: $1, $0) })
      else { return }
      checkFile(name, of: target, at: graph.origin(of: value), graph, &diagnostics)
    case .reference(let index):
      let reference = graph.references[index]
      guard case .step(let name) = reference.root,
        case .member(let first)? = graph.path(of: reference).first,
        first == .word(.propertyFiles), analysis.names[name] != nil
      else { return }
      diagnostics.report(
        Diagnostic(
          .invalidPropertyFile, "a property file can't be used as a value",
          at: graph.origin(of: value), why: "it is only the handle of a file",
          help: "read a value inside the file, by a path"))
    default: break
    }
  }

  /// Returns the names of the property files of `step`, or `nil` if they are not all literal.
  private static func fileNames(of step: Index<Step>, _ graph: PipelineGraph) -> [Symbol]? {
    var names: [Symbol] = []
    for entry in graph.list(graph.field(.propertyFiles, of: step)) ?? [] {
      guard let name = graph.symbol(graph.member(.propertyFileName, of: entry)) else { return nil }
      names.append(name)
    }
    return names
  }

  /// Reports `name`, which is no property file of `step`.
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
    guard let declared = fileNames(of: step, graph) else { return }
    let file = graph.text(name)
    diagnostics.report(
      Diagnostic(
        .unknownPropertyFile, "`\(stepName)` declares no property file called `\(file)`",
        at: origin,
        related: [Label("the step", at: graph.steps[step].origin)],
        help: didYouMean(name, oneOf: declared, graph)
          ?? "declare it in `\(stepName)`: "
          + (graph.notation == .pipe
            ? "`report \(file) = \"<file>.json\" in <output>`" : "add it to its `PropertyFiles`")))
  }
}
