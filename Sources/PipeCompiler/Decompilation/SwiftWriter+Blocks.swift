// Conditions and loops.
extension SwiftWriter {
  /// Returns the condition at `position`, behind `indent` blanks and `start`.
  mutating func condition(at position: Int, _ indent: Int, _ start: String) -> String {
    let step = steps.all[position]
    let arguments = document.fields(document.member("Arguments", of: step.members)) ?? [:]
    let entries = document.list(arguments["Conditions"]) ?? []
    var parts: [String] = []
    for entry in entries {
      guard let part = question(entry, depth: 0) else {
        problem("Swift has no question for this condition", entry)
        continue
      }
      parts.append(entries.count > 1 && part.contains(" || ") ? "(\(part))" : part)
    }
    if entries.isEmpty { problem("a condition asks something", arguments["Conditions"]) }
    let blanks = String(repeating: " ", count: indent)
    let name = SwiftNames.quoted(step.name)
    var head = "\(start)Condition(\(name), if: \(parts.joined(separator: " && "))) {\n"
    if head.count + indent > 100 {
      let question = parts.joined(separator: "\n\(blanks)    && ")
      head = "\(start)Condition(\n\(blanks)  \(name),\n\(blanks)  if: \(question)\n\(blanks)) {\n"
    }
    let around = block(around: position)
    let then = statements(
      of: step.branches[0], in: around + [SwiftBlock(step: position, branch: 0)], at: indent + 2)
    let otherwise = statements(
      of: step.branches[1], in: around + [SwiftBlock(step: position, branch: 1)], at: indent + 2)
    var text = "\(head)\(then)\(blanks)}"
    if !step.branches[1].isEmpty { text += " else: {\n\(otherwise)\(blanks)}" }
    return text + tail(of: step, behind: blanks)
  }

  /// Returns the calls behind the blocks of `step`.
  private mutating func tail(of step: DocumentStep, behind blanks: String) -> String {
    for member in step.members {
      let key = document.text(member.key)
      if ["Name", "Type", "Arguments"].contains(key) || EnvelopeField.names.contains(key) {
        continue
      }
      problem("a step of type `\(step.type)` has no member `\(key)`", member.value)
    }
    return envelope(of: step).map { "\n\(blanks)\($0.laidOut(at: blanks.count))" }.joined()
  }

  /// Returns the loop at `position`, behind `indent` blanks and `start`.
  mutating func loop(at position: Int, _ indent: Int, _ start: String) -> String {
    let step = steps.all[position]
    let arguments = document.fields(document.member("Arguments", of: step.members)) ?? [:]
    let blanks = String(repeating: " ", count: indent)
    let outer = item
    defer { item = outer }
    var parts: [SwiftNode] = [.text(SwiftNames.quoted(step.name))]
    if let items = arguments["IterableItems"], let node = self.items(items) {
      parts.append(node)
    } else {
      problem(
        "the items of a loop are values of one type, objects, or a text", arguments["IterableItems"]
      )
    }
    if let limit = arguments["MaxConcurrency"] {
      if let node = value(limit, of: "Int") {
        parts.append(.prefixed("max: ", node))
      } else {
        problem("`MaxConcurrency` is a whole number", limit)
      }
    }
    var body = statements(
      of: step.branches[0], in: block(around: position) + [SwiftBlock(step: position, branch: 0)],
      at: indent + 2)
    if let selector = arguments["Selector"] {
      if let rule = selection(selector) {
        body += "\(blanks)  \(rule)\n"
      } else {
        problem("a selector picks by a property of a step of the loop", selector)
      }
    }
    let call = SwiftNode.group("ForEach(", parts, ")").laidOut(at: indent, behind: start)
    let isUsed = body.contains("item")
    let end = tail(of: step, behind: blanks)
    return "\(call) { \(isUsed ? "item" : "_") in\n\(body)\(blanks)}\(end)"
  }

  /// Returns the argument for the items `value` of a loop, and says what an item is from now on.
  private mutating func items(_ value: Index<Value>) -> SwiftNode? {
    guard let entries = document.list(value) else {
      item = (true, "")
      return self.value(value, of: "String").map { .prefixed("inJSON: ", $0) }
    }
    if !entries.isEmpty, entries.allSatisfy({ document.object($0)?.isEmpty == false }) {
      item = (true, "")
      return .prefixed("inObjects: ", .group("[", entries.map { literal($0) }, "]"))
    }
    for content in ["String", "Int", "Double", "Bool"] {
      let nodes = entries.map { self.value($0, of: content) }
      guard nodes.allSatisfy({ $0 != nil }) else { continue }
      item = (false, content)
      return .prefixed("in: ", .group("[", nodes.compactMap(\.self), "] as [Value<\(content)>]"))
    }
    return nil
  }

