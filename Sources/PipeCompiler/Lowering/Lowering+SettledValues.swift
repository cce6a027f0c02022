// Values that have to be known without a run.
extension Lowering {
  /// Returns `value` with what it reads of the pipeline replaced by what the source says there, or
  /// `nil` after reporting, at `node`, that something in it is known only in a run.
  mutating func settled(_ value: Index<Value>, at node: NodeIndex) -> Index<Value>? {
    nested(at: node) { $0.settledNow(value, at: node) } ?? nil
  }

  /// Returns `value` with what it reads of the pipeline replaced, whatever its form.
  private mutating func settledNow(_ value: Index<Value>, at node: NodeIndex) -> Index<Value>? {
    let place = graph.origin(of: value)
    switch graph.values[value] {
    case .null, .boolean, .number, .string, .duration: return value
    case .list(let run):
      var entries: [Index<Value>] = []
      for entry in Array(graph.elements(in: run)) {
        guard let entry = settled(entry, at: node) else { return nil }
        entries.append(entry)
      }
      return entries == Array(graph.elements(in: run)) ? value : make(list: entries, at: place)
    case .object(let run):
      var members: [Member] = []
      for member in Array(graph.members(in: run)) {
        guard let value = settled(member.value, at: node) else { return nil }
        members.append(Member(member.key, value, at: member.origin))
      }
      return members == Array(graph.members(in: run)) ? value : make(object: members, at: place)
    case .join(_, let run) where run.count == 0: return value
    case .join(let separator, let run): return settledJoin(run, separator, of: value, at: node)
    case .reference(let index): return settledReference(graph.references[index], value, at: node)
    case .jsonGet: return reportUnsettled(value, at: node)
    }
  }

  /// Returns the text of the parts in `run` with `separator` between them.
  private mutating func settledJoin(
    _ run: Run, _ separator: Symbol, of value: Index<Value>, at node: NodeIndex
  ) -> Index<Value>? {
    var text: [String] = []
    for part in Array(graph.elements(in: run)) {
      guard let part = settled(part, at: node) else { return nil }
      switch graph.values[part] {
      case .string(let symbol), .number(let symbol): text.append(graph.text(symbol))
      case .boolean(let flag): text.append(flag ? "true" : "false")
      default: return reportUnsettled(value, at: node)
      }
    }
    return make(
      string: text.joined(separator: graph.text(separator)), at: graph.origin(of: value))
  }

  /// Returns what the source says where `reference`, which is `value`, reads.
  private mutating func settledReference(
    _ reference: Reference, _ value: Index<Value>, at node: NodeIndex
  ) -> Index<Value>? {
    switch reference.root {
    case .execution(let name) where graph.text(name) == "PipelineName":
      guard let header = declared.header, let name = tree.firstChild(of: header),
        let text = buildTimeString(name, in: 0, what: "the name of a pipeline")
      else { return nil }
      return make(string: text, at: graph.origin(of: value))
    case .step(let name):
      guard let found = argument(of: name, at: Array(graph.path(of: reference))) else {
        return reportUnsettled(value, at: node)
      }
      return found
    default: return reportUnsettled(value, at: node)
    }
  }

  /// Returns the text or number that the source gives at `path` in the arguments of the step `name`.
  private mutating func argument(
    of name: Symbol, at path: [PathSegment]
  ) -> Index<Value>? {
    let names = notes.stepNames ?? StepNames(of: graph)
    notes.stepNames = names
    guard let step = names[name], var value = graph.arguments(of: step) else { return nil }
    for segment in path {
      guard case .member(let key) = segment, case .object(let run) = graph.values[value],
        let inner = graph.member(key, in: run)
      else { return nil }
      value = inner
    }
    switch graph.values[value] {
    case .string, .number: return value
    default: return nil
    }
  }

  /// Reports that `value`, in what stands at `node`, is known only in a run, and returns `nil`.
  private mutating func reportUnsettled(_ value: Index<Value>, at node: NodeIndex) -> Index<Value>?
  {
    report(
      Diagnostic(
        .wrongPhase, "a resource can't hold what only a run knows",
        at: graph.origin(of: value) == .synthesized ? origin(node) : graph.origin(of: value),
        why: "it is made without a run of the pipeline",
        help: "name what the pipeline makes by a name that the source gives, or make the resource "
          + "in a step"))
    return nil
  }
}
