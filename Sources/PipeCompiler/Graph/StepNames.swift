/// Which step has which name.
package struct StepNames: Sendable {
  /// The first step of each name.
  private let steps: NameTable<Step>

  /// Creates the lookup of the steps of `graph`.
  package init(of graph: PipelineGraph) {
    steps = NameTable(of: graph.steps.elements, in: graph.symbols) { $0.name }
  }

  /// Returns the first step called `name`, if there is one.
  package subscript(name: Symbol) -> Index<Step>? { steps[name] }
}
