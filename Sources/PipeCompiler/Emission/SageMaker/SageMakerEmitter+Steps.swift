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
    json.key("Name")
    json.string(step.name, of: graph.symbols)
    json.key("Type")
    json.string(step.typeName, of: graph.symbols)
    write(step.body, to: &json)
    write(step.dependencies, to: &json)
    write("DisplayName", step.displayName, to: &json)
    write("Description", step.description, to: &json)
    write("RetryPolicies", step.retryPolicies, to: &json)
    write("CacheConfig", step.cacheConfig, to: &json)
    for field in graph.members(in: step.fields) { write(field, to: &json) }
    json.endObject()
  }

  /// Writes the member `key`, unless it has no `value`.
  private func write(_ key: String, _ value: Index<Value>?, to json: inout JSONWriter) {
    guard let value else { return }
    json.key(key)
    write(value, to: &json)
  }

  /// Writes the arguments of a step, unless the definition leaves them out.
  private func write(_ body: StepBody, to json: inout JSONWriter) {
    switch body {
    case .arguments(let value):
      write("Arguments", value, to: &json)
    case .condition(let conditions, let then, let otherwise):
      json.key("Arguments")
      json.beginObject()
      json.key("Conditions")
      write(conditions[...], to: &json)
      json.key("IfSteps")
      writeSteps(of: then, to: &json)
      json.key("ElseSteps")
      writeSteps(of: otherwise, to: &json)
      json.endObject()
    case .forEach(let loop):
      json.key("Arguments")
      write(loop, to: &json)
    }
  }

  /// Writes the arguments of a ForEach step.
  private func write(_ loop: ForEach, to json: inout JSONWriter) {
    json.beginObject()
    write("IterableItems", loop.items, to: &json)
    write("MaxConcurrency", loop.maxConcurrency, to: &json)
    if let selector = loop.selector {
      json.key("Selector")
      json.beginObject()
      json.key("Pick")
      json.string(selector.takesLargest ? "MaxBy" : "MinBy")
      write("Field", selector.field, to: &json)
      json.endObject()
    }
    json.key("ForEachBody")
    writeSteps(of: loop.body, to: &json)
    json.endObject()
  }

  /// Writes `dependencies`, unless there are none; success is what a bare name stands for.
  private func write(_ dependencies: [Dependency], to json: inout JSONWriter) {
    guard !dependencies.isEmpty else { return }
    json.key("DependsOn")
    json.beginList()
    for dependency in dependencies {
      json.entry()
      guard dependency.trigger != .completed else {
        json.string(dependency.step, of: graph.symbols)
        continue
      }
      json.beginObject()
      json.key("Step")
      json.string(dependency.step, of: graph.symbols)
      json.key("Trigger")
      json.string(dependency.trigger.rawValue)
      json.endObject()
    }
    json.endList()
  }
}
