/// What is known about the type of a value that is compared.
struct OperandType {
  /// The type.
  let type: ScalarType
  /// `true` iff the value is written down and not computed.
  let isLiteral: Bool

  /// Finds the type of `value` without the API's model; `nil` where that is not enough.
  init?(of value: Index<Value>, _ graph: PipelineGraph, _ analysis: Analysis) {
    switch graph.values[value] {
    case .boolean: self.init(.boolean, isLiteral: true)
    case .string: self.init(.string, isLiteral: true)
    case .number(let lexeme):
      self.init(graph.isInteger(lexeme) ? .integer : .float, isLiteral: true)
    case .join: self.init(.string, isLiteral: false)
    case .reference(let index):
      guard let type = Self.type(of: graph.references[index], graph, analysis) else { return nil }
      self.init(type, isLiteral: false)
    case .null, .list, .object, .jsonGet, .duration: return nil
    }
  }

  private init(_ type: ScalarType, isLiteral: Bool) {
    self.type = type
    self.isLiteral = isLiteral
  }

  /// `true` iff the type is one of the two number types.
  var isNumber: Bool { type == .integer || type == .float }

  /// Returns the type of what `reference` reads, where the graph itself says it.
  private static func type(
    of reference: Reference, _ graph: PipelineGraph, _ analysis: Analysis
  ) -> ScalarType? {
    switch reference.root {
    case .parameter(let name): return analysis.parameters[name].map { graph.parameters[$0].type }
    case .execution, .experiment: return .string
    case .step(let name):
      return analysis.names[name].flatMap { type(of: reference, from: $0, graph) }
    case .currentItem, .iterationOutput, .unreadable: return nil
    }
  }

  /// Returns the type of what `reference` reads from `step`.
  private static func type(
    of reference: Reference, from step: Index<Step>, _ graph: PipelineGraph
  ) -> ScalarType? {
    let path = Array(graph.path(of: reference))
    guard case .member(let first)? = path.first else { return nil }
    switch (graph.steps[step].kind, graph.text(first), path.count) {
    case (.condition, "Outcome", 1): return .boolean
    case (.lambda, "OutputParameters", 2), (.callback, "OutputParameters", 2):
      guard case .key(let key) = path[1] else { return nil }
      let name = graph.text(key)
      return graph.outputParameters(of: step)?.first { $0.name == name }?.type
    default: return nil
    }
  }
}
