extension PipelineGraph {
  /// Returns the outputs that the Lambda or Callback step `step` declares and names literally.
  ///
  /// `nil` means that its declaration can't be read.
  package func outputParameters(of step: Index<Step>) -> [OutputParameter]? {
    guard let field = present(field("OutputParameters", of: step)) else { return [] }
    guard let entries = list(field) else { return nil }
    var outputs: [OutputParameter] = []
    for entry in entries {
      guard let name = string(member("OutputName", of: entry)) else { return nil }
      let type = string(member("OutputType", of: entry)).flatMap { ScalarType(rawValue: $0) }
      outputs.append(OutputParameter(name: name, type: type))
    }
    return outputs
  }
}

/// What a Lambda or Callback step returns.
package struct OutputParameter: Sendable {
  /// The name.
  package let name: String
  /// The type, if it is one of the four.
  package let type: ScalarType?
}