  /// Returns the rule that `selector` is.
  private func selection(_ selector: Index<Value>) -> String? {
    guard let fields = document.fields(selector), fields.count == 2,
      let pick = document.text(fields["Pick"]), pick == "MaxBy" || pick == "MinBy",
      let field = fields["Field"], case .reference(let index) = document.graph.values[field],
      case .iterationOutput(let name) = document.graph.references[index].root,
      let position = steps.byName[document.text(name)],
      let read = property(
        of: position, Array(document.graph.path(of: document.graph.references[index])))
    else { return nil }
    let isNumber = read.content == "Double" || read.content == "Int"
    guard isNumber || read.content == nil else { return nil }
    let text = isNumber ? read.text : "Value<Double>(\(read.text))"
    return "Select.\(pick == "MaxBy" ? "largest" : "smallest")(\(text))"
  }

  /// How Swift spells comparisons.
  private static let signs = [
    "Equals": "==", "GreaterThan": ">", "GreaterThanOrEqualTo": ">=", "LessThan": "<",
    "LessThanOrEqualTo": "<=",
  ]

  /// Returns the question that `value` asks; `nil` if Swift can't ask it.
  private mutating func question(_ value: Index<Value>, depth: Int) -> String? {
    guard depth < 30, let fields = document.fields(value), let type = document.text(fields["Type"])
    else { return nil }
    switch type {
    case "Not":
      guard fields.count == 2, let inner = fields["Condition"], let asked = document.fields(inner)
      else { return nil }
      switch document.text(asked["Type"]) {
      case "Not", "Or", nil: return nil
      case "Equals": return comparison("!=", asked)
      default: return question(inner, depth: depth + 1).map { "!(\($0))" }
      }
    case "Or":
      guard fields.count == 2, let entries = document.list(fields["Conditions"]), entries.count > 1
      else { return nil }
      var parts: [String] = []
      for entry in entries {
        guard document.text(document.fields(entry)?["Type"]) != "Or",
          let part = question(entry, depth: depth + 1)
        else { return nil }
        parts.append(part)
      }
      return parts.joined(separator: " || ")
    case "In":
      guard fields.count == 3, let query = fields["QueryValue"], let values = fields["Values"],
        let options = document.list(values), !options.isEmpty
      else { return nil }
      let content = content(of: [query] + options)
      guard let left = operand(query, of: content, isFirst: true) else { return nil }
      let nodes = options.map { self.value($0, of: content) }
      guard nodes.allSatisfy({ $0 != nil }) else { return nil }
      let list = SwiftNode.group("[", nodes.compactMap(\.self), "]").laidOut(at: 0)
      return "\(left).isIn(\(list))"
    default:
      guard let sign = Self.signs[type] else { return nil }
      return comparison(sign, fields)
    }
  }

  /// Returns the comparison of the values in `fields` by `sign`.
  private mutating func comparison(_ sign: String, _ fields: [String: Index<Value>]) -> String? {
    guard fields.count == 3, let left = fields["LeftValue"], let right = fields["RightValue"] else {
      return nil
    }
    let content = content(of: [left, right])
    guard content != "Bool" || sign == "==" || sign == "!=",
      let first = operand(left, of: content, isFirst: true),
      let second = operand(right, of: content, isFirst: false)
    else { return nil }
    return "\(first) \(sign) \(second)"
  }

  /// Returns `value` as an operand of the type `content`.
  private mutating func operand(
    _ value: Index<Value>, of content: String, isFirst: Bool
  ) -> String? {
    guard let node = self.value(value, of: content) else { return nil }
    let text = node.laidOut(at: 0)
    switch document.graph.values[value] {
    case .reference, .jsonGet: return text
    default: return isFirst ? "Value<\(content)>(\(text))" : text
    }
  }

  /// Returns the type in which `values` can be compared.
  private func content(of values: [Index<Value>]) -> String {
    var found: Set<String> = []
    for value in values {
      switch document.graph.values[value] {
      case .boolean: found.insert("Bool")
      case .number(let lexeme):
        found.insert(document.graph.isWholeNumber(lexeme) ? "Int" : "Double")
      case .string, .join: found.insert("String")
      case .reference(let index):
        guard let content = reference(index)?.content else { continue }
        found.insert(["Int", "Double", "Bool"].contains(content) ? content : "String")
      default: continue
      }
    }
    for content in ["Bool", "String", "Double", "Int"] where found.contains(content) {
      return content
    }
    return "Double"
  }
}
