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
    json.beginObject()
    json.key("Type")
    switch condition {
    case .comparison(let comparison, let left, let right):
      json.string(comparison.rawValue)
      json.key("LeftValue")
      write(left, to: &json)
      json.key("RightValue")
      write(right, to: &json)
    case .membership(let query, let options):
      json.string("In")
      json.key("QueryValue")
      write(query, to: &json)
      json.key("Values")
      writeList(options, to: &json)
    case .not(let condition):
      json.string("Not")
      json.key("Condition")
      write(graph.conditions[condition], to: &json)
    case .or(let run):
      json.string("Or")
      json.key("Conditions")
      write(graph.conditions(in: run), to: &json)
    }
    json.endObject()
  }
}
