// Values and what is only known at run time.
extension SageMakerEmitter {
  /// Writes `member` of an object.
  func write(_ member: Member, to json: inout JSONWriter) {
    json.key(member.key)
    write(member.value, to: &json)
  }

  /// Writes `value`.
  func write(_ value: Index<Value>, to json: inout JSONWriter) {
    switch graph.values[value] {
    case .null: json.piece(.word(.null))
    case .boolean(let flag): json.piece(.word(flag ? .yes : .no))
    case .number(let lexeme): json.piece(lexeme)
    case .string(let text): json.string(text)
    case .list(let run): writeList(run, to: &json)
    case .object(let run):
      json.beginObject()
      // By position, since each slice of an array is retained and released.
      for position in run.range { write(graph.members[position], to: &json) }
      json.endObject()
    case .reference(let reference): writeGet(graph.references[reference], to: &json)
    case .join(let separator, let run): writeJoin(run, separator: separator, to: &json)
    case .jsonGet(let jsonGet): write(graph.jsonGets[jsonGet], to: &json)
    case .duration(let seconds): json.verbatim(String(seconds))
    }
  }

  /// Writes the values in `run` as a list.
  func writeList(_ run: Run, to json: inout JSONWriter) {
    json.beginList()
    for position in run.range {
      json.entry()
      write(graph.elements[position], to: &json)
    }
    json.endList()
  }

  /// Writes the texts of the values in `run` with `separator` between them.
  private func writeJoin(_ run: Run, separator: Symbol, to json: inout JSONWriter) {
    json.beginObject()
    json.key(.word(.join))
    json.beginObject()
    json.key(.word(.on))
    json.string(separator)
    json.key(.word(.values))
    writeList(run, to: &json)
    json.endObject()
    json.endObject()
  }

  /// Writes the value that `reference` stands for.
  private func writeGet(_ reference: Reference, to json: inout JSONWriter) {
    json.beginObject()
    json.key(.word(.get))
    json.beginString()
    graph.forEachPiece(of: reference) { json.piece($0) }
    json.endString()
    json.endObject()
  }

  /// Writes the value that `jsonGet` reads.
  private func write(_ jsonGet: JSONGet, to json: inout JSONWriter) {
    json.beginObject()
    json.key(.word(.jsonGet))
    json.beginObject()
    switch jsonGet.file {
    case .propertyFile(let step, let name):
      json.key(.word(.propertyFile))
      json.beginObject()
      json.key(.word(.get))
      json.beginString()
      graph.forEachPiece(ofPropertyFile: name, of: step) { json.piece($0) }
      json.endString()
      json.endObject()
    case .uri(let uri):
      json.key(.word(.s3URI))
      write(uri, to: &json)
    }
    json.key(.word(.path))
    json.string(jsonGet.path)
    json.endObject()
    json.endObject()
  }
}
