extension Check {
  /// What is read at run time exists: parameters, variables and steps.
  static let references = Check { graph, analysis, diagnostics in
    var search = ReferenceSearch(graph: graph, analysis: analysis)
    for read in analysis.reads { search.check(read, &diagnostics) }
    for step in graph.steps.elements {
      for dependency in step.dependencies {
        search.checkStep(dependency.step, at: dependency.origin, &diagnostics)
      }
    }
  }
}

/// The work of looking up everything that is read.
private struct ReferenceSearch {
  let graph: PipelineGraph
  let analysis: Analysis
  private var stepSuggestions: Suggestions?
  private var parameterSuggestions: Suggestions?

  init(graph: PipelineGraph, analysis: Analysis) {
    self.graph = graph
    self.analysis = analysis
  }

  /// The execution variables, in the order in which the SDKs list them.
  static let executionVariables = [
    "StartDateTime", "CurrentDateTime", "PipelineName", "PipelineArn", "PipelineExecutionId",
    "PipelineExecutionArn", "TrainingJobName", "ProcessingJobName",
  ]

  /// The members of the experiment configuration.
  static let experimentMembers = ["ExperimentName", "TrialName"]

  /// Reports what is wrong with `read`.
  mutating func check(_ read: RuntimeRead, _ diagnostics: inout Diagnostics) {
    if let name = graph.stepName(readBy: read.value) {
      if analysis.names[name] != nil { return }
      let origin = graph.origin(of: read.value)
      return checkStep(name, at: origin, &diagnostics)
    }
    guard case .reference(let index) = graph.values[read.value] else { return }
    let reference = graph.references[index]
    switch reference.root {
    case .parameter(let name): checkParameter(name, at: read.value, &diagnostics)
    case .execution(let name):
      checkVariable(
        name, of: "an execution variable", in: Self.executionVariables, at: read.value,
        &diagnostics)
    case .experiment(let name):
      checkVariable(
        name, of: "a member of the experiment configuration", in: Self.experimentMembers,
        at: read.value, &diagnostics)
    case .unreadable(let text):
      diagnostics.report(
        Diagnostic(
          .unreadableReference, "`\(graph.text(text))` is not a reference",
          at: graph.origin(of: read.value),
          why: "references begin with `Parameters.`, `Execution.`, `Steps.`, "
            + "`PipelineExperimentConfig.`, `ForEach.CurrentItem` or `IterationOutput.`",
          help: "check the spelling and the brackets"))
    case .step, .currentItem, .iterationOutput: break
    }
  }

  /// Reports `name` if no step has it.
  mutating func checkStep(
    _ name: Symbol, at origin: Origin, _ diagnostics: inout Diagnostics
  ) {
    guard analysis.names[name] == nil else { return }
    var suggestions = stepSuggestions ?? Suggestions(ofStepsIn: graph)
    let help = suggestions.help(for: name, in: graph)
    stepSuggestions = suggestions
    diagnostics.report(
      Diagnostic(
        .unknownStep,
        name == SymbolTable.empty
          ? "the name of a step is empty here" : "there is no step called `\(graph.text(name))`",
        at: origin, help: help))
  }

  /// Reports `name` if no parameter has it.
  private mutating func checkParameter(
    _ name: Symbol, at value: Index<Value>, _ diagnostics: inout Diagnostics
  ) {
    guard analysis.parameters[name] == nil else { return }
    let names = graph.parameters.elements.map { graph.text($0.name) }
    var suggestions = parameterSuggestions ?? Suggestions(of: names)
    let text = graph.text(name)
    let help = suggestions.help(for: name, in: graph)
    parameterSuggestions = suggestions
    diagnostics.report(
      Diagnostic(
        .undeclaredParameter, "there is no parameter called `\(text)`", at: graph.origin(of: value),
        help: help
          ?? (graph.notation == .pipe
            ? "declare it: `param \(text): String`" : "add it to the definition's `Parameters`")))
  }

  /// Reports `name` if it is not one of `known`.
  private func checkVariable(
    _ name: Symbol, of kind: String, in known: [String], at value: Index<Value>,
    _ diagnostics: inout Diagnostics
  ) {
    let text = graph.text(name)
    guard !known.contains(text) else { return }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.report(
      Diagnostic(
        .unknownVariable, "`\(text)` is not \(kind)", at: graph.origin(of: value),
        help: nearest(to: text, in: known).map { "did you mean `\($0)`?" } ?? "use one of \(list)"))
  }
}
