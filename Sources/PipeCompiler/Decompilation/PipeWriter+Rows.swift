// The short forms of entries of lists: `input`, `output`, `channel`, `report` and `returns`.
extension PipeWriter {
  /// Lines of short forms, and what remains of the member that they stand for.
  struct Rows {
    /// The lines.
    var rows: [String]
    /// The rest of the member, if there is one.
    var rest: String?
  }

  /// Returns the short forms that stand for the member `key` of a step of `kind`, if all of it can be
  /// said so.
  mutating func rows(
    for key: String, _ value: Index<Value>, _ kind: StepKind, _ step: DocumentStep
  ) -> Rows? {
    switch key {
    case "ProcessingInputs" where Sugar.input.path(in: kind) != nil:
      return rows(value, named: "InputName") { $0.input($1) }
    case "ProcessingOutputConfig" where Sugar.output.path(in: kind) != nil:
      return inner("Outputs", of: value, under: key, named: "OutputName") { $0.output($1) }
    case "InputDataConfig" where kind == .training:
      return rows(value, named: "ChannelName") { $0.channel($1) }
    case "TrainingJobDefinition" where kind == .tuning: return definition(value, under: key)
    case "PropertyFiles" where kind == .processing:
      return rows(value, named: "PropertyFileName") { $0.report($1) }
    case "OutputParameters" where kind.hasFreeArguments: return returns(value)
    default: return nil
    }
  }

  /// Returns the lines that `row` makes of the entries of the list `value`, whose names differ.
  private mutating func rows(
    _ value: Index<Value>, named key: String,
    _ row: (inout PipeWriter, [String: Index<Value>]) -> String?
  ) -> Rows? {
    guard let entries = document.list(value), !entries.isEmpty else { return nil }
    var (lines, names): ([String], Set<String>) = ([], [])
    for entry in entries {
      guard let fields = document.fields(entry), let name = document.text(fields[key]),
        names.insert(name).inserted, let line = row(&self, fields)
      else { return nil }
      lines.append(line)
    }
    return Rows(rows: lines)
  }

  /// Returns the same for the list that is the member `tail` of the object `value`, and the rest of it.
  private mutating func inner(
    _ tail: String, of value: Index<Value>, under key: String, named name: String,
    _ row: (inout PipeWriter, [String: Index<Value>]) -> String?
  ) -> Rows? {
    guard let members = document.object(value), let list = document.member(tail, of: members),
      var result = rows(list, named: name, row)
    else { return nil }
    let rest = members.filter { document.text($0.key) != tail }
    if !rest.isEmpty { result.rest = "\(key): \(object(of: rest))" }
    return result
  }

  /// Returns the object of `members` in a request.
  private mutating func object(of members: [Member]) -> String {
    var entries: [String] = []
    for member in members {
      let text = render(member.value, in: .request, under: document.text(member.key), depth: 1)
      entries.append("\(key(member)): \(text)")
    }
    return "{ \(entries.joined(separator: ", ")) }"
  }

  /// Returns the definition of the training jobs of a Tuning step: its channels, its role and the rest.
  private mutating func definition(_ value: Index<Value>, under key: String) -> Rows? {
    guard var members = document.object(value) else { return nil }
    if let role {
      members.removeAll { document.text($0.key) == "RoleArn" && document.isText($0.value, role) }
    }
    var result = Rows(rows: [])
    if let list = document.member("InputDataConfig", of: members),
      let channels = rows(list, named: "ChannelName", { $0.channel($1) })
    {
      result = channels
      members.removeAll { document.text($0.key) == "InputDataConfig" }
    }
    result.rest = "\(key): \(members.isEmpty ? "{}" : object(of: members))"
    return result
  }

  /// Returns `true` iff `fields` are those called `names`, and no others.
  private func hold(_ fields: [String: Index<Value>], _ names: String...) -> Bool {
    fields.count == names.count && names.allSatisfy { fields[$0] != nil }
  }

