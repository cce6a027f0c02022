extension Lowering {
  /// Evaluates a value followed by `.member`, `[index]` or `(arguments)`; if it `isOptional`, a member
  /// that is missing on the way makes it `null`.
  mutating func evaluatePath(
    _ node: NodeIndex, in scope: Int, isOptional: Bool = false
  ) -> Term {
    let parts = children(node)
    var term = evaluate(parts[0], in: scope)
    var rest = parts.dropFirst()
    while let segment = rest.first {
      if isMissing(segment) || children(segment).contains(where: { isMissing($0) }) {
        return .poisoned
      }
      switch term {
      case .step(let step): return evaluateStepPath(step, rest, of: node, in: scope)
      case .resource(let resource):
        term = evaluateMember(of: resource, segment, of: node)
        rest = rest.dropFirst()
      case .pending: return .value(unknown(at: node))
      case .instance(let instance):
        rest = rest.dropFirst()
        term = result(of: instance, segment)
      case .family(let family):
        rest = rest.dropFirst()
        term = member(of: family, segment, in: scope)
      case .value(let value):
        if isOptional, case .null = graph.values[value] { return term }
        guard let next = evaluateAccess(value, &rest, of: node, isOptional, in: scope) else {
          return .poisoned
        }
        term = .value(next)
      case .namespace(let namespace):
        guard let next = variable(of: namespace, segment) else { return .poisoned }
        rest = rest.dropFirst()
        term = .value(next)
      case .poisoned: return .poisoned
      default:
        reportNoValue(term, at: parts[0])
        return .poisoned
      }
    }
    return term
  }

  /// Makes the run-time value that the member `segment` of `namespace` stands for.
  private mutating func variable(of namespace: Namespace, _ segment: NodeIndex) -> Index<Value>? {
    guard let name = memberName(segment) else {
      report(
        unknownMember(segment, of: "`\(namespace)`", candidates: namespace.members.map(\.word)))
      return nil
    }
    guard let member = namespace.members.first(where: { $0.word == tree.word(name) }) else {
      report(unknownMember(name, of: "`\(namespace)`", candidates: namespace.members.map(\.word)))
      return nil
    }
    let variable = graph.symbols.intern(member.variable)
    let root: ReferenceRoot =
      namespace == .experiment ? .experiment(variable) : .execution(variable)
    return make(reference: root, path: [], at: origin(name - 1))
  }

  /// Returns the node of the word behind the dot of `segment`, if it has a dot.
  @inline(__always)
  func memberName(_ segment: NodeIndex) -> NodeIndex? {
    tree.kind(segment) == .memberAccess ? tree.firstChild(of: segment) : nil
  }

  /// Returns what the first of `segments`, or as many as belong together, read from `value`.
  private mutating func evaluateAccess(
    _ value: Index<Value>, _ segments: inout ArraySlice<NodeIndex>, of node: NodeIndex,
    _ isOptional: Bool, in scope: Int
  ) -> Index<Value>? {
    guard let segment = segments.first else { return value }
    switch graph.values[value] {
    case .object, .list:
      segments = segments.dropFirst()
      return element(segment, of: value, isOptional, in: scope)
    case .reference(let index):
      let reference = graph.references[index]
      if case .parameter(let name) = reference.root {
        reportNoMembers("the parameter `\(graph.text(name))`", segment)
        return nil
      }
      guard let path = pathSegments(segments, in: scope) else { return nil }
      let places = origins(of: segments)
      segments = []
      return make(
        reference: reference.root, path: Array(graph.path(of: reference)) + path, partsAt: places,
        at: origin(node))
    case .jsonGet(let index):
      let get = graph.jsonGets[index]
      guard let path = jsonPath(segments, after: graph.text(get.path), in: scope) else {
        return nil
      }
      segments = []
      return make(jsonGet: get.file, path: graph.symbols.intern(path), at: origin(node))
    default:
      reportNoMembers(describe(value), segment)
      return nil
    }
  }

  /// Returns the entry of the build-time list or object `value` that `segment` names; `null` for a
  /// member that may be missing.
  private mutating func element(
    _ segment: NodeIndex, of value: Index<Value>, _ isOptional: Bool, in scope: Int
  ) -> Index<Value>? {
    if case .object(let run) = graph.values[value] {
      guard let key = accessKey(segment, in: scope) else { return nil }
      let members = graph.members(in: run)
      let name = graph.symbols.find(key.text)
      if let found = members.first(where: { $0.key == name }) { return found.value }
      let types = notes.recordTypes[value]
      if types.map({ isOptionalMember(key.text, of: $0) }) ?? isOptional {
        return make(.null, at: origin(segment))
      }
      notes.searches += 1
      let known = notes.searches > 50 ? [] : members.map { graph.text($0.key) }
      report(
        unknownMember(
          key.node, named: key.text, of: "this object",
          candidates: known + (notes.searches > 50 ? [] : optionalMembers(of: types ?? []))))
      return nil
    }
    guard case .list(let run) = graph.values[value], tree.kind(segment) == .indexAccess,
      let index = tree.firstChild(of: segment)
    else {
      reportNoMembers("a list", segment)
      return nil
    }
    guard let position = evaluateValue(index, in: scope) else { return nil }
    let entries = Array(graph.elements(in: run))
    guard case .integer(let offset)? = Number(position, in: graph), entries.indices.contains(offset)
    else {
      report(
        Diagnostic(
          .unknownMember, "the list has no such entry", at: tree.span(of: index),
          help: "it has \(entries.count) entries, counted from 0"))
      return nil
    }
    return entries[offset]
  }

  /// Returns the key that `segment` names, by a word or a string, and where.
  private mutating func accessKey(
    _ segment: NodeIndex, in scope: Int
  ) -> (text: String, node: NodeIndex)? {
    if let name = memberName(segment) { return (tree.word(name), name) }
    guard tree.kind(segment) == .indexAccess, let index = tree.firstChild(of: segment) else {
      reportNoMembers("an object", segment)
      return nil
    }
    return buildTimeString(index, in: scope, what: "the name of a member").map { ($0, index) }
  }

  /// Returns the path that `segments` spell in the service's terms, or `nil` after a report.
  mutating func pathSegments(
    _ segments: ArraySlice<NodeIndex>, in scope: Int
  ) -> [PathSegment]? {
    var path: [PathSegment] = []
    for segment in segments {
      if let name = memberName(segment) {
        path.append(.member(symbol(name)))
        continue
      }
      guard tree.kind(segment) == .indexAccess, let index = tree.firstChild(of: segment),
        let value = evaluateValue(index, in: scope)
      else {
        if tree.kind(segment) == .invocation { reportNoMembers("a run-time value", segment) }
        return nil
      }
      switch graph.values[value] {
      case .number(let lexeme) where graph.symbols[lexeme].allSatisfy(\.isDigit):
        path.append(.index(lexeme))
      case .string(let key) where !graph.symbols[key].contains(where: { Self.closesKey($0) }):
        path.append(.key(key))
      default:
        report(
          Diagnostic(
            .malformedReference, "a path is walked by whole numbers and simple strings",
            at: tree.span(of: index),
            why: "the service reads `[0]` and `['key']`; a key can't hold a quote or bracket",
            help: "write `[0]` or `[\"key\"]`"))
        return nil
      }
    }
    return path
  }

  /// Returns where the names and indices of `segments` are written.
  func origins(of segments: ArraySlice<NodeIndex>) -> [Origin] {
    segments.map { origin(tree.firstChild(of: $0) ?? $0) }
  }

  /// Returns `true` iff `byte` can't stand in a key of a reference.
  static func closesKey(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "]") || byte < 0x20
  }

  /// Returns `path` extended by `segments` as a `Std:JsonGet` spells it, or `nil` after a report.
  mutating func jsonPath(
    _ segments: ArraySlice<NodeIndex>, after path: String, in scope: Int
  ) -> String? {
    guard let parts = pathSegments(segments, in: scope) else { return nil }
    var text = path
    for part in parts {
      switch part {
      case .member(let name): text += (text.isEmpty ? "" : ".") + graph.text(name)
      case .index(let index): text += "[\(graph.text(index))]"
      case .key(let key): text += "['\(graph.text(key))']"
      }
    }
    return text
  }

  /// Returns the names of the members that a record of one of `types` may leave out.
  private func optionalMembers(of types: [NodeIndex]) -> [String] {
    types.flatMap { type in
      children(type).filter { field in
        tree.kind(field) == .returned
          && children(field).last.map { tree.kind($0) == .optionalType } ?? false
      }.map { keyText($0 + 1) }
    }
  }

  /// Returns `true` iff a record of one of `types` may leave out the member `name`.
  private func isOptionalMember(_ name: String, of types: [NodeIndex]) -> Bool {
    optionalMembers(of: types).contains(name)
  }

  /// Reports that `what` has nothing that `segment` could name.
  mutating func reportNoMembers(_ what: String, _ segment: NodeIndex) {
    let isCall = tree.kind(segment) == .invocation
    report(
      Diagnostic(
        .unknownMember, isCall ? "\(what) can't be called" : "\(what) has no members",
        at: tree.span(of: segment),
        help: isCall
          ? "only functions and `best` take arguments"
          : what == "`null`"
            ? "say what counts instead with `??`, as in `x.member ?? []`" : "use it without a path")
    )
  }

  /// Returns the diagnostic that `what` has no member called as the word at `node` says.
  func unknownMember(
    _ node: NodeIndex, named name: String? = nil, of what: String, candidates: [String],
    help: String? = nil
  ) -> Diagnostic {
    let word = name ?? tree.word(node)
    let span = tree.span(of: node)
    var diagnostic = Diagnostic(.unknownMember, "\(what) has no member `\(word)`", at: span)
    if let near = nearest(to: word, in: candidates) {
      diagnostic.label = "did you mean `\(near)`?"
      if tree.kind(node) == .name {
        diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
      }
    } else if let help {
      diagnostic.help = help
    } else if !candidates.isEmpty {
      diagnostic.help =
        "it has " + candidates.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    }
    return diagnostic
  }
}
