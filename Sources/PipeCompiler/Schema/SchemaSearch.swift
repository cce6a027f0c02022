/// Why there is no page for a path.
public enum SchemaFailure: Error, Sendable {
  /// There is no type of step called so; the nearest one, if one is near.
  case unknownType(String, nearest: String?)
  /// What the path leads to up to there has no member called so; the nearest one, and all.
  case unknownMember(String, of: String, nearest: String?, known: [String])
}

/// The names of the step types that there are pages for, in the order of the documentation.
public var schemaTypes: [String] {
  StepKind.allCases.filter { $0 != .other }.map(\.rawValue)
}

/// Returns the page about what may be written at `path`: a type of step, then members after dots.
public func schemaPage(_ path: String) throws(SchemaFailure) -> SchemaPage {
  let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  let kind = try stepKind(named: parts.first ?? "")
  let contract = kind.contract
  let arguments = contract.arguments.flatMap { StepShapes.model.structure(rootedAt: StaticText($0)) }
  let fields = contract.fields.flatMap { StepShapes.model.shape(named: $0) }
  guard parts.count > 1 else {
    return SchemaPage(
      path: kind.rawValue, type: SchemaType(name: "step"),
      members: arguments.map { entries(of: $0, in: kind) } ?? [],
      fields: fields.map { entries(of: $0, in: kind) } ?? [], notes: notes(about: kind))
  }
  let roots = [arguments, fields].compactMap { $0 }
  return try page(kind.rawValue, roots, parts.dropFirst(), kind)
}

/// Returns the page about what can be read at `path`: a type of step, then members after dots.
public func propertyPage(_ path: String) throws(SchemaFailure) -> SchemaPage {
  let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  let kind = try stepKind(named: parts.first ?? "")
  let roots = StaticText(kind.contract.properties).words
    .compactMap { StepShapes.model.structure(rootedAt: $0) }
  guard parts.count > 1 else {
    return SchemaPage(
      path: kind.rawValue, type: SchemaType(name: "step"),
      members: roots.flatMap { entries(of: $0, in: nil) }, fields: [],
      notes: roots.isEmpty ? ["what can be read from such a step is not known"] : [])
  }
  return try page(kind.rawValue, roots, parts.dropFirst(), nil)
}

/// Returns the type of step called `name`.
private func stepKind(named name: String) throws(SchemaFailure) -> StepKind {
  if !name.isEmpty, let kind = StepKind(rawValue: name) { return kind }
  throw .unknownType(name, nearest: nearest(to: name, in: schemaTypes))
}

/// Returns the page about the members `rest` of a structure out of `roots`, which lies at `path`.
private func page(
  _ path: String, _ roots: [Shape], _ rest: ArraySlice<String>, _ kind: StepKind?
) throws(SchemaFailure) -> SchemaPage {
  var (path, structures) = (path, roots)
  var found: Shape?
  for name in rest {
    let bytes = Array(name.utf8)[...]
    let member = structures.lazy.compactMap { $0.member(bytes) }.first
    guard let member, let shape = StepShapes.model.shape(named: member.shape) else {
      let known = structures.flatMap { $0.members.map(\.name.string) }
      throw .unknownMember(name, of: path, nearest: nearest(to: name, in: known), known: known)
    }
    path += ".\(name)"
    found = shape
    structures = inner(of: shape).map { [$0] } ?? []
  }
  guard let found else {
    return SchemaPage(
      path: path, type: SchemaType(name: "step"), members: [], fields: [], notes: [])
  }
  let members = structures.first.map { entries(of: $0, in: kind) } ?? []
  return SchemaPage(
    path: path, type: SchemaType(found), members: members, fields: [],
    notes: structures.first.map { notes(about: $0) } ?? [])
}

/// Returns the structure that values of `shape` are, or that their entries are.
private func inner(of shape: Shape) -> Shape? {
  switch shape.kind {
  case .structure, .union: return shape
  case .list: return StepShapes.model.shape(named: shape.element).flatMap { inner(of: $0) }
  case .map: return StepShapes.model.shape(named: shape.mapValue).flatMap { inner(of: $0) }
  default: return nil
  }
}

/// Returns the members of `shape`; in the arguments of a step of `kind`, as the pipeline has them.
private func entries(of shape: Shape, in kind: StepKind?) -> [SchemaEntry] {
  shape.members.map { member in
    let type = StepShapes.model.shape(named: member.shape).map { SchemaType($0) }
    let rules = ShapeRules.about(shape.name)
    let name = member.name.bytes[...]
    let isRelaxed = rules.contains {
      ($0.kind == .needless || $0.kind == .role) && $0.isAbout(name)
    }
    return SchemaEntry(
      name: member.name.string,
      isRequired: kind != nil && member.isRequired && !isRelaxed,
      type: type ?? SchemaType(name: "anything"),
      note: kind == nil ? nil : note(about: name, by: rules))
  }
}

/// Returns what a pipeline makes of the member `name` by `rules`, if that is special.
private func note(about name: ArraySlice<UInt8>, by rules: ShapeRuleList) -> String? {
  for rule in rules where rule.isAbout(name) {
    switch rule.kind {
    case .refused: return "not in a pipeline"
    case .removed: return "perhaps not in a pipeline"
    case .needless: return "given by the service"
    case .role: return "the pipeline's role if not given"
    default: continue
    }
  }
  return nil
}

/// Returns what is to be said about steps of `kind` as a whole.
private func notes(about kind: StepKind) -> [String] {
  switch kind {
  case .lambda, .callback: ["the arguments are names and values of your own"]
  case .condition, .forEach: ["the language has a word of its own for such steps"]
  default: []
  }
}

/// Returns what is to be said about the members of `shape` together.
private func notes(about shape: Shape) -> [String] {
  ShapeRules.about(shape.name).compactMap { rule in
    let names = rule.memberNames.joined(separator: ", ")
    switch rule.kind {
    case .one, .oneExpected: return "exactly one of \(names)"
    case .atMostOne, .atMostOneExpected: return "at most one of \(names)"
    case .atLeastOne, .atLeastOneExpected: return "at least one of \(names)"
    default: return nil
    }
  }
}

extension SchemaType {
  /// Creates a type of which no more than the name is known.
  fileprivate init(name: String) {
    self.init(name: name, values: [], least: nil, most: nil, pattern: nil, unit: "")
  }
}