  /// Returns `true` iff `value` is `false`.
  private func isFalse(_ value: Index<Value>?) -> Bool {
    value.map { document.graph.values[$0] == .boolean(false) } ?? false
  }

  /// Returns the name in `value` as a label.
  private func label(_ value: Index<Value>?) -> String {
    let name = document.text(value) ?? ""
    return WordChooser.isWord(name) ? name : "\"\(escaped(name))\""
  }

  /// Returns the line for an entry of `ProcessingInputs`.
  private mutating func input(_ fields: [String: Index<Value>]) -> String? {
    guard hold(fields, "InputName", "AppManaged", "S3Input"), isFalse(fields["AppManaged"]),
      let s3 = document.fields(fields["S3Input"]),
      hold(
        s3, "S3Uri", "LocalPath", "S3DataType", "S3InputMode", "S3DataDistributionType",
        "S3CompressionType"),
      document.isText(s3["S3DataType"], "S3Prefix"), document.isText(s3["S3InputMode"], "File"),
      document.isText(s3["S3DataDistributionType"], "FullyReplicated"),
      document.isText(s3["S3CompressionType"], "None"), let uri = s3["S3Uri"],
      let path = s3["LocalPath"]
    else { return nil }
    return "input \(label(fields["InputName"])) = \(render(uri)) at \(render(path))"
  }

  /// Returns the line for an entry of `ProcessingOutputConfig.Outputs`.
  private mutating func output(_ fields: [String: Index<Value>]) -> String? {
    guard hold(fields, "OutputName", "AppManaged", "S3Output"), isFalse(fields["AppManaged"]),
      let s3 = document.fields(fields["S3Output"]), hold(s3, "S3Uri", "LocalPath", "S3UploadMode"),
      document.isText(s3["S3UploadMode"], "EndOfJob"), let uri = s3["S3Uri"],
      let path = s3["LocalPath"]
    else { return nil }
    return "output \(label(fields["OutputName"])) at \(render(path)) to \(render(uri))"
  }

  /// Returns the line for an entry of `InputDataConfig`.
  private mutating func channel(_ fields: [String: Index<Value>]) -> String? {
    let type = fields["ContentType"]
    guard fields.count == (type == nil ? 2 : 3), let source = document.fields(fields["DataSource"]),
      hold(source, "S3DataSource"), let s3 = document.fields(source["S3DataSource"]),
      hold(s3, "S3DataType", "S3Uri", "S3DataDistributionType"),
      document.isText(s3["S3DataType"], "S3Prefix"),
      document.isText(s3["S3DataDistributionType"], "FullyReplicated"), let uri = s3["S3Uri"]
    else { return nil }
    let end = type.map { " as \(render($0))" } ?? ""
    return "channel \(label(fields["ChannelName"])) = \(render(uri))\(end)"
  }

  /// Returns the line for an entry of `PropertyFiles`.
  private mutating func report(_ fields: [String: Index<Value>]) -> String? {
    guard hold(fields, "PropertyFileName", "OutputName", "FilePath"),
      document.text(fields["OutputName"]) != nil, let path = fields["FilePath"],
      document.text(path) != nil
    else { return nil }
    return
      "report \(label(fields["PropertyFileName"])) = \(render(path)) in \(label(fields["OutputName"]))"
  }

  /// Returns the item that stands for the list `value` of `OutputParameters`.
  private func returns(_ value: Index<Value>) -> Rows? {
    guard let entries = document.list(value), !entries.isEmpty else { return nil }
    var (parts, names): ([String], Set<String>) = ([], [])
    for entry in entries {
      guard let fields = document.fields(entry), hold(fields, "OutputName", "OutputType"),
        let name = document.text(fields["OutputName"]), names.insert(name).inserted,
        let type = document.text(fields["OutputType"]), ScalarType(rawValue: type) != nil
      else { return nil }
      parts.append("\(label(fields["OutputName"])): \(type)")
    }
    return Rows(rows: ["returns { \(parts.joined(separator: ", ")) }"])
  }
}

