// Values that the API does not take where they stand.
extension ArgumentWalk {
  /// Reports `value`, which is not of the kind of the shape number `shape`.
  mutating func reportType(_ value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    let rewritten = rewriting(of: value, as: kind)
    diagnostics.report(
      Diagnostic(
        .wrongArgumentType,
        "\(subject) must be \(Self.name(of: kind)), and this is \(description(of: value))",
        at: graph.origin(of: value), why: "the service converts nothing",
        help: rewritten == nil && kind != .list ? remedy(for: kind) : nil,
        fix: graph.origin(of: value).span.flatMap { span in
          if kind == .list { return Fix("put it in brackets", wrapping: span, in: "[", "]") }
          return rewritten.map { Fix("write `\($0)`", replacing: span, with: $0) }
        }))
  }

  /// Returns what to write instead of the literal `value` where `kind` is wanted, if that is clear.
  private func rewriting(of value: Index<Value>, as kind: Shape.Kind) -> String? {
    switch (graph.values[value], kind) {
    case (.number(let lexeme), .string): return "\"\(graph.text(lexeme))\""
    case (.boolean(let flag), .string): return "\"\(flag)\""
    case (.string(let text), .integer), (.string(let text), .long):
      return Int(graph.text(text)).map { "\($0)" }
    case (.string(let text), .float), (.string(let text), .double):
      return Double(graph.text(text)).map { "\($0)" }
    case (.string(let text), .boolean):
      let word = graph.text(text).lowercased()
      return word == "true" || word == "false" ? word : nil
    default: return nil
    }
  }

  /// Returns what to do to have a value of `kind`.
  private func remedy(for kind: Shape.Kind) -> String {
    switch kind {
    case .structure, .union: isInStep ? schemaHelp : "write an object"
    case .map: "write `{ \(spelled("name")): \"value\" }`"
    case .integer, .long: "write a whole number"
    case .float, .double: "write a number"
    case .boolean: "write `true` or `false`"
    default: "write a string"
    }
  }

  /// Returns what values of `kind` are called.
  static func name(of kind: Shape.Kind) -> String {
    switch kind {
    case .structure, .union: "an object"
    case .list: "a list"
    case .map: "an object"
    case .integer, .long: "an Integer"
    case .float, .double: "a Float"
    case .boolean: "a Boolean"
    default: "a String"
    }
  }

  /// Returns what `value` is called.
  private func description(of value: Index<Value>) -> String {
    switch graph.values[value] {
    case .string(SymbolTable.empty): "an empty String"
    case .string(let text) where graph.symbols.length(text) <= 40:
      "the String `\(graph.text(text))`"
    case .number(let lexeme): "the number `\(graph.text(lexeme))`"
    case .boolean(let flag): "the Boolean `\(flag)`"
    default: graph.kindName(of: value)
    }
  }

  /// Reports `value`, which is not one of the enumeration number `shape`.
  mutating func reportUnknownValue(
    _ value: Index<Value>, as shape: Int, filledFrom use: Origin?
  ) {
    guard case .string(let symbol) = graph.values[value] else { return }
    let text = graph.text(symbol)
    let values = cache.shapes[shape].shape.values.map(\.string)
    let near = nearest(to: text, in: values) ?? completion(of: text, among: values)
    diagnostics.report(
      Diagnostic(
        .unknownValue, "`\(text)` is not a value of \(subject)", at: graph.origin(of: value),
        label: near.map { "did you mean `\($0)`?" } ?? "", related: uses(use),
        why: "the service knows a closed set, \(values.count) in \(ServiceModel.version)",
        help: near == nil ? "use " + Self.choice(among: values) : nil,
        fix: near.flatMap { near in
          graph.origin(of: value).span.map {
            Fix("write `\(near)`", replacing: $0, with: "\"\(near)\"")
          }
        }))
  }

  /// Returns the only one of `values` of which `text` is the beginning or the end.
  private func completion(of text: String, among values: [String]) -> String? {
    guard text.utf8.count >= 4 else { return nil }
    let word = text.lowercased()
    let found = values.filter {
      $0.lowercased().hasPrefix(word) || $0.lowercased().hasSuffix("." + word)
    }
    return found.count == 1 ? found.first : nil
  }

  /// Reports the length of `value`, a string of the shape number `shape`.
  mutating func reportLength(
    _ verdict: ScalarVerdict, _ value: Index<Value>, as shape: Int, filledFrom use: Origin?
  ) {
    guard case .string(let symbol) = graph.values[value] else { return }
    if cache.shapes[shape].shape.name.equals("RoleArn") {
      return reportForm(value, as: shape, filledFrom: use)
    }
    reportLength(
      verdict, of: symbol, subject, at: graph.origin(of: value), as: shape, related: uses(use))
  }

  /// Reports that `what`, which is spelled `text`, is too short or too long.
  mutating func reportLength(
    _ verdict: ScalarVerdict, of text: Symbol, _ what: String, at origin: Origin, as shape: Int,
    related: [Label] = []
  ) {
    let bounds = cache.bounds(of: shape)
    let count = graph.symbols[text].span.characterCount
    let characters = count == 1 ? "1 character" : "\(count) characters"
    let limit = (verdict == .tooLong ? bounds.most : bounds.least) ?? 0
    diagnostics.report(
      Diagnostic(
        .wrongLength,
        "\(what) has \(characters), \(verdict == .tooLong ? "more" : "fewer") than \(limit)",
        at: origin, related: related, why: "the API takes \(bounds.words)",
        help: verdict == .tooLong ? "shorten it" : "write a longer one"))
  }

