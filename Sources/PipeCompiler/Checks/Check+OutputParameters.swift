extension Check {
  /// Lambda and Callback steps declare their outputs properly and take flat arguments.
  static let outputParameters = Check { graph, _, diagnostics in
    for index in graph.steps.indices {
      let kind = graph.steps[index].kind
      guard kind == .lambda || kind == .callback else { continue }
      if let field = graph.present(graph.field(.outputParameters, of: index)) {
        checkList(field, graph, &diagnostics)
      }
      checkArguments(of: index, graph, &diagnostics)
    }
  }

  /// Reports what is wrong with the list of outputs `field`.
  private static func checkList(
    _ field: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    // That it is a list of objects is checked with the arguments.
    guard let entries = graph.list(field) else { return }
    if entries.count > 50 {
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "there are \(entries.count) output parameters, more than 50",
          at: graph.origin(of: field), why: "the service takes 50"))
    }
    var names: [Symbol] = []
    // Longer lists are refused for their length.
    for entry in entries.prefix(1_000) {
      let isObject = graph.object(entry) != nil
      let name = isObject ? checkEntry(entry, graph, &diagnostics) : nil
      defer { names.append(name ?? SymbolTable.empty) }
      if let name, let first = names.firstIndex(of: name) {
        diagnostics.report(
          Diagnostic(
            .duplicateOutput, "the output `\(graph.text(name))` is declared twice",
            at: graph.origin(of: graph.member(.outputName, of: entry) ?? entry),
            related: [
              Label("the first one", at: graph.origin(of: entries[entries.startIndex + first]))
            ], help: "rename one of them"))
      }
    }
  }

  /// Reports what is wrong with the declaration `entry` and returns the name that it declares.
  private static func checkEntry(
    _ entry: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) -> Symbol? {
    let origin = graph.origin(of: entry)
    let value = graph.present(graph.member(.outputName, of: entry))
    if let value, graph.symbol(value) == nil { return nil }
    guard let name = graph.symbol(value), name != SymbolTable.empty else {
      diagnostics.report(
        Diagnostic(.invalidOutputParameter, "an output parameter needs an `OutputName`", at: origin)
      )
      return nil
    }
    if graph.symbols.length(name) > 256, graph.text(name).unicodeScalars.count > 256 {
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "the output's name has more than 256 characters", at: origin))
    }
    if let type = graph.present(graph.member(.outputType, of: entry)),
      let text = graph.string(type), ScalarType(rawValue: text) == nil
    {
      let text = graph.string(type).map { "`\($0)`" } ?? graph.kindName(of: type)
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "\(text) is not the type of an output",
          at: graph.origin(of: type), help: "use `String`, `Integer`, `Float` or `Boolean`"))
    }
    return name
  }

  /// Reports arguments of `step` that are lists or objects.
  private static func checkArguments(
    of step: Index<Step>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard let arguments = graph.present(graph.arguments(of: step)) else { return }
    guard let members = graph.object(arguments) else {
      diagnostics.report(
        Diagnostic(
          .wrongArgumentType,
          "`Arguments` must be an object, and this is \(graph.kindName(of: arguments))",
          at: graph.origin(of: arguments), why: "its members are what the step's own code is given",
          help: "write `{ \"name\": \"value\" }`"))
      return
    }
    for argument in members {
      switch graph.values[argument.value] {
      case .list, .object: break
      default: continue
      }
      diagnostics.report(
        Diagnostic(
          .nestedArgument,
          "the argument `\(graph.text(argument.key))` is \(graph.kindName(of: argument.value))",
          at: graph.origin(of: argument.value),
          why: "the arguments of Lambda and Callback steps are documented as flat",
          help: "pass its parts one by one, or as a string of JSON"))
    }
  }
}
