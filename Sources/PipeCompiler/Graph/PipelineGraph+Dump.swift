// The graph as text, for people and golden files.
extension PipelineGraph {
  /// Returns the graph as indented text that says everything about it but where it was written.
  package func dump() -> String {
    var dump = GraphDump(graph: self)
    dump.writeHeader()
    for index in parameters.indices { dump.write(parameters[index]) }
    dump.writeSteps(of: Self.root)
    for asset in assets { dump.line("asset \(asset.path) to \(asset.destination)") }
    for assertion in assertions { dump.write(assertion) }
    for test in tests { dump.write(test) }
    for index in resources.indices { dump.write(resources[index]) }
    for execution in executions { dump.write(execution) }
    return dump.text
  }
}

/// The writing of a graph as text: one line per member, children indented by two spaces.
struct GraphDump {
  /// The pipeline.
  let graph: PipelineGraph
  /// The text so far.
  private(set) var output = ByteWriter()
  /// The number of spaces that a line begins with.
  private var indentation = 0

  /// Creates the writing of `graph`.
  init(graph: PipelineGraph) { self.graph = graph }

  /// The text so far.
  var text: String { String(decoding: output.bytes, as: UTF8.self) }

  /// Writes a line that `body` completes.
  mutating func line(_ text: String, _ body: (inout GraphDump) -> Void = { _ in }) {
    output.writeSpaces(indentation)
    output.write(text)
    body(&self)
    output.write(UInt8(ascii: "\n"))
  }

  /// Runs `body` with lines indented by two more spaces.
  mutating func indented(_ body: (inout GraphDump) -> Void) {
    indentation += 2
    body(&self)
    indentation -= 2
  }

  /// Writes `text` at the end of the line.
  mutating func write(_ text: String) { output.write(text) }

  /// Appends what `body` writes to the end of the line.
  mutating func append(_ body: (PipelineGraph, inout ByteWriter) -> Void) { body(graph, &output) }
}

// Declarations.
extension GraphDump {
  /// Writes what is true of the pipeline as a whole.
  fileprivate mutating func writeHeader() {
    let header = graph.header
    line("pipeline ") { $0.quote(header.name) }
    indented {
      $0.write("displayName", header.displayName)
      $0.write("description", header.description)
      $0.write("role", header.role)
      $0.write("parallelism", header.parallelism)
      $0.write("tags", header.tags)
      for field in header.fields { $0.write(field) }
      $0.write(header.kubernetes)
    }
  }

  /// Writes `options`, those that are given.
  mutating func write(_ options: KubernetesOptions) {
    write("kubernetes.name", options.name)
    write("kubernetes.namespace", options.namespace)
    write("kubernetes.labels", options.labels)
    write("kubernetes.annotations", options.annotations)
    write("kubernetes.region", options.region)
    write("kubernetes.adoption", options.adoption)
    write("kubernetes.deletion", options.deletion)
    write("kubernetes.gitops", options.gitOps)
    write("kubernetes.omit", options.omitted)
  }

  /// Writes `parameter` on one line.
  fileprivate mutating func write(_ parameter: Parameter) {
    line("parameter \(name(parameter.name)): \(parameter.type.rawValue)") {
      if let value = parameter.defaultValue {
        $0.write(" = ")
        $0.writeInline(value)
      }
      if let values = parameter.enumeration {
        $0.write(" in ")
        $0.writeInline(values)
      }
    }
  }
}
