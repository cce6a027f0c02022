/// Returns what the pipelines `old` and `new` have not in common, pipeline by pipeline.
///
/// Pipelines belong together by their names; where there is one on either side, these do.
package func compare(_ old: [PipelineGraph], with new: [PipelineGraph]) -> [PipelineDifference] {
  if let before = old.first, let after = new.first, old.count == 1, new.count == 1 {
    return [compare(before, with: after)]
  }
  var differences: [PipelineDifference] = []
  let oldNames = NameCounter.keys(for: old.map { $0.pipelineName ?? "" })
  let newNames = NameCounter.keys(for: new.map { $0.pipelineName ?? "" })
  for (after, name) in zip(new, newNames) {
    if let place = oldNames.firstIndex(of: name) {
      differences.append(compare(old[place], with: after))
    } else {
      differences.append(.whole(after, .added))
    }
  }
  for (before, name) in zip(old, oldNames) where !newNames.contains(name) {
    differences.append(.whole(before, .removed))
  }
  return differences
}

/// Returns what the pipelines `old` and `new` have not in common.
private func compare(_ old: PipelineGraph, with new: PipelineGraph) -> PipelineDifference {
  var comparison = PipelineComparison(old, new)
  comparison.compareHeaders()
  comparison.compareParameters()
  comparison.compareSteps()
  return comparison.difference
}

extension PipelineGraph {
  /// What the pipeline is called, unless its source can't say that.
  var pipelineName: String? { header.isDeclared ? text(header.name) : nil }
}

extension PipelineDifference {
  /// Returns the difference that `graph` is there as a whole, or is not any more.
  fileprivate static func whole(_ graph: PipelineGraph, _ action: Action) -> PipelineDifference {
    var difference = PipelineDifference(name: graph.pipelineName)
    let steps = graph.steps.count
    difference.changes = [
      Change(
        part: .pipeline, action: action, subject: "",
        note: steps == 1 ? "it has 1 step" : "it has \(steps) steps",
        breaksCallers: action == .removed)
    ]
    return difference
  }
}

/// The machine that compares two pipelines.
struct PipelineComparison {
  /// The pipeline as it was.
  let old: PipelineGraph
  /// The pipeline as it is.
  let new: PipelineGraph
  /// What they have not in common so far.
  var difference: PipelineDifference
  /// Which steps correspond.
  let matching: StepMatching
  /// The texts of the old pipeline, with the new names of steps.
  let oldTexts: ValueTexts
  /// The texts of the new pipeline.
  let newTexts: ValueTexts

  /// Finds out which steps of `old` and `new` correspond.
  init(_ old: PipelineGraph, _ new: PipelineGraph) {
    self.old = old
    self.new = new
    difference = PipelineDifference(name: new.pipelineName ?? old.pipelineName)
    matching = StepMatching(old, new)
    var texts = ValueTexts(old)
    for (before, after) in matching.renames {
      texts.names[old.steps[before].name] = new.text(new.steps[after].name)
    }
    oldTexts = texts
    newTexts = ValueTexts(new)
  }

  /// Notes the differences of two trees as changes of `subject`.
  mutating func note(
    _ comparison: TreeComparison, of part: PipelineDifference.Part, _ subject: String
  ) {
    if comparison.isReordered { difference.isReordered = true }
    for found in comparison.differences {
      let isCondition = found.path.hasPrefix("Conditions")
      difference.changes.append(
        PipelineDifference.Change(
          part: isCondition && part == .argument ? .condition : part, action: found.action,
          subject: subject, path: found.path, old: found.old, new: found.new))
    }
  }
}

// The header.
extension PipelineComparison {
  /// Compares what the headers say; what a source can't say is not compared.
  mutating func compareHeaders() {
    let before = headerTree(of: old, oldTexts)
    let after = headerTree(of: new, newTexts)
    note(TreeComparison(before, after), of: .header, "")
    guard old.header.hasMetadata, new.header.hasMetadata else { return }
    // What is called after the pipeline has another name when that has.
    let isNameless = old.isManifestNamedForIt && new.isManifestNamedForIt
    let metadata = TreeComparison(
      old.metadataTree(isNameless: isNameless), new.metadataTree(isNameless: isNameless))
    for found in metadata.differences {
      difference.changes.append(
        PipelineDifference.Change(
          part: .header, action: found.action, subject: "", path: found.path, old: found.old,
          new: found.new))
    }
  }

  /// Returns what the header of `graph` says.
  private func headerTree(of graph: PipelineGraph, _ texts: ValueTexts) -> ComparedTree {
    var tree = ComparedTree()
    if old.header.isDeclared, new.header.isDeclared {
      let header = graph.header
      let name = graph.text(header.name)
      tree.add(.leaf("\"\(name)\""), .member("Name"))
      // A manifest always has a display name, and that is the name if nothing else was said.
      if graph.string(header.displayName) != name {
        add(header.displayName, "DisplayName", to: &tree, texts)
      }
      add(header.description, "Description", to: &tree, texts)
      add(header.role, "RoleArn", to: &tree, texts)
      add(header.parallelism, "MaxParallelExecutionSteps", to: &tree, texts)
      add(header.tags, "Tags", to: &tree, texts)
    }
    // In which order they stand means nothing, and emission has one of its own.
    let fields = graph.header.fields.sorted { graph.text($0.key) < graph.text($1.key) }
    for (place, field) in fields.enumerated() where graph.object(field.value)?.isEmpty != true {
      // Of two with one name, the last one counts.
      if fields.dropFirst(place + 1).first?.key == field.key { continue }
      add(field.value, graph.text(field.key), to: &tree, texts)
    }
    return tree
  }

  /// Adds `value` to `tree`, if there is one.
  private func add(
    _ value: Index<Value>?, _ name: String, to tree: inout ComparedTree, _ texts: ValueTexts
  ) {
    guard let value = texts.graph.present(value) else { return }
    tree.add(value, .member(name), texts)
  }
}
