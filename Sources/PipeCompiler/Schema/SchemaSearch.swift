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
  let arguments = contract.arguments.flatMap {
    StepShapes.model.structure(rootedAt: StaticText($0))
  }
  let fields = contract.fields.flatMap { StepShapes.model.shape(named: $0) }
  let root = SchemaPage(
    path: kind.rawValue, type: SchemaType(name: "step"),
    members: arguments.map { entries(of: $0, in: kind) } ?? [],
    fields: (fields.map { entries(of: $0, in: kind) } ?? []) + envelope(of: kind),
    notes: notes(about: kind) + [arguments, fields].compactMap { $0 }.flatMap { notes(about: $0) })
  guard parts.count > 1 else { return root }
  let known = (root.members + root.fields).map(\.name)
  guard known.contains(parts[1]) else {
    throw .unknownMember(
      parts[1], of: root.path, nearest: nearest(to: parts[1], in: known), known: known)
  }
  let roots = [arguments, fields, StepShapes.envelope].compactMap { $0 }
  return try page(root.path, roots, parts.dropFirst(), kind)
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
      members: merged(roots.map { entries(of: $0, in: nil) }), fields: [],
      notes: notes(aboutProperties: roots, of: kind))
  }
  return try page(kind.rawValue, roots, parts.dropFirst(), nil)
}

/// Returns the entries of `lists`, each name once.
private func merged(_ lists: [[SchemaEntry]]) -> [SchemaEntry] {
  var found: [SchemaEntry] = []
  for entry in lists.joined() where !found.contains(where: { $0.name == entry.name }) {
    found.append(entry)
  }
  return found
}

/// Returns what is to be said about what can be read from steps of `kind`, members of `roots`.
private func notes(aboutProperties roots: [Shape], of kind: StepKind) -> [String] {
  if kind == .fail { return ["nothing comes after such a step, so nothing can be read from it"] }
  if roots.isEmpty { return ["what can be read from such a step is not known"] }
  let isEmpty = roots.allSatisfy { shape in shape.members.first { _ in true } == nil }
  return isEmpty ? ["nothing can be read from such a step"] : []
}

/// Returns the members that steps of `kind` may have as all steps may.
private func envelope(of kind: StepKind) -> [SchemaEntry] {
  guard let shape = StepShapes.envelope else { return [] }
  return entries(of: shape, in: kind).compactMap { entry in
    let acceptance: Acceptance =
      switch entry.name {
      case "RetryPolicies": kind.retrying
      case "CacheConfig": kind.caching
      default: .allowed
      }
    if acceptance == .refused { return nil }
    return SchemaEntry(
      name: entry.name, isRequired: false,
      type: entry.name == "DependsOn" ? SchemaType(name: "list of steps") : entry.type,
      note: acceptance == .uncertain ? "perhaps not for this type" : nil)
  }
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
    let member = structures.lazy.compactMap { shape in
      shape.member(bytes) ?? (kind == nil ? nil : ShapeRules.allowedMember(bytes, of: shape.name))
    }.first
    guard let member, let shape = StepShapes.model.shape(named: member.shape) else {
      let known = merged(structures.map { entries(of: $0, in: kind) }).map(\.name)
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
  let rules = ShapeRules.about(shape.name)
  let allowed = kind == nil ? [] : ShapeRules.allowedMembers(of: shape.name)
  return (Array(shape.members) + allowed).map { member in
    let type = StepShapes.model.shape(named: member.shape).map { SchemaType($0) }
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
  for rule in rules where rule.isAbout(name) || rule.kind == .allowed {
    switch rule.kind {
    case .allowed where ShapeMember(word: rule.members).name.equals(name):
      return "taken in a pipeline, though not in the API's model"
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
    case .check: return note(about: rule.check)
    default: return nil
    }
  }
}

/// Returns what `check` asks for, if that is not plain from the members.
private func note(about check: ShapeRule.Check) -> String? {
  switch check {
  case .count: "InstanceCount with InstanceType"
  case .instances: "the lists of instance types for a model that is in no group"
  case .managed: "AppManaged with FeatureStoreOutput"
  case .memory: "MemorySizeInMB in steps of 1024"
  case .model: "ModelName for checks of models"
  case .path: "LocalPath unless AppManaged is true"
  case .resources: "AlgorithmSpecification and ResourceConfig unless there is ServerlessJobConfig"
  case .spot: "StoppingCondition.MaxWaitTimeInSeconds with EnableManagedSpotTraining only"
  case .type: "Type with Name"
  case .variant: "InitialInstanceCount or ManagedInstanceScaling with InstanceType"
  default: nil
  }
}

extension SchemaType {
  /// Creates a type of which no more than the name is known.
  fileprivate init(name: String) {
    self.init(name: name, values: [], least: nil, most: nil, pattern: nil, unit: "")
  }
}
