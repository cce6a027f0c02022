extension Check {
  /// What is declared is used, unless a mistake may be all that stands between it and its use.
  static let unused = Check { graph, analysis, diagnostics in
    guard analysis.isWhole else { return }
    if !diagnostics.holds(where: { $0 == .undeclaredParameter || $0 == .unreadableReference }) {
      reportParameters(graph, analysis, &diagnostics)
    }
    if !diagnostics.holds(where: { $0 == .unknownPropertyFile || $0 == .invalidPropertyFile }) {
      reportFiles(graph, analysis, &diagnostics)
    }
    let isResultLost = diagnostics.holds {
      $0 == .unknownOutputParameter || $0 == .duplicateOutput || $0 == .loopReference
    }
    if !isResultLost {
      reportReturns(graph, analysis, &diagnostics)
    }
    if graph.steps.count == 0, !graph.header.isAbsent {
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
    for read in analysis.reads {
      guard case .reference(let index) = graph.values[read.value],
        case .parameter(let name) = graph.references[index].root,
        let parameter = analysis.parameters[name]
      else { continue }
      isRead[Int(parameter.offset)] = 1
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
  private static func reportFiles(
    _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    for index in graph.steps.indices where graph.steps[index].kind == .processing {
      guard let files = graph.list(graph.field(.propertyFiles, of: index)) else { continue }
      for file in files {
        guard let name = graph.member(.propertyFileName, of: file),
          case .string(let symbol) = graph.values[name],
          !analysis.outputReads.contains(symbol, of: graph.steps[index].name)
        else { continue }
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
    for index in graph.steps.indices {
      let (kind, step) = (graph.steps[index].kind, graph.steps[index].name)
      guard kind == .lambda || kind == .callback,
        let outputs = graph.list(graph.field(.outputParameters, of: index))
      else { continue }
      for output in outputs {
        guard let name = graph.member(.outputName, of: output),
          case .string(let symbol) = graph.values[name],
          !analysis.outputReads.contains(symbol, of: step)
        else { continue }
        diagnostics.report(
          Diagnostic(
            .unusedOutput, "nothing reads the output `\(graph.text(symbol))`",
            at: graph.origin(of: name), help: "read it, or remove it"))
      }
    }
  }
}
