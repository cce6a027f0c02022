// For programs.
extension PipelineSetDifference {
  /// The difference as one JSON object.
  var json: [UInt8] {
    var output = ByteWriter(reserving: 4_096)
    output.write("{\n  \"result\": \"\(verdict.rawValue)\",\n  \"pipelines\": [")
    for (number, pipeline) in pipelines.enumerated() {
      output.write(number == 0 ? "\n    {" : ",\n    {")
      output.write("\n      \"name\": ")
      if let name = pipeline.name { output.writeQuoted(name) } else { output.write("null") }
      output.write(",\n      \"changes\": [")
      for (number, change) in pipeline.changes.enumerated() {
        output.write(number == 0 ? "\n        " : ",\n        ")
        write(change.fields, to: &output)
      }
      output.write(pipeline.changes.isEmpty ? "]" : "\n      ]")
      if !pipeline.forecasts.isEmpty { write(pipeline.forecasts, to: &output) }
      output.write("\n    }")
    }
    output.write(pipelines.isEmpty ? "]" : "\n  ]")
    if !resources.isEmpty { writeResources(to: &output) }
    output.write("\n}\n")
    return output.finish()
  }

  /// Writes what is different about resources to `output`.
  private func writeResources(to output: inout ByteWriter) {
    output.write(",\n  \"resources\": [")
    for (number, resource) in resources.enumerated() {
      output.write(number == 0 ? "\n    {\"kind\": " : ",\n    {\"kind\": ")
      output.writeQuoted(resource.kind)
      output.write(", \"name\": ")
      output.writeQuoted(resource.name)
      output.write(", \"action\": \"\(resource.action.rawValue)\", \"changes\": [")
      for (number, change) in resource.changes.enumerated() {
        output.write(number == 0 ? "\n      " : ",\n      ")
        write(change.fields, to: &output)
      }
      output.write(resource.changes.isEmpty ? "]}" : "\n    ]}")
    }
    output.write("\n  ]")
  }

  /// Writes `forecasts` to `output`.
  private func write(_ forecasts: [CacheForecast], to output: inout ByteWriter) {
    output.write(",\n      \"cache\": [")
    for (number, forecast) in forecasts.enumerated() {
      output.write(number == 0 ? "\n        {\"step\": " : ",\n        {\"step\": ")
      output.writeQuoted(forecast.step)
      output.write(", \"outcome\": \"\(forecast.outcome.rawValue)\", \"reasons\": [")
      for (number, reason) in forecast.reasons.enumerated() {
        if number > 0 { output.write(", ") }
        output.writeQuoted(reason)
      }
      output.write("]}")
    }
    output.write("\n      ]")
  }

  /// Writes the object of `fields` to `output`.
  private func write(_ fields: [(name: String, value: String?)], to output: inout ByteWriter) {
    output.write("{")
    var isFirst = true
    for field in fields {
      guard let value = field.value else { continue }
      output.write(isFirst ? "\"\(field.name)\": " : ", \"\(field.name)\": ")
      isFirst = false
      if field.name == "breaksCallers" { output.write(value) } else { output.writeQuoted(value) }
    }
    output.write("}")
  }
}

extension PipelineDifference.Change {
  /// What a program reads about the change.
  fileprivate var fields: [(name: String, value: String?)] {
    let isParameter = part == .parameter
    return [
      ("part", part.rawValue), ("action", action.rawValue),
      (isParameter ? "parameter" : "step", subject.isEmpty ? nil : subject),
      (part == .edge ? "waitsFor" : "path", path.isEmpty ? nil : path), ("old", old), ("new", new),
      ("note", note), ("breaksCallers", breaksCallers ? "true" : nil),
    ]
  }
}
