// Names of what a graph reads.
extension PipelineGraph {
  /// Returns the parts of the path of `reference`, without its root.
  func parts(of reference: Reference) -> [String] {
    path(of: reference).map { segment in
      switch segment {
      case .member(let name), .index(let name), .key(let name): text(name)
      }
    }
  }
}

extension ValueName {
  /// Creates the name of what `value` of `graph` reads, or returns `nil` if that has none.
  init?(of value: Index<Value>, in graph: PipelineGraph) {
    switch graph.values[value] {
    case .reference(let index):
      let reference = graph.references[index]
      let path = graph.parts(of: reference)
      switch reference.root {
      case .parameter(let name): self.init(["Parameters", graph.text(name)])
      case .execution(let name): self.init(["Execution", graph.text(name)])
      case .experiment(let name): self.init(["PipelineExperimentConfig", graph.text(name)])
      case .step(let name): self.init(["Steps", graph.text(name)] + path)
      case .currentItem, .iterationOutput, .unreadable: return nil
      }
    case .jsonGet(let index):
      guard case .propertyFile(let step, let name) = graph.jsonGets[index].file else { return nil }
      let text = graph.text(graph.jsonGets[index].path)
      let path = Self.parts(of: text) ?? [text]
      self.init(["Steps", graph.text(step), "PropertyFiles", graph.text(name)] + path)
    default: return nil
    }
  }
}

extension RunValue {
  /// Creates the literal `value` of `graph`, in which nothing is left to a run.
  init(literal value: Index<Value>, in graph: PipelineGraph) {
    self =
      switch graph.values[value] {
      case .null, .reference, .join, .jsonGet: .null
      case .boolean(let flag): .boolean(flag)
      case .number(let lexeme): .number(graph.text(lexeme))
      case .string(let text): .string(graph.text(text))
      case .duration(let seconds): .number(String(seconds))
      case .list(let run):
        .list(graph.elements(in: run).map { RunValue(literal: $0, in: graph) })
      case .object(let run):
        .object(
          graph.members(in: run).map {
            RunMember(name: graph.text($0.key), value: RunValue(literal: $0.value, in: graph))
          })
      }
  }
}
