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
    case .comprehension:
      report(.notSupportedYet("a list with `for`", at: tree.span(of: node)))
      return .poisoned
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
    let text = tree.word(node)
    let unit: UInt64 =
      switch text.utf8.last {
      case UInt8(ascii: "d"): 86_400
      case UInt8(ascii: "h"): 3_600
      case UInt8(ascii: "m"): 60
      default: 1
      }
    guard let count = UInt64(text.dropLast()), count <= UInt64(UInt32.max) / unit else {
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
    var entries: [Index<Value>] = []
    var isComplete = true
    for child in tree.children(of: node) {
      guard !isMissing(child), let entry = evaluateValue(child, in: scope) else {
        isComplete = false
        continue
      }
      if case .duration = value(entry) { reportMisplacedDuration(child) }
      entries.append(entry)
    }
    return isComplete ? .value(make(list: entries, at: origin(node))) : .poisoned
  }

  /// Makes the object at `node`, or the run-time value that it spells in API form.
  private mutating func evaluateObject(_ node: NodeIndex, in scope: Int) -> Term {
    var members = MemberList()
    var isComplete = true
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .member:
        guard let member = evaluateMember(child, in: scope) else {
          isComplete = false
          continue
        }
        if !members.append(member) { reportDuplicateKey(child + 1) }
      case .spread:
        report(.notSupportedYet("`...`", at: tree.firstToken(of: child).span))
        isComplete = false
      default: isComplete = false
      }
    }
    guard isComplete else { return .poisoned }
    if members.entries.count == 1, let value = intrinsic(members.entries[0], at: node) {
      return .value(value)
    }
    return .value(make(object: members.entries, at: origin(node)))
  }

  /// Makes the member at `node`.
  private mutating func evaluateMember(_ node: NodeIndex, in scope: Int) -> Member? {
    let parts = children(node)
    guard parts.count == 2, !isMissing(parts[0]), !isMissing(parts[1]),
      let key = key(parts[0], in: scope), let value = evaluateValue(parts[1], in: scope)
    else { return nil }
    return Member(key, place(value, under: key))
  }

  /// Returns the symbol of the key at `node`, a word or a string known at build time.
  mutating func key(_ node: NodeIndex, in scope: Int) -> Symbol? {
    if tree.kind(node) == .name { return symbol(node) }
    return buildTimeString(node, in: scope, what: "a key").map { graph.symbols.intern($0) }
  }

  /// Evaluates `condition ? a : b`, whose condition must be known at build time.
  private mutating func evaluateTernary(_ node: NodeIndex, in scope: Int) -> Term {
    let parts = children(node)
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
    case .ended:
      what = "how a step ended is not a value"
      help = "use it in `after:`"
    case .function:
      what = "a function is not a value"
      help = "call it with its arguments in parentheses"
    case .namespace(let namespace):
      what = "`\(namespace.rawValue)` is not a value by itself"
      help = "write " + namespace.members.map { "`\(namespace).\($0.word)`" }.joined(separator: ", ")
    }
    report(Diagnostic(.wrongType, what, at: tree.span(of: node), help: help))
  }
}

/// The members of an object under construction, each key once.
struct MemberList {
  /// The members, in order.
  private(set) var entries: [Member] = []
  /// The keys, once there are too many to look through.
  private var keys: Set<Symbol> = []

  /// Adds `member` unless its key is taken, and returns `true` iff it was added.
  mutating func append(_ member: Member) -> Bool {
    if entries.count < 16 {
      guard !entries.contains(where: { $0.key == member.key }) else { return false }
    } else {
      if keys.isEmpty { keys = Set(entries.map(\.key)) }
      guard keys.insert(member.key).inserted else { return false }
    }
    entries.append(member)
    return true
  }
}
