extension Check {
  /// No step waits for another one in two ways.
  static let dependencyLists = Check { graph, _, diagnostics in
    for step in graph.steps.elements where step.dependencies.count > 1 {
      var first: [Symbol: Dependency] = [:]
      for dependency in step.dependencies {
        guard let other = first[dependency.step] else {
          first[dependency.step] = dependency
          continue
        }
        guard other.trigger != dependency.trigger else { continue }
        let (name, target) = (graph.text(step.name), graph.text(dependency.step))
        diagnostics.report(
          Diagnostic(
            .triggerConflict,
            "`\(name)` waits for `\(target)` as \(other.trigger.rawValue) and as "
              + dependency.trigger.rawValue,
            at: dependency.origin,
            related: [Label("the first one", at: other.origin)],
            why: "a step may be listed with one trigger only",
            help: "remove one of them, or use `Any`"))
      }
    }
  }
}
