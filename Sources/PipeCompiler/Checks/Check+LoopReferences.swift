extension Check {
  /// Loops are read from outside through their results, and items from inside only.
  static let loopReferences = Check { graph, analysis, diagnostics in
    guard graph.regions.elements.contains(where: { $0.role == .body }) || readsItems(graph) else {
      return
    }
    for read in analysis.reads { check(read, graph, analysis, &diagnostics) }
    for (position, step) in graph.steps.elements.enumerated() {
      for dependency in step.dependencies {
        guard let target = analysis.names[dependency.step] else { continue }
        checkEntry(
          from: Index(position), to: target, at: dependency.origin, graph, analysis, &diagnostics)
      }
    }
  }

  /// Returns `true` iff something in `graph` reads an item or the output of an iteration.
  private static func readsItems(_ graph: PipelineGraph) -> Bool {
    graph.references.elements.contains { reference in
      switch reference.root {
      case .currentItem, .iterationOutput: true
      default: false
      }
    }
  }

  /// Reports `read` if it looks into a loop from outside, or out of nothing.
  private static func check(
    _ read: RuntimeRead, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    let origin = graph.origin(of: read.value)
    if let name = graph.stepName(readBy: read.value), let target = analysis.names[name] {
      checkEntry(from: read.reader, to: target, at: origin, graph, analysis, &diagnostics)
    }
    guard case .reference(let index) = graph.values[read.value] else { return }
    let reference = graph.references[index]
    switch reference.root {
    case .step(let name):
      checkResult(reference, of: analysis.names[name], at: origin, graph, analysis, &diagnostics)
    case .currentItem where !isInLoop(read, graph, analysis):
      diagnostics.report(
        Diagnostic(
          .misplacedItem, "there is no item here", at: origin,
          why: "the current item exists only in the body of a loop",
          help: "move the step into the loop that it belongs to"))
    case .iterationOutput where !read.isInSelector:
      diagnostics.report(
        Diagnostic(
          .misplacedItem, "the output of an iteration is only known to the loop's selector",
          at: origin,
          help: "read `IterationOutputs[0].<step>` or `Selected` of the loop's step"))
    default: break
    }
  }

  /// Returns `true` iff `read` happens in the body of a loop.
  private static func isInLoop(
    _ read: RuntimeRead, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> Bool {
    guard let reader = read.reader else { return false }
    return analysis.loopBody(around: graph.steps[reader].region, in: graph) != nil
  }

  /// Reports that `reader` depends on `target` if that is in a loop which `reader` is not in.
  private static func checkEntry(
    from reader: Index<Step>?, to target: Index<Step>, at origin: Origin, _ graph: PipelineGraph,
    _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard let body = analysis.loopBody(around: graph.steps[target].region, in: graph),
      let owner = graph.regions[body].owner
    else { return }
    let own = reader.map { graph.steps[$0].region } ?? PipelineGraph.root
    guard !analysis.regions.contains(body, own) else { return }
    let (name, loop) = (graph.text(graph.steps[target].name), graph.text(graph.steps[owner].name))
    diagnostics.report(
      Diagnostic(
        .loopReference, "`\(name)` can't be seen from outside of `\(loop)`", at: origin,
        related: [Label("it runs once for each item", at: graph.steps[target].origin)],
        help: "read `Steps.\(loop).IterationOutputs[0].\(name)` or `Steps.\(loop).Selected`, "
          + "or wait for `\(loop)`"))
  }

  /// Reports a read of the results of the loop `step` that does not say whose.
  private static func checkResult(
    _ reference: Reference, of step: Index<Step>?, at origin: Origin, _ graph: PipelineGraph,
    _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    guard let step, case .forEach(let loop) = graph.steps[step].body else { return }
    let path = Array(graph.path(of: reference))
    guard case .member(let first)? = path.first, graph.text(first) == "IterationOutputs" else {
      return
    }
    let loopName = graph.text(graph.steps[step].name)
    guard path.count > 1, case .index = path[1] else {
      diagnostics.report(
        Diagnostic(
          .loopReference, "the results of `\(loopName)` need an index", at: origin,
          help: "write `IterationOutputs[0]` for the first item's"))
      return
    }
    guard path.count > 2, case .member(let name) = path[2] else { return }
    if let inner = analysis.names[name], graph.steps[inner].region == loop.body { return }
    let names = graph.regions[loop.body].steps.map { graph.text(graph.steps[$0].name) }
    diagnostics.report(
      Diagnostic(
        .loopReference, "`\(graph.text(name))` is not a step of `\(loopName)`", at: origin,
        help: nearest(to: graph.text(name), in: names).map { "did you mean `\($0)`?" }))
  }
}
