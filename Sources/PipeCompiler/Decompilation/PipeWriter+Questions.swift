// Conditions and loops.
extension PipeWriter {
  /// Writes the condition `step`, as the continuation of another one's `else` if `isChained`.
  mutating func writeCondition(_ step: DocumentStep, isChained: Bool = false) {
    let arguments = document.object(document.member("Arguments", of: step.members)) ?? []
    if !isChained { writeDescription(of: step) }
    let head = "condition \(title(of: step)) if \(question(of: step, arguments))"
    let otherwise = step.branches[1]
    var omissions: [String] = []
    for name in ["IfSteps", "ElseSteps"] where document.member(name, of: arguments) == nil {
      omissions.append(name)
    }
    line("\(head)\(clauses(of: step, omitting: omissions)) {")
    write(step.branches[0])
    if otherwise.isEmpty { return line("}") }
    let only = steps.all[otherwise[0]]
    if otherwise.count == 1, only.kind == .condition, only.isStructured, !hasDocumentation(only) {
      text += "} else "
      let outer = current
      current = only
      let start = text.utf8.count
      writeCondition(only, isChained: true)
      current = outer
      mark(otherwise[0], from: start)
    } else {
      line("} else {")
      write(otherwise)
      line("}")
    }
  }

  /// Writes the loop `step`.
  mutating func writeLoop(_ step: DocumentStep) {
    let arguments = document.object(document.member("Arguments", of: step.members)) ?? []
    writeDescription(of: step)
    let items = document.member("IterableItems", of: arguments).map { render($0) } ?? "[]"
    let limit = document.member("MaxConcurrency", of: arguments)
    let bound = limit.map { " max \(render($0))" } ?? ""
    let omissions = limit == nil ? ["MaxConcurrency"] : []
    line(
      "foreach \(title(of: step)) in \(items)\(bound)\(clauses(of: step, omitting: omissions)) {")
    write(step.branches[0])
    guard let selector = document.member("Selector", of: arguments) else { return line("}") }
    line("} \(selection(selector) ?? "")")
  }

  /// Returns the clause that stands for `selector`, if there is one.
  private func selection(_ selector: Index<Value>) -> String? {
    guard let fields = document.fields(selector), fields.count == 2,
      let pick = document.text(fields["Pick"]), pick == "MaxBy" || pick == "MinBy",
      let field = fields["Field"], case .reference(let index) = document.graph.values[field],
      case .iterationOutput(let name) = document.graph.references[index].root
    else { return nil }
    let path = Array(document.graph.path(of: document.graph.references[index]))
    let words = steps.byName[document.text(name)].flatMap { property(of: steps.all[$0], path) }
    let text = words ?? "get(\"\(escaped(document.spelling(of: index)))\")"
    return "select \(pick == "MaxBy" ? "max" : "min") by \(text)"
  }

  /// Returns the clauses of `step` that stand behind its question or its items.
  private mutating func clauses(of step: DocumentStep, omitting omissions: [String]) -> String {
    var items = StepItems()
    items.omissions = omissions
    gatherEnvelope(of: step, into: &items)
    gatherFields(of: step, step.kind, into: &items)
    let order = step.plainness == .verbatim ? "" : order(of: step).clause
    if items.isEmpty { return order }
    return "\(order) with { \(items.all.filter { !$0.isEmpty }.joined(separator: ", ")) }"
  }

  /// Returns what the condition `step` asks.
  private mutating func question(of step: DocumentStep, _ arguments: [Member]) -> String {
    guard let value = document.member("Conditions", of: arguments) else { return "raw([])" }
    if step.plainness < .verbatim, let entries = document.list(value), !entries.isEmpty {
      var parts: [String] = []
      for entry in entries {
        guard let part = question(entry, isInner: entries.count > 1, depth: 0) else { break }
        parts.append(part)
      }
      if parts.count == entries.count { return parts.joined(separator: " && ") }
    }
    return "raw(\(render(value)))"
  }

  /// Returns the question that `value` asks; `nil` if the language asks it in another way.
  private mutating func question(_ value: Index<Value>, isInner: Bool, depth: Int) -> String? {
    guard depth < 30, let fields = document.fields(value), let type = document.text(fields["Type"])
    else { return nil }
    switch type {
    case "Not":
      guard fields.count == 2, let inner = fields["Condition"],
        document.text(document.fields(inner)?["Type"]) != "Not"
      else { return nil }
      if document.text(document.fields(inner)?["Type"]) == "Equals" {
        return comparison("!=", document.fields(inner) ?? [:])
      }
      return question(inner, isInner: false, depth: depth + 1).map { "!(\($0))" }
    case "Or":
      guard fields.count == 2, let entries = document.list(fields["Conditions"]), entries.count > 1
      else { return nil }
      var parts: [String] = []
      for entry in entries {
        guard document.text(document.fields(entry)?["Type"]) != "Or",
          let part = question(entry, isInner: true, depth: depth + 1)
        else { return nil }
        parts.append(part)
      }
      let text = parts.joined(separator: " || ")
      return isInner ? "(\(text))" : text
    case "In":
      guard fields.count == 3, let query = fields["QueryValue"], let values = fields["Values"],
        let options = document.list(values), !options.isEmpty,
        isRunTime(query) || options.contains(where: { isRunTime($0) })
      else { return nil }
      return "\(operand(query)) in \(render(values))"
    default:
      guard let sign = Self.signs[type] else { return nil }
      return comparison(sign, fields)
    }
  }

  /// How the language spells comparisons.
  private static let signs = [
    "Equals": "==", "GreaterThan": ">", "GreaterThanOrEqualTo": ">=", "LessThan": "<",
    "LessThanOrEqualTo": "<=",
  ]

  /// Returns the comparison of the values in `fields` by `sign`.
  private mutating func comparison(_ sign: String, _ fields: [String: Index<Value>]) -> String? {
    guard fields.count == 3, let left = fields["LeftValue"], let right = fields["RightValue"],
      isRunTime(left) || isRunTime(right)
    else { return nil }
    if isIdiomatic, sign == "==", document.graph.values[right] == .boolean(true),
      case .reference(let index) = document.graph.values[left], type(of: index) == .boolean
    {
      return operand(left)
    }
    return "\(operand(left)) \(sign) \(operand(right))"
  }

  /// Returns `value` as an operand.
  private mutating func operand(_ value: Index<Value>) -> String { render(value) }

  /// Returns `true` iff `value` is only known at run time.
  private func isRunTime(_ value: Index<Value>) -> Bool {
    switch document.graph.values[value] {
    case .reference, .jsonGet: true
    case .join: isIdiomatic ? pieces(of: value, depth: 0).map(hasValues) ?? true : true
    default: false
    }
  }

  /// Returns `true` iff one of `pieces` is only known at run time.
  private func hasValues(_ pieces: [JoinPiece]) -> Bool {
    pieces.contains { if case .value = $0 { true } else { false } }
  }
}
