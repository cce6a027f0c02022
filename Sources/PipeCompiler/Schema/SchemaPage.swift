/// What may be written in one place of a step, or read from one, as the service's model knows it.
public struct SchemaPage: Sendable {
  /// The way to the place: the type of the step, then members.
  public let path: String
  /// What stands there.
  public let type: SchemaType
  /// The members, if it is an object with named ones; else none.
  public let members: [SchemaEntry]
  /// The members that stand beside the arguments, if the place is a step; else none.
  public let fields: [SchemaEntry]
  /// More about the place, in sentences.
  public let notes: [String]
}

/// A member of an object.
public struct SchemaEntry: Sendable {
  /// The name.
  public let name: String
  /// `true` iff it has to be there.
  public let isRequired: Bool
  /// What stands there.
  public let type: SchemaType
  /// More about the member, if there is more.
  public let note: String?
}

/// What values of some kind are.
public struct SchemaType: Sendable {
  /// The name of the type: "Integer", "list of Channel".
  public let name: String
  /// The values, if it is a closed set; else none.
  public let values: [String]
  /// The least number, length or count, if there is one.
  public let least: Int?
  /// The largest number, length or count, if there is one.
  public let most: Int?
  /// The regular expression that strings match, if there is one.
  public let pattern: String?
  /// What `least` and `most` count: "characters", "entries", or nothing for numbers.
  let unit: String
}

extension SchemaType {
  /// Describes `shape`.
  init(_ shape: Shape) {
    let bounds = shape.bounds
    least = bounds.least
    most = bounds.most
    pattern = shape.pattern?.string
    values = shape.kind == .enumeration ? shape.values.map(\.string) : []
    switch shape.kind {
    case .structure: (name, unit) = ("object", "")
    case .union: (name, unit) = ("object with one member", "")
    case .list: (name, unit) = ("list of \(Self.word(for: shape.element))", "entries")
    case .map: (name, unit) = ("map of String to \(Self.word(for: shape.mapValue))", "entries")
    case .enumeration: (name, unit) = ("String", "")
    case .string, .blob, .timestamp: (name, unit) = ("String", "characters")
    case .integer, .long: (name, unit) = ("Integer", "")
    case .float, .double: (name, unit) = ("Float", "")
    case .boolean: (name, unit) = ("Boolean", "")
    case .any, .kind, .operation: (name, unit) = ("anything", "")
    }
  }

  /// Returns what values of the shape called `name` are called.
  private static func word(for name: StaticText) -> String {
    guard let shape = StepShapes.model.shape(named: name) else { return "anything" }
    switch shape.kind {
    case .structure, .union: return "objects"
    case .list: return "lists"
    default: return SchemaType(shape).name
    }
  }

  /// The type in a few words, with its bounds: "Integer, at least 1".
  public var summary: String {
    if !values.isEmpty {
      let shown = values.prefix(3).joined(separator: ", ")
      return values.count > 3 ? "one of \(values.count): \(shown), …" : "one of \(shown)"
    }
    guard least ?? 0 > 0 || most != nil else { return name }
    let range = Shape.Bounds(
      least: least ?? 0 > 0 || unit.isEmpty ? least : nil, most: most
    ).words
    return unit.isEmpty ? "\(name), \(range)" : "\(name), \(range) \(unit)"
  }
}
