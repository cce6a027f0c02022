/// The work of finding out what references read from steps.
struct PropertyWalk {
  /// The graph.
  let graph: PipelineGraph
  /// Which step has which name.
  let names: StepNames
  /// Which parameter has which name.
  let parameters: NameTable<Parameter>
  /// The shapes that were met.
  var cache = ShapeCache()
  /// The types of the outputs of Lambda and Callback steps.
  private var outputs = DeclaredNames()
  /// What is wrong with references, in their order.
  private(set) var faults: [PropertyFault] = []

  /// Creates the walk through the references of `graph`.
  init(_ graph: PipelineGraph, _ names: StepNames, _ parameters: NameTable<Parameter>) {
    self.graph = graph
    self.names = names
    self.parameters = parameters
  }

  /// Returns the types of what all references read.
  mutating func types() -> [PropertyType] {
    var types = [PropertyType](repeating: .unknown, count: graph.references.count)
    for position in types.indices {
      let reference = graph.references.elements[position]
      switch reference.root {
      case .step(let name), .iterationOutput(let name):
        guard let step = names[name] else { continue }
        types[position] = type(of: Index(position), from: step, skipping: 0)
      case .execution, .experiment: types[position] = .scalar(.string)
      case .parameter(let name):
        guard let parameter = parameters[name] else { continue }
        types[position] = .scalar(graph.parameters[parameter].type)
      case .currentItem, .unreadable: continue
      }
    }
    return types
  }

  /// Returns the type of what the reference number `index` reads from `step` by its path without
  /// the first `skipped` parts.
  private mutating func type(
    of index: Index<Reference>, from step: Index<Step>, skipping skipped: Int
  ) -> PropertyType {
    let run = graph.references[index].path.range.dropFirst(skipped)
    let kind = graph.steps[step].kind
    guard let first = run.first, case .member(let name) = graph.segments[first] else {
      note(run.isEmpty ? .noMember : .unknownMember(""), index, run.first, kind)
      return .unknown
    }
    switch (kind, name) {
    case (_, .word(.propertyFiles)): return .unknown
    case (.lambda, .word(.outputParameters)), (.callback, .word(.outputParameters)):
      return outputType(of: step, run)
    case (.forEach, _): return loopType(of: index, from: step, run)
    default: break
    }
    let roots = kind.contract.properties
    for root in StaticText(roots).words {
      guard let shape = cache.index(rootedAt: root),
        let member = cache.member(name, of: shape, in: graph.symbols)
      else { continue }
      return walk(index, run.dropFirst(), from: member, kind)
    }
    if roots.utf8CodeUnitCount > 0 { note(.unknownMember(roots), index, first, kind) }
    return .unknown
  }

  /// Returns the declared type of the output of the Lambda or Callback step that `run` reads.
  private mutating func outputType(of step: Index<Step>, _ run: Range<Int>) -> PropertyType {
    guard run.count == 2, case .key(let key) = graph.segments[run.lowerBound + 1] else {
      return .unknown
    }
    let types = ScalarType.allCases
    let number = outputs.number(of: key, in: step, graph) { graph, step in
      graph.outputTypes(of: step).map { output in
        (output.name, output.type.flatMap { types.firstIndex(of: $0) } ?? types.count)
      }
    }
    guard let number, types.indices.contains(number) else { return .unknown }
    return .scalar(types[number])
  }

  /// Returns the type of what `run` reads from the loop `step`.
  private mutating func loopType(
    of index: Index<Reference>, from step: Index<Step>, _ run: Range<Int>
  ) -> PropertyType {
    if run.count > 2, case .index = graph.segments[run.lowerBound + 1],
      case .member(let name) = graph.segments[run.lowerBound + 2], let inner = names[name],
      graph.steps[inner].kind != .forEach
    {
      return type(of: index, from: inner, skipping: 3)
    }
    guard case .member(let name) = graph.segments[run.lowerBound],
      let shape = cache.index(rootedAt: StaticText("properties.ForEach"))
    else { return .unknown }
    guard let member = cache.member(name, of: shape, in: graph.symbols) else {
      note(.unknownMember("properties.ForEach"), index, run.lowerBound, .forEach)
      return .unknown
    }
    return walk(index, run.dropFirst(), from: member, .forEach)
  }

