/// The writing of a graph as the pipeline definition that SageMaker executes.
///
/// The methods read the graph and write to a `JSONWriter`; the order of an object's members is
/// the order in which the service's own tools write them.
struct SageMakerEmitter {
  /// The pipeline.
  let graph: PipelineGraph

  /// Returns the definition as JSON, ending in one line feed; without blanks if it is too long with them.
  func definition() -> JSONText {
    let estimate = graph.symbols.byteCount * 2 + graph.values.count * 48
    var json = JSONWriter(QuotedTexts(graph.symbols), reserving: estimate)
    json.beginObject()
    let isVersioned = graph.header.fields.contains { $0.key == .word(.version) }
    if !graph.header.omitsVersion, !isVersioned {
      json.key(.word(.version))
      json.string(.word(.versionDate))
    }
    writeHeader(to: &json)
    json.key(.word(.steps))
    writeSteps(of: PipelineGraph.root, to: &json)
    json.endObject()
    return json.finish().fittingDefinition
  }
}

// Header and parameters.
extension SageMakerEmitter {
  /// Writes what stands between the version and the steps.
  private func writeHeader(to json: inout JSONWriter) {
    let early: [Symbol] = [.word(.metadata), .word(.experimentConfig), .word(.mlflowConfig)]
    writeHeaderFields(to: &json) { $0.key == early[0] }
    writeParameters(to: &json)
    writeHeaderFields(to: &json) { $0.key == early[1] }
    writeHeaderFields(to: &json) { $0.key == early[2] }
    writeHeaderFields(to: &json) { !early.contains($0.key) }
  }

  /// Writes the fields of the header that satisfy `isWanted`.
  private func writeHeaderFields(
    to json: inout JSONWriter, where isWanted: (Member) -> Bool
  ) {
    for field in graph.header.fields where isWanted(field) { write(field, to: &json) }
  }

  /// Writes the list of parameters, unless there are none.
  private func writeParameters(to json: inout JSONWriter) {
    guard graph.parameters.count > 0 else { return }
    json.key(.word(.parameters))
    json.beginList()
    for index in graph.parameters.indices {
      json.entry()
      write(graph.parameters[index], to: &json)
    }
    json.endList()
  }

  /// Writes `parameter`.
  private func write(_ parameter: Parameter, to json: inout JSONWriter) {
    json.beginObject()
    json.key(.word(.name))
    json.string(parameter.name)
    if let overrides = parameter.overrides {
      for member in graph.members(in: overrides) { write(member, to: &json) }
      return json.endObject()
    }
    json.key(.word(.type))
    json.string(parameter.type.symbol)
    if let value = parameter.defaultValue {
      json.key(.word(.defaultValue))
      write(value, to: &json)
      if parameter.type == .float, !parameter.keepsDefault, isWholeNumber(value) {
        json.piece(.word(.pointZero))
      }
    }
    if let values = parameter.enumeration {
      json.key(.word(.enumValues))
      write(values, to: &json)
    }
    json.endObject()
  }

  /// Returns `true` iff `value` is a number spelled without a point and an exponent.
  ///
  /// The service takes such a number for an integer.
  private func isWholeNumber(_ value: Index<Value>) -> Bool {
    guard case .number(let lexeme) = graph.values[value] else { return false }
    return graph.symbols[lexeme].allSatisfy {
      $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
  }
}
