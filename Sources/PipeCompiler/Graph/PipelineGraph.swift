/// A pipeline as every front end delivers it and every check and emitter reads it.
///
/// Everything is in flat arrays and refers to other things by index or name; nothing refers to
/// source text but through an `Origin`. The graph knows neither syntax nor the service's API.
public struct PipelineGraph: Sendable {
  /// The texts of all names and strings.
  package var symbols: SymbolTable
  /// What is true of the pipeline as a whole.
  package var header: PipelineHeader
  /// How the author writes, which what messages propose has to fit.
  package var notation = Notation.pipe
  /// The parameters, in source order.
  package var parameters = Table<Parameter>()
  /// The regions; the first one is the root.
  package var regions = Table<Region>()
  /// The steps of all regions, in source order.
  package var steps = Table<Step>()
  /// The conditions that condition steps refer to.
  package var conditions = Table<Condition>()
  /// The conditions of every `or`, end to end.
  package var conditionLists: [Index<Condition>] = []
  /// What runs of the pipeline have to do, in source order.
  package var tests: [PipelineTest] = []
  /// What has to hold of what a run takes, in source order.
  package var assertions: [Assertion] = []
  /// The argument trees, flattened; children come before their parents.
  package private(set) var values = Table<Value>()
  /// Where each value was written.
  package private(set) var origins: [Origin] = []
  /// The entries of every list and join, end to end.
  package private(set) var elements: [Index<Value>] = []
  /// The members of every object, end to end.
  package private(set) var members: [Member] = []
  /// What `Get`s read.
  package private(set) var references = Table<Reference>()
  /// The paths of all references, end to end.
  package private(set) var segments: [PathSegment] = []
  /// Where each part of a path is written.
  package private(set) var segmentOrigins: [Origin] = []
  /// What `Std:JsonGet`s read.
  package private(set) var jsonGets = Table<JSONGet>()
  /// The files of the project that have to be on S3, in the order of their first use.
  package var assets: [Asset] = []
  /// The runs that the source asks for.
  package var executions: [Execution] = []
  /// The resources of the cluster beside the pipeline, in source order.
  package var resources = Table<Resource>()

  /// The region that everything else lies in.
  package static var root: Index<Region> { Index(0) }

  /// Creates the pipeline `header`, whose texts are in `symbols`, without steps.
  package init(symbols: SymbolTable, header: PipelineHeader) {
    self.symbols = symbols
    self.header = header
    _ = regions.append(Region(owner: nil, role: .root))
  }
}

/// A language that pipelines are written in.
package enum Notation: Hashable, Sendable {
  /// The language of pipec.
  case pipe
  /// The JSON that SageMaker runs: a definition, without a name or a role of its own.
  case definition
}

// Building.
extension PipelineGraph {
  /// Makes room for about `capacity` values.
  package mutating func reserve(values capacity: Int) {
    values.reserve(capacity)
    origins.reserveCapacity(capacity)
    members.reserveCapacity(capacity)
    elements.reserveCapacity(capacity / 4)
  }

  /// Adds a value written at `origin`.
  package mutating func add(_ value: Value, at origin: Origin) -> Index<Value> {
    origins.append(origin)
    return values.append(value)
  }

  /// Makes `value` be `new`, whose parts must have been added before it.
  package mutating func replace(_ value: Index<Value>, by new: Value) { values[value] = new }

  /// Makes everything that reads from the step called `old` read the same from `new`.
  package mutating func redirectReads(from old: Symbol, to new: Symbol) {
    for index in references.indices where references[index].root == .step(old) {
      references[index] = Reference(.step(new), path: references[index].path)
    }
    for index in jsonGets.indices {
      guard case .propertyFile(old, let name) = jsonGets[index].file else { continue }
      jsonGets[index] = JSONGet(.propertyFile(step: new, name: name), path: jsonGets[index].path)
    }
  }

