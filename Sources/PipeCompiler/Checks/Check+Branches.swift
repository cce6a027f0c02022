extension Check {
  /// No step waits for steps of which a condition runs only one.
  static let branches = Check { graph, analysis, diagnostics in
    reportNesting(graph, analysis, &diagnostics)
    guard graph.regions.count > 1 else { return }
    for index in graph.steps.indices {
      var entered: [(branch: Index<Region>, origin: Origin)] = []
      for edge in analysis.dependencies.edges(from: index) where needsSuccess(edge, index, graph) {
        let origin = graph.origin(of: edge, from: index, in: analysis.dependencies)
        let inner = graph.steps[edge.target].region
        if let owner = divider(graph.steps[index].region, inner, graph, analysis) {
          report(index, waitsFor: edge.target, across: owner, at: origin, graph, &diagnostics)
        }
        for branch in branches(around: inner, outside: graph.steps[index].region, graph, analysis) {
          let other = entered.first {
            $0.branch != branch && graph.regions[$0.branch].owner == graph.regions[branch].owner
          }
          if let other, let owner = graph.regions[branch].owner {
            reportBoth(index, other.origin, across: owner, at: origin, graph, &diagnostics)
          }
          entered.append((branch, origin))
        }
      }
    }
  }

  /// Returns `true` iff `edge` is an own one of `step` that the target's success is needed for.
  private static func needsSuccess(
    _ edge: Edge, _ step: Index<Step>, _ graph: PipelineGraph
  ) -> Bool {
    switch edge.cause {
    case .read: return true
    case .order(let position):
      let dependencies = graph.steps[step].dependencies
      return Int(position) < dependencies.count
        && dependencies[Int(position)].trigger == .completed
    case .owner, .body: return false
    }
  }

  /// Returns the condition step of which `a` and `b` are in different branches.
  private static func divider(
    _ a: Index<Region>, _ b: Index<Region>, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> Index<Step>? {
    guard a != b, let (x, y) = analysis.regions.fork(a, b) else { return nil }
    let owner = graph.regions[x].owner
    return owner == graph.regions[y].owner ? owner : nil
  }

  /// Returns the branches that lie around `region`, up to those that `outside` is in too.
  private static func branches(
    around region: Index<Region>, outside: Index<Region>, _ graph: PipelineGraph,
    _ analysis: Analysis
  ) -> [Index<Region>] {
    var found: [Index<Region>] = []
    var region = region
    while let owner = graph.regions[region].owner, !analysis.regions.contains(region, outside) {
      if graph.regions[region].role != .body { found.append(region) }
      region = graph.steps[owner].region
    }
    return found
  }

  /// Reports that `step` waits for `target` in the other branch of `owner`.
  private static func report(
    _ step: Index<Step>, waitsFor target: Index<Step>, across owner: Index<Step>,
    at origin: Origin, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let names = [step, target, owner].map { "`\(graph.text(graph.steps[$0].name))`" }
    diagnostics.report(
      Diagnostic(
        .otherBranch, "\(names[0]) waits for \(names[1]), in the other branch of \(names[2])",
        at: origin,
        related: [Label("runs only if \(names[0]) does not", at: graph.steps[target].origin)],
        why: "a run takes one of the two branches, so \(names[0]) never starts",
        help: "move the step that both need before the condition"))
  }

  /// Reports that `step` waits for steps in both branches of `owner`.
  private static func reportBoth(
    _ step: Index<Step>, _ other: Origin, across owner: Index<Step>, at origin: Origin,
    _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let name = "`\(graph.text(graph.steps[step].name))`"
    let condition = "`\(graph.text(graph.steps[owner].name))`"
    diagnostics.report(
      Diagnostic(
        .otherBranch, "\(name) waits for steps in both branches of \(condition)", at: origin,
        related: [Label("the other branch", at: other)],
        why: "a run takes one of the two branches, so \(name) never starts",
        help: "repeat the step in both branches, under two names"))
  }

  /// Reports the outermost condition that stands in a branch of another one.
  private static func reportNesting(
    _ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    var (least, outermost) = (Int.max, -1)
    for index in graph.steps.indices where graph.steps[index].kind == .condition {
      let region = graph.steps[index].region
      let role = graph.regions[region].role
      let depth = analysis.regions.depth(of: region)
      guard role == .then || role == .otherwise, depth < least else { continue }
      (least, outermost) = (depth, Int(index.offset))
    }
    guard outermost >= 0 else { return }
    let step = graph.steps[Index(outermost)]
    diagnostics.report(
      Diagnostic(
        .nestedCondition, "the condition `\(graph.text(step.name))` is inside another one",
        at: step.origin,
        why: "AWS's guide says that this is not supported, though its SDKs compile it",
        help: "combine the questions in one condition if the service refuses it"))
  }
}
