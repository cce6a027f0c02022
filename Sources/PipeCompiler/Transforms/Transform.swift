/// Something that may change a graph and cannot complain about it.
package struct Transform: Sendable {
  /// What the transform is called in tests.
  package let name: String
  /// Changes a graph, and notes what it changed.
  package let run: @Sendable (inout PipelineGraph, inout TransformLog) -> Void

  /// Returns the transforms that `level` allows, in the order in which they run.
  package static func enabled(at level: Optimization) -> [Transform] {
    switch level {
    case .none: []
    case .safe: [.joins, .conditions, .orders]
    case .merging: [.joins, .conditions, .twins, .idleConditions, .orders]
    }
  }
}

/// What transforms changed.
package struct TransformLog: Sendable {
  /// The changes, in the order in which they were made.
  package private(set) var changes: [TransformChange] = []

  /// Creates a log without changes.
  package init() {}

  /// Notes that `words` say what was changed, at what is written at `origin`.
  mutating func note(_ words: String, at origin: Origin) {
    changes.append(TransformChange(words: words, origin: origin))
  }
}

/// Something that a transform changed.
public struct TransformChange: Hashable, Sendable {
  /// What was changed, and why that is the same.
  public let words: String
  /// Where what was changed is written.
  package let origin: Origin
}
