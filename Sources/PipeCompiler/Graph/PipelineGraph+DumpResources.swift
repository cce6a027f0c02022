// What only Kubernetes knows, as text.
extension GraphDump {
  /// Writes `execution`.
  mutating func write(_ execution: Execution) {
    line("execution ") { $0.quote(execution.name) }
    indented {
      $0.write("displayName", execution.displayName)
      $0.write("description", execution.description)
      $0.write("parallelism", execution.parallelism)
      $0.write("from", execution.source)
      $0.write("version", execution.version)
      for argument in execution.arguments { $0.write(argument) }
      for step in execution.selection ?? [] { $0.line("select ") { $0.quote(step.name) } }
      $0.write(execution.kubernetes)
    }
  }

  /// Writes `resource`.
  mutating func write(_ resource: Resource) {
    line("resource ") {
      $0.quote(resource.name)
      $0.write(": \(resource.kind?.rawValue ?? "?")")
    }
    indented {
      for member in $0.graph.members(in: resource.members) { $0.write(member) }
      $0.write(resource.kubernetes)
    }
  }
}
