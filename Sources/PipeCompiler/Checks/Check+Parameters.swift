extension Check {
  /// Parameters have names, defaults and enumerations that fit together.
  static let parameters = Check { graph, analysis, diagnostics in
    for index in graph.parameters.indices {
      let parameter = graph.parameters[index]
      checkName(parameter, at: index, graph, analysis, &diagnostics)
      let options = checkEnumeration(parameter, graph, &diagnostics)
      checkDefault(parameter, options, graph, &diagnostics)
    }
  }

  /// Reports a name that is malformed or taken.
  private static func checkName(
    _ parameter: Parameter, at index: Index<Parameter>, _ graph: PipelineGraph,
    _ analysis: Analysis, _ diagnostics: inout Diagnostics
  ) {
    let name = graph.text(parameter.name)
    if !TextPattern.isName(graph.symbols[parameter.name]) {
      diagnostics.report(
        Diagnostic(
          .invalidName,
          name.isEmpty
            ? "the name of a parameter is empty" : "`\(name)` can't be the name of a parameter",
          at: parameter.origin,
          help: "use 1 to 64 letters, digits, `-` and `_`"))
    }
    guard let first = analysis.parameters[parameter.name], first != index else { return }
    diagnostics.report(
      Diagnostic(
        .duplicateParameter, "there is another parameter called `\(name)`", at: parameter.origin,
        related: [Label("the first one", at: graph.parameters[first].origin)],
        help: "rename one of them"))
  }

  /// Reports what is wrong with the enumeration of `parameter` and returns its texts, if it has one.
  private static func checkEnumeration(
    _ parameter: Parameter, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) -> [Symbol]? {
    guard let enumeration = graph.present(parameter.enumeration) else { return nil }
    func complain(_ message: String, at value: Index<Value>, help: String? = nil) {
      diagnostics.report(
        Diagnostic(.invalidEnumeration, message, at: graph.origin(of: value), help: help))
    }
    let name = graph.text(parameter.name)
    guard parameter.type == .string else {
      complain(
        "`\(name)` can't have a closed list of values", at: enumeration,
        help: "only parameters of type String can; remove the list or change the type")
      return nil
    }
    guard let entries = graph.list(enumeration), !entries.isEmpty else {
      complain("the values that `\(name)` allows are not a list of strings", at: enumeration)
      return nil
    }
    var texts: [Symbol] = []
    var seen = IndexTable(capacity: 16)
    for entry in entries {
      guard case .string(let text) = graph.values[entry] else {
        complain(
          "\(graph.kindName(of: entry)) can't be a value of `\(name)`", at: entry,
          help: "put it in quotes")
        continue
      }
      // No key is zero.
      let key = Int(text.offset) + 1
      if seen[key] != nil { complain("`\(graph.text(text))` is listed twice", at: entry) }
      seen.set(1, for: key)
      texts.append(text)
    }
    return texts
  }

  /// Reports a default that does not fit the type or is not one of `options`.
  private static func checkDefault(
    _ parameter: Parameter, _ options: [Symbol]?, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let value = graph.present(parameter.defaultValue) else { return }
    let name = graph.text(parameter.name)
    func complain(
      _ message: String, why: String? = nil, help: String? = nil, fix: Fix? = nil
    ) {
      diagnostics.report(
        Diagnostic(
          .invalidDefault, message, at: graph.origin(of: value), why: why, help: help, fix: fix))
    }
    if graph.isRuntime(value) {
      return complain(
        "the default of `\(name)` is not known before a run",
        why: "the service takes a string, number or boolean here, not an expression",
        help: "write a literal, or join the texts where the parameter is used")
    }
    guard fits(value, parameter.type, graph) else {
      var fix: Fix?
      if parameter.type == .string, let span = graph.origin(of: value).span {
        switch graph.values[value] {
        case .number, .boolean: fix = Fix("put it in quotes", wrapping: span, in: "\"", "\"")
        default: break
        }
      }
      return complain(
        "\(graph.kindName(of: value)) can't be the default of `\(name)`, "
          + "which is of type \(parameter.type.rawValue)",
        help: fix == nil ? "write a literal of that type, or change the type" : nil, fix: fix)
    }
    guard case .string(let text) = graph.values[value] else { return }
    if let options, !options.contains(text) {
      let suggestion = nearest(to: graph.text(text), in: options.lazy.map { graph.text($0) })
      complain(
        "the default `\(graph.text(text))` is not one of the values that `\(name)` allows",
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "it allows "
          + options.prefix(12).map { "`\(graph.text($0))`" }.joined(separator: ", "))
    }
    checkLength(of: text, at: value, name, graph, &diagnostics)
  }

  /// Reports a default that is longer than the service is known to take.
  private static func checkLength(
    of text: Symbol, at value: Index<Value>, _ name: String, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard graph.symbols.length(text) > 4096 else { return }
    diagnostics.report(
      Diagnostic(
        .quotaExceeded, "the default of `\(name)` is longer than 4096 characters",
        at: graph.origin(of: value), why: "that is the limit in the published schema",
        help: "put the text in a file, and its S3 URI in the parameter"))
  }

  /// Returns `true` iff the literal `value` may be given to a parameter of `type`.
  private static func fits(
    _ value: Index<Value>, _ type: ScalarType, _ graph: PipelineGraph
  ) -> Bool {
    switch (graph.values[value], type) {
    case (.string, .string), (.boolean, .boolean), (.number, .float): true
    case (.number(let lexeme), .integer): graph.isInteger(lexeme)
    default: false
    }
  }
}
