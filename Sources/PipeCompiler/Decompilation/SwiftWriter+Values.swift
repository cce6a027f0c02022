// Values: pieces of JSON, values of a type, and texts in maps.
extension SwiftWriter {
  /// Returns `value` as a piece of JSON, which can be anything.
  mutating func literal(_ value: Index<Value>, under key: String = "") -> SwiftNode {
    switch document.graph.values[value] {
    case .null, .duration: return .text("nil")
    case .boolean(let flag): return .text(flag ? "true" : "false")
    case .string(let text): return .text(SwiftNames.quoted(document.text(text)))
    case .number(let lexeme):
      if !key.isEmpty, Self.floats.contains(key), document.graph.isWholeNumber(lexeme) {
        problem("`\(key)` without a decimal point stands in an object that has no type", value)
      }
      return .text(number(lexeme))
    case .list(let run):
      let entries = Array(document.graph.elements(in: run))
      return .group("[", entries.map { literal($0) }, "]")
    case .object:
      return object((document.object(value) ?? []).map { (document.text($0.key), $0.value) })
    case .reference(let index):
      if let text = reference(index) { return .text("Literal(\(text.text))") }
      return get(document.spelling(of: index))
    case .join(let separator, let run):
      if let text = interpolation(value) { return .text(text) }
      let entries = Array(document.graph.elements(in: run)).map { literal($0) }
      let on = SwiftNode.text(SwiftNames.quoted(document.text(separator)))
      let parts: [SwiftNode] = [
        .prefixed("\"On\": ", on), .prefixed("\"Values\": ", .group("[", entries, "]")),
      ]
      return .group("[", [.prefixed("\"Std:Join\": ", .group("[", parts, "]"))], "]")
    case .jsonGet(let index):
      if let text = report(index, of: "String") { return .text("Literal(\(text))") }
      let read = document.graph.jsonGets[index]
      let path = SwiftNode.text(SwiftNames.quoted(document.text(read.path)))
      var file: SwiftNode
      switch read.file {
      case .propertyFile(let step, let name):
        let spelling = "Steps.\(document.text(step)).PropertyFiles.\(document.text(name))"
        file = .prefixed("\"PropertyFile\": ", get(spelling))
      case .uri(let uri): file = .prefixed("\"S3Uri\": ", literal(uri))
      }
      let parts = SwiftNode.group("[", [file, .prefixed("\"Path\": ", path)], "]")
      return .group("[", [.prefixed("\"Std:JsonGet\": ", parts)], "]")
    }
  }

  /// The members that get a decimal point; see `Lowering.isFloat`.
  private static let floats: Set<String> = [
    "InitialVariantWeight", "NumberOfAcceleratorDevicesRequired", "NumberOfCpuCoresRequired",
    "TargetObjectiveMetricValue", "ValidationFraction", "BackoffRate",
  ]

  /// Returns the object that reads `spelling`, in the definition's own form.
  private func get(_ spelling: String) -> SwiftNode {
    .group("[", [.prefixed("\"Get\": ", .text(SwiftNames.quoted(spelling)))], "]")
  }

  /// Returns the object of `members` as a piece of JSON.
  mutating func object(_ members: [(name: String, value: Index<Value>)]) -> SwiftNode {
    if members.isEmpty { return .text("[:]") }
    return .group(
      "[",
      members.map {
        .prefixed("\(SwiftNames.quoted($0.name)): ", literal($0.value, under: $0.name))
      },
      "]")
  }

  /// Returns the number that `lexeme` spells, in a piece of JSON.
  private func number(_ lexeme: Symbol) -> String {
    let text = document.text(lexeme)
    if document.graph.isWholeNumber(lexeme), let number = Int(text), String(number) == text {
      return text
    }
    return Self.isPlain(text) ? text : "Literal(Value<Double>(spelled: \"\(text)\"))"
  }

  /// Returns the number that `lexeme` spells, as a value of `content`.
  func number(_ lexeme: Symbol, of content: String) -> String {
    let text = document.text(lexeme)
    if document.graph.isWholeNumber(lexeme), let number = Int(text), String(number) == text {
      return text
    }
    if content == "Double", Self.isPlain(text) { return text }
    return "Value<\(content)>(spelled: \"\(text)\")"
  }

  /// Returns `true` iff Swift spells the fraction `text` as it stands here.
  private static func isPlain(_ text: String) -> Bool {
    text.contains(".") && Double(text)?.description == text
  }

