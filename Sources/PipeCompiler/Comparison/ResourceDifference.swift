/// What two sources have not in common about a resource beside the pipelines.
package struct ResourceDifference: Sendable {
  /// The kind.
  package let kind: String
  /// The name of the object as it is, or as it was if it is gone.
  package let name: String
  /// Whether it is new, gone, or there and different.
  package let action: PipelineDifference.Action
  /// What is different, if it is in both.
  package let changes: [PipelineDifference.Change]

  /// Creates the difference that `resource` is there, or is not any more, as a whole.
  init(_ action: PipelineDifference.Action, _ resource: ComparedResource) {
    (kind, name, self.action, changes) = (resource.kind, resource.shownName, action, [])
  }

  /// Compares `old` with `new`; returns `nil` if they say the same.
  init?(_ old: ComparedResource, _ new: ComparedResource) {
    let isNameless = old.isDerived || new.isDerived
    let comparison = TreeComparison(
      old.tree(isNameless: isNameless), new.tree(isNameless: isNameless))
    if comparison.differences.isEmpty { return nil }
    (kind, name, action) = (new.kind, new.shownName, .changed)
    changes = comparison.differences.map { found in
      PipelineDifference.Change(
        part: .resource, action: found.action, subject: "", path: found.path, old: found.old,
        new: found.new)
    }
  }

  /// How many differences that is.
  var count: Int { max(1, changes.count) }
}

extension ComparedResource {
  /// What it says, without names that say nothing.
  fileprivate var leaves: Set<String> { tree(isNameless: isDerived).leaves }

  /// What people know it by.
  fileprivate var shownName: String { isDerived && !word.isEmpty ? word : name }
}

/// Returns what the resources beside the pipelines `old` and `new` have not in common.
///
/// Definitions alone say nothing about resources. Runs lie in files of their own, so those of a source are
/// compared with a file of manifests only if there are some in it.
func compareResources(
  _ old: [PipelineGraph], with new: [PipelineGraph]
) -> [ResourceDifference] {
  let sides = [old, new]
  guard sides.allSatisfy({ $0.contains(where: \.header.hasMetadata) }) else { return [] }
  var resources = sides.map { $0.flatMap(\.comparedResources) }
  if sides.contains(where: { $0.contains(where: \.isSource) }) {
    for (side, own) in zip(sides, resources) where !side.contains(where: \.isSource) {
      if !own.contains(where: \.isRun) { resources = resources.map { $0.filter { !$0.isRun } } }
      if holdsRunsOnly(side) { resources = resources.map { $0.filter(\.isRun) } }
    }
  }
  return ResourceMatching(resources[0], resources[1]).differences
}

/// Returns `true` iff `graphs` hold runs and nothing else.
func holdsRunsOnly(_ graphs: [PipelineGraph]) -> Bool {
  guard graphs.allSatisfy({ $0.header.isAbsent && !$0.isSource }) else { return false }
  let kinds = graphs.flatMap { $0.resources.elements.map(\.kind) }
  return !kinds.isEmpty && kinds.allSatisfy { $0 == .pipelineExecution }
}

/// Finds out which resources of two sources are the same.
private struct ResourceMatching {
  /// The resources as they were.
  private let old: [ComparedResource]
  /// The resources as they are.
  private let new: [ComparedResource]
  /// The place of each new one among the old ones.
  private var partners: [Int: Int] = [:]
  /// Which of the old ones have one.
  private var taken: Set<Int> = []

  /// How many pairs are compared by what they hold.
  private static let pairLimit = 10_000
  /// The part of what two resources say that has to be the same for them to be taken for one.
  private static let likeness = 0.6

  /// Finds out which of `old` and `new` are the same: by name, then by word, then by what they hold.
  init(_ old: [ComparedResource], _ new: [ComparedResource]) {
    (self.old, self.new) = (old, new)
    match { a, b in !old[a].word.isEmpty && old[a].word == new[b].word }
    match { a, b in
      old[a].name == new[b].name && old[a].manifest.namespace == new[b].manifest.namespace
    }
    match { a, b in !old[a].name.isEmpty && old[a].name == new[b].name }
    match { a, b in old[a].isDerived != new[b].isDerived && old[a].stem == new[b].stem }
    guard (old.count - taken.count) * (new.count - partners.count) <= Self.pairLimit else { return }
    let (before, after) = (old.map(\.leaves), new.map(\.leaves))
    match { a, b in
      let most = max(before[a].count, after[b].count, 1)
      let same = before[a].intersection(after[b]).count
      return Double(same) >= Self.likeness * Double(most)
    }
  }

  /// Takes those for the same that are of one kind, have no partner yet, and of which `areSame` says so.
  private mutating func match(_ areSame: (Int, Int) -> Bool) {
    for b in new.indices where partners[b] == nil {
      let found = old.indices.first { a in
        !taken.contains(a) && old[a].kind == new[b].kind && areSame(a, b)
      }
      guard let found else { continue }
      partners[b] = found
      taken.insert(found)
    }
  }

  /// What differs: the new resources in their order, then those that are gone.
  var differences: [ResourceDifference] {
    var result: [ResourceDifference] = []
    for (place, resource) in new.enumerated() {
      if let partner = partners[place] {
        if let difference = ResourceDifference(old[partner], resource) { result.append(difference) }
      } else {
        result.append(ResourceDifference(.added, resource))
      }
    }
    for (place, resource) in old.enumerated() where !taken.contains(place) {
      result.append(ResourceDifference(.removed, resource))
    }
    return result
  }
}
