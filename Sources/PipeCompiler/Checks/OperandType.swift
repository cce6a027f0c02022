/// What is known about the type of a value that is compared.
struct OperandType {
  /// The type.
  let type: ScalarType
  /// `true` iff the value is written down and not computed.
  let isLiteral: Bool
  /// `true` iff the value is a property that the API returns: AWS's own tests compare such with
  /// values of other types (`test_workflow.py` of the SDK's integration tests).
  private(set) var isProperty = false

  /// Finds the type of `value`; `nil` where it is not known, or no scalar.
  init?(of value: Index<Value>, _ graph: PipelineGraph, _ analysis: Analysis) {
    switch graph.values[value] {
    case .boolean: self.init(.boolean, isLiteral: true)
    case .string: self.init(.string, isLiteral: true)
    case .number(let lexeme):
      self.init(graph.isInteger(lexeme) ? .integer : .float, isLiteral: true)
    case .join: self.init(.string, isLiteral: false)
    case .reference(let index):
      guard case .scalar(let type) = analysis.type(of: index) else { return nil }
      self.init(type, isLiteral: false)
      if case .step(let name) = graph.references[index].root, let step = analysis.names[name] {
        isProperty = ![.lambda, .callback, .condition].contains(graph.steps[step].kind)
      }
    case .null, .list, .object, .jsonGet, .duration: return nil
    }
  }

  private init(_ type: ScalarType, isLiteral: Bool) {
    self.type = type
    self.isLiteral = isLiteral
  }

  /// `true` iff the type is one of the two number types.
  var isNumber: Bool { type == .integer || type == .float }
}
