// Steps and conditions.
extension GraphDump {
  /// Writes the steps of `region`.
  mutating func writeSteps(of region: Index<Region>) {
    for step in graph.regions[region].steps { write(graph.steps[step]) }
  }

  /// Writes `step` and what lies inside it.
  private mutating func write(_ step: Step) {
    line("step \(name(step.name)): \(name(step.typeName))")
    indented {
      for dependency in step.dependencies { $0.write(dependency) }
      $0.write("DisplayName", step.displayName)
      $0.write("Description", step.description)
      $0.write("RetryPolicies", step.retryPolicies)
      $0.write("CacheConfig", step.cacheConfig)
      for field in $0.graph.members(in: step.fields) { $0.write(field) }
      for key in step.omissions { $0.line("omit \($0.name(key))") }
      if step.overrides.count > 0 {
        $0.line("raw")
        $0.indented { dump in
          for field in dump.graph.members(in: step.overrides) { dump.write(field) }
        }
      }
      $0.write(step.body)
    }
  }

  /// Writes `dependency`.
  private mutating func write(_ dependency: Dependency) {
    let trigger = dependency.trigger == .completed ? "" : " \(dependency.trigger.rawValue)"
    line("after \(name(dependency.step))\(trigger)")
  }

  /// Writes what a step does.
  private mutating func write(_ body: StepBody) {
    switch body {
    case .arguments(let value):
      write("Arguments", value)
    case .condition(let conditions, let then, let otherwise):
      for condition in conditions {
        line("if ") { $0.write(condition) }
      }
      write(then)
      write(otherwise)
    case .forEach(let loop):
      write("items", loop.items)
      write("maxConcurrency", loop.maxConcurrency)
      if let selector = loop.selector {
        line(selector.takesLargest ? "select max by " : "select min by ") {
          $0.writeInline(selector.field)
        }
      }
      write(loop.body)
    }
  }

  /// Writes `region` under its role.
  private mutating func write(_ region: Index<Region>) {
    line(graph.regions[region].role.rawValue)
    indented { $0.writeSteps(of: region) }
  }

  /// Writes `condition` at the end of the line.
  mutating func write(_ condition: Index<Condition>) {
    switch graph.conditions[condition] {
    case .comparison(let comparison, let left, let right):
      write("\(comparison.rawValue)(")
      writeInline(left)
      write(", ")
      writeInline(right)
    case .membership(let query, let options):
      write("In(")
      writeInline(query)
      write(", ")
      writeInline(options)
    case .verbatim(let value):
      write("Raw(")
      writeInline(value)
    case .not(let condition):
      write("Not(")
      write(condition)
    case .or(let run):
      write("Or(")
      var separator = ""
      for condition in graph.conditions(in: run) {
        write(separator)
        write(condition)
        separator = ", "
      }
    }
    write(")")
  }
}