  /// Returns `true` iff `text` is a number of moderate size, spelled as Swift spells it.
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count < 12 else { return false }
    return Int(text).map { $0 >= 0 && String($0) == text } ?? isPlain(text)
  }

  /// Returns `value` as a value of `content`; `nil` if it is none.
  mutating func value(_ value: Index<Value>, of content: String, under key: String = "")
    -> SwiftNode?
  {
    let isText = !["Int", "Double", "Bool"].contains(content)
    switch document.graph.values[value] {
    case .string(let symbol) where isText:
      let text = document.text(symbol)
      if content == "String", let word = shared.word(for: text) { return .text(word) }
      return .text(SwiftNames.quoted(text))
    case .boolean(let flag) where content == "Bool": return .text(flag ? "true" : "false")
    case .number(let lexeme) where content == "Double":
      if Self.floats.contains(key), document.graph.isWholeNumber(lexeme) { return nil }
      return .text(number(lexeme, of: content))
    case .number(let lexeme) where content == "Int":
      if key.hasSuffix("Seconds"), let seconds = document.wholeNumber(value),
        document.text(lexeme) == String(seconds), let length = Self.length(of: seconds)
      {
        return .text(length)
      }
      return .text(number(lexeme, of: content))
    case .reference(let index):
      guard let read = reference(index) else { return nil }
      return converted(read, to: content).map { .text($0) }
    case .join where isText:
      if let text = interpolation(value) { return .text(text) }
      return joined(value).map { .text("Value<\(content)>\($0)") }
    case .jsonGet(let index): return report(index, of: content).map { .text($0) }
    default: return nil
    }
  }

  /// Returns how Swift spells a length of time of `seconds`, if that is shorter in other units.
  private static func length(of seconds: UInt32) -> String? {
    if seconds == 0 || seconds % 60 != 0 { return nil }
    if seconds % 86_400 == 0, seconds > 86_400 { return ".days(\(seconds / 86_400))" }
    if seconds % 3_600 == 0 { return ".hours(\(seconds / 3_600))" }
    return ".minutes(\(seconds / 60))"
  }

  /// Returns what `read` is as a value of `content`; `nil` if it is of another type.
  func converted(_ read: SwiftReading, to content: String) -> String? {
    guard let own = read.content else { return "Value<\(content)>(\(read.text))" }
    if own == content { return read.text }
    let numbers = ["Int", "Double", "Bool"]
    let fits =
      numbers.contains(content) ? own == "Int" && content == "Double" : !numbers.contains(own)
    return fits ? "Value<\(content)>(\(read.text))" : nil
  }

  /// Returns `value` as a text in a map of texts; `nil` if it would become another one.
  ///
  /// The library makes texts of numbers there, so a text that spells one as Swift does needs no quotes if
  /// it `mayBeNumber`.
  private mutating func text(_ value: Index<Value>, mayBeNumber: Bool) -> SwiftNode? {
    switch document.graph.values[value] {
    case .string(let symbol) where mayBeNumber && Self.isNumber(document.text(symbol)):
      return .text(document.text(symbol))
    case .string(let symbol): return .text(SwiftNames.quoted(document.text(symbol)))
    case .reference(let index):
      guard let read = reference(index), let text = converted(read, to: "String") else {
        return nil
      }
      return .text("Text(\(text))")
    case .join:
      if let text = interpolation(value) { return .text(text) }
      return joined(value).map { .text("Text(Value<String>\($0))") }
    case .jsonGet(let index): return report(index, of: "String").map { .text("Text(\($0))") }
    default: return nil
    }
  }

  /// Returns `value` as what a member of `shape` called `key` takes; `nil` if that can't be it.
  mutating func typed(
    _ value: Index<Value>, as shape: Shape, under key: String, depth: Int = 0
  ) -> SwiftNode? {
    guard depth < 60 else { return nil }
    switch shape.kind {
    case .structure, .union:
      guard var members = document.object(value) else { return nil }
      if key == "TrainingJobDefinition", let role {
        members.removeAll { document.text($0.key) == "RoleArn" && document.isText($0.value, role) }
      }
      let open = SwiftNames.type(shape.name.string) + "("
      return initializer(open, [], members, SwiftMember.all(of: [shape]), depth: depth)
    case .list:
      guard let entries = document.list(value),
        let inner = StepShapes.model.shape(named: shape.element)
      else { return nil }
      var nodes: [SwiftNode] = []
      for entry in entries {
        guard let node = typed(entry, as: inner, under: "", depth: depth + 1) else { return nil }
        nodes.append(node)
      }
      return .group("[", nodes, "]")
    case .map:
      guard let members = document.object(value),
        let inner = StepShapes.model.shape(named: shape.mapValue)
      else { return nil }
      if members.isEmpty { return .text("[:]") }
      var nodes: [SwiftNode] = []
      for member in members {
        let name = document.text(member.key)
        let node =
          inner.kind == .string
          ? text(member.value, mayBeNumber: key.hasSuffix("HyperParameters"))
          : typed(member.value, as: inner, under: name, depth: depth + 1)
        guard let node else { return nil }
        nodes.append(.prefixed("\(SwiftNames.quoted(name)): ", node))
      }
      return .group("[", nodes, "]")
    case .enumeration:
      if let text = document.text(value), shape.holds(Array(text.utf8)[...]),
        let name = SwiftNames.value(text)
      {
        return .text("." + SwiftNames.escaped(name))
      }
      return self.value(value, of: shape.swiftContent)
    case .kind, .operation: return nil
    default: return self.value(value, of: shape.swiftContent, under: key)
    }
  }

  /// Returns the call that makes an object with `members`, those of `known` as arguments behind `first`,
  /// and the others as they are; `nil` if one is missing that is required.
  mutating func initializer(
    _ open: String, _ first: [SwiftNode], _ members: [Member], _ known: [SwiftMember], depth: Int
  ) -> SwiftNode? {
    var (arguments, rest) = (first, members)
    for member in known {
      guard let position = rest.firstIndex(where: { document.text($0.key) == member.name }) else {
        if member.isRequired { return nil }
        continue
      }
      guard
        let node = typed(
          rest[position].value, as: member.shape, under: member.name, depth: depth + 1)
      else {
        if member.isRequired { return nil }
        continue
      }
      rest.remove(at: position)
      // Names of arguments need no quotes, whatever they mean elsewhere.
      arguments.append(.prefixed("\(SwiftNames.lowered(member.name)): ", node))
    }
    let call = SwiftNode.group(open, arguments, ")")
    if rest.isEmpty { return call }
    return .chain(call, rest.map { raw(document.text($0.key), $0.value) })
  }
}
