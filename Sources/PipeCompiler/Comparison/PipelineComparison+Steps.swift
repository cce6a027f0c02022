// Steps.
extension PipelineComparison {
  /// Compares the steps, those of the new pipeline in their order and then those that are gone.
  mutating func compareSteps() {
    let (before, after) = (waits(of: old, oldTexts), waits(of: new, newTexts))
    var last: [Index<Region>: UInt32] = [:]
    for index in new.steps.indices {
      let step = new.steps[index]
      guard let partner = matching.partners[Int(index.offset)] else {
        note(.added, index, of: new, newTexts)
        continue
      }
      if partner.offset < last[step.region] ?? 0 { difference.isReordered = true }
      last[step.region] = max(last[step.region] ?? 0, partner.offset)
      compare(partner, with: index)
      compareWaits(before[Int(partner.offset)], after[Int(index.offset)], new.text(step.name))
    }
    let kept = Set(matching.partners.compactMap { $0 })
    for index in old.steps.indices where !kept.contains(index) {
      note(.removed, index, of: old, oldTexts)
    }
  }

  /// Notes that a step is there on one side only.
  private mutating func note(
    _ action: PipelineDifference.Action, _ index: Index<Step>, of graph: PipelineGraph,
    _ texts: ValueTexts
  ) {
    let type = graph.text(graph.steps[index].typeName)
    let place = place(of: index, in: graph, texts)
    difference.changes.append(
      PipelineDifference.Change(
        part: .step, action: action, subject: graph.text(graph.steps[index].name), path: "",
        old: action == .removed ? type : nil, new: action == .added ? type : nil,
        note: place.isEmpty ? nil : "in \(place)"))
  }

  /// Compares the old step `before` with the new step `after`.
  private mutating func compare(_ before: Index<Step>, with after: Index<Step>) {
    let (oldStep, newStep) = (old.steps[before], new.steps[after])
    let name = new.text(newStep.name)
    if let number = matching.renames.firstIndex(where: { $0.new == after }) {
      let share = Int(matching.similarities[number] * 100)
      difference.changes.append(
        PipelineDifference.Change(
          part: .step, action: .renamed, subject: name, old: old.text(oldStep.name), new: name,
          note: share == 100 ? "they say the same" : "\(share) % of what they say is the same"))
    }
    let (oldType, newType) = (old.text(oldStep.typeName), new.text(newStep.typeName))
    if oldType != newType {
      difference.changes.append(
        PipelineDifference.Change(
          part: .step, action: .changed, subject: name, path: "Type", old: oldType, new: newType))
    }
    let (oldPlace, newPlace) = (
      place(of: before, in: old, oldTexts), place(of: after, in: new, newTexts)
    )
    if oldPlace != newPlace {
      difference.changes.append(
        PipelineDifference.Change(
          part: .step, action: .moved, subject: name,
          old: oldPlace.isEmpty ? "the pipeline itself" : oldPlace,
          new: newPlace.isEmpty ? "the pipeline itself" : newPlace))
    }
    let comparison = TreeComparison(old.tree(of: before, oldTexts), new.tree(of: after, newTexts))
    note(comparison, of: .argument, name)
  }

  /// Returns in which branch or loop `step` stands; nothing if it stands in none.
  private func place(
    of step: Index<Step>, in graph: PipelineGraph, _ texts: ValueTexts
  ) -> String {
    let region = graph.regions[graph.steps[step].region]
    guard let owner = region.owner else { return "" }
    let name = texts.name(of: graph.steps[owner].name)
    switch region.role {
    case .root: return ""
    case .then: return "the steps of `\(name)` if it holds"
    case .otherwise: return "the steps of `\(name)` if it does not hold"
    case .body: return "the loop `\(name)`"
    }
  }
}

// Order.
extension PipelineComparison {
  /// A step that another one waits for.
  private struct Wait: Hashable {
    /// The name of the step.
    let step: String
    /// How it has to end.
    let trigger: Trigger
  }

  /// Returns what each step of `graph` waits for, in order, each once.
  private func waits(of graph: PipelineGraph, _ texts: ValueTexts) -> [[Wait]] {
    let rows = DependencyGraph(of: graph)
    return graph.steps.indices.map { index in
      var waits: [Wait] = []
      for edge in rows.edges(from: index) {
        let trigger: Trigger
        switch edge.cause {
        case .read: trigger = .completed
        case .order(let number):
          let dependencies = graph.steps[index].dependencies
          trigger =
            Int(number) < dependencies.count ? dependencies[Int(number)].trigger : .completed
        case .owner, .body: continue
        }
        let wait = Wait(step: texts.name(of: graph.steps[edge.target].name), trigger: trigger)
        if !waits.contains(wait) { waits.append(wait) }
      }
      return waits
    }
  }

  /// Compares what the step `name` waits for.
  private mutating func compareWaits(_ before: [Wait], _ after: [Wait], _ name: String) {
    let (old, new) = (Set(before), Set(after))
    for wait in after where !old.contains(wait) { note(.added, wait, name) }
    for wait in before where !new.contains(wait) { note(.removed, wait, name) }
  }

  /// Notes that the step `name` waits for another one, or does not any more.
  private mutating func note(
    _ action: PipelineDifference.Action, _ wait: Wait, _ name: String
  ) {
    let ending = wait.trigger == .completed ? nil : wait.trigger.rawValue
    difference.changes.append(
      PipelineDifference.Change(
        part: .edge, action: action, subject: name, path: wait.step,
        old: action == .removed ? ending : nil, new: action == .added ? ending : nil))
  }
}
