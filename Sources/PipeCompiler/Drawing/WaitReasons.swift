/// Why one step waits for another one that it names, or that it has to do with directly.
package struct Wait: Sendable {
  /// The name of the step that waits.
  package let waiting: String
  /// The name of the step that it waits for.
  package let awaited: String
  /// Every reason, in the order in which they are written.
  package let reasons: [Reason]

  /// One reason why a step waits.
  package struct Reason: Sendable {
    /// The reason in words, of which the step that waits is the subject.
    package let words: String
    /// Where it is written.
    package let origin: Origin
  }
}

extension CheckedGraph {
  /// Returns why the step called `waiting` waits for the one called `awaited`, along a shortest way, the
  /// step that is awaited first; `nil` if it does not wait.
  ///
  /// Steps that there are not don't wait.
  package func waits(of waiting: String, for awaited: String) -> [Wait]? {
    let names = StepNames(of: graph)
    guard let start = graph.symbols.find(waiting).flatMap({ names[$0] }),
      let end = graph.symbols.find(awaited).flatMap({ names[$0] }), start != end
    else { return nil }
    return WaitSearch(graph).way(from: start, to: end)
  }

  /// The names of all steps, in source order.
  package var stepNames: [String] { graph.steps.elements.map { graph.text($0.name) } }
}

/// The search for why one step waits for another.
private struct WaitSearch {
  /// The graph.
  private let graph: PipelineGraph
  /// Which step waits for which.
  private let rows: DependencyGraph

  /// Creates the search in `graph`.
  init(_ graph: PipelineGraph) {
    self.graph = graph
    rows = DependencyGraph(of: graph)
  }

  /// Returns the shortest way from `start` to `end`, last part first.
  func way(from start: Index<Step>, to end: Index<Step>) -> [Wait]? {
    var before = [Int](repeating: -1, count: graph.steps.count)
    before[Int(start.offset)] = Int(start.offset)
    var queue = [start]
    var next = 0
    while next < queue.count, before[Int(end.offset)] < 0 {
      let step = queue[next]
      next += 1
      for target in targets(of: step, from: before) where before[Int(target.offset)] < 0 {
        before[Int(target.offset)] = Int(step.offset)
        queue.append(target)
      }
    }
    guard before[Int(end.offset)] >= 0 else { return nil }
    var waits: [Wait] = []
    var step = end
    while step != start {
      let waiting = Index<Step>(before[Int(step.offset)])
      waits.append(wait(of: waiting, for: step))
      step = waiting
    }
    return waits
  }

  /// Returns the steps that `step`, which was come to as `before` says, waits for.
  private func targets(of step: Index<Step>, from before: [Int]) -> [Index<Step>] {
    let own = rows.edges(from: step).map(\.target)
    guard case .forEach(let loop) = graph.steps[step].body else { return own }
    // Who waits for a loop waits for its steps, unless it is one of them.
    let origin = Index<Step>(before[Int(step.offset)])
    let isOutside = origin != step && graph.steps[origin].region != loop.body
    return own + (isOutside ? graph.regions[loop.body].steps : [])
  }

  /// Returns why `step` waits for `target`.
  private func wait(of step: Index<Step>, for target: Index<Step>) -> Wait {
    var reasons: [Wait.Reason] = []
    for edge in rows.edges(from: step) where edge.target == target {
      let reason = Wait.Reason(
        words: words(of: edge, from: step), origin: graph.origin(of: edge, from: step, in: rows))
      let isNew = !reasons.contains { $0.words == reason.words && $0.origin == reason.origin }
      if isNew { reasons.append(reason) }
    }
    if reasons.isEmpty {
      let origin = graph.steps[target].origin
      reasons.append(Wait.Reason(words: "ends once this step of its body has", origin: origin))
    }
    return Wait(
      waiting: graph.text(graph.steps[step].name), awaited: graph.text(graph.steps[target].name),
      reasons: reasons)
  }

  /// Returns why `step` waits as `edge` says.
  private func words(of edge: Edge, from step: Index<Step>) -> String {
    switch edge.cause {
    case .read(let value): return "reads \(graph.readText(of: value))"
    case .order(let number):
      let orders = graph.steps[step].dependencies
      guard Int(number) < orders.count else { return "comes after it" }
      switch orders[Int(number)].trigger {
      case .completed: return "comes after it"
      case .failed: return "comes after it, if it failed"
      case .stopped: return "comes after it, if it was stopped"
      case .any: return "comes after it, however it ends"
      }
    case .owner:
      switch graph.regions[graph.steps[step].region].role {
      case .then: return "runs if the condition holds"
      case .otherwise: return "runs if the condition does not hold"
      case .body, .root: return "runs for each of its items"
      }
    case .body(let inner):
      return "has `\(graph.text(graph.steps[inner].name))` in its body, which waits for it"
    }
  }
}

extension PipelineGraph {
  /// Returns what `value`, a reference or a `Std:JsonGet`, reads from its step, as definitions spell it.
  func readText(of value: Index<Value>) -> String {
    var text = ""
    switch values[value] {
    case .reference(let index):
      // The first two pieces are `Steps.` and the name.
      var count = 0
      forEachPiece(of: references[index]) { piece in
        count += 1
        if count > 2 { text += self.text(piece) }
      }
      text = String(text.hasPrefix(".") ? text.dropFirst() : text[...])
    case .jsonGet(let index):
      if case .propertyFile(_, let name) = jsonGets[index].file {
        return "`\(self.text(jsonGets[index].path))` in `\(self.text(name))`"
      }
    default: break
    }
    return text.isEmpty ? "it" : "`\(text)`"
  }
}
