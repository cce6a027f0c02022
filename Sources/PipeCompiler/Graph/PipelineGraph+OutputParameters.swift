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

  /// Returns the declared type of the output `name` of a Lambda or Callback step.
  package func outputType(_ name: Symbol, of step: Index<Step>) -> ScalarType? {
    for output in list(field(.outputParameters, of: step)) ?? []
    where symbol(member(.outputName, of: output)) == name {
      return string(member(.outputType, of: output)).flatMap { ScalarType(rawValue: $0) }
    }
    return nil
  }
}
