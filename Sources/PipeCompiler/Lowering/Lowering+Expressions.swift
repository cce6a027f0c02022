extension Lowering {
  /// Returns what the expression at `node` means in `scope`.
  mutating func evaluate(_ node: NodeIndex, in scope: Int) -> Term {
    let term = nested(at: node) { $0.evaluateNow(node, in: scope) }
    return hasReachedLimit ? .poisoned : term ?? .poisoned
  }

  /// Returns the value of the expression at `node`, or `nil` after reporting that it has none.
  mutating func evaluateValue(_ node: NodeIndex, in scope: Int) -> Index<Value>? {
    let term = evaluate(node, in: scope)
    if case .value(let value) = term { return value }
    reportNoValue(term, at: node)
    return nil
  }

  /// Returns the value of the expression at `node`, for a place that takes no length of time.
  ///
  /// Returns `nil` after reporting that the expression has none, or that it is such a length.
  mutating func evaluateTimeless(_ node: NodeIndex, in scope: Int) -> Index<Value>? {
    guard let value = evaluateValue(node, in: scope) else { return nil }
    guard case .duration = graph.values[value] else { return value }
    reportMisplacedDuration(node)
    return nil
  }

  /// Returns what the expression at `node` means, whatever its form.
  private mutating func evaluateNow(_ node: NodeIndex, in scope: Int) -> Term {
    switch tree.kind(node) {
    case .number: return .value(number(node))
    case .duration: return duration(node)
    case .string, .interpolation: return evaluateString(node, in: scope)
    case .trueLiteral: return .value(make(.boolean(true), at: origin(node)))
    case .falseLiteral: return .value(make(.boolean(false), at: origin(node)))
    case .nullLiteral: return .value(make(.null, at: origin(node)))
    case .variable: return resolve(node, in: scope)
    case .path: return evaluatePath(node, in: scope)
    case .call: return evaluateCall(node, in: scope)
    case .group: return tree.firstChild(of: node).map { evaluate($0, in: scope) } ?? .poisoned
    case .list: return evaluateList(node, in: scope)
    case .object: return evaluateObject(node, in: scope)
    case .prefix: return evaluatePrefix(node, in: scope)
    case .infix: return evaluateInfix(node, in: scope)
    case .ternary: return evaluateTernary(node, in: scope)
    case .comprehension: return evaluateComprehension(node, in: scope)
    default: return .poisoned
    }
  }

  /// Makes the number at `node`, spelled as it is.
  private mutating func number(_ node: NodeIndex) -> Index<Value> {
    let symbol = symbol(node)
    return make(.number(symbol), at: origin(node))
  }

  /// Makes the length of time at `node`.
  private mutating func duration(_ node: NodeIndex) -> Term {
    let text = tree.tokens.text(Int(tree.nodes[node].firstToken))
    let unit: UInt64 =
      switch text.last {
      case UInt8(ascii: "d"): 86_400
      case UInt8(ascii: "h"): 3_600
      case UInt8(ascii: "m"): 60
      default: 1
      }
    var count: UInt64 = 0
    for digit in text.dropLast() where count <= UInt64(UInt32.max) {
      count = count * 10 + UInt64(digit &- UInt8(ascii: "0"))
    }
    guard count <= UInt64(UInt32.max) / unit else {
      report(
        Diagnostic(
          .arithmeticError, "the length of time is too large", at: tree.span(of: node),
          help: "at most \(UInt32.max / 86_400) days"))
      return .poisoned
    }
    return .value(make(.duration(UInt32(count * unit)), at: origin(node)))
  }

  /// Makes the list at `node`.
  private mutating func evaluateList(_ node: NodeIndex, in scope: Int) -> Term {
    let start = openEntries.count
    defer { openEntries.removeSubrange(start...) }
    var isComplete = true
    var cursor = tree.cursor(in: node)
    while let child = cursor.next(in: tree) {
      if tree.kind(child) == .spread {
        isComplete = spreadEntries(child, in: scope) && isComplete
        continue
      }
      guard !isMissing(child), let entry = evaluateTimeless(child, in: scope) else {
        isComplete = false
        continue
      }
      openEntries.append(entry)
    }
    guard isComplete else { return .poisoned }
    return .value(make(list: openEntries[start...], at: origin(node)))
  }

  /// Makes the object at `node`, or the run-time value that it spells in API form.
  private mutating func evaluateObject(_ node: NodeIndex, in scope: Int) -> Term {
    let start = openMembers.count
    defer { openMembers.removeSubrange(start...) }
    var keys: Set<Symbol> = []
    var (isComplete, hasSpread) = (true, false)
    var cursor = tree.cursor(in: node)
    while let child = cursor.next(in: tree) {
      switch tree.kind(child) {
      case .member:
        guard let member = evaluateMember(child, in: scope) else {
          isComplete = false
          continue
        }
        if hasSpread ? !keys.insert(member.key).inserted : isTaken(member.key, since: start, &keys)
        {
          reportDuplicateKey(child + 1)
        } else if hasSpread {
          replace(member, since: start)
        } else {
          openMembers.append(member)
        }
      case .spread:
        // From here on, `keys` are those that are written out.
        if !hasSpread { keys = Set(openMembers[start...].map(\.key)) }
        hasSpread = true
        isComplete = spreadMembers(child, since: start, in: scope) && isComplete
      default: isComplete = false
      }
    }
    guard isComplete else { return .poisoned }
    if openMembers.count == start + 1, node != verbatimObject,
      let value = intrinsic(openMembers[start], at: node)
    {
      return .value(value)
    }
    return .value(make(object: openMembers[start...], at: origin(node)))
  }

  /// Returns `true` iff `key` is that of an open member from `start` on.
  ///
  /// Objects with many members are looked up in `keys` instead of looked through.
  @inline(__always)
  private func isTaken(_ key: Symbol, since start: Int, _ keys: inout Set<Symbol>) -> Bool {
    let members = openMembers[start...]
    guard members.count >= 16 else { return members.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(members.map(\.key)) }
    return !keys.insert(key).inserted
  }

  /// Makes the member at `node`.
  private mutating func evaluateMember(_ node: NodeIndex, in scope: Int) -> Member? {
    let parts = parts(node)
    guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]),
      let key = key(parts[0], in: scope), let value = evaluateValue(parts[1], in: scope)
    else { return nil }
    return Member(key, place(value, under: key), at: keyOrigin(parts[0]))
  }

  /// Returns the symbol of the key at `node`, a word or a string known at build time.
  mutating func key(_ node: NodeIndex, in scope: Int) -> Symbol? {
    if tree.kind(node) == .name { return symbol(node) }
    return buildTimeString(node, in: scope, what: "a key").map { graph.symbols.intern($0) }
  }

  /// Evaluates `condition ? a : b`, whose condition must be known at build time.
  private mutating func evaluateTernary(_ node: NodeIndex, in scope: Int) -> Term {
    let parts = parts(node)
    guard parts.count == 3 else { return .poisoned }
    guard let flag = buildTimeBoolean(parts[0], in: scope, what: "the question before `?`") else {
      return .poisoned
    }
    return evaluate(parts[flag ? 1 : 2], in: scope)
  }

  /// Reports that the key at `node` stands twice in one object.
  mutating func reportDuplicateKey(_ node: NodeIndex) {
    report(
      Diagnostic(
        .duplicateKey, "the key `\(keyText(node))` stands here twice", at: tree.span(of: node),
        why: "JSON readers silently keep one of the two", help: "remove one of them"))
  }

  /// Returns where the key at `node` is written, without the quotes if it is a string.
  @inline(__always)
  func keyOrigin(_ node: NodeIndex) -> Origin {
    let span = tree.span(of: node)
    guard tree.kind(node) == .string, span.end - span.start >= 2,
      tree.tokens.bytes[Int(span.start)] == UInt8(ascii: "\"")
    else { return .text(span) }
    return .text(SourceSpan(span.start + 1, span.end - 1))
  }

  /// Returns the text of the key at `node` for a message.
  func keyText(_ node: NodeIndex) -> String {
    tree.kind(node) == .string ? String(tree.word(node).dropFirst().dropLast()) : tree.word(node)
  }

  /// Reports that `term` is not a value, unless that is known already.
  mutating func reportNoValue(_ term: Term, at node: NodeIndex) {
    let (what, help): (String, String)
    switch term {
    case .value, .poisoned: return
    case .conditions:
      what = "a run-time comparison is not a value"
      help = "use it in `condition … if`; AWS evaluates comparisons in Condition steps only"
    case .step:
      what = "a step is not a value"
      help = "name one of its properties, such as `.model` or `.outputs.name`"
    case .resource:
      what = "a resource is not a value"
      help = "write its `.name`"
    case .ended:
      what = "how a step ended is not a value"
      help = "use it in `after:`"
    case .time:
      what = "how long the jobs of a step take is not a value"
      help = "a test gives it, as in `given Train.time = 2h`, and asks `time()` of the whole run"
    case .pending:
      what = "a step is not a value"
      help = "name one of its properties, such as `.model` or `.outputs.name`"
    case .template:
      what = "a template is not a value"
      help = "make its steps with `use name = Template(…)`"
    case .type:
      what = "a type is not a value"
      help = "types stand behind the colon of a `config`, `let` or argument"
    case .instance, .family:
      what = "what a template makes is not a value"
      help = "name one of its results, as in `name.result`"
    case .function:
      what = "a function is not a value"
      help = "call it with its arguments in parentheses"
    case .namespace(let namespace):
      what = "`\(namespace.rawValue)` is not a value by itself"
      help =
        "write " + namespace.members.map { "`\(namespace).\($0.word)`" }.joined(separator: ", ")
    }
    report(Diagnostic(.wrongType, what, at: tree.span(of: node), help: help))
  }
}
