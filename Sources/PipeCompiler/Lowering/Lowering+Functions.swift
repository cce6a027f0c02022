// The language's own functions, and what they have in common.

extension Lowering {
  /// A value, and the expression that it comes from.
  typealias Operand = (value: Index<Value>, node: NodeIndex)

  /// Evaluates the call at `node` of `function`.
  mutating func evaluate(
    _ function: BuiltInFunction, _ arguments: NodeIndex, at node: NodeIndex, in scope: Int
  ) -> Term {
    guard let operands = operands(of: function, arguments, in: scope),
      spend(at: node, arguments), let value = apply(function, to: operands, at: node)
    else { return .poisoned }
    return .value(value)
  }

  /// Returns the arguments of `function`, or `nil` after a report.
  private mutating func operands(
    of function: BuiltInFunction, _ arguments: NodeIndex, in scope: Int
  ) -> [Operand]? {
    let given = children(arguments).filter { tree.kind($0) == .argument }
    guard function.arity.contains(given.count), given.allSatisfy({ children($0).count == 1 }) else {
      let formals = function.formals.map { "`\($0)`" }.joined(separator: ", ")
      report(
        Diagnostic(
          .wrongArguments, "`\(function.rawValue)` takes \(Self.words(for: function.arity))",
          at: tree.span(of: arguments), help: "it takes \(formals), without their names"))
      return nil
    }
    var operands: [Operand] = []
    for argument in given {
      guard let expression = children(argument).last, !isMissing(expression),
        let value = evaluateTimeless(expression, in: scope)
      else { return nil }
      operands.append((value, expression))
    }
    return operands
  }

  /// Returns how many arguments `arity` allows, in words.
  private static func words(for arity: ClosedRange<Int>) -> String {
    switch (arity.lowerBound, arity.upperBound) {
    case (1, 1): "one argument"
    case (1, 2): "one or two arguments"
    case (let low, let high) where low == high: "\(low) arguments"
    default: "at least one argument"
    }
  }

  /// Returns what `function` makes of `operands`, or `nil` after a report.
  private mutating func apply(
    _ function: BuiltInFunction, to operands: [Operand], at node: NodeIndex
  ) -> Index<Value>? {
    switch function {
    case .join: return join(operands[1], with: operands[0], at: node)
    case .split, .replace, .lower, .upper, .trim, .base64, .sha256, .startsWith, .endsWith:
      return applyToText(function, operands, at: node)
    case .contains: return contains(operands[0], operands[1], at: node)
    case .jsonText:
      var text = JoinBuilder()
      guard appendJSON(operands[0].value, to: &text, operands[0].node, at: node) else { return nil }
      return finish(text, at: node)
    case .count: return count(operands[0], at: node)
    case .range: return range(operands, at: node)
    case .keys, .values:
      guard let members = members(operands[0], of: function) else { return nil }
      let place = origin(node)
      let entries = members.map { member in
        function == .values ? member.value : make(.string(member.key), at: place)
      }
      return make(list: entries, at: place)
    case .sorted: return sorted(operands[0], at: node)
    case .min, .max: return extreme(function, operands)
    case .flatten: return flatten(operands[0], at: node)
    case .unique: return unique(operands[0], at: node)
    }
  }

  /// Notes that `count` pieces are handled for the call at `node`; `true` iff that is within bounds.
  mutating func spend(_ count: Int, at node: NodeIndex) -> Bool {
    work += count
    if work > Self.workLimit { reportLimit(at: node, "functions handle too many pieces") }
    return staysInMemory(at: node)
  }

  /// Returns the entries of `operand`, which `function` takes as a list, or `nil` after a report.
  mutating func entries(_ operand: Operand, of function: BuiltInFunction) -> [Index<Value>]? {
    if case .list(let run) = graph.values[operand.value] {
      return spend(run.range.count, at: operand.node) ? Array(graph.elements(in: run)) : nil
    }
    reportOperand(operand, of: function, wanted: "a list")
    return nil
  }

  /// Returns the members of `operand`, which `function` takes as an object, or `nil` after a report.
  mutating func members(_ operand: Operand, of function: BuiltInFunction) -> [Member]? {
    if case .object(let run) = graph.values[operand.value] {
      return spend(run.range.count, at: operand.node) ? Array(graph.members(in: run)) : nil
    }
    reportOperand(operand, of: function, wanted: "an object")
    return nil
  }

  /// Returns the text of `operand`, which `function` takes as a String, or `nil` after a report.
  mutating func text(_ operand: Operand, of function: BuiltInFunction) -> [UInt8]? {
    if case .string(let symbol) = graph.values[operand.value] {
      let bytes = Array(graph.symbols[symbol])
      return spend(bytes.count / 16, at: operand.node) ? bytes : nil
    }
    reportOperand(operand, of: function, wanted: "a String")
    return nil
  }

  /// Reports that `function` takes something else than `operand`.
  mutating func reportOperand(
    _ operand: Operand, of function: BuiltInFunction, wanted: String
  ) {
    let what = "what `\(function.rawValue)` takes"
    report(
      isBuildTime(operand.value)
        ? wrongType(operand.value, wanted: wanted, what: what, at: operand.node)
        : wrongPhase(what: what, at: operand.node, reading: operand.value))
  }
}
