package import PipeCompiler

extension PipelineGraph {
  /// Returns `value`, which only consists of what JSON can say, as JSON with sorted keys.
  package func json(of value: Index<Value>) -> String {
    switch values[value] {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let spelling): return text(spelling)
    case .string(let text): return Self.quoted(self.text(text))
    case .list(let run):
      return "[" + elements(in: run).map { json(of: $0) }.joined(separator: ",") + "]"
    case .object(let run):
      let pairs = members(in: run).map { (Self.quoted(text($0.key)), json(of: $0.value)) }
      let sorted = pairs.sorted { $0.0 < $1.0 }
      return "{" + sorted.map { "\($0.0):\($0.1)" }.joined(separator: ",") + "}"
    case .reference, .join, .jsonGet, .duration: return "\"<run time>\""
    }
  }

  /// Returns `text` as a JSON string in ASCII.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      let isPlain = (0x20..<0x7F).contains(unit) && unit != 0x22 && unit != 0x5C
      let digits = String(unit, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.count)
      result += isPlain ? String(UnicodeScalar(UInt8(unit))) : "\\u\(zeros)\(digits)"
    }
    return result + "\""
  }
}

/// Returns the documents of the YAML stream `source` as JSON, or the first mistake in it.
package func yamlOutcome(of source: SourceFile) -> (documents: [String], mistake: Diagnostic?) {
  var diagnostics = Diagnostics()
  var documents: [String] = []
  for document in readYAML(source, reportingTo: &diagnostics) {
    var importer = YAMLImporter(document, diagnostics)
    if let root = importer.run() { documents.append(importer.graph.json(of: root)) }
    diagnostics = importer.diagnostics
  }
  return (documents, diagnostics.sorted.first)
}
