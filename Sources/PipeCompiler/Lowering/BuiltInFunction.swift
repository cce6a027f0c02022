/// A function of the language that works on values known at build time.
enum BuiltInFunction: String, CaseIterable {
  case join, split, replace, lower, upper, trim, startsWith, endsWith, contains
  case base64, sha256, jsonText
  case count, range, keys, values, sorted, min, max, flatten, unique

  /// What the function takes, in order.
  var formals: [String] {
    switch self {
    case .join: ["separator", "list"]
    case .split: ["text", "separator"]
    case .replace: ["text", "old", "new"]
    case .lower, .upper, .trim, .base64, .sha256: ["text"]
    case .startsWith: ["text", "start"]
    case .endsWith: ["text", "end"]
    case .contains: ["whole", "part"]
    case .jsonText, .count: ["value"]
    case .range: ["first", "end"]
    case .keys, .values: ["object"]
    case .sorted, .flatten, .unique: ["list"]
    case .min, .max: ["number"]
    }
  }

  /// How many arguments the function takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .range: 1...2
    case .min, .max: 1...100
    default: formals.count...formals.count
    }
  }
}
