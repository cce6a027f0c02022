/// The work of comparing what steps hold with the shapes that the API has for it.
struct ArgumentWalk {
  /// The graph.
  let graph: PipelineGraph
  /// What is known about it.
  let analysis: Analysis
  /// The shapes that were met.
  var cache: ShapeCache
  /// What was found.
  var diagnostics: Diagnostics
  /// `false` iff parts of the steps may be lost because the text could not be read.
  let isWhole: Bool
  /// The step that is looked at.
  var step: Index<Step>
  /// The way from the step to the value that is looked at, outermost first.
  var path: [PathPart] = []
  /// The resource that is looked at, if one is.
  var resource: Index<Resource>?
  /// `true` iff a step is looked at, and not the header or a resource.
  var isInStep = false
  /// `true` iff the path leads through `Arguments`, and not through the fields beside them.
  var isInArguments = true

  /// One part of the way to a value.
  struct PathPart {
    /// The member, or the one that holds the list which this is an entry of.
    let key: Symbol
    /// Where the member's name is written, or the entry.
    let origin: Origin
    /// `true` iff this is an entry of a list or of a map.
    let isEntry: Bool
  }

  /// Creates the walk through `graph`, which adds to `diagnostics`.
  init(_ graph: PipelineGraph, _ analysis: Analysis, _ diagnostics: Diagnostics) {
    self.graph = graph
    self.analysis = analysis
    self.diagnostics = diagnostics
    cache = analysis.shapes
    isWhole = !diagnostics.holds(where: \.losesText)
    step = Index(0)
  }

  /// Looks at the header and at every step.
  mutating func run() {
    checkHeader()
    isInStep = true
    for index in graph.steps.indices {
      step = index
      let contract = graph.steps[index].kind.contract
      if let root = contract.arguments, let shape = cache.index(rootedAt: StaticText(root)) {
        isInArguments = true
        checkArguments(as: shape)
      }
      if let root = contract.fields, let shape = cache.index(rootedAt: StaticText(root)) {
        isInArguments = false
        checkMembers(graph.steps[index].fields, at: graph.steps[index].origin, as: shape)
      }
      if let config = graph.steps[index].cacheConfig {
        isInArguments = false
        checkPart(config, called: .word(.cacheConfig), as: "envelope.CacheConfig")
      }
    }
    isInStep = false
    checkResources()
  }

  /// Looks at every resource, to which the API applies as it is, and not what pipelines make of it.
  private mutating func checkResources() {
    guard graph.resources.count > 0 else { return }
    cache = ShapeCache(forPipelines: false)
    isInArguments = true
    for index in graph.resources.indices {
      guard let root = graph.resources[index].kind?.shape?.element,
        let shape = cache.index(named: root)
      else { continue }
      resource = index
      checkMembers(graph.resources[index].members, at: graph.resources[index].origin, as: shape)
    }
    resource = nil
  }

  /// Looks at what stands beside the steps.
  private mutating func checkHeader() {
    isInArguments = false
    for field in graph.header.fields where !field.isRaw {
      switch field.key {
      case .word(.experimentConfig):
        checkPart(field.value, called: field.key, as: "header.PipelineExperimentConfig")
      case .word(.mlflowConfig): checkPart(field.value, called: field.key, as: "MlflowConfig")
      default: continue
      }
    }
  }

  /// Looks at `value`, the part called `key` of a step or of the header, as one of the shape `name`.
  private mutating func checkPart(
    _ value: Index<Value>, called key: Symbol, as name: StaticString
  ) {
    guard let shape = cache.index(rootedAt: StaticText(name)) else { return }
    enter(key, at: graph.origin(of: value), isEntry: false)
    check(value, as: shape)
    path.removeLast()
  }

  /// Looks at the arguments of the step, which are of the structure number `shape`.
  private mutating func checkArguments(as shape: Int) {
    guard case .arguments(let value) = graph.steps[step].body else { return }
    guard let value = graph.present(value) else { return isWhole ? reportNoArguments() : () }
    check(value, as: shape)
  }

