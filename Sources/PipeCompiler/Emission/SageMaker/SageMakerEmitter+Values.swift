// Values and what is only known at run time.
extension SageMakerEmitter {
  /// Writes `member` of an object.
  func write(_ member: Member, to json: inout JSONWriter) {
    json.key(member.key, of: graph.symbols)
    write(member.value, to: &json)
  }

  /// Writes `value`.
  func write(_ value: Index<Value>, to json: inout JSONWriter) {
    switch graph.values[value] {
    case .null: json.verbatim("null")
    case .boolean(let flag): json.verbatim(flag ? "true" : "false")
    case .number(let lexeme): json.verbatim(lexeme, of: graph.symbols)
    case .string(let text): json.string(text, of: graph.symbols)
    case .list(let run): writeList(run, to: &json)
    case .object(let run):
      json.beginObject()
      for member in graph.members(in: run) { write(member, to: &json) }
      json.endObject()
    case .reference(let reference): writeGet(graph.references[reference], to: &json)
    case .join(let separator, let run): writeJoin(run, separator: separator, to: &json)
    case .jsonGet(let jsonGet): write(graph.jsonGets[jsonGet], to: &json)
    case .duration(let seconds): json.number(Int(seconds))
    }
  }

  /// Writes the values in `run` as a list.
  func writeList(_ run: Run, to json: inout JSONWriter) {
    json.beginList()
    for element in graph.elements(in: run) {
      json.entry()
      write(element, to: &json)
    }
    json.endList()
  }

  /// Writes the texts of the values in `run` with `separator` between them.
  private func writeJoin(_ run: Run, separator: Symbol, to json: inout JSONWriter) {
    json.beginObject()
    json.key("Std:Join")
    json.beginObject()
    json.key("On")
    json.string(separator, of: graph.symbols)
    json.key("Values")
    writeList(run, to: &json)
    json.endObject()
    json.endObject()
  }

  /// Writes the value that `reference` stands for.
  private func writeGet(_ reference: Reference, to json: inout JSONWriter) {
    json.beginObject()
    json.key("Get")
    json.string { graph.writePath(of: reference, to: &$0) }
    json.endObject()
  }

  /// Writes the value that `jsonGet` reads.
  private func write(_ jsonGet: JSONGet, to json: inout JSONWriter) {
    json.beginObject()
    json.key("Std:JsonGet")
    json.beginObject()
    switch jsonGet.file {
    case .propertyFile(let step, let name):
      json.key("PropertyFile")
      json.beginObject()
      json.key("Get")
      json.string { graph.writePath(ofPropertyFile: name, of: step, to: &$0) }
      json.endObject()
    case .uri(let uri):
      json.key("S3Uri")
      write(uri, to: &json)
    }
    json.key("Path")
    json.string(jsonGet.path, of: graph.symbols)
    json.endObject()
    json.endObject()
  }
}
