// Regions and steps.
extension SageMakerEmitter {
  /// Writes the steps of `region` as a list.
  func writeSteps(of region: Index<Region>, to json: inout JSONWriter) {
    json.beginList()
    for step in graph.regions[region].steps {
      json.entry()
      write(graph.steps[step], to: &json)
    }
    json.endList()
  }

  /// Writes `step`.
  private func write(_ step: Step, to json: inout JSONWriter) {
    guard step.omissions.isEmpty, step.overrides.count == 0 else {
      return writeOverridden(step, to: &json)
    }
    json.beginObject()
    json.key(.word(.name))
    json.string(step.name)
    json.key(.word(.type))
    json.string(step.typeName)
    write(step.body, to: &json)
    write(step.dependencies, to: &json)
    write(.displayName, step.displayName, to: &json)
    write(.description, step.description, to: &json)
    write(.retryPolicies, step.retryPolicies, to: &json)
    write(.cacheConfig, step.cacheConfig, to: &json)
    for position in step.fields.range { write(graph.members[position], to: &json) }
    json.endObject()
  }

  /// Writes `step` as its author overrides it.
  private func writeOverridden(_ step: Step, to json: inout JSONWriter) {
    var rest = Array(graph.members(in: step.overrides))
    func member(_ key: Word, _ body: (inout JSONWriter) -> Void) {
      if step.omissions.contains(.word(key)) { return }
      guard let position = rest.firstIndex(where: { $0.key == .word(key) }) else {
        return body(&json)
      }
      write(rest.remove(at: position), to: &json)
    }
    json.beginObject()
    member(.name) { json in
      json.key(.word(.name))
      json.string(step.name)
    }
    member(.type) { json in
      json.key(.word(.type))
      json.string(step.typeName)
    }
    member(.arguments) { write(step.body, omitting: step.omissions, to: &$0) }
    member(.dependsOn) { write(step.dependencies, to: &$0) }
    member(.displayName) { write(.displayName, step.displayName, to: &$0) }
    member(.description) { write(.description, step.description, to: &$0) }
    member(.retryPolicies) { write(.retryPolicies, step.retryPolicies, to: &$0) }
    member(.cacheConfig) { write(.cacheConfig, step.cacheConfig, to: &$0) }
    for field in graph.members(in: step.fields) where !step.omissions.contains(field.key) {
      let position = rest.firstIndex { $0.key == field.key }
      write(position.map { rest.remove(at: $0) } ?? field, to: &json)
    }
    for field in rest { write(field, to: &json) }
    json.endObject()
  }

  /// Writes the member `key`, unless it has no `value`.
  private func write(_ key: Word, _ value: Index<Value>?, to json: inout JSONWriter) {
    guard let value else { return }
    json.key(.word(key))
    write(value, to: &json)
  }

  /// Writes the arguments of a step, unless the definition leaves them out.
  private func write(
    _ body: StepBody, omitting omissions: [Symbol] = [], to json: inout JSONWriter
  ) {
    switch body {
    case .arguments(let value):
      write(.arguments, value, to: &json)
    case .condition(let conditions, let then, let otherwise):
      json.key(.word(.arguments))
      json.beginObject()
      json.key(.word(.conditions))
      write(conditions[...], to: &json)
      for (key, region) in [(Symbol.word(.ifSteps), then), (.word(.elseSteps), otherwise)]
      where !omissions.contains(key) {
        json.key(key)
        writeSteps(of: region, to: &json)
      }
      json.endObject()
    case .forEach(let loop):
      json.key(.word(.arguments))
      write(loop, omitting: omissions, to: &json)
    }
  }

  /// Writes the arguments of a ForEach step.
  private func write(_ loop: ForEach, omitting omissions: [Symbol], to json: inout JSONWriter) {
    json.beginObject()
    write(.iterableItems, loop.items, to: &json)
    if !omissions.contains(.word(.maxConcurrency)) {
      write(.maxConcurrency, loop.maxConcurrency, to: &json)
    }
    if let selector = loop.selector {
      json.key(.word(.selector))
      json.beginObject()
      json.key(.word(.pick))
      json.string(.word(selector.takesLargest ? .maxBy : .minBy))
      write(.field, selector.field, to: &json)
      json.endObject()
    }
    json.key(.word(.forEachBody))
    writeSteps(of: loop.body, to: &json)
    json.endObject()
  }

  /// Writes `dependencies`, unless there are none; success is what a bare name stands for.
  private func write(_ dependencies: [Dependency], to json: inout JSONWriter) {
    guard !dependencies.isEmpty else { return }
    json.key(.word(.dependsOn))
    json.beginList()
    for dependency in dependencies {
      json.entry()
      guard dependency.trigger != .completed else {
        json.string(dependency.step)
        continue
      }
      json.beginObject()
      json.key(.word(.step))
      json.string(dependency.step)
      json.key(.word(.trigger))
      json.string(dependency.trigger.symbol)
      json.endObject()
    }
    json.endList()
  }
}
