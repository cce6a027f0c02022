/// How the words of the API are spelled in Swift; see `Scripts/update-swift-types`, which names the types.
enum SwiftNames {
  /// The words of Swift that can't be names without further ado.
  static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// Values of enumerations that mean something else in Swift.
  private static let unspeakable: Set<String> = [
    "none", "some", "init", "self", "Type", "Protocol",
  ]

  /// What the library's steps have beside the API's words.
  static let stepMembers: Set<String> = [
    "node", "raw", "ordered", "after", "cache", "retry", "input", "output", "channel", "report",
    "returns", "outputs", "model", "best", "completed", "failed", "stopped", "finished",
    "displayed", "described", "allowing",
  ]

  /// Returns `name`, a word of the API: the capitals that it begins with become small, but for the last one
  /// of several before a small letter.
  static func lowered(_ name: String) -> String {
    let capitals = name.prefix { $0.isASCII && $0.isUppercase }
    var count = capitals.count
    if count > 1, name.dropFirst(count).first.map({ $0.isASCII && $0.isLowercase }) ?? false {
      count -= 1
    }
    return name.prefix(count).lowercased() + name.dropFirst(count)
  }

  /// Returns `name` as it is mentioned.
  static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// Returns what `text`, a value of an enumeration, is called, if it can be called something.
  static func value(_ text: String) -> String? {
    let parts = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    var words: [String] = []
    for part in parts {
      let letters = part.filter(\.isLetter)
      let isLoud = !letters.isEmpty && letters.allSatisfy(\.isUppercase)
      words.append(
        isLoud && (letters.count > 1 || parts.count > 1) ? part.lowercased() : String(part))
    }
    guard let first = words.first else { return nil }
    var name = lowered(first)
    for word in words.dropFirst() { name += word.prefix(1).uppercased() + word.dropFirst() }
    if name.first?.isNumber ?? false { name = "_" + name }
    return unspeakable.contains(name) ? nil : name
  }

  /// Returns what the type of the structure or enumeration `shape` is called.
  static func type(_ shape: String) -> String {
    guard let dot = shape.firstIndex(of: ".") else {
      guard shape.hasPrefix("Create") else { return shape }
      for end in ["Request", "Input"] where shape.hasSuffix(end) {
        return String(shape.dropLast(end.count))
      }
      return shape
    }
    let name = String(shape[shape.index(after: dot)...])
    switch shape[..<dot] {
    case "emr": return "EMR" + name
    case "emr-serverless": return "EMRServerless" + name
    case "bedrock": return "Bedrock" + name
    default: return name
    }
  }

  /// Returns a name for what is called `name` elsewhere, as a variable is called.
  static func variable(_ name: String) -> String {
    let parts = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    var result = ""
    for part in parts {
      let isLoud = part.allSatisfy { $0.isUppercase || $0.isNumber }
      let word = isLoud ? part.lowercased() : result.isEmpty ? lowered(String(part)) : String(part)
      result += result.isEmpty ? word : word.prefix(1).uppercased() + word.dropFirst()
    }
    if result.first?.isNumber ?? true {
      result = "step" + result.prefix(1).uppercased() + result.dropFirst()
    }
    return result
  }

  /// Returns `text` between quotes.
  static func quoted(_ text: String) -> String { "\"\(escapedText(text))\"" }

  /// Returns `text` as it stands between quotes.
  static func escapedText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.isTreacherous {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

/// A member of a structure, as the library's initializers take it.
struct SwiftMember {
  /// The name, as definitions have it.
  let name: String
  /// The shape of its values.
  let shape: Shape
  /// `true` iff it has to be given.
  let isRequired: Bool

  /// Returns the members of `shapes` in the order in which one initializer takes them: the required ones
  /// first.
  static func all(of shapes: [Shape]) -> [SwiftMember] {
    var members: [SwiftMember] = []
    for shape in shapes { members += self.members(of: shape) }
    return members.filter(\.isRequired) + members.filter { !$0.isRequired }
  }

  /// Returns the members of `shape`, in the API's order.
  private static func members(of shape: Shape) -> [SwiftMember] {
    var (optional, refused, allowed): (Set<String>, Set<String>, [ShapeMember]) = ([], [], [])
    for rule in ShapeRules.about(shape.name) {
      switch rule.kind {
      case .needless, .role: optional.formUnion(rule.memberNames)
      case .refused: refused.formUnion(rule.memberNames)
      case .allowed: allowed += rule.members.words.map { ShapeMember(word: $0) }
      default: continue
      }
    }
    var members: [SwiftMember] = []
    for member in Array(shape.members) + allowed {
      let name = member.name.string
      guard !refused.contains(name), let inner = StepShapes.model.shape(named: member.shape) else {
        continue
      }
      let isRequired = member.isRequired && !optional.contains(name)
      members.append(SwiftMember(name: name, shape: inner, isRequired: isRequired))
    }
    return members
  }
}

extension Shape {
  /// The Swift type of what a single value of this shape holds.
  var swiftContent: String {
    switch kind {
    case .enumeration: SwiftNames.type(name.string)
    case .integer, .long: "Int"
    case .float, .double: "Double"
    case .boolean: "Bool"
    default: "String"
    }
  }
}
