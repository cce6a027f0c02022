extension Check {
  /// What decides whether a cached step runs again is not different in every run.
  static let cacheKeys = Check { graph, analysis, diagnostics in
    guard analysis.readsRunIdentity else { return }
    for index in graph.steps.indices {
      let step = graph.steps[index]
      guard let config = graph.present(step.cacheConfig),
        case .boolean(true)? = graph.member(.enabled, of: config).map({ graph.values[$0] })
      else { continue }
      for path in step.kind.cacheKeys {
        report(at: graph.arguments(of: index), path[...], step, graph, &diagnostics)
      }
    }
  }

  /// Reports what at `path` in `value` is different in every run.
  private static func report(
    at value: Index<Value>?, _ path: ArraySlice<String>, _ step: Step, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let value = graph.present(value) else { return }
    if let name = path.first {
      return report(
        at: graph.member(named: name, of: value), path.dropFirst(), step, graph, &diagnostics)
    }
    var stack = [value]
    while let next = stack.popLast() {
      switch graph.values[next] {
      case .list(let run), .join(_, let run): stack += graph.elements(in: run)
      case .object(let run): stack += graph.members(in: run).map(\.value)
      case .reference(let index):
        guard case .execution(let name) = graph.references[index].root,
          Analysis.isRunIdentity(graph.symbols[name])
        else { continue }
        diagnostics.report(
          Diagnostic(
            .defeatedCache,
            "`\(graph.text(step.name))` is cached, and this is different in every run",
            at: graph.origin(of: next),
            related: step.cacheConfig.map {
              [Label("results are reused if nothing changes", at: graph.origin(of: $0))]
            } ?? [],
            why: "a step runs again if a member that the service compares has changed",
            help: "leave it out, or switch the cache off"))
      default: continue
      }
    }
  }
}
