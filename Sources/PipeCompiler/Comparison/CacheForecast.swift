/// What happens to a cached step in the next run, as far as it can be known.
package struct CacheForecast: Hashable, Sendable {
  /// The name of the step.
  package let step: String
  /// What happens.
  package let outcome: Outcome
  /// Why, or what it depends on.
  package let reasons: [String]

  /// What happens to a cached step.
  package enum Outcome: String, Sendable {
    /// The results of an earlier run are used again.
    case hit
    /// It runs again.
    case miss
    /// It is not known, or not documented.
    case uncertain
  }
}

/// The machine that finds out which cached steps of a pipeline run again after it was changed.
///
/// It is assumed that the old pipeline has run to its end within the time that results are kept, and
/// that the new one is started with the same values. The service compares some members of a step's
/// arguments, and only the places on S3 in them, not what lies there (developer guide, caching
/// pipeline steps; SageMaker Python SDK, the guide to its pipelines).
struct CacheComparison {
  /// The pipeline as it was.
  private let old: PipelineGraph
  /// The pipeline as it is.
  private let new: PipelineGraph
  /// Which steps correspond.
  private let matching: StepMatching
  /// What happens to each step, as far as it is found out.
  private var outcomes: [CacheForecast.Outcome?]
  /// What happens to the cached ones.
  private(set) var forecasts: [CacheForecast] = []
  /// The texts of the old pipeline, with the new names of steps.
  private let oldTexts: ValueTexts
  /// The texts of the new pipeline.
  private let newTexts: ValueTexts

  /// Finds out what happens when `new` runs after `old` has run.
  init(_ old: PipelineGraph, _ new: PipelineGraph) {
    self.old = old
    self.new = new
    let comparison = PipelineComparison(old, new)
    matching = comparison.matching
    (oldTexts, newTexts) = (comparison.oldTexts, comparison.newTexts)
    outcomes = Array(repeating: nil, count: new.steps.count)
    run()
  }

  /// Decides on the steps, each after those that it reads from.
  private mutating func run() {
    let rows = DependencyGraph(of: new)
    let names = Self.sources(in: rows, of: new)
    var found: [CacheForecast?] = Array(repeating: nil, count: outcomes.count)
    var isProgressing = true
    while isProgressing {
      isProgressing = false
      for index in new.steps.indices where outcomes[Int(index.offset)] == nil {
        let isReady = names[Int(index.offset)].allSatisfy { outcomes[Int($0.offset)] != nil }
        guard isReady else { continue }
        isProgressing = true
        let forecast = Self.isCached(new.steps[index], in: new) ? self.forecast(of: index) : nil
        found[Int(index.offset)] = forecast
        outcomes[Int(index.offset)] = forecast?.outcome ?? .miss
      }
    }
    forecasts = found.compactMap { $0 }
  }

  /// Returns the steps that each step reads from.
  private static func sources(
    in rows: DependencyGraph, of graph: PipelineGraph
  ) -> [Set<Index<Step>>] {
    graph.steps.indices.map { index in
      Set(
        rows.edges(from: index).compactMap { edge in
          if case .read = edge.cause, edge.target != index { edge.target } else { nil }
        })
    }
  }

  /// Returns `true` iff results of `step` are used again.
  private static func isCached(_ step: Step, in graph: PipelineGraph) -> Bool {
    guard let config = graph.present(step.cacheConfig),
      let enabled = graph.member(.enabled, of: config)
    else { return false }
    return graph.values[enabled] == .boolean(true)
  }

  /// Returns what happens to the cached step `index`.
  private func forecast(of index: Index<Step>) -> CacheForecast {
    let step = new.steps[index]
    func forecast(_ outcome: CacheForecast.Outcome, _ reasons: [String]) -> CacheForecast {
      CacheForecast(step: new.text(step.name), outcome: outcome, reasons: reasons)
    }
    if let other = otherPipeline {
      return forecast(.miss, ["results of another pipeline are not used, and it was `\(other)`"])
    }
    guard let partner = matching.partners[Int(index.offset)] else {
      return forecast(.miss, ["the step is new"])
    }
    let before = old.steps[partner]
    if step.kind != before.kind { return forecast(.miss, ["the step has another type"]) }
    let keys = keyTrees(partner, index)
    guard let keys else {
      return forecast(
        .uncertain,
        ["AWS does not say what is compared of a \(new.text(step.typeName)) step"])
    }
    let changed = TreeComparison(keys.old, keys.new).differences.map { difference in
      let values = String.shortened(
        [difference.old, difference.new].compactMap(\.self), to: 40)
      return "`\(difference.path)` is compared, and changed: \(values.joined(separator: " → "))"
    }
    if !changed.isEmpty { return forecast(.miss, changed) }
    let reads = self.reads(in: index)
    let misses = reads.filter { $0.outcome == .miss }.map(\.reason)
    if !misses.isEmpty { return forecast(.miss, misses) }
    var doubts = reads.filter { $0.outcome == .uncertain }.map(\.reason)
    if !Self.isCached(before, in: old) {
      doubts.append("it was not cached before, and AWS does not say whether such a run counts")
    }
    if old.text(before.name) != new.text(step.name) {
      doubts.append(
        "it was called `\(old.text(before.name))`, and AWS does not say whether that counts")
    }
    doubts += doubtfulChanges(partner, index)
    if !doubts.isEmpty { return forecast(.uncertain, doubts) }
    return forecast(.hit, reads.map(\.reason) + expiry(of: before, step))
  }