// Policies.
extension PipeWriter {
  /// Returns what stands behind `cache:` for the configuration `value`, if there is such a thing.
  func cache(_ value: Index<Value>) -> String? {
    guard let fields = document.fields(value), let enabled = fields["Enabled"],
      document.graph.values[enabled] == .boolean(true)
    else { return nil }
    if fields.count == 1 { return "true" }
    guard fields.count == 2, let text = document.text(fields["ExpireAfter"]) else { return nil }
    return Self.length(of: text) ?? quoted(text)
  }

  /// Returns the length of time that the language spells as the ISO 8601 text `text`.
  private static func length(of text: String) -> String? {
    for (prefix, suffix, unit) in [
      ("P", "D", "d"), ("PT", "H", "h"), ("PT", "M", "m"), ("PT", "S", "s"),
    ] {
      guard text.hasPrefix(prefix), text.hasSuffix(suffix) else { continue }
      let digits = text.dropFirst(prefix.count).dropLast()
      guard let number = UInt32(digits), number > 0, String(number) == digits else { continue }
      let (seconds, isTooLong) = number.multipliedReportingOverflow(
        by: unit == "d" ? 86_400 : unit == "h" ? 3_600 : unit == "m" ? 60 : 1)
      if !isTooLong, TimeSpelling.isoDuration(seconds) == text { return "\(number)\(unit)" }
    }
    return nil
  }

  /// Returns the items that stand for the list `value` of retry policies, if all can be said so.
  func retries(_ value: Index<Value>) -> [String]? {
    guard let entries = document.list(value), !entries.isEmpty else { return nil }
    var lines: [String] = []
    for entry in entries {
      guard let line = retry(entry) else { return nil }
      lines.append(line)
    }
    return lines
  }

  /// Returns the item that stands for the retry policy `value`.
  private func retry(_ value: Index<Value>) -> String? {
    guard let fields = document.fields(value), let types = document.list(fields["ExceptionType"]),
      !types.isEmpty
    else { return nil }
    var causes: [String] = []
    for type in types {
      let text = document.text(type)
      guard let cause = RetryCause.allCases.first(where: { $0.exception == text }) else {
        return nil
      }
      causes.append(cause.rawValue)
    }
    var parts: [String] = []
    for (key, value) in fields.sorted(by: { Self.rank($0.key) < Self.rank($1.key) }) {
      if key == "ExceptionType" { continue }
      guard let part = retryPart(key, value) else { return nil }
      parts.append(part)
    }
    if fields["MaxAttempts"] != nil, fields["ExpireAfterMin"] != nil { return nil }
    return "retry \(causes.joined(separator: ", ")) { \(parts.joined(separator: ", ")) }"
  }

  /// Returns where the field `key` of a retry policy stands.
  private static func rank(_ key: String) -> String {
    switch key {
    case "MaxAttempts", "ExpireAfterMin": "1"
    case "IntervalSeconds": "2"
    case "BackoffRate": "3"
    default: key
    }
  }

  /// Returns the field `key` of a retry policy as the language spells it.
  private func retryPart(_ key: String, _ value: Index<Value>) -> String? {
    guard case .number(let lexeme) = document.graph.values[value] else { return nil }
    let text = document.text(lexeme)
    let number = document.wholeNumber(value)
    switch key {
    case "MaxAttempts": return "attempts: \(text)"
    case "IntervalSeconds":
      return "every: \(number.map { Self.duration($0) ?? ($0 > 0 ? "\($0)s" : text) } ?? text)"
    case "BackoffRate": return document.graph.isWholeNumber(lexeme) ? nil : "backoff: \(text)"
    case "ExpireAfterMin":
      let length = number.flatMap { $0 > 0 && $0 < 1_000_000 ? Self.duration($0 * 60) : nil }
      return "until: \(length ?? text)"
    default: return nil
    }
  }
}
