/// A value as a simulated run has it: what JSON can say, or a text in which something is still open.
package enum RunValue: Hashable, Sendable {
  /// JSON's `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, as it is spelled.
  case number(String)
  /// A text.
  case string(String)
  /// A list.
  case list([RunValue])
  /// An object, with its members in order.
  case object([RunMember])
  /// A text with placeholders for what only a real run knows.
  case open(OpenText)

  /// What has to be given for the value to be known.
  package var needs: [ValueName] {
    if case .open(let text) = self { text.needs } else { [] }
  }

  /// `true` iff the value is no list and no object.
  var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }
}

/// A name and the value that it has in an object.
package struct RunMember: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The value.
  package let value: RunValue
}

/// A text with placeholders.
package struct OpenText: Hashable, Sendable {
  /// The text: `s3://bucket/‹Train.TrainingJobName›`.
  package let text: String
  /// What has to be given for it to be known, each once.
  package let needs: [ValueName]

  /// Creates the placeholder of what `name` calls.
  static func placeholder(_ name: ValueName) -> OpenText {
    OpenText(text: "‹\(name.spelling)›", needs: [name])
  }
}

// Spelling.
extension RunValue {
  /// The text that the value is in a `Std:Join`; a truth value is spelled in lower case, as the
  /// service does (`test_pipeline_var_behaviors.py` of the SageMaker Python SDK's integration tests).
  var joined: String {
    switch self {
    case .null: ""
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let lexeme): lexeme
    case .string(let text): text
    case .open(let open): open.text
    case .list, .object: json
    }
  }

  /// The value as JSON on one line; what is open is a text.
  package var json: String {
    var output = ByteWriter()
    write(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The value for people: JSON, but a placeholder that stands alone has no quotes.
  package var shown: String {
    if case .open(let open) = self, open.text.hasPrefix("‹"), open.text.hasSuffix("›"),
      open.needs.count == 1
    {
      return open.text
    }
    return json
  }

  /// Writes the value as JSON to `output`.
  func write(to output: inout ByteWriter) {
    switch self {
    case .null: output.write("null")
    case .boolean(let flag): output.write(flag ? "true" : "false")
    case .number(let lexeme): output.write(lexeme)
    case .string(let text): output.writeQuoted(text)
    case .open(let open): output.writeQuoted(open.text)
    case .list(let entries):
      output.write("[")
      for (position, entry) in entries.enumerated() {
        if position > 0 { output.write(",") }
        entry.write(to: &output)
      }
      output.write("]")
    case .object(let members):
      output.write("{")
      for (position, member) in members.enumerated() {
        if position > 0 { output.write(",") }
        output.writeQuoted(member.name)
        output.write(":")
        member.value.write(to: &output)
      }
      output.write("}")
    }
  }
}

// Walking.
extension RunValue {
  /// Returns what lies at `path` in the value, or `nil` if nothing does.
  ///
  /// An entry of a list is found by its position or, as the service does for some lists, by the
  /// value of a member whose name ends in `Name`.
  func value(at path: ArraySlice<String>) -> RunValue? {
    var found = self
    for part in path {
      switch found {
      case .object(let members):
        guard let member = members.last(where: { $0.name == part }) else { return nil }
        found = member.value
      case .list(let entries):
        if let position = Int(part), entries.indices.contains(position) {
          found = entries[position]
        } else if let entry = entries.first(where: { $0.isCalled(part) }) {
          found = entry
        } else {
          return nil
        }
      default: return nil
      }
    }
    return found
  }

  /// Returns `true` iff the value is an object with a member for its name, which is `name`.
  private func isCalled(_ name: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.name.hasSuffix("Name") && $0.value == .string(name) }
  }
}
