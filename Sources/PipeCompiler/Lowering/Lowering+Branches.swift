// `if` and `for` among declarations, and `assert`.

/// What evaluation has taken of the bounds of a program.
struct Spending {
  /// How many nodes were evaluated in calls, rounds and uses.
  var work = 0
  /// How many values steps stand for.
  var weight = 0
  /// How many values were made.
  var values = 0
  /// How many bytes the texts have.
  var bytes = 0
}

extension Lowering {
  /// Declares what the branch of the `if` at `node` holds that its question chooses.
  mutating func declareBranch(_ node: NodeIndex, in region: Index<Region>, scope: Int) {
    guard let block = chosenBranch(of: node, in: scope) else { return }
    if tree.kind(block) == .ifBlock {
      nested(at: block) { $0.declareBranch(block, in: region, scope: scope) }
    } else {
      declare(in: block, region: region, scope: makeScope(inside: scope))
    }
  }

  /// Returns the block, the items or the next `if` that the question of the `if` at `node` chooses.
  mutating func chosenBranch(of node: NodeIndex, in scope: Int) -> NodeIndex? {
    let parts = children(node)
    guard parts.count >= 2, !isMissing(parts[0]),
      let holds = buildTimeBoolean(
        parts[0], in: scope, what: "the question behind `if`", instead: .condition)
    else { return nil }
    if holds { return parts[1] }
    return tree.child(of: node, .elseBlock).flatMap { tree.firstChild(of: $0) }
  }

  /// Declares what the `for` at `node` holds, once for each of its items.
  mutating func declareLoop(_ node: NodeIndex, in region: Index<Region>, scope: Int) {
    let parts = children(node)
    guard parts.count == 3, tree.kind(parts[2]) == .block,
      let entries = entries(of: parts[1], in: scope)
    else { return }
    for entry in entries where spend(at: node, parts[2]) {
      let inner = makeHome(inside: scope)
      bind(parts[0], in: inner, to: .term(.value(entry)))
      declare(in: parts[2], region: region, scope: inner)
    }
  }

  /// Returns the entries of the list at `node`, which something is made of at build time.
  mutating func entries(of node: NodeIndex, in scope: Int) -> [Index<Value>]? {
    guard !isMissing(node), let value = evaluateValue(node, in: scope) else { return nil }
    if case .list(let run) = graph.values[value] { return Array(graph.elements(in: run)) }
    let what = "what stands behind `in`"
    report(
      isBuildTime(value)
        ? wrongType(value, wanted: "a list", what: what, at: node)
        : wrongPhase(what: what, at: node, reading: value, instead: .loop))
    return nil
  }

  /// Notes that what is at `body` is evaluated for the loop, call or use at `node`; returns `true` iff
  /// that stays within bounds.
  mutating func spend(at node: NodeIndex, _ body: NodeIndex) -> Bool {
    rounds += 1
    work += Int(tree.nodes[body].size)
    guard !hasReachedLimit else { return false }
    guard rounds <= Self.roundLimit else {
      reportLimit(
        at: node,
        "it takes more than \(Self.roundLimit) rounds of loops, calls of functions and uses of"
          + " templates")
      return false
    }
    guard work <= Self.workLimit else {
      reportLimit(at: node, "what loops, functions and templates hold is evaluated too often")
      return false
    }
    return staysInMemory(at: node)
  }

  /// Returns `true` iff all that was made so far fits into memory; reports it at `node` if not.
  mutating func staysInMemory(at node: NodeIndex) -> Bool {
    let limit = options.memoryLimit
    guard earlier.values + graph.values.count <= limit.values,
      earlier.bytes + graph.symbols.byteCount <= limit.bytes
    else {
      reportLimit(
        at: node,
        "evaluation makes more than \(limit.values) values, or texts of more than"
          + " \(limit.bytes / 1_048_576) MiB")
      return false
    }
    return !hasReachedLimit
  }

  /// What this pipeline and the earlier ones have taken.
  var spending: Spending {
    Spending(
      work: work, weight: earlier.weight + totalWeight,
      values: earlier.values + graph.values.count,
      bytes: earlier.bytes + graph.symbols.byteCount)
  }

  /// Reports every assertion that does not hold, and keeps those about what a run takes.
  mutating func checkAssertions() {
    for (node, scope) in declared.assertions {
      let parts = children(node)
      guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]) else { continue }
      trace(scopes[scope].instance) { $0.assert(parts[0], message: parts[1], in: scope) }
    }
  }

  /// Reports the expression at `message` if the one at `node` is false.
  private mutating func assert(_ node: NodeIndex, message: NodeIndex, in scope: Int) {
    let inner = ungrouped(node)
    if isConjunction(inner), mentionsFigure(inner) {
      for part in children(inner) { assert(part, message: message, in: scope) }
      return
    }
    let (asked, isNegated) = asked(inner)
    if let comparison = figureComparison(asked) {
      guard let (bound, isOpposite) = bound(comparison, in: scope),
        let text = buildTimeString(message, in: scope, what: "a message")
      else { return }
      graph.assertions.append(
        Assertion(
          bound, isNegated: isNegated != isOpposite, message: graph.symbols.intern(text),
          at: origin(node)))
      return
    }
    if let word = testWord(asked), word.isFigure { return reportFigure(word, at: asked) }
    guard buildTimeBoolean(node, in: scope, what: "what is asserted") == false,
      let text = buildTimeString(message, in: scope, what: "a message")
    else { return }
    report(Diagnostic(.failedAssertion, text, at: tree.span(of: node), label: "does not hold"))
  }
}
