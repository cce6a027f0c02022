// Every value of the graph is made here, so that what a value stands for is always bounded.

extension Lowering {
  /// Makes a value that stands for itself only.
  mutating func make(_ value: Value, at origin: Origin) -> Index<Value> {
    weights.append(1)
    return graph.add(value, at: origin)
  }

  /// Makes the string `text`.
  mutating func make(string text: String, at origin: Origin) -> Index<Value> {
    make(.string(graph.symbols.intern(text)), at: origin)
  }

  /// Makes the number spelled `lexeme`.
  mutating func make(number lexeme: String, at origin: Origin) -> Index<Value> {
    make(.number(graph.symbols.intern(lexeme)), at: origin)
  }

  /// Makes the list of `entries`, or `null` if that is too large.
  mutating func make(
    list entries: some Collection<Index<Value>>, at origin: Origin
  ) -> Index<Value> {
    guard let weight = weight(of: entries, at: origin) else { return make(.null, at: origin) }
    weights.append(weight)
    return graph.add(.list(graph.addElements(entries)), at: origin)
  }

  /// Makes the object of `entries`, or `null` if that is too large.
  mutating func make(
    object entries: some Collection<Member>, at origin: Origin
  ) -> Index<Value> {
    guard let weight = weight(of: entries.lazy.map(\.value), at: origin) else {
      return make(.null, at: origin)
    }
    weights.append(weight)
    return graph.add(.object(graph.addMembers(entries)), at: origin)
  }

  /// Makes the object of `entries`, whose keys are words of pipec's own.
  mutating func make<let count: Int>(
    object entries: InlineArray<count, (Word, Index<Value>)>, at origin: Origin
  ) -> Index<Value> {
    let start = openMembers.count
    defer { openMembers.removeSubrange(start...) }
    for position in entries.indices {
      openMembers.append(Member(.word(entries[position].0), entries[position].1))
    }
    return make(object: openMembers[start...], at: origin)
  }

  /// Makes the join of `entries`, or `null` if that is too large.
  mutating func make(
    join entries: [Index<Value>], separator: Symbol = SymbolTable.empty, at origin: Origin
  ) -> Index<Value> {
    guard let weight = weight(of: entries, at: origin) else { return make(.null, at: origin) }
    weights.append(weight)
    return graph.add(join: entries, separator: separator, at: origin)
  }

  /// Makes the reference that walks `path` from `root`; its last parts are written at `origins`.
  mutating func make(
    reference root: ReferenceRoot, path: [PathSegment], partsAt origins: [Origin] = [],
    at origin: Origin
  ) -> Index<Value> {
    weights.append(1)
    return graph.add(reference: root, path: path, partsAt: origins, at: origin)
  }

  /// Makes a value of which nothing is known, in place of one about which an error was reported.
  mutating func unknown(at node: NodeIndex) -> Index<Value> { make(join: [], at: origin(node)) }

  /// Makes the value at `path` in `file`.
  mutating func make(
    jsonGet file: JSONGetFile, path: Symbol, at origin: Origin
  ) -> Index<Value> {
    weights.append(1)
    return graph.add(jsonGet: file, path: path, at: origin)
  }

  /// Weighs what was added to the graph by others than lowering.
  mutating func weighNewValues() {
    for offset in weights.count..<max(weights.count, graph.values.count) {
      let sum =
        switch graph.values[Index(offset)] {
        case .list(let run), .join(_, let run):
          graph.elements(in: run).reduce(1) { $0 + Int(weights[Int($1.offset)]) }
        case .object(let run):
          graph.members(in: run).reduce(1) { $0 + Int(weights[Int($1.value.offset)]) }
        default: 1
        }
      weights.append(UInt32(truncatingIfNeeded: min(sum, Int(UInt32.max))))
    }
  }

  /// Finds out how many values those stand for that were added to the graph up to `last`; reports it
  /// at `node`, and returns `false`, if it is too many.
  mutating func weigh(upTo last: Index<Value>, at node: NodeIndex) -> Bool {
    weighNewValues()
    guard weights[Int(last.offset)] <= UInt32(Self.weightLimit) else {
      reportLimit(origin(node))
      return false
    }
    return true
  }

  /// Returns how many values `entries` stand for together with their parent; reports if too many.
  private mutating func weight(
    of entries: some Collection<Index<Value>>, at origin: Origin
  ) -> UInt32? {
    var sum = 1
    for entry in entries { sum += Int(weights[Int(entry.offset)]) }
    guard sum <= Self.weightLimit else {
      reportLimit(origin)
      return nil
    }
    return UInt32(truncatingIfNeeded: sum)
  }

  /// Counts `value` as part of a step and returns `true` iff the pipeline stays within bounds.
  mutating func count(_ value: Index<Value>) -> Bool {
    totalWeight += Int(weights[Int(value.offset)])
    guard totalWeight <= Self.weightLimit, earlier.weight + totalWeight <= Self.programWeightLimit
    else {
      reportLimit(graph.origin(of: value))
      return false
    }
    return true
  }

  /// Reports that a value stands for too many others.
  private mutating func reportLimit(_ origin: Origin) {
    guard !hasReachedLimit else { return }
    hasReachedLimit = true
    report(
      Diagnostic(
        .evaluationLimit,
        "this is too large: it stands for more than \(Self.weightLimit) values", at: origin,
        why: "evaluation is bounded, so that any file builds in bounded time",
        help: "a pipeline definition may have 1,048,576 characters; make the value smaller"))
  }
}

// Reading values.
extension Lowering {
  /// Returns the value at `index`.
  func value(_ index: Index<Value>) -> Value { graph.values[index] }

  /// Returns `true` iff `index` is known at build time, whatever it holds inside.
  @inline(__always)
  func isBuildTime(_ index: Index<Value>) -> Bool {
    switch graph.values[index] {
    case .reference, .join, .jsonGet: false
    default: true
    }
  }

  /// Returns the static type of `index`, as far as it is known without the service's model.
  func type(of index: Index<Value>) -> ScalarType? {
    switch graph.values[index] {
    case .string, .join: return .string
    case .boolean: return .boolean
    case .number(let lexeme): return graph.isWholeNumber(lexeme) ? .integer : .float
    case .reference(let reference): return graph.type(of: graph.references[reference])
    default: return nil
    }
  }

  /// Returns how messages name what `index` is.
  func describe(_ index: Index<Value>) -> String {
    switch graph.values[index] {
    case .null: "`null`"
    case .boolean(let flag): "the Boolean `\(flag)`"
    case .number(let lexeme):
      "the \(graph.isWholeNumber(lexeme) ? "Integer" : "Float") `\(graph.text(lexeme))`"
    case .string(let text):
      graph.symbols[text].count > 40 ? "a String" : "the String `\(graph.text(text))`"
    case .list: "a list"
    case .object: "an object"
    case .duration: "a length of time"
    case .reference, .join, .jsonGet: "a run-time value"
    }
  }
}
