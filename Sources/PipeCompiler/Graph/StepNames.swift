/// Which step has which name.
package struct StepNames: Sendable {
  /// One plus the position of the first step of each name, by the name's position; zero for none.
  private var positions: [UInt32]

  /// Creates the lookup of the steps of `graph`.
  package init(of graph: PipelineGraph) {
    positions = Array(repeating: 0, count: graph.symbols.count)
    for (position, step) in graph.steps.elements.enumerated() {
      let name = Int(step.name.offset)
      if positions[name] == 0 { positions[name] = UInt32(truncatingIfNeeded: position + 1) }
    }
  }

  /// Returns the first step called `name`, if there is one.
  package subscript(name: Symbol) -> Index<Step>? {
    guard Int(name.offset) < positions.count else { return nil }
    let position = positions[Int(name.offset)]
    return position == 0 ? nil : Index(Int(position) - 1)
  }
}
