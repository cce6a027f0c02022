extension Check {
  /// Runs give parameters values that they take, and select steps that can run alone.
  static let executions = Check { graph, analysis, diagnostics in
    for execution in graph.executions {
      checkArguments(of: execution, graph, analysis, &diagnostics)
      checkRequired(of: execution, graph, analysis, &diagnostics)
      checkTexts(of: execution, graph, &diagnostics)
      checkNumbers(of: execution, graph, &diagnostics)
      checkKubernetesOptions(execution.kubernetes, graph, &diagnostics)
      SelectionCheck(graph, analysis, execution).run(&diagnostics)
    }
  }

  /// Reports arguments of `execution` that no parameter takes.
  private static func checkArguments(
    of execution: Execution, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    var suggestions = Suggestions(of: graph.parameters.elements.map { graph.text($0.name) })
    for argument in execution.arguments {
      guard let index = analysis.parameters[argument.key] else {
        diagnostics.report(
          Diagnostic(
            .unknownParameter, "the pipeline has no parameter `\(graph.text(argument.key))`",
            at: argument.origin, why: "StartPipelineExecution refuses what is not declared",
            help: suggestions.help(for: argument.key, in: graph)
              ?? "declare it with `param`, or leave it out"))
        continue
      }
      guard !graph.isUnknown(argument.value),
        let problem = problem(
          of: argument.value, for: graph.parameters[index], isText: execution.isFromTexts, graph)
      else { continue }
      diagnostics.report(
        Diagnostic(
          .wrongParameterValue, problem.message, at: graph.origin(of: argument.value),
          related: [Label("is declared here", at: graph.parameters[index].origin)],
          why: problem.why, help: problem.help))
    }
  }

  /// What is wrong with an argument, why, and what to do about it.
  private typealias Problem = (message: String, why: String?, help: String?)

  /// Returns what is wrong with `value` as one of `parameter`, if something is.
  private static func problem(
    of value: Index<Value>, for parameter: Parameter, isText: Bool, _ graph: PipelineGraph
  ) -> Problem? {
    let name = graph.text(parameter.name)
    guard takes(parameter.type, value, isText: isText, graph) else {
      let article = parameter.type == .integer ? "an" : "a"
      let found =
        isText
        ? graph.string(value).map { "`\($0)`" } ?? "this" : graph.kindName(of: value)
      return (
        "`\(name)` is \(article) \(parameter.type.rawValue), and \(found) is not",
        "the service converts nothing", "write a literal of that type"
      )
    }
    let text = graph.string(value) ?? ""
    if text.unicodeScalars.count > 1_024 {
      return (
        "the value of `\(name)` is longer than 1024 characters",
        "StartPipelineExecution takes no more",
        "put the text in a file, and its S3 URI in the parameter"
      )
    }
    let options = graph.list(parameter.enumeration)?.compactMap { graph.string($0) } ?? []
    guard !options.isEmpty, !options.contains(text) else { return nil }
    return (
      "`\(text)` is not one of the values that `\(name)` allows", nil,
      nearest(to: text, in: options).map { "did you mean `\($0)`?" }
        ?? "it allows " + options.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    )
  }

  /// Returns `true` iff a parameter of `type` takes `value`, or what it spells if it `isText`.
  private static func takes(
    _ type: ScalarType, _ value: Index<Value>, isText: Bool, _ graph: PipelineGraph
  ) -> Bool {
    switch (graph.values[value], type) {
    case (.string, .string), (.boolean, .boolean), (.number, .float): return true
    case (.number(let lexeme), .integer): return graph.isInteger(lexeme)
    case (.string(let symbol), _) where isText:
      let text = graph.text(symbol)
      switch type {
      case .string: return true
      case .integer: return Int64(text) != nil && !text.hasPrefix("+")
      case .float: return isDecimal(text)
      case .boolean: return text == "true" || text == "false"
      }
    default: return false
    }
  }

  /// Returns `true` iff `text` spells a finite number without letters but an exponent's.
  private static func isDecimal(_ text: String) -> Bool {
    guard let number = Double(text), number.isFinite else { return false }
    return text.utf8.allSatisfy { TextPattern.isDigit($0) || "+-.eE".utf8.contains($0) }
  }

  /// Reports parameters without a default that `execution` gives no value.
  private static func checkRequired(
    of execution: Execution, _ graph: PipelineGraph, _ analysis: Analysis,
    _ diagnostics: inout Diagnostics
  ) {
    guard analysis.isWhole else { return }
    let missing = graph.parameters.elements.filter { parameter in
      graph.present(parameter.defaultValue) == nil
        && !execution.arguments.contains { $0.key == parameter.name }
    }
    guard let first = missing.first else { return }
    let names = missing.prefix(12).map { "`\(graph.text($0.name))`" }.joined(separator: ", ")
    let example = graph.text(first.name)
    diagnostics.report(
      Diagnostic(
        .missingParameter, "the run gives no value to \(names)", at: execution.origin,
        related: [Label("has no default", at: first.origin)],
        why: "the service starts no run without them",
        help: execution.isFromTexts ? "add `-p \(example)=…`" : "add `\(example): …`"))
  }

  /// Reports names and descriptions that the service does not take.
  private static func checkTexts(
    of execution: Execution, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    func complain(_ message: String, at origin: Origin, help: String) {
      diagnostics.report(Diagnostic(.invalidExecution, message, at: origin, help: help))
    }
    if let value = execution.displayName, let name = graph.symbol(value),
      !TextPattern.isPipelineName(graph.symbols[name]) || graph.symbols.length(name) > 82
    {
      complain(
        "`\(graph.text(name))` can't be the display name of a run", at: graph.origin(of: value),
        help: "use 1 to 82 letters, digits and `-`, and begin and end with a letter or digit")
    }
    if let value = execution.description {
      let text = graph.string(value)
      if text.map({ $0.unicodeScalars.count > 3_072 || $0.utf8.contains(0x0A) }) ?? true {
        complain(
          "this can't be the description of a run", at: graph.origin(of: value),
          help: "write at most 3072 characters on one line")
      }
    }
    if let value = execution.source, let text = graph.string(value),
      !text.hasPrefix("arn:") || !text.contains(":pipeline/") || !text.contains("/execution/")
    {
      complain(
        "`\(text)` is not the ARN of a run", at: graph.origin(of: value),
        help: "write it as `arn:aws:sagemaker:…:pipeline/<name>/execution/<id>`")
    }
    // A definition has no name, so it was said from outside.
    if graph.notation == .definition,
      !TextPattern.isPipelineName(graph.symbols[graph.header.name])
    {
      complain(
        "`\(graph.text(graph.header.name))` can't be the name of a pipeline",
        at: execution.origin, help: "name the pipeline that the run is of, as AWS knows it")
    }
    let name = graph.text(execution.name)
    if execution.isNameFixed, !TextPattern.isDNSSubdomain(name) {
      complain(
        "`\(name)` can't be the name of a Kubernetes resource", at: execution.origin,
        help: "use at most 253 lower-case letters, digits, `-` and `.`")
    }
  }

  /// Reports numbers that are none, or too small.
  private static func checkNumbers(
    of execution: Execution, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let numbers = [("parallelism", execution.parallelism), ("version", execution.version)]
    for case (let what, let value?) in numbers {
      if let number = graph.number(value), graph.isWhole(value),
        (1...Double(Int32.max)).contains(number)
      {
        continue
      }
      diagnostics.report(
        Diagnostic(
          .invalidExecution, "the \(what) of a run is a number from 1",
          at: graph.origin(of: value), help: "write a whole number, or leave it out"))
    }
    guard execution.arguments.count > 200 else { return }
    diagnostics.report(
      Diagnostic(
        .invalidExecution, "the run gives \(execution.arguments.count) parameters a value",
        at: execution.origin, why: "StartPipelineExecution takes 200",
        help: "leave those out that have the right default"))
  }
}