  /// What the pipeline was called, if that is known and it has another name now.
  private var otherPipeline: String? {
    guard let before = old.pipelineName, let after = new.pipelineName, before != after else {
      return nil
    }
    return before
  }

  /// Returns what changed that AWS may mean by something that it says is compared.
  private func doubtfulChanges(_ before: Index<Step>, _ after: Index<Step>) -> [String] {
    let keys = new.steps[after].kind.doubtfulCacheKeys
    if keys.isEmpty { return [] }
    let comparison = TreeComparison(
      Self.tree(of: Self.values(at: keys, in: old.arguments(of: before), old), oldTexts),
      Self.tree(of: Self.values(at: keys, in: new.arguments(of: after), new), newTexts))
    return comparison.differences.map {
      "`\($0.path)` changed, and AWS says that `CheckJobConfig` is compared, but not what of it"
    }
  }

  /// Returns what to say if results of `before` are kept for another time in `after`.
  private func expiry(of before: Step, _ after: Step) -> [String] {
    func time(_ step: Step, _ graph: PipelineGraph) -> String? {
      graph.string(graph.member(.expireAfter, of: step.cacheConfig))
    }
    guard let limit = time(after, new) else { return [] }
    return [
      time(before, old) == limit
        ? "if it ran within `\(limit)`" : "if it ran within `\(limit)`, which is a new limit"
    ]
  }

  /// Returns what the service compares of the old step and the new one, or `nil` if that is unknown.
  private func keyTrees(
    _ before: Index<Step>, _ after: Index<Step>
  ) -> (old: ComparedTree, new: ComparedTree)? {
    let kind = new.steps[after].kind
    guard !kind.cacheKeys.isEmpty else { return nil }
    return (Self.keyTree(before, kind, oldTexts), Self.keyTree(after, kind, newTexts))
  }

  /// Returns what the service compares of `step`.
  private static func keyTree(
    _ step: Index<Step>, _ kind: StepKind, _ texts: ValueTexts
  ) -> ComparedTree {
    tree(of: keyValues(step, kind, texts.graph), texts)
  }

  /// Returns the tree of `values`, which are found by their ways.
  private static func tree(
    of values: [(String, Index<Value>)], _ texts: ValueTexts
  ) -> ComparedTree {
    var tree = ComparedTree()
    for (name, value) in values { tree.add(value, .member(name), texts) }
    return tree
  }

  /// Returns what lies at the ways `paths` in `arguments`, with the ways to it.
  private static func values(
    at paths: [[String]], in arguments: Index<Value>?, _ graph: PipelineGraph
  ) -> [(String, Index<Value>)] {
    paths.compactMap { path in
      var value = arguments
      for name in path { value = graph.member(named: name, of: value) }
      return graph.present(value).map { (path.joined(separator: "."), $0) }
    }
  }

  /// Returns what the service compares of `step`, with the ways to it.
  private static func keyValues(
    _ step: Index<Step>, _ kind: StepKind, _ graph: PipelineGraph
  ) -> [(String, Index<Value>)] {
    var found = values(at: kind.cacheKeys, in: graph.arguments(of: step), graph)
    let fields = kind.cacheFields
    for member in graph.members(in: graph.steps[step].fields)
    where graph.present(member.value) != nil && fields.contains(graph.text(member.key)) {
      found.append((graph.text(member.key), member.value))
    }
    return found
  }
}

// What compared members read.
extension CacheComparison {
  /// What something that is read does to a cached step.
  private struct Read: Hashable {
    /// What happens because of it.
    let outcome: CacheForecast.Outcome
    /// Why.
    let reason: String
  }