  /// Reports the number `value`, which the shape number `shape` does not reach to.
  mutating func reportRange(_ value: Index<Value>, as shape: Int, filledFrom use: Origin?) {
    guard case .number(let lexeme) = graph.values[value] else { return }
    let isWide = graph.number(value).map { abs($0) > Double(Int32.max) } ?? false
    let isNarrow = cache.shapes[shape].shape.kind == .integer
    let range = isWide && isNarrow ? "whole numbers of 32 bits" : cache.bounds(of: shape).words
    diagnostics.report(
      Diagnostic(
        .outOfRange, "\(subject) can't be \(graph.text(lexeme))", at: graph.origin(of: value),
        related: uses(use), why: "the API takes \(range)",
        help: "write a number of that range"))
  }

  /// Reports the string `value`, which does not match the pattern of the shape number `shape`.
  mutating func reportForm(_ value: Index<Value>, as shape: Int, filledFrom use: Origin?) {
    guard case .string(let symbol) = graph.values[value] else { return }
    let text = graph.text(symbol)
    let shown = text.unicodeScalars.count > 60 ? "the text" : "`\(text)`"
    let pattern = cache.shapes[shape].shape.pattern?.string ?? ""
    diagnostics.report(
      Diagnostic(
        .patternMismatch, "\(shown) does not have the form of \(subject)",
        at: graph.origin(of: value),
        related: uses(use),
        why:
          "the API's model has the pattern `\(pattern)`, which the service does not always hold to",
        help: "check the spelling"))
  }

  /// Returns the label for the place `use` where a parameter fills a member.
  private func uses(_ use: Origin?) -> [Label] {
    use.map { [Label("fills \(subject) here", at: $0)] } ?? []
  }
}

// References.
extension ArgumentWalk {
  /// Reports `value`, of the type `found`, which the service does not turn into one of the shape
  /// number `shape`.
  mutating func reportReferenceType(_ value: Index<Value>, _ found: ScalarType, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    let origin = graph.origin(of: value)
    var diagnostic = Diagnostic(
      .wrongReferenceType,
      "\(subject) must be \(Self.name(of: kind)), and this is \(PropertyType.scalar(found).name)",
      at: origin, why: "the service converts nothing, and refuses references of another type")
    if kind.isText {
      switch graph.notation {
      case .pipe:
        diagnostic.fix = origin.span.map {
          Fix("put it into a string: `\"\\(…)\"`", wrapping: $0, in: "\"\\(", ")\"")
        }
      case .definition:
        diagnostic.fix = origin.span.map {
          Fix(
            "wrap it in a `Std:Join`", wrapping: $0, in: #"{"Std:Join": {"On": "", "Values": ["#,
            "]}}")
        }
      }
    } else if let name = graph.parameterName(of: value) {
      diagnostic.help = "declare `\(graph.text(name))` with the type `\(Self.typeName(of: kind))`"
    } else if case .join(_, let run) = graph.values[value], run.count == 1,
      case .reference(let index) = graph.values[graph.elements[run.range.lowerBound]],
      case .scalar(let inner) = analysis.type(of: index), Self.fit(of: inner, in: kind) != .wrong
    {
      diagnostic.help =
        graph.notation == .pipe
        ? "write what stands in the string without the quotes and `\\( )`"
        : "write what is joined, without `Std:Join`"
    } else {
      diagnostic.help = "the service has no function that converts a value to this type"
    }
    if let name = graph.parameterName(of: value), let parameter = analysis.parameters[name] {
      diagnostic.related = [
        Label("is declared here", at: graph.parameters[parameter].origin)
      ]
    }
    diagnostics.report(diagnostic)
  }

  /// Returns the type of parameters that may fill a member of `kind`.
  private static func typeName(of kind: Shape.Kind) -> String {
    kind.isWholeNumber ? "Integer" : kind.isFraction ? "Float" : "Boolean"
  }

  /// Reports `value`, which may not be of the right type.
  mutating func reportDoubtfulType(_ value: Index<Value>, _ found: ScalarType, as shape: Int) {
    diagnostics.report(
      Diagnostic(
        .doubtfulReference,
        "\(subject) is a Float, and this is \(PropertyType.scalar(found).name)",
        at: graph.origin(of: value), why: "no source tells whether the service takes it",
        help: "use a value of type Float"))
  }

  /// Reports `value`, one reference where the shape number `shape` wants parts.
  mutating func reportWhole(_ value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    diagnostics.report(
      Diagnostic(
        .wrongReferenceType,
        "\(subject) must be \(Self.name(of: kind)), and a run-time value can't be one",
        at: graph.origin(of: value),
        why: "the service answers `Expecting start of Json \(kind == .list ? "Array" : "Object")`",
        help:
          "write the \(kind == .list ? "list" : "object"), and use run-time values for its parts"))
  }

  /// Reports `value`, which reads something with parts where a scalar is wanted.
  mutating func reportNoScalar(_ value: Index<Value>, _ type: PropertyType) {
    diagnostics.report(
      Diagnostic(
        .wrongReferenceType, "\(subject) is a single value, and this reads \(type.name)",
        at: graph.origin(of: value), help: "name one of its parts"))
  }
}
