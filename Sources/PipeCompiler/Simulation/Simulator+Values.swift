// What values are in the run.
extension Simulator {
  /// Returns the literal `value`, in which nothing is left to a run.
  func literal(_ value: Index<Value>) -> RunValue { RunValue(literal: value, in: graph) }

  /// Returns `value` of `step`, and notes what of it the definition does not spell out.
  mutating func resolve(_ value: Index<Value>, in step: Int) -> RunValue {
    var path: [String] = []
    return resolve(value, at: &path, in: step)
  }

  /// Returns `value`, which lies at `path` in the arguments of `step`.
  private mutating func resolve(
    _ value: Index<Value>, at path: inout [String], in step: Int
  ) -> RunValue {
    switch graph.values[value] {
    case .list(let run):
      var entries: [RunValue] = []
      entries.reserveCapacity(Int(run.count))
      for (position, entry) in graph.elements(in: run).enumerated() {
        path.append(String(position))
        entries.append(resolve(entry, at: &path, in: step))
        path.removeLast()
      }
      return .list(entries)
    case .object(let run):
      var members: [RunMember] = []
      members.reserveCapacity(Int(run.count))
      for member in graph.members(in: run) {
        path.append(graph.text(member.key))
        let value = resolve(member.value, at: &path, in: step)
        members.append(RunMember(name: graph.text(member.key), value: value))
        path.removeLast()
      }
      return .object(members)
    case .reference, .join, .jsonGet:
      let found = evaluate(value)
      resolved[step].append(RunMember(name: ValueName(path).spelling, value: found))
      return found
    default: return literal(value)
    }
  }

  /// Returns what the expression `value` is in the run.
  mutating func evaluate(_ value: Index<Value>) -> RunValue {
    switch graph.values[value] {
    case .reference(let index): return read(graph.references[index])
    case .jsonGet(let index): return read(graph.jsonGets[index])
    case .join(let separator, let run): return join(run, with: graph.text(separator))
    default: return literal(value)
    }
  }

  /// Returns the texts of the values in `run` with `separator` between them.
  private mutating func join(_ run: Run, with separator: String) -> RunValue {
    var text = ""
    var needs: [ValueName] = []
    for (position, element) in graph.elements(in: run).enumerated() {
      let part = evaluate(element)
      if position > 0 { text += separator }
      text += part.joined
      for name in part.needs where needs.count < 64 && !needs.contains(name) { needs.append(name) }
      // Texts that hold each other's would soon be larger than any memory.
      if text.utf8.count > room {
        fault = "its texts are too long for a simulation"
        room = 0
        return .string("")
      }
    }
    room -= text.utf8.count
    return needs.isEmpty ? .string(text) : .open(OpenText(text: text, needs: needs))
  }
}

// What is read.
extension Simulator {
  /// Returns what `reference` reads.
  private mutating func read(_ reference: Reference) -> RunValue {
    let path = graph.parts(of: reference)
    switch reference.root {
    case .parameter(let name):
      let position = graph.parameters.elements.firstIndex { $0.name == name }
      return position.map { parameters[$0] } ?? unknown(["Parameters", graph.text(name)])
    case .execution(let name): return variable(graph.text(name))
    case .experiment(let name): return unknown(["PipelineExperimentConfig", graph.text(name)])
    case .step(let name): return read(path, of: names[name], called: graph.text(name))
    case .currentItem: return item(at: path)
    case .iterationOutput(let name): return read(path, of: names[name], called: graph.text(name))
    case .unreadable(let text): return unknown([graph.text(text)])
    }
  }

  /// Returns the value called by `parts`: what is given, or a placeholder.
  func unknown(_ parts: [String]) -> RunValue {
    let name = ValueName(parts)
    return scenario.given[name] ?? .open(.placeholder(name))
  }

  /// Returns the variable `name` of the execution; of a definition, the pipeline's name is unknown.
  private func variable(_ name: String) -> RunValue {
    let value = unknown(["Execution", name])
    guard case .open = value, name == "PipelineName", graph.notation == .pipe else { return value }
    return .string(graph.text(graph.header.name))
  }

