/// How much may be changed about a pipeline before it is written; the raw value is what stands behind
/// `-O` on the command line.
public enum Optimization: String, CaseIterable, Hashable, Sendable {
  /// Nothing: what is written is what stands in the source.
  case none = "0"
  /// What cannot change a run.
  case safe = "1"
  /// Also which steps there are, where the author has said that a result may stand for another one.
  case merging = "2"
}

extension CheckedGraph {
  /// Changes the graph as `level` allows it and returns what was changed, in order.
  package mutating func optimize(at level: Optimization) -> [TransformChange] {
    var log = TransformLog()
    for transform in Transform.enabled(at: level) {
      self.transform { transform.run(&$0, &log) }
    }
    return log.changes
  }
}
