/// Which step has which name.
package struct StepNames: Sendable {
  /// The first step of each name.
  private var steps: [Symbol: Index<Step>] = [:]

  /// Creates the lookup of the steps of `graph`.
  package init(of graph: PipelineGraph) {
    steps.reserveCapacity(graph.steps.count)
    for index in graph.steps.indices where steps[graph.steps[index].name] == nil {
      steps[graph.steps[index].name] = index
    }
  }

  /// Returns the first step called `name`, if there is one.
  package subscript(name: Symbol) -> Index<Step>? { steps[name] }
}
