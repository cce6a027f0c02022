// Members that the API does not have there, or that are missing.
extension ArgumentWalk {
  /// Reports `member`, which the structure number `shape` does not have, and returns the name that
  /// is meant, if that is clear.
  mutating func reportUnknown(_ member: Member, in shape: Int) -> String? {
    let name = graph.text(member.key)
    let isField = path.isEmpty && !isInArguments
    let known = names(of: shape) + (isField ? Self.envelopeNames : [])
    if let near = nearest(to: name, in: known) {
      diagnostics.report(
        Diagnostic(
          .misspelledArgument, "\(owner) has no \(noun) `\(name)`", at: member.origin,
          label: "did you mean `\(near)`?", why: Self.refusal,
          fix: member.origin.span.map { Fix("write `\(near)`", replacing: $0, with: near) }))
      return near
    }
    if let place = properPlace(of: member.key) {
      diagnostics.report(
        Diagnostic(
          .misplacedArgument, "\(owner) has no \(noun) `\(name)`", at: member.origin,
          why: "\(holder) has it elsewhere", help: place))
      return nil
    }
    let alike = longer(or: name, in: known)
    diagnostics.report(
      Diagnostic(
        .unknownArgument, "\(owner) has no \(noun) `\(name)` that pipec knows",
        at: member.origin, label: alike.map { "did you mean `\($0)`?" } ?? "",
        why: "\(Self.refusal), and \(ServiceModel.version) has none of this name",
        help: help(forUnknown: name, isAlone: names(of: shape).isEmpty)))
    return nil
  }

  /// Returns what to do with the member `name`, which `isAlone` where nothing can stand.
  private func help(forUnknown name: String, isAlone: Bool) -> String {
    let parts = [isAlone || !isInStep ? nil : schemaHelp, rawHelp(for: name)].compactMap { $0 }
    return parts.isEmpty ? "remove it" : parts.joined(separator: "; ")
  }

  /// The way to what is looked at, with a dot behind it.
  private var pathText: String {
    path.filter { !$0.isEntry }.map { graph.text($0.key) + "." }.joined()
  }

  /// Returns the one of the `known` names that begins with `name`, or that `name` begins with, if
  /// there is one only.
  private func longer(or name: String, in known: [String]) -> String? {
    let found = known.filter {
      min($0.utf8.count, name.utf8.count) >= 6 && ($0.hasPrefix(name) || name.hasPrefix($0))
    }
    return found.count == 1 ? found.first : nil
  }

  /// Returns what to do with `key`, which stands in the wrong place, if it has another one.
  private mutating func properPlace(of key: Symbol) -> String? {
    let name = graph.text(key)
    if let place = place(of: key) {
      // Members of a far-away part that happen to have the name are not what is meant.
      let owner = place.prefix(through: place.lastIndex(of: ".") ?? place.startIndex)
      let isAround = !place.contains(".") || pathText.hasPrefix(owner)
      let isNear = path.isEmpty || isAround || place.hasPrefix(pathText)
      if isInArguments { return isNear ? "write it as `\(place)`" : nil }
      return place == name ? "move it into `Arguments`" : "write it in `Arguments`, as `\(place)`"
    }
    guard path.isEmpty, isInArguments, resource == nil else { return nil }
    let fields =
      graph.steps[step].kind.contract.fields
      .flatMap { cache.index(rootedAt: StaticText($0)) }.map { names(of: $0) } ?? []
    guard (fields + Self.envelopeNames).contains(name) else { return nil }
    return "write it beside `Arguments`"
  }

  /// Returns the names of the members of the structure number `shape`.
  private func names(of shape: Int) -> [String] {
    cache.shapes[shape].shape.members.map(\.name.string)
  }

  /// Returns `true` iff the structure number `shape` has a member that `key` may be meant to be, or
  /// the step has one called so elsewhere.
  mutating func hasPlace(_ key: Symbol, in shape: Int) -> Bool {
    nearest(to: graph.text(key), in: names(of: shape)) != nil || properPlace(of: key) != nil
  }

  /// The names of the members that steps of every type may have beside their arguments.
  private static var envelopeNames: [String] {
    StepShapes.envelope?.members.map(\.name.string) ?? []
  }

  /// What becomes of members that the service does not know.
  private static let refusal = "the service refuses members that it does not know"

  /// Returns how to keep the member `name` nevertheless, where the language has words for it.
  private func rawHelp(for name: String) -> String? {
    guard graph.notation == .pipe, path.isEmpty else { return nil }
    if resource != nil { return "write `raw` and the controller's own spelling if it is meant" }
    let raw = "write `raw \(name): …` if it is meant"
    let isOwn = graph.steps[step].kind.contract.arguments == nil
    return isOwn ? "what the step's own code is given stands in `args`; \(raw)" : raw
  }