  /// Lets the reference `value`, and every value that shares it, read the parameter called `name`.
  package mutating func direct(_ value: Index<Value>, toParameter name: Symbol) {
    guard case .reference(let index) = values[value] else { return }
    references[index] = Reference(.parameter(name), path: references[index].path)
  }

  /// Adds the string `text`.
  package mutating func add(string text: String, at origin: Origin) -> Index<Value> {
    add(.string(symbols.intern(text)), at: origin)
  }

  /// Adds the number spelled `lexeme`.
  package mutating func add(number lexeme: String, at origin: Origin) -> Index<Value> {
    add(.number(symbols.intern(lexeme)), at: origin)
  }

  /// Adds the list of `entries`.
  package mutating func add(list entries: [Index<Value>], at origin: Origin) -> Index<Value> {
    add(.list(addElements(entries)), at: origin)
  }

  /// Adds the object of `entries`, in their order.
  package mutating func add(object entries: [Member], at origin: Origin) -> Index<Value> {
    add(.object(addMembers(entries)), at: origin)
  }

  /// Adds the join of `entries` with `separator` between them.
  package mutating func add(
    join entries: [Index<Value>], separator: Symbol = SymbolTable.empty, at origin: Origin
  ) -> Index<Value> {
    add(.join(separator: separator, addElements(entries)), at: origin)
  }

  /// Adds the reference that walks `path` from `root`; its last parts are written at `origins`.
  package mutating func add(
    reference root: ReferenceRoot, path: [PathSegment] = [], partsAt origins: [Origin] = [],
    at origin: Origin
  ) -> Index<Value> {
    let run = Run(start: segments.count, count: path.count)
    segments.append(contentsOf: path)
    for _ in 0..<max(0, path.count - origins.count) { segmentOrigins.append(.synthesized) }
    segmentOrigins.append(contentsOf: origins.prefix(path.count))
    return add(.reference(references.append(Reference(root, path: run))), at: origin)
  }

  /// Adds the value at `path` in `file`.
  package mutating func add(
    jsonGet file: JSONGetFile, path: Symbol, at origin: Origin
  ) -> Index<Value> {
    add(.jsonGet(jsonGets.append(JSONGet(file, path: path))), at: origin)
  }

  /// Adds `entries` to the flat array of elements and returns where they lie.
  package mutating func addElements(_ entries: some Collection<Index<Value>>) -> Run {
    elements.append(contentsOf: entries)
    return Run(start: elements.count - entries.count, count: entries.count)
  }

  /// Adds `entries` to the flat array of members and returns where they lie.
  package mutating func addMembers(_ entries: some Collection<Member>) -> Run {
    members.append(contentsOf: entries)
    return Run(start: members.count - entries.count, count: entries.count)
  }

  /// Sets aside `count` neighbours in the flat array of members, for an object whose members are made after it,
  /// and returns where they lie.
  package mutating func setAsideMembers(_ count: Int) -> Run {
    let run = Run(start: members.count, count: count)
    for _ in 0..<count { members.append(Member(SymbolTable.empty, Index(0))) }
    return run
  }

  /// Puts `member` at `position` of `run`, which was set aside.
  package mutating func set(_ member: Member, at position: Int, of run: Run) {
    precondition(position >= 0 && position < Int(run.count))
    members[Int(run.start) + position] = member
  }

  /// Puts what `place` returns for it in the place of every origin.
  package mutating func mapOrigins(_ place: (Origin) -> Origin) {
    for index in origins.indices { origins[index] = place(origins[index]) }
    for index in segmentOrigins.indices { segmentOrigins[index] = place(segmentOrigins[index]) }
    func moved(_ member: Member) -> Member {
      Member(member.key, member.value, at: place(member.origin), isRaw: member.isRaw)
    }
    for index in members.indices { members[index] = moved(members[index]) }
    header.origin = place(header.origin)
    header.fields = header.fields.map(moved)
    for index in parameters.indices {
      parameters[index].origin = place(parameters[index].origin)
    }
    for index in steps.indices {
      steps[index].origin = place(steps[index].origin)
      for number in steps[index].dependencies.indices {
        let origin = steps[index].dependencies[number].origin
        steps[index].dependencies[number].origin = place(origin)
      }
    }
  }

