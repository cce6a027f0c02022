// Questions: expressions whose answer is yes or no, at build time or in a Condition step.

/// What is known about a question at build time.
enum Question {
  /// The answer.
  case constant(Bool)
  /// The run-time conditions that must all hold for the answer to be yes.
  case conditions([Index<Condition>])
}

extension Lowering {
  /// Returns what is known about the question at `node`, or `nil` after reporting that it is none.
  mutating func evaluateQuestion(_ node: NodeIndex, in scope: Int) -> Question? {
    let term = evaluate(node, in: scope)
    switch term {
    case .conditions(let all): return .conditions(all)
    case .value(let value):
      if case .boolean(let flag) = graph.values[value] { return .constant(flag) }
      if verbatimValues.contains(value), case .list(let run) = graph.values[value] {
        return .conditions(
          graph.elements(in: run).map { graph.conditions.append(.verbatim($0)) })
      }
      let type = type(of: value)
      guard !isBuildTime(value), type == nil || type == .boolean else {
        let found = type.map { "a run-time \($0.rawValue)" } ?? describe(value)
        report(
          Diagnostic(
            .wrongType, "a question must be a Boolean, and this is \(found)",
            at: tree.span(of: node), help: "compare it with something, as in `x == 1`"))
        return nil
      }
      let yes = make(.boolean(true), at: origin(node))
      return .conditions([graph.conditions.append(.comparison(.equals, left: value, right: yes))])
    default:
      reportNoValue(term, at: node)
      return nil
    }
  }

  /// Evaluates `a && b && …` or `a || b || …`.
  mutating func evaluateLogic(
    _ node: NodeIndex, _ operands: [NodeIndex], in scope: Int
  ) -> Term {
    let isAnd = operation(before: operands[1]) == .and
    var conditions: [[Index<Condition>]] = []
    for operand in operands {
      guard let question = evaluateQuestion(operand, in: scope) else { return .poisoned }
      switch question {
      case .constant(let flag):
        if flag != isAnd { return .value(make(.boolean(flag), at: origin(node))) }
      case .conditions(let all): conditions.append(all)
      }
    }
    guard let first = conditions.first else {
      return .value(make(.boolean(isAnd), at: origin(node)))
    }
    if conditions.count == 1 { return .conditions(first) }
    if isAnd { return .conditions(conditions.flatMap(\.self)) }
    let parts = conditions.map { graph.conjunction(of: $0) }
    return .conditions([graph.disjunction(of: parts)])
  }

  /// Evaluates `a == b` and its like.
  mutating func evaluateComparison(
    _ node: NodeIndex, _ left: NodeIndex, _ right: NodeIndex, in scope: Int
  ) -> Term {
    let kind = operation(before: right)
    guard let a = evaluateTimeless(left, in: scope), let b = evaluateTimeless(right, in: scope)
    else { return .poisoned }
    if isBuildTime(a), isBuildTime(b) {
      guard let answer = compare(a, kind, b) else {
        report(
          Diagnostic(
            .wrongType, "\(kind.description) can't compare \(describe(a)) with \(describe(b))",
            at: tree.span(of: node), help: "compare values of one type"))
        return .poisoned
      }
      return .value(make(.boolean(answer), at: origin(node)))
    }
    let comparison: Comparison =
      switch kind {
      case .less: .lessThan
      case .lessOrEqual: .lessThanOrEqualTo
      case .greater: .greaterThan
      case .greaterOrEqual: .greaterThanOrEqualTo
      default: .equals
      }
    let condition = graph.conditions.append(.comparison(comparison, left: a, right: b))
    return .conditions([kind == .notEqual ? graph.negation(of: [condition]) : condition])
  }

  /// Evaluates `a in [b, c]`.
  mutating func evaluateMembership(
    _ node: NodeIndex, _ query: NodeIndex, _ options: NodeIndex, in scope: Int
  ) -> Term {
    guard let a = evaluateTimeless(query, in: scope), let list = evaluateValue(options, in: scope)
    else { return .poisoned }
    guard case .list(let run) = graph.values[list] else {
      report(wrongType(list, wanted: "a list", what: "what stands after `in`", at: options))
      return .poisoned
    }
    let elements = Array(graph.elements(in: run))
    guard isBuildTime(a), elements.allSatisfy({ isBuildTime($0) }) else {
      return .conditions([graph.conditions.append(.membership(query: a, options: run))])
    }
    let answer = elements.contains { compare(a, .equal, $0) == true }
    return .value(make(.boolean(answer), at: origin(node)))
  }

  /// Returns the answer of a comparison of two build-time values; `nil` if they can't be compared.
  private func compare(_ a: Index<Value>, _ kind: TokenKind, _ b: Index<Value>) -> Bool? {
    if let x = Number(a, in: graph), let y = Number(b, in: graph) {
      return answer(kind, x.double == y.double, x.double < y.double)
    }
    switch (graph.values[a], graph.values[b]) {
    case (.string(let x), .string(let y)):
      return answer(
        kind, x == y, graph.symbols[x].lexicographicallyPrecedes(graph.symbols[y]))
    case (.boolean(let x), .boolean(let y)):
      return kind == .equal ? x == y : kind == .notEqual ? x != y : nil
    case (.null, _), (_, .null):
      let isEqual = graph.values[a] == graph.values[b]
      return kind == .equal ? isEqual : kind == .notEqual ? !isEqual : nil
    default: return nil
    }
  }

  /// Returns the answer of `kind` about two values that are equal or less as said.
  private func answer(_ kind: TokenKind, _ isEqual: Bool, _ isLess: Bool) -> Bool {
    switch kind {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .greater: !isLess && !isEqual
    default: !isLess
    }
  }
}
