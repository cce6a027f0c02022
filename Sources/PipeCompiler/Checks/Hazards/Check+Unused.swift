extension Check {
  /// What is declared is used, unless a mistake may be all that stands between it and its use.
  static let unused = Check { graph, analysis, diagnostics in
    guard analysis.isWhole else { return }
    if !diagnostics.holds(where: { $0 == .undeclaredParameter }) {
      reportParameters(graph, analysis, &diagnostics)
    }
    if !diagnostics.holds(where: { $0 == .unknownPropertyFile || $0 == .invalidPropertyFile }) {
      reportFiles(graph, &diagnostics)
    }
    if !diagnostics.holds(where: { $0 == .unknownOutputParameter || $0 == .duplicateOutput }) {
      reportReturns(graph, analysis, &diagnostics)
    }
    if graph.steps.count == 0 {
      diagnostics.report(
        Diagnostic(
          .emptyPipeline, "the pipeline has no steps", at: graph.header.origin,
          why: "a run of it does nothing", help: "add a step"))
    }
  }

  /// Reports parameters that nothing reads.
  private static func reportParameters(
    _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard graph.parameters.count > 0 else { return }
    var isRead = [UInt8](repeating: 0, count: graph.parameters.count)
    for reference in graph.references.elements {
      guard case .parameter(let name) = reference.root, let index = analysis.parameters[name] else {
        continue
      }
      isRead[Int(index.offset)] = 1
    }
    for index in graph.parameters.indices where isRead[Int(index.offset)] == 0 {
      let parameter = graph.parameters[index]
      // A second one of the same name is reported as such.
      guard analysis.parameters[parameter.name] == index else { continue }
      diagnostics.report(
        Diagnostic(
          .unusedParameter, "nothing reads the parameter `\(graph.text(parameter.name))`",
          at: parameter.origin, why: "whoever starts the pipeline expects that it matters",
          help: "use it or remove it"))
    }
  }

  /// Reports property files in which nothing is read.
  private static func reportFiles(_ graph: PipelineGraph, _ diagnostics: inout Diagnostics) {
    guard graph.symbols.find("PropertyFiles") != nil else { return }
    for index in graph.steps.indices where graph.steps[index].kind == .processing {
      for file in graph.list(graph.field("PropertyFiles", of: index)) ?? [] {
        guard let name = graph.member("PropertyFileName", of: file),
          case .string(let symbol) = graph.values[name]
        else { continue }
        let wanted = JSONGetFile.propertyFile(step: graph.steps[index].name, name: symbol)
        if graph.jsonGets.elements.contains(where: { $0.file == wanted }) { continue }
        diagnostics.report(
          Diagnostic(
            .unusedReport, "nothing is read in the property file `\(graph.text(symbol))`",
            at: graph.origin(of: name), help: "read a value in it, or remove it"))
      }
    }
  }

  /// Reports outputs of Lambda and Callback steps that nothing reads.
  private static func reportReturns(
    _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard graph.symbols.find("OutputParameters") != nil else { return }
    for index in graph.steps.indices {
      guard [.lambda, .callback].contains(graph.steps[index].kind) else { continue }
      for output in graph.list(graph.field("OutputParameters", of: index)) ?? [] {
        guard let name = graph.member("OutputName", of: output),
          case .string(let symbol) = graph.values[name],
          !isRead(symbol, of: graph.steps[index].name, graph, analysis)
        else { continue }
        diagnostics.report(
          Diagnostic(
            .unusedOutput, "nothing reads the output `\(graph.text(symbol))`",
            at: graph.origin(of: name), help: "read it, or remove it"))
      }
    }
  }

  /// Returns `true` iff something reads the output `name` of the step called `step`, in a loop or not.
  private static func isRead(
    _ name: Symbol, of step: Symbol, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> Bool {
    graph.references.elements.contains { reference in
      guard graph.path(of: reference).last == .key(name) else { return false }
      switch reference.root {
      case .step(let root), .iterationOutput(let root):
        return root == step || graph.path(of: reference).contains(.member(step))
          || graph.path(of: reference).first == .member(.word(.selected))
      default: return false
      }
    }
  }
}