  /// Adds a step and appends it to its region.
  package mutating func add(_ step: consuming Step) -> Index<Step> {
    let region = step.region
    let index = steps.append(step)
    regions[region].steps.append(index)
    return index
  }
}

// Reading.
extension PipelineGraph {
  /// Returns where `value` was written.
  package func origin(of value: Index<Value>) -> Origin { origins[Int(value.offset)] }

  /// Returns the entries of a list or join.
  package func elements(in run: Run) -> ArraySlice<Index<Value>> { elements[run.range] }

  /// Returns the members of an object or a step's fields.
  package func members(in run: Run) -> ArraySlice<Member> { members[run.range] }

  /// Returns the path of `reference`.
  package func path(of reference: Reference) -> ArraySlice<PathSegment> {
    segments[reference.path.range]
  }

  /// Returns the conditions of an `or`.
  package func conditions(in run: Run) -> ArraySlice<Index<Condition>> {
    conditionLists[run.range]
  }

  /// Returns the text of `symbol`.
  package func text(_ symbol: Symbol) -> String { symbols.text(symbol) }

  /// Returns the text of `value` if it is a string known at build time.
  package func string(_ value: Index<Value>?) -> String? {
    guard let value, case .string(let symbol) = values[value] else { return nil }
    return symbols.text(symbol)
  }

  /// Returns the member `key` of `value` if that is an object which has one.
  package func member(_ key: StaticString, of value: Index<Value>?) -> Index<Value>? {
    guard let value, case .object(let run) = values[value],
      let key = symbols.find(StaticText(key))
    else { return nil }
    return member(key, in: run)
  }

  /// Returns the last member `key` of the object in `run`, if it has one.
  @inline(__always)
  package func member(_ key: Symbol, in run: Run) -> Index<Value>? {
    var position = Int(run.range.upperBound)
    while position > run.range.lowerBound {
      position -= 1
      if members[position].key == key { return members[position].value }
    }
    return nil
  }

  /// Returns the position of the last member `word` of the object in `run` that is not null.
  package func memberPosition(_ word: Word, in run: Run) -> Int? {
    memberPosition(.word(word), in: run)
  }

  /// Returns the position of the last member `name` of the object in `run` that is not null.
  package func memberPosition(_ name: StaticString, in run: Run) -> Int? {
    symbols.find(StaticText(name)).flatMap { memberPosition($0, in: run) }
  }

  /// Returns the position of the last member `key` of the object in `run` that is not null.
  private func memberPosition(_ key: Symbol, in run: Run) -> Int? {
    run.range.last { members[$0].key == key && present(members[$0].value) != nil }
  }

  /// Returns the member called `name` of `value` if that is an object which has one.
  package func member(named name: String, of value: Index<Value>?) -> Index<Value>? {
    guard let value, case .object(let run) = values[value], let key = symbols.find(name) else {
      return nil
    }
    return members(in: run).last { $0.key == key }?.value
  }

  /// Returns the member `word` of `value` if that is an object which has one.
  package func member(_ word: Word, of value: Index<Value>?) -> Index<Value>? {
    guard let value, case .object(let run) = values[value] else { return nil }
    return member(.word(word), in: run)
  }

  /// Returns the field `key` of `step`, if it has one.
  package func field(_ key: Word, of step: Index<Step>) -> Index<Value>? {
    member(.word(key), in: steps[step].fields)
  }

  /// Returns the arguments of `step`, if it has any.
  package func arguments(of step: Index<Step>) -> Index<Value>? {
    guard case .arguments(let value) = steps[step].body else { return nil }
    return value
  }
}
