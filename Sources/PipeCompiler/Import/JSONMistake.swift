/// Why a text is not JSON, or none that can become a value.
package struct JSONMistake: Error {
  /// What is wrong.
  package let message: String
  /// Where, if it is known.
  package let location: SourceLocation?
  /// What to do about it.
  package let help: String?
}

/// Returns the value that `bytes` spell as JSON and adds it to `graph`, as written at `place`; `graph`
/// stays as it is if they spell none.
package func readJSON(
  _ bytes: [UInt8], into graph: inout PipelineGraph, at place: Origin
) -> Result<Index<Value>, JSONMistake> {
  let lines = LineTable(bytes)
  if let position = firstInvalidUTF8(in: bytes) {
    let location = lines.location(of: UInt32(truncatingIfNeeded: position), in: bytes)
    return .failure(
      JSONMistake(message: "it is not UTF-8 text", location: location, help: nil))
  }
  var reader = JSONReader(bytes, into: graph, Diagnostics(), at: place)
  let value = reader.read()
  let mistake = reader.diagnostics.sorted.first { $0.severity == .error }
  guard let value, mistake == nil else {
    let span = mistake.flatMap { $0.origin == place ? nil : $0.origin.span }
    return .failure(
      JSONMistake(
        message: mistake?.message ?? "it holds no value",
        location: span.map { lines.location(of: $0.start, in: bytes) }, help: mistake?.help))
  }
  graph = reader.graph
  return .success(value)
}
