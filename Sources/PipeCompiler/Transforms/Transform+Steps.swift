extension Transform {
  /// Makes one of steps that are equal in everything but the name, if their results are cached.
  ///
  /// By asking for a cache the author has said that a result may stand for another run with the same
  /// arguments. Only types are merged for which the service documents a cache; no step of the body of
  /// a loop is, since its results are known by its name.
  static let twins = Transform(name: "twins") { graph, log in
    // A Cleanup step names by text what it cleans.
    if graph.steps.elements.contains(where: { $0.kind == .cleanup }) { return }
    let fragile = graph.namesWithTriggers
    var firsts: [TwinKey: Index<Step>] = [:]
    var removed: Set<Index<Step>> = []
    for step in graph.steps.indices {
      guard graph.mayHaveTwin(step), !fragile.contains(graph.steps[step].name),
        let key = TwinKey(of: step, in: graph)
      else { continue }
      guard let first = firsts[key] else {
        firsts[key] = step
        continue
      }
      let (name, kept) = (graph.steps[step].name, graph.steps[first].name)
      graph.redirect(from: name, to: kept)
      removed.insert(step)
      log.note(
        "`\(graph.text(kept))` does what `\(graph.text(name))` does, and its result is cached: one of "
          + "them is enough", at: graph.steps[step].origin)
    }
    if !removed.isEmpty { graph.remove(removed) }
  }

  /// Leaves out conditions that decide nothing: both of their branches are empty, and nobody reads what
  /// they found or waits for them.
  static let idleConditions = Transform(name: "idle conditions") { graph, log in
    // What is left out may have been the only one to wait for another one.
    while true {
      let awaited = Set(DependencyGraph(of: graph).edges.map(\.target))
      let idle = graph.steps.indices.filter { step in
        guard case .condition(_, let then, let otherwise) = graph.steps[step].body else {
          return false
        }
        let isEmpty = graph.regions[then].steps.isEmpty && graph.regions[otherwise].steps.isEmpty
        // A branch or body, and a pipeline, has to hold something.
        let isAlone = graph.regions[graph.steps[step].region].steps.count == 1
        return isEmpty && !isAlone && !awaited.contains(step)
      }
      // One at a time, since two may be all that their region holds.
      guard let step = idle.first else { return }
      log.note(
        "nothing depends on what `\(graph.text(graph.steps[step].name))` finds: it has no steps in its "
          + "branches", at: graph.steps[step].origin)
      graph.remove([step])
    }
  }
}

/// What makes two steps equal but for their names.
private struct TwinKey: Hashable {
  /// The region.
  private let region: Index<Region>
  /// Everything that the step holds, as text.
  private let text: String

  /// Creates the key of `step`, which is a request, or `nil` if it is not.
  init?(of step: Index<Step>, in graph: PipelineGraph) {
    guard let arguments = graph.arguments(of: step) else { return nil }
    region = graph.steps[step].region
    var dump = GraphDump(graph: graph)
    let parts = graph.steps[step]
    dump.write("\(parts.kind.rawValue) ")
    dump.writeInline(arguments)
    for field in graph.members(in: parts.fields) {
      dump.write("\n\(graph.text(field.key)) ")
      dump.writeInline(field.value)
    }
    for part in [parts.retryPolicies, parts.cacheConfig] {
      dump.write("\n")
      if let part { dump.writeInline(part) }
    }
    for order in parts.dependencies {
      dump.write("\n\(graph.text(order.step)) \(order.trigger.rawValue)")
    }
    text = dump.text
  }
}

extension PipelineGraph {
  /// Returns `true` iff another run's result may stand for that of `step`.
  fileprivate func mayHaveTwin(_ step: Index<Step>) -> Bool {
    switch steps[step].kind {
    case .processing, .training, .tuning, .transform, .autoML: break
    default: return false
    }
    guard let enabled = member(.enabled, of: steps[step].cacheConfig),
      values[enabled] == .boolean(true)
    else { return false }
    var region = steps[step].region
    while let owner = regions[region].owner {
      if regions[region].role == .body { return false }
      region = steps[owner].region
    }
    return true
  }

  /// The names of the steps of which another one waits for a failure, a stop, or any end: such a wait
  /// tells twins apart.
  fileprivate var namesWithTriggers: Set<Symbol> {
    Set(
      steps.elements.flatMap(\.dependencies).filter { $0.trigger != .completed }.map(\.step))
  }

  /// Makes everything that reads from, or is ordered after, the step called `old` do so with `new`.
  fileprivate mutating func redirect(from old: Symbol, to new: Symbol) {
    redirectReads(from: old, to: new)
    for step in steps.indices where steps[step].dependencies.contains(where: { $0.step == old }) {
      for position in steps[step].dependencies.indices
      where steps[step].dependencies[position].step == old {
        steps[step].dependencies[position].step = new
      }
    }
  }
}
