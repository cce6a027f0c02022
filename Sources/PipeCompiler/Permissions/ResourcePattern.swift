/// The name of a resource, with stars for what only a run knows.
struct ResourcePattern: Hashable, Sendable {
  /// The name.
  var text: String
  /// What the stars stand for; what is different in every execution is not told.
  var hidden: [String] = []

  /// Creates the pattern `text`.
  init(_ text: String, hiding hidden: [String] = []) {
    self.text = text
    self.hidden = hidden
  }

  /// Returns the pattern with `text` in place of its own.
  func with(_ text: String) -> ResourcePattern { ResourcePattern(text, hiding: hidden) }

  /// The pattern with one star where several follow each other.
  var collapsed: ResourcePattern {
    var result = ""
    for scalar in text.unicodeScalars where scalar != "*" || result.unicodeScalars.last != "*" {
      result.unicodeScalars.append(scalar)
    }
    return with(result)
  }
}

/// Finds the patterns of values in a graph.
struct PatternFinder {
  /// The graph.
  let graph: PipelineGraph
  /// Which step has which name.
  let names: StepNames
  /// How many further steps are followed from one value.
  private static let depthLimit = 12

  /// Creates the finder for `graph`.
  init(_ graph: PipelineGraph) {
    self.graph = graph
    names = StepNames(of: graph)
  }

  /// Returns the pattern of the texts that `value` may be.
  func pattern(of value: Index<Value>) -> ResourcePattern {
    pattern(of: value, depth: 0).collapsed
  }

  /// Returns the pattern of `value`, which was found by way of `depth` other steps.
  private func pattern(of value: Index<Value>, depth: Int) -> ResourcePattern {
    switch graph.values[value] {
    case .string(let text): return ResourcePattern(graph.text(text))
    case .number(let lexeme): return ResourcePattern(graph.text(lexeme))
    case .boolean(let flag): return ResourcePattern(flag ? "true" : "false")
    case .reference(let index): return pattern(of: graph.references[index], depth: depth)
    case .jsonGet: return ResourcePattern("*", hiding: ["a value in a report"])
    case .join(let separator, let run):
      var result = ResourcePattern("")
      for (position, element) in graph.elements(in: run).enumerated() {
        let part = pattern(of: element, depth: depth)
        if position > 0 { result.text += graph.text(separator) }
        result.text += part.text
        for name in part.hidden where !result.hidden.contains(name) { result.hidden.append(name) }
        if result.text.utf8.count > 4_096 { return ResourcePattern("*", hiding: ["a long text"]) }
      }
      return result
    case .null, .list, .object, .duration: return ResourcePattern("")
    }
  }

  /// Returns the pattern of what `reference` reads.
  private func pattern(of reference: Reference, depth: Int) -> ResourcePattern {
    switch reference.root {
    case .parameter(let name):
      return ResourcePattern("*", hiding: [parameter(called: name)])
    case .execution(let name):
      let isName = graph.text(name) == "PipelineName" && graph.notation == .pipe
      return ResourcePattern(isName ? graph.text(graph.header.name) : "*")
    case .experiment, .unreadable: return ResourcePattern("*")
    case .currentItem: return ResourcePattern("*", hiding: ["the items of a loop"])
    case .iterationOutput(let name): return made(by: graph.text(name))
    case .step(let name):
      guard let step = names[name], depth < Self.depthLimit else {
        return made(by: graph.text(name))
      }
      return output(graph.parts(of: reference), of: step, depth: depth)
        ?? made(by: graph.text(name))
    }
  }

  /// Returns what a star is called that stands for the parameter `name`: with its default, if it has one.
  private func parameter(called name: Symbol) -> String {
    let found = graph.parameters.elements.first { $0.name == name }
    let usual = graph.string(found?.defaultValue).map { " (\($0) if not given)" } ?? ""
    return "the parameter \(graph.text(name))\(usual)"
  }

  /// Returns the pattern of what only the step `name` knows.
  private func made(by name: String) -> ResourcePattern {
    ResourcePattern("*", hiding: ["what \(name) answers"])
  }

  /// Returns the pattern of the property at `path` of `step`, if its request tells.
  private func output(
    _ path: [String], of step: Index<Step>, depth: Int
  ) -> ResourcePattern? {
    guard let arguments = graph.arguments(of: step) else { return nil }
    if path.first == "ModelArtifacts" {
      guard let place = value(at: ["OutputDataConfig", "S3OutputPath"], in: arguments) else {
        return nil
      }
      let base = pattern(of: place, depth: depth + 1)
      return base.with(base.text + "/*")
    }
    guard let found = value(at: path[...], in: arguments) else { return nil }
    return pattern(of: found, depth: depth + 1)
  }

  /// Returns the value at `path` in `value`; an entry of a list is found by a member that is its name.
  func value(at path: ArraySlice<String>, in value: Index<Value>) -> Index<Value>? {
    var found = value
    for part in path {
      switch graph.values[found] {
      case .object:
        guard let member = graph.member(named: part, of: found) else { return nil }
        found = member
      case .list(let run):
        let entries = graph.elements(in: run)
        let named = entries.first { entry in
          (graph.object(entry) ?? []).contains {
            graph.text($0.key).hasSuffix("Name") && graph.string($0.value) == part
          }
        }
        guard let entry = named ?? Int(part).flatMap({ entries.dropFirst($0).first }) else {
          return nil
        }
        found = entry
      default: return nil
      }
    }
    return found
  }
}
