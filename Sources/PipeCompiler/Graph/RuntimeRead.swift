/// A place where a value that only a run knows is read.
package struct RuntimeRead: Sendable {
  /// The value: a reference or a `Std:JsonGet`.
  package let value: Index<Value>
  /// The step that reads it; `nil` for the pipeline's header.
  package let reader: Index<Step>?
  /// `true` iff the value is part of a ForEach step's selector.
  package let isInSelector: Bool
}

extension PipelineGraph {
  /// Returns everything that is read at run time: the header's reads, then each step's, in order.
  package func runtimeReads() -> [RuntimeRead] {
    var collector = RuntimeReadCollector(graph: self)
    for field in header.fields { collector.collect(from: field.value) }
    for index in steps.indices { collector.collect(from: index) }
    return collector.reads
  }
}

/// Walks the values of one step after the other and notes what they read.
///
/// Values and conditions may be shared, so each is visited once for a step.
private struct RuntimeReadCollector {
  let graph: PipelineGraph
  /// What was found.
  private(set) var reads: [RuntimeRead] = []
  private var stack: [Index<Value>] = []
  private var conditionStack: [Index<Condition>] = []
  /// The number of the last round in which each value was visited.
  private var visits: [UInt32]
  /// The same for conditions.
  private var conditionVisits: [UInt32]
  private var round: UInt32 = 1
  private var reader: Index<Step>?
  private var isInSelector = false

  init(graph: PipelineGraph) {
    self.graph = graph
    visits = Array(repeating: 0, count: graph.values.count)
    conditionVisits = Array(repeating: 0, count: graph.conditions.count)
    reads.reserveCapacity(graph.references.count)
  }

  /// Notes what `step` reads.
  mutating func collect(from step: Index<Step>) {
    reader = step
    round &+= 1
    collectBody(of: step)
    for field in graph.members(in: graph.steps[step].fields) { collect(from: field.value) }
    for field in graph.members(in: graph.steps[step].overrides) { collect(from: field.value) }
    collect(from: graph.steps[step].displayName)
    collect(from: graph.steps[step].description)
    collect(from: graph.steps[step].retryPolicies)
    collect(from: graph.steps[step].cacheConfig)
  }

  /// Notes what the body of `step` reads.
  private mutating func collectBody(of step: Index<Step>) {
    switch graph.steps[step].body {
    case .arguments(let value): collect(from: value)
    case .condition(let conditions, _, _): collect(from: conditions)
    case .forEach(let loop):
      collect(from: loop.items)
      collect(from: loop.maxConcurrency)
      isInSelector = true
      collect(from: loop.selector?.field)
      isInSelector = false
    }
  }

  /// Notes what `conditions` and those inside them read.
  private mutating func collect(from conditions: [Index<Condition>]) {
    conditionStack.append(contentsOf: conditions.reversed())
    while let index = conditionStack.popLast() {
      guard conditionVisits[Int(index.offset)] != round else { continue }
      conditionVisits[Int(index.offset)] = round
      switch graph.conditions[index] {
      case .comparison(_, let left, let right):
        collect(from: left)
        collect(from: right)
      case .membership(let query, let options):
        collect(from: query)
        for option in graph.elements(in: options) { collect(from: option) }
      case .not(let inner): conditionStack.append(inner)
      case .verbatim(let value): collect(from: value)
      case .or(let run): conditionStack.append(contentsOf: graph.conditions(in: run).reversed())
      }
    }
  }

  /// Notes what `root` and the values inside it read.
  mutating func collect(from root: Index<Value>?) {
    guard let root else { return }
    stack.append(root)
    while let value = stack.popLast() {
      switch graph.values.elements[Int(value.offset)] {
      case .null, .boolean, .number, .string, .duration: break
      case .list(let run), .join(_, let run):
        guard isNew(value) else { break }
        for position in run.range.reversed() { push(graph.elements[position]) }
      case .object(let run):
        guard isNew(value) else { break }
        for position in run.range.reversed() { push(graph.members[position].value) }
      case .reference:
        if isNew(value) { note(value) }
      case .jsonGet(let index):
        guard isNew(value) else { break }
        note(value)
        if case .uri(let uri) = graph.jsonGets[index].file { stack.append(uri) }
      }
    }
  }

  /// Puts `value` on the stack unless it is a plain literal, as most values are.
  private mutating func push(_ value: Index<Value>) {
    switch graph.values.elements[Int(value.offset)] {
    case .null, .boolean, .number, .string, .duration: break
    case .list, .object, .reference, .join, .jsonGet: stack.append(value)
    }
  }

  /// Returns `true` iff `value` was not visited in this round, and marks it.
  private mutating func isNew(_ value: Index<Value>) -> Bool {
    let position = Int(value.offset)
    guard visits[position] != round else { return false }
    visits[position] = round
    return true
  }

  /// Adds the read of `value`.
  private mutating func note(_ value: Index<Value>) {
    reads.append(RuntimeRead(value: value, reader: reader, isInSelector: isInSelector))
  }
}
