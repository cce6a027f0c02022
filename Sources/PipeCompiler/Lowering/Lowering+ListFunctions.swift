extension Lowering {
  /// Returns how many entries, members or characters `operand` has.
  mutating func count(_ operand: Operand, at node: NodeIndex) -> Index<Value>? {
    let number: Int
    switch graph.values[operand.value] {
    case .list(let run), .object(let run): number = run.range.count
    case .string(let symbol):
      number = graph.symbols[symbol].count { $0 & 0xC0 != 0x80 }
    default:
      reportOperand(operand, of: .count, wanted: "a list, an object or a String")
      return nil
    }
    return make(number: String(number), at: origin(node))
  }

  /// Returns whether the first operand, a text or list, has the second one as a part or entry.
  mutating func contains(_ whole: Operand, _ part: Operand, at node: NodeIndex) -> Index<Value>? {
    let place = origin(node)
    if case .list(let run) = graph.values[whole.value] {
      guard spend(run.range.count, at: node) else { return nil }
      let wanted = identity(of: part.value)
      let found = graph.elements(in: run).contains { identity(of: $0) == wanted }
      return make(.boolean(found), at: place)
    }
    guard let text = text(whole, of: .contains), let wanted = self.text(part, of: .contains) else {
      return nil
    }
    let pieces = text.count - wanted.count
    let found =
      wanted.isEmpty
      || pieces >= 0
        && (0...pieces).contains { start in
          text[start] == wanted[0]
            && text[start..<start + wanted.count].elementsEqual(wanted)
        }
    return make(.boolean(found), at: place)
  }

  /// Returns the whole numbers from the first operand, or 0, up to and without the last one.
  mutating func range(_ operands: [Operand], at node: NodeIndex) -> Index<Value>? {
    var bounds: [Int] = []
    for operand in operands {
      guard case .integer(let whole)? = Number(operand.value, in: graph) else {
        reportOperand(operand, of: .range, wanted: "an Integer")
        return nil
      }
      bounds.append(whole)
    }
    let (first, end) = bounds.count > 1 ? (bounds[0], bounds[1]) : (0, bounds[0])
    let (length, overflow) = end.subtractingReportingOverflow(first)
    guard !overflow, length <= Self.roundLimit else {
      reportLimit(at: node, "a range has at most \(Self.roundLimit) numbers")
      return nil
    }
    guard spend(max(length, 0), at: node) else { return nil }
    let place = origin(node)
    let entries = (first..<max(first, end)).map { make(number: String($0), at: place) }
    return make(list: entries, at: place)
  }

  /// Returns the entries of `operand`, all numbers or all texts, from the smallest to the largest.
  mutating func sorted(_ operand: Operand, at node: NodeIndex) -> Index<Value>? {
    guard let entries = entries(operand, of: .sorted), spend(16 * entries.count, at: node) else {
      return nil
    }
    let numbers = entries.compactMap { Number($0, in: graph)?.double }
    if numbers.count == entries.count {
      let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
      return make(list: order.map { entries[$0] }, at: origin(node))
    }
    let texts = entries.compactMap { graph.string($0).map { Array($0.utf8) } }
    guard texts.count == entries.count else {
      report(
        Diagnostic(
          .wrongType, "`sorted` takes a list of numbers or a list of Strings",
          at: tree.span(of: operand.node), help: "sort the values that the entries hold"))
      return nil
    }
    let order = texts.indices.sorted {
      texts[$0] == texts[$1] ? $0 < $1 : texts[$0].lexicographicallyPrecedes(texts[$1])
    }
    return make(list: order.map { entries[$0] }, at: origin(node))
  }

  /// Returns the smallest or largest of the numbers in `operands`, or in the list that is the only one.
  mutating func extreme(_ function: BuiltInFunction, _ operands: [Operand]) -> Index<Value>? {
    var candidates = operands
    if operands.count == 1, case .list = graph.values[operands[0].value] {
      guard let entries = entries(operands[0], of: function) else { return nil }
      candidates = entries.map { ($0, operands[0].node) }
    }
    var best: (value: Index<Value>, number: Double)?
    for candidate in candidates {
      guard let number = Number(candidate.value, in: graph)?.double else {
        reportOperand(candidate, of: function, wanted: "a number")
        return nil
      }
      if let best, function == .min ? number >= best.number : number <= best.number { continue }
      best = (candidate.value, number)
    }
    if let best { return best.value }
    report(
      Diagnostic(
        .wrongType, "`\(function.rawValue)` of an empty list is nothing",
        at: tree.span(of: operands[0].node), help: "give it at least one number"))
    return nil
  }

  /// Returns the entries of the lists in `operand`, one list after the other.
  mutating func flatten(_ operand: Operand, at node: NodeIndex) -> Index<Value>? {
    guard let lists = entries(operand, of: .flatten) else { return nil }
    var result: [Index<Value>] = []
    for list in lists {
      guard case .list(let run) = graph.values[list] else {
        result.append(list)
        continue
      }
      guard spend(run.range.count, at: node) else { return nil }
      result.append(contentsOf: graph.elements(in: run))
    }
    return make(list: result, at: origin(node))
  }

  /// Returns the entries of `operand` without those that are equal to an earlier one.
  mutating func unique(_ operand: Operand, at node: NodeIndex) -> Index<Value>? {
    guard let entries = entries(operand, of: .unique) else { return nil }
    var seen: Set<Identity> = []
    let kept = entries.filter { seen.insert(identity(of: $0)).inserted }
    return make(list: kept, at: origin(node))
  }

  /// What makes two values equal: single ones by what they are, others by their place in the graph.
  private enum Identity: Hashable {
    case number(Double)
    case text(Symbol)
    case flag(Bool)
    case null
    case other(Index<Value>)
  }

  /// Returns what makes other values equal to `value`.
  private func identity(of value: Index<Value>) -> Identity {
    switch graph.values[value] {
    case .number: Number(value, in: graph).map { .number($0.double) } ?? .other(value)
    case .string(let symbol): .text(symbol)
    case .boolean(let flag): .flag(flag)
    case .null: .null
    default: .other(value)
    }
  }
}
