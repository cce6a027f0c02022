extension PipelineGraph {
  /// Returns the names of the outputs that the Lambda or Callback step `step` declares.
  ///
  /// `nil` means that its declaration can't be read.
  package func outputNames(of step: Index<Step>) -> [Symbol]? {
    guard let field = present(field(.outputParameters, of: step)) else { return [] }
    guard let entries = list(field) else { return nil }
    var names: [Symbol] = []
    for entry in entries {
      guard let name = symbol(member(.outputName, of: entry)) else { return nil }
      names.append(name)
    }
    return names
  }

  /// Returns the names of the outputs of a Lambda or Callback step, with their types where these are
  /// declared.
  package func outputTypes(of step: Index<Step>) -> [(name: Symbol, type: ScalarType?)] {
    (list(field(.outputParameters, of: step)) ?? []).compactMap { entry in
      guard let name = symbol(member(.outputName, of: entry)) else { return nil }
      return (name, string(member(.outputType, of: entry)).flatMap { ScalarType(rawValue: $0) })
    }
  }

  /// Returns the declared type of the output `name` of a Lambda or Callback step.
  package func outputType(_ name: Symbol, of step: Index<Step>) -> ScalarType? {
    for output in list(field(.outputParameters, of: step)) ?? []
    where symbol(member(.outputName, of: output)) == name {
      return string(member(.outputType, of: output)).flatMap { ScalarType(rawValue: $0) }
    }
    return nil
  }
}
