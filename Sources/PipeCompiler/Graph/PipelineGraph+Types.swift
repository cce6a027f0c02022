extension PipelineGraph {
  /// Returns `true` iff the number spelled `lexeme` has neither fraction nor exponent.
  package func isWholeNumber(_ lexeme: Symbol) -> Bool {
    !symbols[lexeme].contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
  }

  /// Returns the type of what `reference` reads, as far as the graph itself tells.
  ///
  /// That is the declared type of parameters and of the outputs of Lambda and Callback steps;
  /// execution variables are strings (SageMaker Python SDK, `execution_variables.py`), the
  /// `Outcome` of a condition is a Boolean.
  package func type(of reference: Reference) -> ScalarType? {
    switch reference.root {
    case .parameter(let name):
      return parameters.elements.first { $0.name == name }?.type
    case .execution, .experiment: return .string
    case .step(let name): return type(ofPath: path(of: reference), inStep: name)
    case .currentItem, .iterationOutput, .unreadable: return nil
    }
  }

  /// Returns the type of what `path` reads from the step called `name`.
  private func type(
    ofPath path: ArraySlice<PathSegment>, inStep name: Symbol
  ) -> ScalarType? {
    guard case .member(let member)? = path.first else { return nil }
    let isOutcome = path.count == 1 && member == .word(.outcome)
    let isOutput = path.count == 2 && member == .word(.outputParameters)
    guard isOutcome || isOutput, let step = steps.indices.first(where: { steps[$0].name == name })
    else { return nil }
    if isOutcome { return steps[step].kind == .condition ? .boolean : nil }
    guard case .key(let key)? = path.last else { return nil }
    return outputType(key, of: step)
  }
}
