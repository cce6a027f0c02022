extension Check {
  /// Lambda and Callback steps declare their outputs properly and take flat arguments.
  static let outputParameters = Check { graph, _, diagnostics in
    for (position, step) in graph.steps.elements.enumerated()
    where step.kind == .lambda || step.kind == .callback {
      let index = Index<Step>(position)
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
    guard let entries = graph.list(field) else {
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "output parameters are a list of objects",
          at: graph.origin(of: field)))
      return
    }
    if entries.count > 50 {
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "there are \(entries.count) output parameters, more than 50",
          at: graph.origin(of: field), why: "the service takes 50"))
    }
    var names: [String] = []
    for entry in entries {
      guard let name = checkEntry(entry, graph, &diagnostics) else { continue }
      if names.contains(name) {
        diagnostics.report(
          Diagnostic(
            .duplicateOutput, "the output `\(name)` is declared twice",
            at: graph.origin(of: entry), help: "rename one of them"))
      }
      names.append(name)
    }
  }

  /// Reports what is wrong with the declaration `entry` and returns the name that it declares.
  private static func checkEntry(
    _ entry: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) -> String? {
    let origin = graph.origin(of: entry)
    guard let name = graph.string(graph.member("OutputName", of: entry)), !name.isEmpty else {
      diagnostics.report(
        Diagnostic(.invalidOutputParameter, "an output parameter needs an `OutputName`", at: origin)
      )
      return nil
    }
    if name.unicodeScalars.count > 256 {
      diagnostics.report(
        Diagnostic(
          .invalidOutputParameter, "the output's name has more than 256 characters", at: origin))
    }
    let types = ScalarType.allCases.map(\.rawValue)
    if let type = graph.present(graph.member("OutputType", of: entry)),
      !types.contains(graph.string(type) ?? "")
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
    for argument in graph.object(graph.arguments(of: step)) ?? [] {
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
