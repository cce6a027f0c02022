/// Which steps of two pipelines correspond: those of one name, and those that are renamed.
///
/// Nothing says that a step was renamed. Of steps whose names are on one side only, those of one
/// type are taken for the same that have at least `threshold` of what they say in common, the most
/// similar ones first.
struct StepMatching {
  /// The old step that corresponds to each new one.
  private(set) var partners: [Index<Step>?]
  /// Those with different names, in the order of the new steps.
  private(set) var renames: [(old: Index<Step>, new: Index<Step>)] = []
  /// How much the steps in `renames` have in common.
  private(set) var similarities: [Double] = []

  /// How much of what they say steps have to have in common, to be taken for the same.
  static let threshold = 0.6
  /// How many pairs are compared; where there are more, only equal steps are found.
  private static let pairLimit = 20_000

  /// Finds out which steps of `old` and `new` correspond.
  init(_ old: PipelineGraph, _ new: PipelineGraph) {
    var byName: [String: Index<Step>] = [:]
    let names = NameCounter.keys(for: old.steps.elements.map { old.text($0.name) })
    for (index, name) in zip(old.steps.indices, names) { byName[name] = index }
    partners = NameCounter.keys(for: new.steps.elements.map { new.text($0.name) })
      .map { byName[$0] }
    let kept = Set(partners.compactMap { $0 })
    let gone = old.steps.indices.filter { !kept.contains($0) }
    let fresh = new.steps.indices.filter { partners[Int($0.offset)] == nil }
    guard !gone.isEmpty, !fresh.isEmpty else { return }
    let before = Self.candidates(gone, of: old)
    let after = Self.candidates(fresh, of: new)
    for pair in Self.pairs(before, after) {
      partners[Int(pair.new.offset)] = pair.old
      renames.append((pair.old, pair.new))
      similarities.append(pair.similarity)
    }
  }

  /// A step that may be another one.
  private struct Candidate {
    let step: Index<Step>
    let type: String
    let leaves: Set<String>
  }

  /// Two steps that may be the same.
  private struct Pair {
    let similarity: Double
    let old: Index<Step>
    let new: Index<Step>
  }

  /// Returns what is compared of `steps`.
  private static func candidates(_ steps: [Index<Step>], of graph: PipelineGraph) -> [Candidate] {
    let texts = ValueTexts(graph)
    return steps.map { step in
      Candidate(
        step: step, type: graph.text(graph.steps[step].typeName),
        leaves: graph.tree(of: step, texts).leaves)
    }
  }

  /// Returns the pairs that belong together, in the order of the new steps.
  private static func pairs(_ before: [Candidate], _ after: [Candidate]) -> [Pair] {
    let isSmall = before.count * after.count <= pairLimit
    var pairs: [Pair] = []
    for old in before {
      for new in after where old.type == new.type {
        let similarity =
          isSmall ? similarity(old.leaves, new.leaves) : old.leaves == new.leaves ? 1 : 0
        if similarity >= threshold {
          pairs.append(Pair(similarity: similarity, old: old.step, new: new.step))
        }
      }
    }
    pairs.sort {
      if $0.similarity != $1.similarity { return $0.similarity > $1.similarity }
      return ($0.old.offset, $0.new.offset) < ($1.old.offset, $1.new.offset)
    }
    var (usedOld, usedNew): (Set<Index<Step>>, Set<Index<Step>>) = ([], [])
    let chosen = pairs.filter { pair in
      guard !usedOld.contains(pair.old), !usedNew.contains(pair.new) else { return false }
      usedOld.insert(pair.old)
      usedNew.insert(pair.new)
      return true
    }
    return chosen.sorted { $0.new.offset < $1.new.offset }
  }

  /// Returns how much of what is said `a` and `b` have in common.
  private static func similarity(_ a: Set<String>, _ b: Set<String>) -> Double {
    if a.isEmpty, b.isEmpty { return 1 }
    let common = a.count <= b.count ? a.count(where: b.contains) : b.count(where: a.contains)
    return Double(common) / Double(a.count + b.count - common)
  }
}

extension PipelineGraph {
  /// Returns what `step` says, its name, its type and its order aside.
  func tree(of step: Index<Step>, _ texts: ValueTexts) -> ComparedTree {
    var tree = ComparedTree()
    let step = steps[step]
    switch step.body {
    case .arguments(let value):
      if let value = present(value), object(value)?.isEmpty != true {
        tree.add(value, .member("Arguments"), texts)
      }
    case .condition(let conditions, _, _):
      let list = tree.add(.list, .member("Conditions"))
      for (number, condition) in conditions.enumerated() {
        tree.add(.leaf(texts.text(of: condition)), .index(number), in: list)
      }
    case .forEach(let loop):
      tree.add(loop.items, .member("IterableItems"), texts)
      if let limit = present(loop.maxConcurrency) {
        tree.add(limit, .member("MaxConcurrency"), texts)
      }
      if let selector = loop.selector {
        let pick = tree.add(.object, .member("Selector"))
        tree.add(.leaf(selector.takesLargest ? "MaxBy" : "MinBy"), .member("Pick"), in: pick)
        tree.add(selector.field, .member("Field"), in: pick, texts)
      }
    }
    let fields: [(String, Index<Value>?)] = [
      ("DisplayName", step.displayName), ("Description", step.description),
      ("RetryPolicies", step.retryPolicies), ("CacheConfig", step.cacheConfig),
    ]
    for (name, value) in fields {
      if let value = present(value) { tree.add(value, .member(name), texts) }
    }
    for field in members(in: step.fields) where present(field.value) != nil {
      tree.add(field.value, .member(text(field.key)), texts)
    }
    return tree
  }
}
