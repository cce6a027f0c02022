// Values: literals, and what is only known at run time.

/// What a value is part of, which decides what the language makes of it.
enum ValuePlace {
  /// A request of the API, in whose members some values are converted.
  case request
  /// A map of strings in a request, where numbers and Booleans are converted.
  case strings
  /// Data that nothing is made of.
  case data
}

extension PipeWriter {
  /// How deeply lists and objects may lie in one another in one expression.
  static let nestingLimit = 40

  /// Returns how the language spells `value`, which stands in `place`, under `key` if in an object.
  mutating func render(
    _ value: Index<Value>, in place: ValuePlace = .data, under key: String = "", depth: Int = 0
  ) -> String {
    switch document.graph.values[value] {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let lexeme): return number(lexeme, in: place, under: key)
    case .string(let symbol): return string(document.text(symbol), in: place, under: key)
    case .list(let run):
      if let word = landings[value] { return word }
      if depth >= Self.nestingLimit { return part(value) }
      let inner: ValuePlace = place == .strings ? .data : place
      var entries: [String] = []
      for entry in document.graph.elements(in: run) {
        entries.append(render(entry, in: inner, depth: depth + 1))
      }
      return Self.list(of: entries)
    case .object:
      if let word = landings[value] { return word }
      if depth >= Self.nestingLimit { return part(value) }
      return object(value, in: place, under: key, depth: depth)
    case .reference(let reference):
      let text = self.reference(reference)
      let isConverted = place == .strings && type(of: reference) ?? .string != .string
      return isConverted ? "raw(\(text))" : text
    case .join: return join(value, in: place, depth: depth)
    case .jsonGet(let get): return jsonGet(get, depth: depth)
    case .duration: return "null"
    }
  }

  /// Returns the list of `entries`, with a line for each option of a command if there are many.
  private static func list(of entries: [String]) -> String {
    let isOption = entries.map { $0.hasPrefix("\"--") }
    guard isOption.count(where: \.self) > 2,
      entries.reduce(0, { $0 + $1.utf8.count }) > 72, isOption[0]
    else { return "[\(entries.joined(separator: ", "))]" }
    var text = "["
    for (entry, startsLine) in zip(entries, isOption) {
      text += (startsLine ? "\n" : ", ") + entry
    }
    return text + "\n]"
  }

  /// Returns how the language spells the key of `member`.
  func key(_ member: Member) -> String {
    let text = document.text(member.key)
    return WordChooser.isWord(text) ? text : quoted(text)
  }

  /// Returns the object `value` in `place`, under `key`.
  private mutating func object(
    _ value: Index<Value>, in place: ValuePlace, under key: String, depth: Int
  ) -> String {
    let members = document.object(value) ?? []
    if members.isEmpty { return "{}" }
    let isMap = place == .request && Self.stringMaps.contains(key)
    // Where a conversion would change something, there is to be none.
    let isRaw = isMap && !members.allSatisfy { staysInMap($0.value) }
    let inner: ValuePlace = isRaw || place == .data ? .data : isMap ? .strings : .request
    var entries: [String] = []
    for member in members {
      let name = document.text(member.key)
      let text =
        isMap && !isRaw && key.hasSuffix("HyperParameters")
        ? hyperParameter(member.value, depth: depth + 1)
        : render(member.value, in: inner, under: name, depth: depth + 1)
      entries.append("\(self.key(member)): \(text)")
    }
    let isLong = entries.contains { $0.contains("\n") }
    let text =
      isLong ? "{\n\(entries.joined(separator: "\n"))\n}" : "{ \(entries.joined(separator: ", ")) }"
    let isExpression = members.count == 1 && Self.functions.contains(document.text(members[0].key))
    // What is no run-time value although it looks like one stays data.
    return isRaw || isExpression ? "raw(\(text))" : text
  }

  /// The keys that make a run-time value of an object that has no other one.
  private static let functions = ["Get", "Std:Join", "Std:JsonGet"]

  /// The members of requests that are maps of strings; see `Lowering.isStringMap`.
  private static let stringMaps: Set<String> = [
    "CollectionParameters", "CustomerMetadataProperties", "Environment", "HookParameters",
    "HyperParameters", "ProfilingParameters", "RuleParameters", "StaticHyperParameters",
  ]

  /// The members of requests that are floats; see `Lowering.isFloat`.
  private static let floats: Set<String> = [
    "InitialVariantWeight", "NumberOfAcceleratorDevicesRequired", "NumberOfCpuCoresRequired",
    "TargetObjectiveMetricValue", "ValidationFraction",
  ]

  /// Returns `true` iff nothing is made of `value` in a map of strings.
  private func staysInMap(_ value: Index<Value>) -> Bool {
    switch document.graph.values[value] {
    case .number, .boolean: false
    case .reference(let reference): type(of: reference) ?? .string == .string
    default: true
    }
  }

  /// Returns the type of what `reference` reads, as far as that matters.
  func type(of reference: Index<Reference>) -> ScalarType? {
    let read = document.graph.references[reference]
    switch read.root {
    case .parameter(let name):
      return parameterWords[document.text(name)].map { $0.type ?? .string }
    case .execution, .experiment: return .string
    case .step(let name):
      guard let position = steps.byName[document.text(name)] else { return nil }
      return type(ofPath: Array(document.graph.path(of: read)), in: steps.all[position])
    default: return nil
    }
  }

  /// Returns the type of what `path` reads from `step`.
  private func type(ofPath path: [PathSegment], in step: DocumentStep) -> ScalarType? {
    guard case .member(let first)? = path.first else { return nil }
    let name = document.text(first)
    if path.count == 1, name == "Outcome" { return step.kind == .condition ? .boolean : nil }
    guard path.count == 2, name == "OutputParameters", case .key(let key) = path[1] else {
      return nil
    }
    let outputs = document.list(document.member("OutputParameters", of: step.members)) ?? []
    for output in outputs {
      guard let fields = document.fields(output),
        document.isText(fields["OutputName"], document.text(key))
      else { continue }
      return document.text(fields["OutputType"]).flatMap { ScalarType(rawValue: $0) }
    }
    return nil
  }

  /// Returns the number spelled `lexeme` in `place`, under `key`.
  private func number(_ lexeme: Symbol, in place: ValuePlace, under key: String) -> String {
    let text = document.text(lexeme)
    guard place == .request else { return text }
    if Self.floats.contains(key), document.graph.isWholeNumber(lexeme) { return "raw(\(text))" }
    guard isIdiomatic, key.hasSuffix("Seconds"), let seconds = UInt32(text) else { return text }
    return Self.duration(seconds) ?? text
  }

  /// Returns how the language spells a length of time of `seconds`, if that is shorter in other units.
  static func duration(_ seconds: UInt32) -> String? {
    if seconds == 0 { return nil }
    if seconds % 86_400 == 0, seconds > 86_400 { return "\(seconds / 86_400)d" }
    if seconds % 3_600 == 0 { return "\(seconds / 3_600)h" }
    if seconds % 60 == 0 { return "\(seconds / 60)m" }
    return nil
  }

  /// Returns the value of a hyperparameter, numbers and truth values without their quotes.
  private mutating func hyperParameter(_ value: Index<Value>, depth: Int) -> String {
    guard isIdiomatic else { return render(value, in: .strings, depth: depth) }
    if let text = document.text(value), Self.isLiteral(text) { return text }
    if case .join(SymbolTable.empty, let run) = document.graph.values[value], run.count == 1,
      let only = document.graph.elements(in: run).first,
      case .reference(let reference) = document.graph.values[only],
      let type = type(of: reference), type != .string
    {
      return self.reference(reference)
    }
    return render(value, in: .strings, depth: depth)
  }

  /// Returns `true` iff `text` is spelled like a number of moderate size, or a truth value.
  private static func isLiteral(_ text: String) -> Bool {
    if text == "true" || text == "false" { return true }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.utf8.count <= 12, let first = digits.utf8.first, first.isDigit else {
      return false
    }
    let whole = digits.prefix { $0 != "." }
    let rest = digits.dropFirst(whole.count)
    return whole.utf8.allSatisfy(\.isDigit) && (whole == "0" || first != UInt8(ascii: "0"))
      && (rest.isEmpty || rest.utf8.count > 1 && rest.dropFirst().utf8.allSatisfy(\.isDigit))
  }

  /// Returns `text` in `place`, under `key`.
  private mutating func string(_ text: String, in place: ValuePlace, under key: String) -> String {
    guard isIdiomatic else { return quoted(text) }
    if let word = shared.word(for: text) { return word }
    guard let (word, rest) = shared.split(text) else { return quoted(text) }
    return interpolated(word, rest)
  }

  /// Returns the text that begins with what `word` stands for, if it is given, and ends with `rest`.
  func interpolated(_ word: String?, _ rest: String) -> String {
    word.map { "\"\\(\($0))\(escaped(rest))\"" } ?? quoted(rest)
  }

  /// Declares `value`, which nests too deeply, and returns the word for it.
  private mutating func part(_ value: Index<Value>) -> String {
    // Inner ones come first, so that no text is made of more than a few levels at a time.
    for landing in document.landings(in: value, every: UInt16(Self.nestingLimit / 2))
    where landing != value {
      declare(landing)
    }
    declare(value)
    return landings[value] ?? "null"
  }

  /// Declares `value` as a part.
  private mutating func declare(_ value: Index<Value>) {
    if landings[value] != nil { return }
    let text = render(value, in: .data)
    let word = words.word(for: "part\(parts.count + 1)")
    parts.append((word, "raw(\(text))"))
    landings[value] = word
  }
}
