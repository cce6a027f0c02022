extension SchemaPage {
  /// The page as text for people.
  public var text: String {
    var lines = ["\(path): \(type.summary)"]
    if !type.values.isEmpty { lines += [""] + type.values.map { "  \($0)" } }
    if let pattern = type.pattern { lines.append("  pattern: \(pattern)") }
    if !members.isEmpty {
      lines.append(contentsOf: fields.isEmpty ? [""] : ["", "arguments:"])
      lines += Self.table(members)
    }
    if !fields.isEmpty { lines += ["", "beside the arguments:"] + Self.table(fields) }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns `entries` as lines in columns.
  private static func table(_ entries: [SchemaEntry]) -> [String] {
    let width = entries.map(\.name.utf8.count).max() ?? 0
    let isNoneRequired = !entries.contains(where: \.isRequired)
    return entries.map { entry in
      let space = String(repeating: " ", count: width - entry.name.utf8.count)
      let mark = entry.isRequired ? "required  " : isNoneRequired ? "" : "          "
      let note = entry.note.map { " (\($0))" } ?? ""
      return "  \(entry.name)\(space)  \(mark)\(entry.type.summary)\(note)"
    }
  }

  /// The page as one JSON object.
  public var json: String {
    var parts = ["\"path\":\(Self.quoted(path))"] + Self.members(of: type)
    parts.append("\"members\":[\(members.map(Self.object).joined(separator: ","))]")
    parts.append("\"fields\":[\(fields.map(Self.object).joined(separator: ","))]")
    parts.append("\"notes\":[\(notes.map(Self.quoted).joined(separator: ","))]")
    return "{\(parts.joined(separator: ","))}\n"
  }

  /// Returns `entry` as an object.
  private static func object(_ entry: SchemaEntry) -> String {
    let parts =
      ["\"name\":\(quoted(entry.name))", "\"required\":\(entry.isRequired)"]
      + members(of: entry.type) + ["\"note\":\(entry.note.map(quoted) ?? "null")"]
    return "{\(parts.joined(separator: ","))}"
  }

  /// Returns the members that say what `type` is.
  private static func members(of type: SchemaType) -> [String] {
    [
      "\"type\":\(quoted(type.name))",
      "\"values\":[\(type.values.map(quoted).joined(separator: ","))]",
      "\"least\":\(type.least.map { "\($0)" } ?? "null")",
      "\"most\":\(type.most.map { "\($0)" } ?? "null")",
      "\"pattern\":\(type.pattern.map(quoted) ?? "null")",
    ]
  }

  /// Returns `text` as a JSON string.
  private static func quoted(_ text: String) -> String {
    var writer = ByteWriter()
    writer.writeQuoted(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