  /// Returns where in the arguments of the step a member called `key` may stand.
  private mutating func place(of key: Symbol) -> String? {
    guard isInArguments || path.isEmpty, let start = rootShape else { return nil }
    var search = MemberSearch(for: key, in: graph.symbols)
    return search.run(from: start, &cache)
  }

  /// The number of the structure that all arguments lie in.
  private var rootShape: Int? {
    mutating get {
      if let resource {
        return graph.resources[resource].kind?.shape.flatMap { cache.index(named: $0.element) }
      }
      return graph.steps[step].kind.contract.arguments
        .flatMap { cache.index(rootedAt: StaticText($0)) }
    }
  }

  /// Reports that `member` is missing in an object written at `origin`.
  mutating func reportMissing(_ member: RequiredMember, at origin: Origin) {
    diagnostics.report(
      Diagnostic(
        .missingArgument, "\(owner) needs `\(member.name.string)`", at: place(or: origin),
        why: "the API requires it", help: "add \(example(of: member))"))
  }

  /// Returns where what is looked at is mentioned: the step, a member's name, or else `origin`.
  func place(or origin: Origin) -> Origin {
    guard let last = path.last else {
      return resource.map { graph.resources[$0].origin } ?? graph.steps[step].origin
    }
    return last.origin == .synthesized ? origin : last.origin
  }

  /// Returns what to write for `member`.
  private func example(of member: RequiredMember) -> String {
    let name = spelled(member.name.string)
    guard let shape = StepShapes.model.shape(named: member.shape) else { return "`\(name): …`" }
    switch shape.kind {
    case .enumeration:
      return "`\(name): …`: " + Self.choice(among: shape.values.map(\.string))
    case .structure, .union:
      let parts = shape.members.filter(\.isRequired).map { "\(spelled($0.name.string)): …" }
      return "`\(name): { \(parts.isEmpty ? "…" : parts.joined(separator: ", ")) }`"
    case .list: return "`\(name): [ … ]`"
    case .map: return "`\(name): { … }`"
    case .string, .timestamp, .blob: return "`\(name): \"…\"`"
    case .boolean: return "`\(name): true` or `false`"
    default:
      let bounds = shape.bounds
      return "`\(name): \(bounds.least ?? 1)`"
    }
  }

  /// Returns `name` as the name of a member is written.
  func spelled(_ name: String) -> String {
    graph.notation == .definition ? "\"\(name)\"" : name
  }

  /// Returns `values` as a choice: all if there are few, else the first ones.
  static func choice(among values: [String]) -> String {
    let shown = values.prefix(12).map { "`\($0)`" }
    if values.count > shown.count {
      return "one of \(values.count): \(shown.joined(separator: ", ")), …"
    }
    guard shown.count > 1, let last = shown.last else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Reports that the role that `rule` is about is missing in an object written at `origin`.
  mutating func reportNoRole(_ rule: ShapeRule, at origin: Origin) {
    diagnostics.report(
      Diagnostic(
        .missingJobRole, "\(owner) has no `\(rule.members.string)`", at: place(or: origin),
        why: "the API requires it, a pipeline perhaps not (\(rule.source.string))",
        help: "add the role that the job runs as"))
  }

  /// Reports that a step holds no arguments at all.
  mutating func reportNoArguments() {
    diagnostics.report(
      Diagnostic(
        .missingArgument, "\(withArticle("\(typeName) step")) needs `Arguments`",
        at: graph.steps[step].origin,
        why: "they are the request that the step makes", help: schemaHelp))
  }

  /// Reports that the arguments of the step are nothing that the API knows.
  mutating func reportPlaceholder() {
    diagnostics.report(
      Diagnostic(
        .placeholderArguments,
        "`\(graph.text(graph.steps[step].name))` has none of the arguments of "
          + withArticle("\(typeName) step"),
        at: graph.steps[step].origin,
        why: "the API requires some; what stands here looks like a placeholder",
        help: schemaHelp))
  }

  /// Looks at `member` of the structure number `shape`, which the API knows, for what pipelines
  /// make of it.
  mutating func checkPolicy(on member: Member, in shape: Int) {
    for position in cache.rules(of: shape, in: graph.symbols) {
      let rule = cache.rules[position]
      guard rule.kind == .refused || rule.kind == .removed, cache.isAbout(member.key, rule),
        graph.present(member.value) != nil
      else { continue }
      let isRefused = rule.kind == .refused
      let name = graph.text(member.key)
      diagnostics.report(
        Diagnostic(
          isRefused ? .forbiddenArgument : .doubtfulArgument,
          "in a pipeline, \(owner) \(isRefused ? "can't" : "perhaps can't") have `\(name)`",
          at: member.origin,
          why: "the service \(isRefused ? "refuses" : "perhaps refuses") it "
            + "(\(rule.source.string))", help: "remove it"))
    }
  }

  /// Reports that `first` and `last` are both given, of which `rule`, or else the API, allows one.
  mutating func reportExclusive(_ first: Member, _ last: Member, by rule: ShapeRule?) {
    let isCertain = rule?.kind.isCertain ?? true
    let source = rule.map { " (\($0.source.string))" } ?? ""
    diagnostics.report(
      Diagnostic(
        isCertain ? .exclusiveArguments : .doubtfulArgument,
        "\(owner) has `\(graph.text(first.key))` and `\(graph.text(last.key))`", at: last.origin,
        related: [Label("given here", at: first.origin)],
        why:
          "the API \(isCertain ? "takes one of them" : "describes them as alternatives")\(source)",
        help: "keep one of them"))
  }

  /// Reports that none of the members of `rule` is given in an object written at `origin`.
  mutating func reportNoChoice(_ rule: ShapeRule, at origin: Origin) {
    let isCertain = rule.kind.isCertain
    let names = Self.choice(among: rule.memberNames)
    diagnostics.report(
      Diagnostic(
        isCertain ? .missingArgument : .doubtfulArgument,
        isCertain ? "\(owner) needs \(names)" : "\(owner) has no \(names)", at: place(or: origin),
        why: isCertain
          ? "the API takes one of them (\(rule.source.string))"
          : "the API probably expects one of them (\(rule.source.string))",
        help: "add one of them"))
  }
}

// Words for messages.
extension ArgumentWalk {
  /// The type of the step, as emitted.
  var typeName: String { graph.text(graph.steps[step].typeName) }

