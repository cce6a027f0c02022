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
    for field in graph.members(in: step.fields) { write(field, to: &json) }
    json.endObject()
  }

  /// Writes the member `key`, unless it has no `value`.
  private func write(_ key: Word, _ value: Index<Value>?, to json: inout JSONWriter) {
    guard let value else { return }
    json.key(.word(key))
    write(value, to: &json)
  }

  /// Writes the arguments of a step, unless the definition leaves them out.
  private func write(_ body: StepBody, to json: inout JSONWriter) {
    switch body {
    case .arguments(let value):
      write(.arguments, value, to: &json)
    case .condition(let conditions, let then, let otherwise):
      json.key(.word(.arguments))
      json.beginObject()
      json.key(.word(.conditions))
      write(conditions[...], to: &json)
      json.key(.word(.ifSteps))
      writeSteps(of: then, to: &json)
      json.key(.word(.elseSteps))
      writeSteps(of: otherwise, to: &json)
      json.endObject()
    case .forEach(let loop):
      json.key(.word(.arguments))
      write(loop, to: &json)
    }
  }

  /// Writes the arguments of a ForEach step.
  private func write(_ loop: ForEach, to json: inout JSONWriter) {
    json.beginObject()
    write(.iterableItems, loop.items, to: &json)
    write(.maxConcurrency, loop.maxConcurrency, to: &json)
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
