/// The check of the steps that a run is restricted to.
struct SelectionCheck {
  /// The graph.
  private let graph: PipelineGraph
  /// What is known about it.
  private let analysis: Analysis
  /// The run.
  private let execution: Execution

  /// Creates the check of what `execution` selects.
  init(_ graph: PipelineGraph, _ analysis: Analysis, _ execution: Execution) {
    self.graph = graph
    self.analysis = analysis
    self.execution = execution
  }

  /// Reports what is wrong with the selection, if there is one.
  func run(_ diagnostics: inout Diagnostics) {
    guard let selection = execution.selection else { return }
    checkCount(selection, &diagnostics)
    var suggestions = Suggestions(ofStepsIn: graph)
    var selected: [Bool] = Array(repeating: false, count: graph.steps.count)
    var isKnown = true
    for step in selection {
      guard let index = analysis.names[step.name] else {
        isKnown = false
        diagnostics.report(
          Diagnostic(
            .unknownStep, "there is no step `\(graph.text(step.name))`", at: step.origin,
            help: suggestions.help(for: step.name, in: graph)))
        continue
      }
      selected[Int(index.offset)] = true
    }
    if isKnown, analysis.isWhole { checkClosure(selected, &diagnostics) }
  }

  /// Reports that too few or too many steps are selected.
  private func checkCount(
    _ selection: [Execution.SelectedStep], _ diagnostics: inout Diagnostics
  ) {
    if (1...50).contains(selection.count) { return }
    let origin = selection.dropFirst(50).first?.origin ?? execution.origin
    diagnostics.report(
      Diagnostic(
        .invalidExecution,
        selection.isEmpty
          ? "the run selects no steps" : "the run selects \(selection.count) steps, more than 50",
        at: origin, why: "`SelectedSteps` takes 1 to 50",
        help: "leave `select` out to run all steps"))
  }

  /// Reports steps that the selection needs and does not have.
  ///
  /// botocore, `SelectiveExecutionConfig`: all steps on the ways between selected ones have to be
  /// selected; issue 4444 of the SageMaker Python SDK: a source is needed as soon as a selected step
  /// depends on one that is not.
  private func checkClosure(_ selected: [Bool], _ diagnostics: inout Diagnostics) {
    let before = reachable(from: selected, forwards: false)
    let after = reachable(from: selected, forwards: true)
    let between = graph.steps.indices.filter {
      let position = Int($0.offset)
      return before[position] && after[position] && !selected[position]
    }
    let origin = execution.selection?.first?.origin ?? execution.origin
    if !between.isEmpty {
      return diagnostics.report(
        Diagnostic(
          .incompleteSelection, "the selection leaves out \(names(of: between))", at: origin,
          related: between.prefix(1).map {
            Label("lies between selected steps", at: graph.steps[$0].origin)
          },
          why: "the service wants every step on a way from one selected step to another",
          help: "select \(between.count == 1 ? "it" : "them") too"))
    }
    guard execution.source == nil else { return }
    let needed = graph.steps.indices.filter { before[Int($0.offset)] && !selected[Int($0.offset)] }
    if needed.isEmpty { return }
    diagnostics.report(
      Diagnostic(
        .incompleteSelection, "the selected steps need results of \(names(of: needed))",
        at: origin, why: "the service takes them from an earlier run, and none is named",
        help: execution.isFromTexts
          ? "add `--from` with the ARN of a run, or select those steps too"
          : "add `from:` with the ARN of a run, or select those steps too"))
  }

  /// Returns which steps the `selected` ones wait for, or which wait for them.
  private func reachable(from selected: [Bool], forwards: Bool) -> [Bool] {
    var rows: [[Int]] = Array(repeating: [], count: selected.count)
    for step in graph.steps.indices {
      for edge in analysis.dependencies.edges(from: step) {
        let (source, target) = (Int(step.offset), Int(edge.target.offset))
        rows[forwards ? target : source].append(forwards ? source : target)
      }
    }
    var found: [Bool] = Array(repeating: false, count: selected.count)
    var open = selected.indices.filter { selected[$0] }
    while let step = open.popLast() {
      for next in rows[step] where !found[next] {
        found[next] = true
        open.append(next)
      }
    }
    return found
  }

  /// Returns the names of `steps` as words of a message.
  private func names(of steps: [Index<Step>]) -> String {
    let shown = steps.prefix(6).map { "`\(graph.text(graph.steps[$0].name))`" }
    let more = steps.count > 6 ? " and \(steps.count - 6) more" : ""
    return shown.joined(separator: ", ") + more
  }
}
