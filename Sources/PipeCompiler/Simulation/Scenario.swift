/// What is assumed of a run: what it is started with, what its steps answer, and how some end.
package struct Scenario: Sendable {
  /// The values of parameters, by name.
  package var parameters: [String: RunValue] = [:]
  /// The values that a run would find out; of two with one name the last one counts.
  package var given: [ValueName: RunValue] = [:]
  /// The steps, by name, that don't end well.
  package var endings: [String: BadEnding] = [:]

  /// Creates the scenario in which nothing is given and every step ends well.
  package init() {}

  /// How a step ends that does not end well.
  package enum BadEnding: String, Hashable, Sendable {
    case failed
    case stopped
  }
}

extension Scenario {
  /// Gives the parameter `name` of `graph` the value that `text` spells; returns what is wrong, if
  /// anything is.
  package mutating func give(
    parameter name: String, _ text: String, in graph: PipelineGraph
  ) -> String? {
    let known = graph.parameters.elements
    guard let parameter = known.first(where: { graph.text($0.name) == name }) else {
      let what = "the pipeline has no parameter `\(name)`"
      let names = known.map { graph.text($0.name) }
      if let near = nearest(to: name, in: names) { return "\(what): did you mean `\(near)`?" }
      return names.isEmpty ? what : "\(what): it has \(names.joined(separator: ", "))"
    }
    guard let value = RunValue.reading(text, as: parameter.type) else {
      return "the parameter `\(name)` is of type \(parameter.type.rawValue), which `\(text)` is not"
    }
    if let options = graph.list(parameter.enumeration),
      !options.contains(where: { graph.string($0) == text })
    {
      let values = options.compactMap { graph.string($0) }.joined(separator: ", ")
      return "the parameter `\(name)` can't be `\(text)`: it takes \(values)"
    }
    parameters[name] = value
    return nil
  }

  /// Gives the value called `path` the value that `text` spells; returns what is wrong, if anything
  /// is.
  package mutating func give(
    _ path: String, _ text: String, in graph: PipelineGraph
  ) -> String? {
    guard let name = ValueName(path) else {
      return "`\(path)` is no value of a run, such as `Eval.reports.Report.mse`"
    }
    if name.parts[0] == "Parameters" { return give(parameter: name.parts[1], text, in: graph) }
    if let step = name.step, let mistake = Self.unknown(step: step, in: graph) { return mistake }
    if let type = Self.declaredType(of: name, in: graph) {
      guard let value = RunValue.reading(text, as: type) else {
        return "`\(path)` is of type \(type.rawValue), which `\(text)` is not"
      }
      given[name] = value
    } else {
      given[name] = RunValue.reading(text)
    }
    return nil
  }

  /// Lets the step `name` end as `ending` says; returns what is wrong, if anything is.
  package mutating func end(
    _ name: String, as ending: BadEnding, in graph: PipelineGraph
  ) -> String? {
    if let mistake = Self.unknown(step: name, in: graph) { return mistake }
    endings[name] = ending
    return nil
  }

  /// Returns what is wrong if `graph` has no step `name`, and no loop in which one of that name runs.
  private static func unknown(step name: String, in graph: PipelineGraph) -> String? {
    let names = graph.steps.elements.map { graph.text($0.name) }
    // Files that lie in the output of no step are called by their places.
    if names.contains(name) || name == "files" { return nil }
    if let dash = name.lastIndex(of: "-"), Int(name[name.index(after: dash)...]) != nil,
      names.contains(String(name[..<dash]))
    {
      return nil
    }
    let what = "the pipeline has no step `\(name)`"
    return nearest(to: name, in: names).map { "\(what): did you mean `\($0)`?" } ?? what
  }

  /// Returns the type of the output of a Lambda or Callback step that `name` calls, if it is declared.
  private static func declaredType(of name: ValueName, in graph: PipelineGraph) -> ScalarType? {
    guard let step = name.step, name.parts.count == 4, name.parts[2] == "OutputParameters",
      let output = graph.symbols.find(name.parts[3]),
      let index = graph.steps.indices.first(where: { graph.text(graph.steps[$0].name) == step })
    else { return nil }
    return graph.outputType(output, of: index)
  }
}
