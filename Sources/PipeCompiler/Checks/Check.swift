/// Something that may complain about a graph and cannot change it.
package struct Check: Sendable {
  /// Looks at a graph and reports what is wrong with it.
  let run: @Sendable (borrowing PipelineGraph, inout Diagnostics) -> Void

  /// All checks, in the order in which they run.
  static let all: [Check] = []
}
