extension Transform {
  /// Leaves out double negations, `or`s of one condition, `or`s in `or`s, and what is known at build and
  /// makes no difference.
  ///
  /// What reads from a step stays, whatever it is worth: the order that it implies is part of a run.
  static let conditions = Transform(name: "conditions") { graph, log in
    for position in 0..<graph.conditions.count {
      graph.simplify(Index(position))
    }
    for step in graph.steps.indices {
      guard case .condition(let list, let then, let otherwise) = graph.steps[step].body else {
        continue
      }
      // A list has to hold something, so that the last of its conditions stays in any case.
      var kept = list.filter { graph.knownAnswer(to: $0) != true }
      if kept.isEmpty { kept = Array(list.prefix(1)) }
      guard kept.count < list.count else { continue }
      graph.steps[step].body = .condition(kept, then: then, otherwise: otherwise)
      let name = graph.text(graph.steps[step].name)
      log.note(
        "`\(name)` does not ask what is true in every run", at: graph.steps[step].origin)
    }
  }
}

extension PipelineGraph {
  /// Writes `condition` in a simpler form that means the same, if there is one.
  fileprivate mutating func simplify(_ condition: Index<Condition>) {
    switch conditions[condition] {
    case .not(let inner):
      if case .not(let doubled) = conditions[inner] { conditions[condition] = conditions[doubled] }
    case .or(let run):
      var parts: [Index<Condition>] = []
      for part in conditions(in: run) {
        if case .or(let inner) = conditions[part] {
          parts += conditions(in: inner)
        } else {
          parts.append(part)
        }
      }
      let uncertain = parts.filter { knownAnswer(to: $0) != false }
      if !uncertain.isEmpty { parts = uncertain }
      if let only = parts.first, parts.count == 1 {
        conditions[condition] = conditions[only]
      } else if parts != Array(conditions(in: run)) {
        conditionLists += parts
        conditions[condition] = .or(
          Run(start: conditionLists.count - parts.count, count: parts.count))
      }
    case .comparison, .membership, .verbatim: break
    }
  }

  /// Returns the answer to `condition` if it compares nothing but texts, numbers and truth values that
  /// stand in the definition, each with its like.
  fileprivate func knownAnswer(to condition: Index<Condition>) -> Bool? {
    switch conditions[condition] {
    case .comparison(let comparison, let left, let right):
      switch (values[left], values[right]) {
      case (.string(let a), .string(let b)): return comparison == .equals ? a == b : nil
      case (.boolean(let a), .boolean(let b)): return comparison == .equals ? a == b : nil
      case (.number, .number):
        guard let a = number(left), let b = number(right) else { return nil }
        return comparison.holds(a, b)
      default: return nil
      }
    case .membership(let query, let run):
      guard let text = symbol(query) else { return nil }
      let options = elements(in: run).map { symbol($0) }
      return options.contains(nil) ? nil : options.contains(text)
    case .not(let inner): return knownAnswer(to: inner).map { !$0 }
    case .or(let run):
      let answers = conditions(in: run).map { knownAnswer(to: $0) }
      return answers.contains(nil) ? nil : answers.contains(true)
    case .verbatim: return nil
    }
  }
}

extension Comparison {
  /// Returns `true` iff the comparison of `a` with `b` holds.
  fileprivate func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .equals: a == b
    case .greaterThan: a > b
    case .greaterThanOrEqualTo: a >= b
    case .lessThan: a < b
    case .lessThanOrEqualTo: a <= b
    }
  }
}