  /// What holds the members that are looked at: "a Training step", "`ResourceConfig`".
  var owner: String { path.isEmpty ? holder : subject }

  /// The step or resource that is looked at, by its type or kind.
  var holder: String {
    if let resource, let kind = graph.resources[resource].kind {
      return withArticle("\(kind.rawValue) resource")
    }
    return withArticle("\(typeName) step")
  }

  /// What members of the owner are called.
  private var noun: String {
    path.isEmpty && resource == nil ? (isInArguments ? "argument" : "field") : "member"
  }

  /// The value that is looked at: "`ResourceConfig`", "an entry of `Outputs`".
  var subject: String {
    guard let last = path.last else { return "`Arguments`" }
    let name = "`\(graph.text(last.key))`"
    // The entry of a map has a name of its own.
    let isNamed = path.dropLast().last.map { $0.key != last.key } ?? true
    return last.isEntry && !isNamed ? "an entry of \(name)" : name
  }

  /// The words that tell where to read about the value that is looked at.
  var schemaHelp: String {
    let names = path.filter { !$0.isEntry }.map { "." + graph.text($0.key) }
    return "`pipec schema \(typeName)\(names.joined())` lists what there is"
  }
}

/// The search for a member of some name in a structure and everything inside it.
private struct MemberSearch {
  /// The name.
  private let key: Symbol
  /// The texts of names.
  private let symbols: SymbolTable
  /// The structures that were looked at.
  private var seen: [Int] = []

  /// Creates the search for `key`.
  init(for key: Symbol, in symbols: SymbolTable) {
    self.key = key
    self.symbols = symbols
  }

  /// Returns the way to the member that is nearest to the structure number `start`, as text.
  mutating func run(from start: Int, _ cache: inout ShapeCache) -> String? {
    var level = [(shape: start, way: "")]
    // Members deeper than this are too far away to be meant.
    for _ in 0..<5 {
      var next: [(shape: Int, way: String)] = []
      for (shape, way) in level where !seen.contains(shape) {
        seen.append(shape)
        if cache.member(key, of: shape, in: symbols) != nil {
          return way + symbols.text(key)
        }
        next += inner(of: shape, behind: way, &cache)
      }
      level = next
    }
    return nil
  }

  /// Returns the structures right inside the one with the number `shape`, with the ways to them.
  private func inner(
    of shape: Int, behind way: String, _ cache: inout ShapeCache
  ) -> [(shape: Int, way: String)] {
    var found: [(shape: Int, way: String)] = []
    for member in cache.shapes[shape].shape.members {
      guard var inner = cache.index(named: member.shape) else { continue }
      var step = "\(way)\(member.name.string)"
      if cache.shapes[inner].shape.kind == .list, let element = cache.element(of: inner) {
        inner = element
        step += "[]"
      }
      if cache.shapes[inner].shape.kind.hasMembers { found.append((inner, step + ".")) }
    }
    return found
  }
}
