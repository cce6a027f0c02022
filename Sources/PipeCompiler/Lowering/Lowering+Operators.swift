extension Lowering {
  /// Evaluates `!x` and `-x`.
  mutating func evaluatePrefix(_ node: NodeIndex, in scope: Int) -> Term {
    guard let operand = tree.firstChild(of: node) else { return .poisoned }
    if tree.firstToken(of: node).kind == .not {
      switch evaluateQuestion(operand, in: scope) {
      case .constant(let flag): return .value(make(.boolean(!flag), at: origin(node)))
      case .conditions(let all): return .conditions([graph.negation(of: all)])
      case nil: return .poisoned
      }
    }
    guard let value = evaluateValue(operand, in: scope) else { return .poisoned }
    guard let number = Number(value, in: graph) else {
      reportNotANumber(value, at: operand)
      return .poisoned
    }
    if case .number(let lexeme) = self.value(value), tree.kind(operand) == .number {
      return .value(make(number: "-" + graph.text(lexeme), at: origin(node)))
    }
    return finish(number.negated, at: node)
  }

  /// Evaluates two or more operands with operators of one precedence between them.
  mutating func evaluateInfix(_ node: NodeIndex, in scope: Int) -> Term {
    let operands = children(node)
    guard operands.count >= 2, !operands.contains(where: { isMissing($0) }) else {
      return .poisoned
    }
    switch operation(before: operands[1]) {
    case .and, .or: return evaluateLogic(node, operands, in: scope)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return evaluateComparison(node, operands[0], operands[1], in: scope)
    case .coalesce: return evaluateCoalescing(operands, in: scope)
    case .identifier: return evaluateMembership(node, operands[0], operands[1], in: scope)
    default: return evaluateArithmetic(node, operands, in: scope)
    }
  }

  /// Returns the operator that stands before the operand at `node`.
  func operation(before node: NodeIndex) -> TokenKind {
    tree.tokens[max(Int(tree.nodes[node].firstToken) - 1, 0)].kind
  }

  /// Evaluates `a ?? b`: the first value that is there and not `null`.
  private mutating func evaluateCoalescing(_ operands: [NodeIndex], in scope: Int) -> Term {
    var last: Term = .poisoned
    for operand in operands {
      let isLast = operand == operands.last
      last = isLast ? evaluate(operand, in: scope) : evaluateOptional(operand, in: scope)
      guard case .value(let value) = last, case .null = graph.values[value] else { return last }
    }
    return last
  }

  /// Evaluates what stands before `??`: if it is a path, a member that is missing on it is `null`.
  private mutating func evaluateOptional(_ node: NodeIndex, in scope: Int) -> Term {
    switch tree.kind(node) {
    case .path:
      return nested(at: node) { $0.evaluatePath(node, in: scope, isOptional: true) } ?? .poisoned
    case .group:
      guard let inner = tree.firstChild(of: node) else { return .poisoned }
      return nested(at: node) { $0.evaluateOptional(inner, in: scope) } ?? .poisoned
    default: return evaluate(node, in: scope)
    }
  }

  /// Evaluates `+ - * / %` from left to right.
  private mutating func evaluateArithmetic(
    _ node: NodeIndex, _ operands: [NodeIndex], in scope: Int
  ) -> Term {
    guard var result = evaluateValue(operands[0], in: scope) else { return .poisoned }
    var left = operands[0]
    for operand in operands.dropFirst() {
      guard let next = evaluateValue(operand, in: scope) else { return .poisoned }
      let kind = operation(before: operand)
      let term =
        kind == .plus && (isText(result) || isText(next))
        ? concatenate((result, left), (next, operand), at: node)
        : calculate((result, left), kind, (next, operand), at: node)
      guard case .value(let value) = term else { return .poisoned }
      (result, left) = (value, node)
    }
    return .value(result)
  }

  /// Returns `true` iff `value` is a string, at build time or at run time.
  private func isText(_ value: Index<Value>) -> Bool { type(of: value) == .string }

  /// Evaluates `a + b` for strings.
  private mutating func concatenate(
    _ a: (value: Index<Value>, node: NodeIndex), _ b: (value: Index<Value>, node: NodeIndex),
    at node: NodeIndex
  ) -> Term {
    for side in [a, b] where !isText(side.value) && isBuildTime(side.value) {
      var diagnostic = wrongType(
        side.value, wanted: "a String like the other one", what: "what `+` joins", at: side.node)
      diagnostic.help = "put it into the string, as in `\"size-\\(size)\"`"
      report(diagnostic)
      return .poisoned
    }
    var join = JoinBuilder()
    guard append(a.value, to: &join, at: node), append(b.value, to: &join, at: node) else {
      return .poisoned
    }
    return .value(finish(join, at: node))
  }

  /// Evaluates `a op b` for numbers known at build time.
  private mutating func calculate(
    _ a: (value: Index<Value>, node: NodeIndex), _ kind: TokenKind,
    _ b: (value: Index<Value>, node: NodeIndex), at node: NodeIndex
  ) -> Term {
    guard let left = Number(a.value, in: graph) else {
      reportNotANumber(a.value, at: a.node)
      return .poisoned
    }
    guard let right = Number(b.value, in: graph) else {
      reportNotANumber(b.value, at: b.node)
      return .poisoned
    }
    if kind == .slash || kind == .percent, right.double == 0 {
      report(
        Diagnostic(
          .arithmeticError, "this divides by zero", at: tree.span(of: node),
          related: [Label("is zero", at: origin(b.node))], help: "check the divisor"))
      return .poisoned
    }
    return finish(left.combined(with: right, by: kind), at: node)
  }

  /// Makes the result of a calculation, or reports that it has none.
  private mutating func finish(_ number: Number?, at node: NodeIndex) -> Term {
    if let lexeme = number?.lexeme { return .value(make(number: lexeme, at: origin(node))) }
    report(
      Diagnostic(
        .arithmeticError, "the result of the calculation is too large", at: tree.span(of: node),
        why: "Integers have 64 bits, and Floats are finite", help: "check its operands"))
    return .poisoned
  }

  /// Reports that `value` is no number that can be calculated with.
  private mutating func reportNotANumber(_ value: Index<Value>, at node: NodeIndex) {
    if isBuildTime(value) {
      report(wrongType(value, wanted: "a number", what: "what is calculated with", at: node))
    } else {
      report(wrongPhase(what: "what is calculated with", at: node, reading: value))
    }
  }
}

