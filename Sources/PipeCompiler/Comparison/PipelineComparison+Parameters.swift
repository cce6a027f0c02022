// Parameters.
extension PipelineComparison {
  /// Compares the parameters, and says what of that whoever starts the pipeline has to know.
  mutating func compareParameters() {
    var places: [String: Index<Parameter>] = [:]
    let oldNames = NameCounter.keys(for: old.parameters.elements.map { old.text($0.name) })
    let newNames = NameCounter.keys(for: new.parameters.elements.map { new.text($0.name) })
    for (index, name) in zip(old.parameters.indices, oldNames) { places[name] = index }
    let kept = Set(newNames)
    var last: UInt32 = 0
    for (index, key) in zip(new.parameters.indices, newNames) {
      let after = new.parameters[index]
      let name = new.text(after.name)
      guard let place = places[key] else {
        let isRequired = new.present(after.defaultValue) == nil
        note(
          .added, name, new: text(of: after, newTexts),
          isRequired ? "it has no default, so every start has to give it" : nil,
          breaks: isRequired)
        continue
      }
      if place.offset < last { difference.isReordered = true }
      last = max(last, place.offset)
      compare(old.parameters[place], with: after, name)
    }
    for (index, key) in zip(old.parameters.indices, oldNames) where !kept.contains(key) {
      let before = old.parameters[index]
      let name = old.text(before.name)
      note(
        .removed, name, old: text(of: before, oldTexts),
        "whoever gives it gives what is not declared any more",
        breaks: true)
    }
  }

  /// Compares what is said about the parameter `name`.
  private mutating func compare(_ before: Parameter, with after: Parameter, _ name: String) {
    if before.type != after.type {
      note(
        .changed, name, "Type", old: before.type.rawValue, new: after.type.rawValue,
        "what is given has to be of the new type", breaks: true)
    }
    compareDefaults(before, after, name)
    compareValues(values(of: before, oldTexts), values(of: after, newTexts), name)
  }

  /// Compares the defaults of the parameter `name`.
  private mutating func compareDefaults(_ before: Parameter, _ after: Parameter, _ name: String) {
    let old = old.present(before.defaultValue).map { plain(oldTexts, $0) }
    let new = new.present(after.defaultValue).map { plain(newTexts, $0) }
    guard old != new else { return }
    let becomesRequired = new == nil
    note(
      old == nil ? .added : becomesRequired ? .removed : .changed, name, "DefaultValue", old: old,
      new: new, becomesRequired ? "it has no default any more, so every start has to give it" : nil,
      breaks: becomesRequired)
  }

  /// Compares the values that the parameter `name` may have.
  private mutating func compareValues(_ old: [String]?, _ new: [String]?, _ name: String) {
    let (before, after) = (Set(old ?? []), Set(new ?? []))
    guard before != after || (old == nil) != (new == nil) else {
      if old != new { difference.isReordered = true }
      return
    }
    let lost = (old ?? []).filter { !after.contains($0) }
    let isClosed = old == nil && new != nil
    note(
      old == nil ? .added : new == nil ? .removed : .changed, name, "EnumValues",
      old: old.map { "[\($0.joined(separator: ", "))]" },
      new: new.map { "[\($0.joined(separator: ", "))]" },
      isClosed
        ? "no other values are taken any more"
        : lost.isEmpty || new == nil ? nil : "no longer takes \(lost.joined(separator: ", "))",
      breaks: isClosed || (new != nil && !lost.isEmpty))
  }

  /// Returns the values that `parameter` may have, if they are closed.
  private func values(of parameter: Parameter, _ texts: ValueTexts) -> [String]? {
    texts.graph.list(texts.graph.present(parameter.enumeration)).map { values in
      values.map { plain(texts, $0) }
    }
  }

  /// Returns what `value` says.
  private func plain(_ texts: ValueTexts, _ value: Index<Value>) -> String {
    texts.text(of: value)
  }

  /// Returns what is said about `parameter` in a line.
  private func text(of parameter: Parameter, _ texts: ValueTexts) -> String {
    let initial = texts.graph.present(parameter.defaultValue).map { " = \(plain(texts, $0))" } ?? ""
    let closed = values(of: parameter, texts).map { " in [\($0.joined(separator: ", "))]" } ?? ""
    return parameter.type.rawValue + initial + closed
  }

  /// Notes a change of the parameter `name`.
  private mutating func note(
    _ action: PipelineDifference.Action, _ name: String, _ path: String = "", old: String? = nil,
    new: String? = nil, _ text: String?, breaks: Bool
  ) {
    difference.changes.append(
      PipelineDifference.Change(
        part: .parameter, action: action, subject: name, path: path, old: old, new: new, note: text,
        breaksCallers: breaks))
  }
}
