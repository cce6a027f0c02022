/// Something that may complain about a graph and cannot change it.
package struct Check: Sendable {
  /// Looks at a graph, and at what is known about it, and reports what is wrong.
  let run: @Sendable (borrowing PipelineGraph, Analysis, inout Diagnostics) -> Void

  /// All checks, in the order in which they run.
  static let all: [Check] = [
    .pipelineName, .role, .tags, .kubernetes, .executions, .resources, .stepNames, .texts,
    .parameters,
    .references, .loopReferences, .properties, .arguments, .dependencyCycles, .branches, .failSteps,
    .jobOutputs,
    .propertyFiles,
    .outputParameters, .outputReferences, .conditions, .operands, .retries, .caching, .loops,
    .dependencyLists,
    .quotas, .storage, .cacheKeys, .unused, .credentials, .places,
    .satisfiability, .security, .serviceDate,
  ]
}
