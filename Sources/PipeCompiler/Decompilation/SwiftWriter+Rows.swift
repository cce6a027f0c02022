// The short forms of what jobs read and write.

/// A short form of an entry of a list.
enum SwiftRow {
  /// What a job reads.
  case input
  /// What a job writes.
  case output
  /// Data that a training job reads.
  case channel
  /// A file that the service reads.
  case report

  /// Returns the short forms in steps of `kind`, by the member that they stand for.
  static func forms(in kind: StepKind) -> [(key: String, form: SwiftRow)] {
    switch kind {
    case .processing:
      [
        ("ProcessingInputs", .input), ("ProcessingOutputConfig", .output),
        ("PropertyFiles", .report),
      ]
    case .qualityCheck, .clarifyCheck:
      [("ProcessingInputs", .input), ("ProcessingOutputConfig", .output)]
    case .training: [("InputDataConfig", .channel)]
    default: []
    }
  }
}

extension SwiftWriter {
  /// Returns the calls of the short form `form` for all of `value`; `nil` if they would say something else.
  mutating func rows(_ form: SwiftRow, of value: Index<Value>) -> [SwiftNode]? {
    var list = value
    if form == .output {
      guard let fields = document.fields(value), fields.count == 1, let outputs = fields["Outputs"]
      else { return nil }
      list = outputs
    }
    guard let entries = document.list(list), !entries.isEmpty else { return nil }
    var calls: [SwiftNode] = []
    for entry in entries {
      guard let fields = document.fields(entry), let call = row(form, fields) else { return nil }
      calls.append(call)
    }
    return calls
  }

  /// Returns the call for an entry of a list that has `fields`.
  private mutating func row(_ form: SwiftRow, _ fields: [String: Index<Value>]) -> SwiftNode? {
    switch form {
    case .input: input(fields)
    case .output: output(fields)
    case .channel: channel(fields)
    case .report: report(fields)
    }
  }

  /// Returns `true` iff `fields` are those called `names`, and no others.
  private func hold(_ fields: [String: Index<Value>], _ names: String...) -> Bool {
    fields.count == names.count && names.allSatisfy { fields[$0] != nil }
  }

  /// Returns `true` iff `fields` has the texts `texts`.
  private func say(_ fields: [String: Index<Value>], _ texts: [String: String]) -> Bool {
    texts.allSatisfy { document.isText(fields[$0.key], $0.value) }
  }

  /// Returns the name `value` as the first argument of a call.
  private func label(_ value: Index<Value>?) -> SwiftNode? {
    document.text(value).map { .text(SwiftNames.quoted($0)) }
  }

  /// Returns the call for an entry of `ProcessingInputs`.
  private mutating func input(_ fields: [String: Index<Value>]) -> SwiftNode? {
    guard hold(fields, "InputName", "AppManaged", "S3Input"), let managed = fields["AppManaged"],
      document.graph.values[managed] == .boolean(false), let name = label(fields["InputName"]),
      let s3 = document.fields(fields["S3Input"]),
      hold(
        s3, "S3Uri", "LocalPath", "S3DataType", "S3InputMode", "S3DataDistributionType",
        "S3CompressionType"),
      say(
        s3,
        [
          "S3DataType": "S3Prefix", "S3InputMode": "File",
          "S3DataDistributionType": "FullyReplicated", "S3CompressionType": "None",
        ]), let uri = s3["S3Uri"].flatMap({ value($0, of: "String") }),
      let path = s3["LocalPath"].flatMap({ value($0, of: "String") })
    else { return nil }
    return .group(".input(", [name, .prefixed("from: ", uri), .prefixed("at: ", path)], ")")
  }

  /// Returns the call for an entry of `ProcessingOutputConfig.Outputs`.
  private mutating func output(_ fields: [String: Index<Value>]) -> SwiftNode? {
    guard hold(fields, "OutputName", "AppManaged", "S3Output"), let managed = fields["AppManaged"],
      document.graph.values[managed] == .boolean(false), let name = label(fields["OutputName"]),
      let s3 = document.fields(fields["S3Output"]), hold(s3, "S3Uri", "LocalPath", "S3UploadMode"),
      say(s3, ["S3UploadMode": "EndOfJob"]),
      let uri = s3["S3Uri"].flatMap({ value($0, of: "String") }),
      let path = s3["LocalPath"].flatMap({ value($0, of: "String") })
    else { return nil }
    return .group(".output(", [name, .prefixed("at: ", path), .prefixed("to: ", uri)], ")")
  }

  /// Returns the call for an entry of `InputDataConfig`.
  private mutating func channel(_ fields: [String: Index<Value>]) -> SwiftNode? {
    let type = fields["ContentType"]
    guard fields.count == (type == nil ? 2 : 3), let name = label(fields["ChannelName"]),
      let source = document.fields(fields["DataSource"]), hold(source, "S3DataSource"),
      let s3 = document.fields(source["S3DataSource"]),
      hold(s3, "S3DataType", "S3Uri", "S3DataDistributionType"),
      say(s3, ["S3DataType": "S3Prefix", "S3DataDistributionType": "FullyReplicated"]),
      let uri = s3["S3Uri"].flatMap({ value($0, of: "String") })
    else { return nil }
    var parts = [name, .prefixed("from: ", uri)]
    if let type {
      guard let text = value(type, of: "String") else { return nil }
      parts.append(.prefixed("as: ", text))
    }
    return .group(".channel(", parts, ")")
  }

  /// Returns the call for an entry of `PropertyFiles`.
  private mutating func report(_ fields: [String: Index<Value>]) -> SwiftNode? {
    guard hold(fields, "PropertyFileName", "OutputName", "FilePath"),
      let name = label(fields["PropertyFileName"]), let file = label(fields["FilePath"]),
      let output = label(fields["OutputName"])
    else { return nil }
    return .group(".report(", [name, .prefixed("file: ", file), .prefixed("in: ", output)], ")")
  }
}