  /// Looks at `value`, which is of the shape number `shape`.
  mutating func check(_ value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    switch graph.values[value] {
    case .null, .duration: return
    case .reference(let index): checkReference(index, at: value, as: shape)
    case .join(_, let run):
      // Nothing is known of what stands in place of a mistake.
      if run.count > 0 { checkText(value, as: shape) }
    case .jsonGet: checkJSONGet(value, as: shape)
    case .object(let run):
      switch kind {
      case .structure, .union: checkMembers(run, at: graph.origin(of: value), as: shape)
      case .map: checkEntries(ofMap: run, at: value, as: shape)
      case .any: return
      default: reportType(value, as: shape)
      }
    case .list(let run):
      guard kind != .any else { return }
      guard kind == .list else { return reportType(value, as: shape) }
      checkEntries(ofList: run, at: value, as: shape)
    case .string, .number, .boolean: checkLiteral(value, as: shape)
    }
  }

  /// Looks at the entries of the list in `run`, which is `value`.
  private mutating func checkEntries(ofList run: Run, at value: Index<Value>, as shape: Int) {
    checkCount(run.count, of: value, as: shape)
    guard let element = cache.element(of: shape) else { return }
    checkNames(ofEntries: run, as: shape)
    for position in run.range {
      let entry = graph.elements[position]
      if isFine(entry, as: element) { continue }
      enter(path.last?.key ?? SymbolTable.empty, at: graph.origin(of: entry), isEntry: true)
      check(entry, as: element)
      path.removeLast()
    }
  }

  /// Looks at the entries of the map in `run`, which is `value`.
  private mutating func checkEntries(ofMap run: Run, at value: Index<Value>, as shape: Int) {
    checkCount(run.count, of: value, as: shape)
    guard let element = cache.mapValue(of: shape) else { return }
    let key = cache.element(of: shape)
    for position in run.range {
      let member = graph.members[position]
      if let key { checkKey(member, as: key) }
      if isFine(member.value, as: element) { continue }
      enter(member.key, at: member.origin, isEntry: true)
      check(member.value, as: element)
      path.removeLast()
    }
  }

  /// Looks at the members in `run`, an object written at `origin`.
  private mutating func checkMembers(_ run: Run, at origin: Origin, as shape: Int) {
    if path.isEmpty, isInStep, isInArguments, isWhole, isPlaceholder(run, as: shape) {
      return reportPlaceholder()
    }
    // What members with misspelled names are meant to be.
    var meant: [String] = []
    let hasForbidden = cache.hasForbidden(shape, in: graph.symbols)
    for position in run.range {
      let member = graph.members[position]
      guard !member.isRaw, !isCheckedElsewhere(member.key) else { continue }
      guard let inner = cache.member(member.key, of: shape, in: graph.symbols) else {
        if isOwnField(member.key) { continue }
        if let name = reportUnknown(member, in: shape) { meant.append(name) }
        continue
      }
      if resource != nil, !checkIsServed(member, in: shape) { continue }
      if hasForbidden { checkPolicy(on: member, in: shape) }
      if isFine(member.value, as: inner) { continue }
      enter(member.key, at: member.origin, isEntry: false)
      check(member.value, as: inner)
      path.removeLast()
    }
    if isWhole { checkRequired(run, at: origin, as: shape, meant: meant) }
    checkRules(run, at: origin, as: shape, meant: meant)
  }

  /// Returns `true` iff the arguments in `run` have nothing to do with the structure number `shape`.
  private mutating func isPlaceholder(_ run: Run, as shape: Int) -> Bool {
    for position in run.range {
      let member = graph.members[position]
      if member.isRaw || cache.member(member.key, of: shape, in: graph.symbols) != nil {
        return false
      }
    }
    for position in run.range where hasPlace(graph.members[position].key, in: shape) {
      return false
    }
    // A Fail step without a message is reported as that.
    return graph.steps[step].kind != .fail
  }

  /// Returns `true` iff the check of property files says where `key` may stand.
  private func isCheckedElsewhere(_ key: Symbol) -> Bool {
    key == .word(.propertyFiles) && path.isEmpty && !isInArguments
      && graph.steps[step].kind != .processing
  }

  /// Goes to the member or entry `key`.
  private mutating func enter(_ key: Symbol, at origin: Origin, isEntry: Bool) {
    path.append(PathPart(key: key, origin: origin, isEntry: isEntry))
  }
}

extension Check {
  /// What steps hold is what the API takes.
  static let arguments = Check { graph, analysis, diagnostics in
    var walk = ArgumentWalk(graph, analysis, diagnostics)
    walk.run()
    diagnostics = walk.diagnostics
  }
}