  /// Returns what the members that are compared of the step `index` read, each once.
  private func reads(in index: Index<Step>) -> [Read] {
    var (reads, seen): ([Read], Set<Read>) = ([], [])
    for (_, value) in Self.keyValues(index, new.steps[index].kind, new) {
      for reference in references(in: value) {
        guard let read = read(reference), seen.insert(read).inserted else { continue }
        reads.append(read)
      }
    }
    return reads
  }

  /// Returns what is read inside of `value`.
  private func references(in value: Index<Value>) -> [Reference] {
    var (found, stack): ([Reference], [Index<Value>]) = ([], [value])
    while let next = stack.popLast() {
      switch new.values[next] {
      case .list(let run), .join(_, let run): stack += new.elements(in: run).reversed()
      case .object(let run): stack += new.members(in: run).map(\.value).reversed()
      case .reference(let index): found.append(new.references[index])
      case .jsonGet(let index):
        if case .uri(let uri) = new.jsonGets[index].file { stack.append(uri) }
      default: continue
      }
    }
    return found
  }

  /// Returns what reading `reference` does, if it does something.
  private func read(_ reference: Reference) -> Read? {
    switch reference.root {
    case .execution(let name):
      guard Self.variesByRun(new.text(name)) else { return nil }
      return Read(
        outcome: .miss, reason: "it reads `Execution.\(new.text(name))`, which no two runs share")
    case .parameter(let name): return read(parameter: name)
    case .step(let name): return read(reference, of: name)
    case .experiment, .unreadable: return nil
    case .currentItem, .iterationOutput:
      return Read(outcome: .uncertain, reason: "it reads the item of a loop")
    }
  }

  /// Returns `true` iff the execution variable `name` has another value in every run.
  private static func variesByRun(_ name: String) -> Bool {
    ["PipelineExecutionId", "PipelineExecutionArn", "StartDateTime", "CurrentDateTime"]
      .contains(name) || name.hasSuffix("JobName")
  }

  /// Returns what reading the parameter `name` does: something if its default was changed.
  private func read(parameter name: Symbol) -> Read? {
    let text = new.text(name)
    guard let after = new.parameters.elements.first(where: { $0.name == name }),
      let before = old.parameters.elements.first(where: { old.text($0.name) == text })
    else { return nil }
    let values = [
      old.present(before.defaultValue).map { oldTexts.text(of: $0) },
      new.present(after.defaultValue).map { newTexts.text(of: $0) },
    ]
    guard values[0] != values[1] else { return nil }
    return Read(
      outcome: .uncertain,
      reason:
        "it reads the parameter `\(text)`, whose default changed: it runs again if that is used")
  }

  /// Returns what reading `reference` of the step called `name` does.
  private func read(_ reference: Reference, of name: Symbol) -> Read? {
    guard let source = new.steps.indices.first(where: { new.steps[$0].name == name }) else {
      return nil
    }
    let outcome = outcomes[Int(source.offset)] ?? .uncertain
    let text = new.text(name)
    if outcome == .hit { return nil }
    let place = argument(at: new.path(of: reference), of: source)
    if let place {
      let inside = references(in: place)
      let varies = inside.contains {
        if case .execution(let name) = $0.root { Self.variesByRun(new.text(name)) } else { false }
      }
      let readsSteps = inside.contains { if case .step = $0.root { true } else { false } }
      if !varies, !readsSteps {
        return Read(
          outcome: .hit,
          reason: "what it reads of `\(text)` is at the same place in every run: it is not noticed "
            + "that `\(text)` \(outcome == .miss ? "runs" : "may run") again")
      }
    }
    let why =
      place == nil ? "has another value in each run of it" : "is at another place in each run"
    return Read(
      outcome: outcome == .miss ? .miss : .uncertain,
      reason: outcome == .miss
        ? "`\(text)` runs again, and what is read of it \(why)"
        : "`\(text)` may run again, and what is read of it \(why)")
  }

  /// Returns the argument of `step` that is read at `path`, if its answer repeats one.
  private func argument(
    at path: ArraySlice<PathSegment>, of step: Index<Step>
  ) -> Index<Value>? {
    var value = new.arguments(of: step)
    for segment in path {
      switch segment {
      case .member(let name): value = new.member(named: new.text(name), of: value)
      case .index(let index):
        guard let number = Int(new.text(index)), let list = new.list(value), number < list.count
        else { return nil }
        value = list[list.startIndex + number]
      case .key(let key):
        let text = new.text(key)
        value =
          new.list(value)?.first { entry in
            new.object(entry)?.contains { new.string($0.value) == text } ?? false
          } ?? new.member(named: text, of: value)
      }
      if value == nil { return nil }
    }
    return new.present(value)
  }
}
