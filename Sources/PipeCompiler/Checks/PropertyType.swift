/// What is known of the type of what a reference reads.
enum PropertyType: Hashable, Sendable {
  /// A string, number or Boolean.
  case scalar(ScalarType)
  /// An object with named members.
  case structure
  /// A list.
  case list
  /// An object with any keys.
  case map
  /// Nothing.
  case unknown

  /// Creates the type of values of a shape of `kind`.
  init(_ kind: Shape.Kind) {
    switch kind {
    case .structure, .union: self = .structure
    case .list: self = .list
    case .map: self = .map
    case .enumeration, .string, .blob: self = .scalar(.string)
    case .integer, .long: self = .scalar(.integer)
    case .float, .double: self = .scalar(.float)
    case .boolean: self = .scalar(.boolean)
    // No source tells how the service compares times with other types.
    case .timestamp, .any, .kind, .operation: self = .unknown
    }
  }

  /// What values of the type are called in messages.
  var name: String {
    switch self {
    case .scalar(let type): type == .integer ? "an Integer" : "a \(type.rawValue)"
    case .structure: "an object"
    case .list: "a list"
    case .map: "a map"
    case .unknown: "a value"
    }
  }
}
