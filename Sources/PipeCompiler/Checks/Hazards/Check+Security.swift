extension Check {
  /// Jobs encrypt what they store and keep to a network; looked at only if it is asked for.
  static let security = Check { graph, _, diagnostics in
    let levels = diagnostics.levels
    guard
      levels.severity(of: .missingEncryptionKey) != nil
        || levels.severity(of: .missingNetworkIsolation) != nil
        || levels.severity(of: .missingVPC) != nil
    else { return }
    let rules = SecurityRules.text.description.split(separator: "\n").compactMap {
      SecurityRule($0)
    }
    for index in graph.steps.indices {
      guard let arguments = graph.present(graph.arguments(of: index)),
        graph.object(arguments) != nil
      else { continue }
      for rule in rules
      where rule.kind == graph.steps[index].kind && levels.severity(of: rule.id) != nil {
        guard let fault = fault(of: rule.path[...], in: arguments, graph) else { continue }
        let type = graph.text(graph.steps[index].typeName)
        let name = graph.text(graph.steps[index].name)
        let path = rule.path.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
          .joined(separator: ".")
        diagnostics.report(
          Diagnostic(
            rule.id, "the \(type) step `\(name)` \(rule.what)",
            at: fault == arguments ? graph.steps[index].origin : graph.origin(of: fault),
            why: rule.why, help: "set `\(path)`"))
      }
    }
  }

  /// Returns the part of `value` that lacks what `path` leads to, or `nil` if nothing does.
  ///
  /// `false` is like nothing, and what only a run knows is taken to be set.
  private static func fault(
    of path: ArraySlice<String>, in value: Index<Value>, _ graph: PipelineGraph
  ) -> Index<Value>? {
    switch graph.values[value] {
    case .list(let run):
      return graph.elements(in: run).lazy.compactMap { fault(of: path, in: $0, graph) }.first
    case .object:
      guard let part = path.first else { return nil }
      let isOptional = part.hasSuffix("?")
      let name = isOptional ? String(part.dropLast()) : part
      if let next = graph.present(graph.member(named: name, of: value)) {
        return fault(of: path.dropFirst(), in: next, graph)
      }
      let type = graph.string(graph.member(.instanceType, of: value))
      let needsNoKey = name == "VolumeKmsKeyId" && type.map(SecurityRules.hasLocalStorage) ?? false
      return isOptional || needsNoKey ? nil : value
    case .boolean(let flag): return flag ? nil : value
    default: return nil
    }
  }
}

/// Something that a job should say to be safe.
private struct SecurityRule {
  /// What is reported if it does not.
  let id: DiagnosticID
  /// The type of step.
  let kind: StepKind
  /// The way to the member in the arguments.
  let path: [String]

  /// Reads a line of the table.
  init?(_ line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 3, let kind = StepKind(rawValue: String(words[1])) else { return nil }
    switch words[0] {
    case "key": id = .missingEncryptionKey
    case "isolation": id = .missingNetworkIsolation
    default: id = .missingVPC
    }
    self.kind = kind
    path = words[2].split(separator: ".").map(String.init)
  }

  /// What is said of a step that does not.
  var what: String {
    switch id {
    case .missingNetworkIsolation: "may reach the network"
    case .missingVPC: "does not run in a VPC"
    default: "stores data without a key of yours"
    }
  }

  /// Why that matters.
  var why: String {
    switch id {
    case .missingNetworkIsolation: "code in the container can send data anywhere"
    case .missingVPC: "its traffic goes through a network of AWS that you don't control"
    default: "data is encrypted with a key of AWS, whose use you can't restrict or see"
    }
  }
}
