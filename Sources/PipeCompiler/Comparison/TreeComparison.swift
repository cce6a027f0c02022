/// What two trees have not in common.
struct TreeComparison {
  /// The places that differ, those of the new tree in its order and then what only the old one has.
  private(set) var differences: [Difference] = []
  /// `true` iff the same things stand in another order.
  private(set) var isReordered = false

  /// A place where two trees differ.
  struct Difference {
    /// The way to the place.
    let path: String
    /// What the old tree has there.
    let old: String?
    /// What the new tree has there.
    let new: String?

    /// What happened there.
    var action: PipelineDifference.Action {
      old == nil ? .added : new == nil ? .removed : .changed
    }
  }

  /// What a piece of the old tree is found by.
  private struct Place: Hashable {
    let parent: Int
    let part: ComparedTree.Part
  }

  /// Compares `old` with `new`.
  ///
  /// - Complexity: linear in the sizes of the trees.
  init(_ old: ComparedTree, _ new: ComparedTree) {
    var places: [Place: Int] = [:]
    for number in old.entries.indices.dropFirst() {
      let entry = old.entries[number]
      places[Place(parent: entry.parent, part: entry.part)] = number
    }
    // The piece of the old tree that corresponds to each of the new one, if what they hold is to be
    // compared, and which pieces of the old tree were found.
    var partners: [Int?] = Array(repeating: nil, count: new.entries.count)
    var isFound = Array(repeating: false, count: old.entries.count)
    var isEqual = Array(repeating: false, count: old.entries.count)
    var last = Array(repeating: 0, count: new.entries.count)
    (partners[0], isFound[0], isEqual[0]) = (0, true, true)
    for number in new.entries.indices.dropFirst() {
      let entry = new.entries[number]
      guard let parent = partners[entry.parent] else { continue }
      guard let partner = places[Place(parent: parent, part: entry.part)] else {
        differences.append(
          Difference(path: new.path(of: number), old: nil, new: new.text(of: number)))
        continue
      }
      isFound[partner] = true
      if partner < last[entry.parent] { isReordered = true }
      last[entry.parent] = max(last[entry.parent], partner)
      switch (old.entries[partner].content, entry.content) {
      case (.list, .list), (.object, .object):
        partners[number] = partner
        isEqual[partner] = true
      case (let before, let after) where before != after:
        differences.append(
          Difference(
            path: new.path(of: number), old: old.text(of: partner), new: new.text(of: number)))
      default: break
      }
    }
    for number in old.entries.indices.dropFirst() where !isFound[number] {
      // What lies in something that is not there any more goes without saying.
      guard isEqual[old.entries[number].parent] else { continue }
      differences.append(
        Difference(path: old.path(of: number), old: old.text(of: number), new: nil))
    }
  }
}