/// A number that is calculated with at build time.
enum Number {
  case integer(Int)
  case float(Double)

  /// Creates the number that `value` is, or returns `nil` if it is none.
  init?(_ value: Index<Value>, in graph: PipelineGraph) {
    guard case .number(let lexeme) = graph.values[value] else { return nil }
    let text = graph.text(lexeme)
    if let whole = Int(text) {
      self = .integer(whole)
    } else if let float = Double(text), float.isFinite {
      self = .float(float)
    } else {
      return nil
    }
  }

  /// The number as a binary fraction.
  var double: Double {
    switch self {
    case .integer(let whole): Double(whole)
    case .float(let float): float
    }
  }

  /// The number as JSON spells it; `nil` if it is not finite.
  var lexeme: String? {
    switch self {
    case .integer(let whole): String(whole)
    case .float(let float): float.isFinite ? "\(float)" : nil
    }
  }

  /// The number with the opposite sign; `nil` if there is none.
  var negated: Number? { Number.integer(0).combined(with: self, by: .minus) }

  /// Returns the result of the arithmetic operator `kind`; Integers divide like Swift's.
  func combined(with other: Number, by kind: TokenKind) -> Number? {
    guard case .integer(let a) = self, case .integer(let b) = other else {
      let (a, b) = (double, other.double)
      switch kind {
      case .plus: return .float(a + b)
      case .minus: return .float(a - b)
      case .star: return .float(a * b)
      case .slash: return .float(a / b)
      default: return .float(a.truncatingRemainder(dividingBy: b))
      }
    }
    let (result, overflow): (Int, Bool) =
      switch kind {
      case .plus: a.addingReportingOverflow(b)
      case .minus: a.subtractingReportingOverflow(b)
      case .star: a.multipliedReportingOverflow(by: b)
      case .slash: a.dividedReportingOverflow(by: b)
      default: a.remainderReportingOverflow(dividingBy: b)
      }
    return overflow ? nil : .integer(result)
  }
}