  /// Returns the type of what the parts in `run` read from a value of the shape number `start`.
  private mutating func walk(
    _ index: Index<Reference>, _ run: Range<Int>, from start: Int, _ kind: StepKind
  ) -> PropertyType {
    var shape = start
    for position in run {
      guard cache.shapes[shape].shape.kind != .any else { return .unknown }
      guard let next = next(graph.segments[position], after: shape) else {
        note(fault(at: position, after: shape), index, position, kind)
        return .unknown
      }
      if isUnnamed(graph.segments[position], in: shape) {
        note(.unnamedList(cache.shapes[shape].shape.name), index, position, kind)
      }
      shape = next
    }
    return PropertyType(cache.shapes[shape].shape.kind)
  }

  /// Returns the shape of what `segment` reads from a value of the shape number `shape`.
  private mutating func next(_ segment: PathSegment, after shape: Int) -> Int? {
    switch (segment, cache.shapes[shape].shape.kind) {
    case (.member(let name), .structure), (.member(let name), .union):
      cache.member(name, of: shape, in: graph.symbols)
    case (.index, .list), (.key, .list): cache.element(of: shape)
    case (.key, .map): cache.mapValue(of: shape)
    default: nil
    }
  }

  /// Returns `true` iff `segment` names an entry of a list that is not known to have names.
  private mutating func isUnnamed(_ segment: PathSegment, in shape: Int) -> Bool {
    guard case .key = segment, cache.shapes[shape].shape.kind == .list else { return false }
    return !hasNames(shape)
  }

  /// Returns `true` iff references may name the entries of the list number `shape`.
  private mutating func hasNames(_ shape: Int) -> Bool {
    cache.rule(.named, of: shape, in: graph.symbols) != nil
  }

  /// Returns why the part at `position` reads nothing from a value of the shape number `shape`.
  private mutating func fault(at position: Int, after shape: Int) -> PropertyFault.Kind {
    let met = cache.shapes[shape].shape
    switch met.kind {
    case .structure, .union:
      if case .member = graph.segments[position] { return .unknownPart(met) }
      return .notIndexable
    case .list: return .missingIndex(hasNames(shape))
    case .map: return .missingKey
    default: return .noParts
    }
  }

  /// Notes what is wrong with the reference number `index` at the part at `position`.
  private mutating func note(
    _ kind: PropertyFault.Kind, _ index: Index<Reference>, _ position: Int?, _ step: StepKind
  ) {
    faults.append(
      PropertyFault(kind: kind, reference: index, position: position, stepKind: step))
  }
}

/// What is wrong with what a reference reads from a step.
struct PropertyFault: Sendable {
  /// What is wrong.
  let kind: Kind
  /// The reference.
  let reference: Index<Reference>
  /// The part of the path, as a position in the graph's segments; `nil` if there is no path.
  let position: Int?
  /// The type of the step.
  let stepKind: StepKind

  /// The ways in which a path can be wrong.
  enum Kind: Sendable {
    /// It has no parts.
    case noMember
    /// What is read from the step, by the shapes so called, has no such member.
    case unknownMember(StaticString)
    /// The structure has no such member.
    case unknownPart(Shape)
    /// A structure has members and no entries.
    case notIndexable
    /// A list has entries, which may have names, and no members.
    case missingIndex(Bool)
    /// A map has keys and no members.
    case missingKey
    /// The list called so is not known to have names for its entries.
    case unnamedList(StaticText)
    /// A scalar has no parts.
    case noParts
  }
}
