/// The answer to a question in a run.
package enum RunAnswer: Hashable, Sendable {
  case yes
  case no
  /// It is not known before these values are.
  case open([ValueName])
  /// The question makes no sense: the service, too, would fail the step.
  case fault(String)
}

// Conditions, with a third answer for what is not known (Kleene's logic).
extension Simulator {
  /// Returns the answer to whether all of `conditions` hold.
  mutating func answer(to conditions: [Index<Condition>]) -> RunAnswer {
    answer(to: conditions[...], decidedBy: .no)
  }

  /// Returns what is wrong with the first operand of `conditions` that can't be worked out.
  ///
  /// As in the SDK's local mode, all are before the first question is answered.
  mutating func faultyOperand(of conditions: [Index<Condition>]) -> String? {
    for condition in graph.conditionTree(conditions) {
      let operands: [Index<Value>] =
        switch graph.conditions[condition] {
        case .comparison(_, let left, let right): [left, right]
        case .membership(let query, let options): [query] + graph.elements(in: options)
        case .not, .or, .verbatim: []
        }
      for operand in operands {
        if case .fault(let reason)? = self.operand(operand).obstacle { return reason }
      }
    }
    return nil
  }

  /// Returns what the values are that `questions` compare and that have a name.
  mutating func operands(of questions: [[Index<Condition>]]) -> [ValueName: RunValue] {
    var found: [ValueName: RunValue] = [:]
    for condition in questions.joined() {
      guard case .comparison(_, let left, let right) = graph.conditions[condition] else { continue }
      for side in [left, right] {
        if let name = ValueName(of: side, in: graph) { found[name] = evaluate(side) }
      }
    }
    return found
  }

  /// Returns `decisive` if one of `conditions` has that answer, and else the opposite; they are
  /// asked in order, and no more of them than it takes.
  private mutating func answer(
    to conditions: ArraySlice<Index<Condition>>, decidedBy decisive: RunAnswer
  ) -> RunAnswer {
    var needs: [ValueName] = []
    var isOpen = false
    for condition in conditions {
      let answer = answer(to: condition)
      switch answer {
      case decisive: return decisive
      case .fault: if !isOpen { return answer }
      case .open(let names):
        isOpen = true
        for name in names where !needs.contains(name) { needs.append(name) }
      default: continue
      }
    }
    if isOpen { return .open(needs) }
    return decisive == .no ? .yes : .no
  }

  /// Returns the answer to `condition`.
  private mutating func answer(to condition: Index<Condition>) -> RunAnswer {
    switch graph.conditions[condition] {
    case .comparison(let comparison, let left, let right):
      return answer(comparison, left, right)
    case .membership(let query, let options): return answer(query, in: options)
    case .or(let run): return answer(to: graph.conditions(in: run), decidedBy: .yes)
    case .not(let inner):
      switch answer(to: inner) {
      case .yes: return .no
      case .no: return .yes
      case let other: return other
      }
    case .verbatim: return .fault("it asks what only the service knows how to read")
    }
  }

  /// Returns `value` for a comparison, or what keeps it from being compared.
  private mutating func operand(_ value: Index<Value>) -> (value: RunValue, obstacle: RunAnswer?) {
    fault = nil
    let found = evaluate(value)
    if let fault { return (found, .fault(fault)) }
    if case .open(let open) = found { return (found, .open(open.needs)) }
    return (found, nil)
  }

  /// Returns how `left` and `right` compare.
  ///
  /// Types have to agree as in the SDK's local mode (`sagemaker/local/pipeline.py` of 2.257.7):
  /// equality wants two values of one type, and an Integer is no Float; an order wants two numbers
  /// or two texts. Other than Python, the service's truth values are no numbers.
  private mutating func answer(
    _ comparison: Comparison, _ left: Index<Value>, _ right: Index<Value>
  ) -> RunAnswer {
    let (a, b) = (operand(left), operand(right))
    if case .fault? = a.obstacle { return a.obstacle ?? .no }
    if case .fault? = b.obstacle { return b.obstacle ?? .no }
    if case .open(let needs)? = a.obstacle {
      return .open(needs + b.value.needs.filter { !needs.contains($0) })
    }
    if let obstacle = b.obstacle { return obstacle }
    guard let order = a.value.compared(with: b.value, forEquality: comparison == .equals) else {
      let what = comparison == .equals ? "are not of one type" : "have no order"
      return .fault("\(a.value.json) and \(b.value.json) \(what)")
    }
    let holds =
      switch comparison {
      case .equals: order == 0
      case .greaterThan: order > 0
      case .greaterThanOrEqualTo: order >= 0
      case .lessThan: order < 0
      case .lessThanOrEqualTo: order <= 0
      }
    return holds ? .yes : .no
  }

  /// Returns whether `query` is one of `options`; one of another type it is not.
  private mutating func answer(_ query: Index<Value>, in options: Run) -> RunAnswer {
    let wanted = operand(query)
    if let obstacle = wanted.obstacle { return obstacle }
    var needs: [ValueName] = []
    for option in graph.elements(in: options) {
      let found = operand(option)
      if case .fault? = found.obstacle { return found.obstacle ?? .no }
      if case .open(let names)? = found.obstacle {
        for name in names where !needs.contains(name) { needs.append(name) }
      } else if wanted.value.compared(with: found.value, forEquality: false) == 0
        || wanted.value == found.value
      {
        return .yes
      }
    }
    return needs.isEmpty ? .no : .open(needs)
  }
}

extension RunValue {
  /// Returns -1, 0 or 1 as the value is less than, equal to or greater than `other`; `nil` if they
  /// can't be compared, for `equality` or for an order.
  fileprivate func compared(with other: RunValue, forEquality equality: Bool) -> Int? {
    switch (self, other) {
    case (.string(let a), .string(let b)):
      if a.utf8.elementsEqual(b.utf8) { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    case (.boolean(let a), .boolean(let b)):
      return equality ? (a == b ? 0 : 1) : nil
    case (.number(let a), .number(let b)):
      if let x = Int(a), let y = Int(b) { return x == y ? 0 : x < y ? -1 : 1 }
      if equality, (Int(a) == nil) != (Int(b) == nil) { return nil }
      guard let x = Double(a), let y = Double(b) else { return nil }
      return x == y ? 0 : x < y ? -1 : 1
    default: return nil
    }
  }
}
