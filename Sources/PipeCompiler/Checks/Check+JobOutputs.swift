extension Check {
  /// A reference to an output of a Processing step names one that the step has.
  static let jobOutputs = Check { graph, analysis, diagnostics in
    var declared = DeclaredNames()
    for read in analysis.reads {
      guard case .reference(let index) = graph.values[read.value],
        case .step(let name) = graph.references[index].root, let step = analysis.names[name],
        let output = outputName(in: graph.path(of: graph.references[index])),
        !declared.mayHold(output, in: step, graph, collect: { outputNames(of: $1, $0) })
      else { continue }
      checkOutput(output, of: step, at: graph.origin(of: read.value), graph, &diagnostics)
    }
  }

  /// Returns the key of `ProcessingOutputConfig.Outputs['key']` if `path` begins so.
  private static func outputName(in path: ArraySlice<PathSegment>) -> Symbol? {
    let start = path.startIndex
    guard path.count >= 3, path[start] == .member(.word(.processingOutputConfig)),
      path[start + 1] == .member(.word(.outputs)), case .key(let key) = path[start + 2]
    else { return nil }
    return key
  }

  /// Reports `output`, which is none of the outputs of `step`.
  private static func checkOutput(
    _ output: Symbol, of step: Index<Step>, at origin: Origin, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let outputs = outputNames(of: step, graph) else { return }
    let (wanted, stepName) = (graph.text(output), graph.text(graph.steps[step].name))
    let known = outputs.map { "`\(graph.text($0))`" }.joined(separator: ", ")
    diagnostics.report(
      Diagnostic(
        .unknownOutput, "`\(stepName)` has no output called `\(wanted)`", at: origin,
        related: [Label("the step", at: graph.steps[step].origin)],
        help: didYouMean(output, oneOf: outputs, graph)
          ?? (outputs.isEmpty
            ? "declare it in `\(stepName)`: "
              + (graph.notation == .pipe
                ? "`output \(wanted) at \"/opt/ml/processing/…\"`"
                : "add it to `ProcessingOutputConfig.Outputs`")
            : "its outputs are \(known)")))
  }
}
