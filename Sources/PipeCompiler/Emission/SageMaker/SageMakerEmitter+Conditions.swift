// Conditions.
extension SageMakerEmitter {
  /// Writes `conditions` as a list.
  func write(_ conditions: ArraySlice<Index<Condition>>, to json: inout JSONWriter) {
    json.beginList()
    for condition in conditions {
      json.entry()
      write(graph.conditions[condition], to: &json)
    }
    json.endList()
  }

  /// Writes `condition`.
  private func write(_ condition: Condition, to json: inout JSONWriter) {
    if case .verbatim(let value) = condition { return write(value, to: &json) }
    json.beginObject()
    json.key(.word(.type))
    switch condition {
    case .verbatim: break
    case .comparison(let comparison, let left, let right):
      json.string(comparison.symbol)
      json.key(.word(.leftValue))
      write(left, to: &json)
      json.key(.word(.rightValue))
      write(right, to: &json)
    case .membership(let query, let options):
      json.string(.word(.membership))
      json.key(.word(.queryValue))
      write(query, to: &json)
      json.key(.word(.values))
      writeList(options, to: &json)
    case .not(let condition):
      json.string(.word(.not))
      json.key(.word(.condition))
      write(graph.conditions[condition], to: &json)
    case .or(let run):
      json.string(.word(.or))
      json.key(.word(.conditions))
      write(graph.conditions(in: run), to: &json)
    }
    json.endObject()
  }
}
