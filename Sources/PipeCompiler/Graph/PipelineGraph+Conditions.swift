extension PipelineGraph {
  /// Returns `roots` and all conditions inside them, each once, outer ones first.
  package func conditionTree(_ roots: [Index<Condition>]) -> [Index<Condition>] {
    var found: [Index<Condition>] = []
    var seen: Set<Index<Condition>> = []
    var stack: [Index<Condition>] = roots.reversed()
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      found.append(index)
      switch conditions[index] {
      case .comparison, .membership, .verbatim: break
      case .not(let inner): stack.append(inner)
      case .or(let run): stack.append(contentsOf: conditions(in: run).reversed())
      }
    }
    return found
  }
}