  /// Returns what lies at `path` in the item that is worked on.
  private mutating func item(at path: [String]) -> RunValue {
    guard let item = iteration?.item else { return unknown(["ForEach", "CurrentItem"] + path) }
    if case .open(let open) = item { return path.isEmpty ? item : .open(open) }
    if let value = item.value(at: path[...]) { return value }
    fault = "the item has no `\(ValueName(path).spelling)`"
    return .null
  }

  /// Returns the property at `path` of `step`, which is called `name`.
  ///
  /// What a step was asked for is what the service says of it, where the answer repeats the request.
  mutating func read(_ path: [String], of step: Index<Step>?, called name: String) -> RunValue {
    if let given = given(path, of: name) { return given }
    guard let step else { return unknown(["Steps", name] + path) }
    let position = Int(step.offset)
    if path == ["Outcome"], let outcome = outcomes[position] { return .boolean(outcome) }
    if let result = loopResult(path, of: position) { return result }
    if repeatsRequest(path, of: graph.steps[step].kind),
      let value = arguments[position]?.value(at: path[...]), value.isScalar
    {
      return value
    }
    return unknown(["Steps", name] + path)
  }

  /// Returns what is given for `path` of the step called `name`: for the item, or for all of them.
  private mutating func given(_ path: [String], of name: String) -> RunValue? {
    let own = iteration.map { "\(name)-\($0.position)" }
    for called in [own, name].compactMap({ $0 }) {
      var rest = path.count
      while rest >= 0 {
        let prefix = ValueName(["Steps", called] + path.prefix(rest))
        if let value = scenario.given[prefix] {
          if let found = value.value(at: path[rest...]) { return found }
          fault = "`\(prefix.spelling)` has no `\(ValueName(Array(path[rest...])).spelling)`"
          return .null
        }
        rest -= 1
      }
    }
    return nil
  }

  /// Returns `true` iff what lies at `path` in the answer about a step of type `kind` is what was
  /// asked for.
  ///
  /// Names of jobs are only prefixes in requests; a check answers with properties of its own.
  private func repeatsRequest(_ path: [String], of kind: StepKind) -> Bool {
    guard let first = path.first else { return false }
    switch kind {
    case .model: return first != "ModelName"
    // No step can read a message, but a test may ask for it.
    case .fail: return path == ["ErrorMessage"]
    case .processing, .training, .tuning, .transform, .autoML, .registerModel, .endpointConfig,
      .endpoint, .inferenceComponent:
      return !first.hasSuffix("JobName") && first != "ModelPackageName"
    default: return false
    }
  }

  /// Returns what `jsonGet` reads from its file.
  private mutating func read(_ jsonGet: JSONGet) -> RunValue {
    let text = graph.text(jsonGet.path)
    let path = ValueName.parts(of: text) ?? [text]
    switch jsonGet.file {
    case .propertyFile(let step, let name):
      let called = graph.text(step)
      let whole = ["PropertyFiles", graph.text(name)] + path
      return given(whole, of: called) ?? unknown(["Steps", called] + whole)
    case .uri(let uri):
      // A file is called by the step whose output it lies in, or else by its place.
      guard let step = step(readIn: uri) else {
        let whole = [evaluate(uri).joined] + path
        return given(whole, of: "files") ?? unknown(["Steps", "files"] + whole)
      }
      let whole = ["files"] + path
      return given(whole, of: step) ?? unknown(["Steps", step] + whole)
    }
  }

  /// Returns the name of the first step that one of the values in `run` reads from.
  private func firstStep(readIn run: Run) -> String? {
    for element in graph.elements(in: run) {
      if let name = graph.stepName(readBy: element) { return graph.text(name) }
    }
    return nil
  }

  /// Returns the name of the first step that `uri` reads from.
  private func step(readIn uri: Index<Value>) -> String? {
    switch graph.values[uri] {
    case .reference, .jsonGet: return graph.stepName(readBy: uri).map { graph.text($0) }
    case .join(_, let run):
      return firstStep(readIn: run)
    default: return nil
    }
  }
}
