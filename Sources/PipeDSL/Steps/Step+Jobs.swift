// The short forms of what jobs read and write.

import PipeCompiler

/// A step with the inputs and outputs of a processing job.
public protocol InputTaking: Step {}

extension InputTaking {
  /// Returns the step with one more entry of `ProcessingInputs`: what lies at the S3 URI `source` is
  /// put at `path`, an absolute path in the container.
  public func input(
    _ name: String, from source: Value<String>, at path: Value<String>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let place = Place(file, line, column)
    let s3 = ProcessingS3Input(
      s3Uri: source, s3DataType: .s3Prefix, localPath: path, s3InputMode: .file,
      s3DataDistributionType: .fullyReplicated, s3CompressionType: "None", file: file, line: line,
      column: column)
    let entry = ProcessingInput(
      inputName: Value(name), appManaged: false, s3Input: s3, file: file, line: line,
      column: column)
    return with { $0.arguments.append(entry.expression, to: "ProcessingInputs", at: place) }
  }

  /// Returns the step with one more entry of `ProcessingOutputConfig.Outputs`: what lies at `path` in
  /// the container is written to the S3 URI `destination`.
  ///
  /// Without a destination it lands in `<artifacts>/<pipeline>/<execution id>/<step>/output/<name>`, and
  /// the pipeline must have `artifacts`.
  public func output(
    _ name: String, at path: Value<String>, to destination: Value<String>? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let place = Place(file, line, column)
    let s3 = ProcessingS3Output(
      s3Uri: destination ?? Value(.destination(output: name)), s3UploadMode: .endOfJob,
      localPath: path, file: file, line: line, column: column)
    let entry = ProcessingOutput(
      outputName: Value(name), s3Output: s3, appManaged: false, file: file, line: line,
      column: column
    ).ordered("OutputName", "AppManaged")
    return with { content in
      var members = Members(at: place)
      if case .object(let given)? = content.arguments.value(of: "ProcessingOutputConfig")?.form {
        members = given
      }
      members.append(entry.expression, to: "Outputs", at: place)
      content.arguments.set("ProcessingOutputConfig", members, at: place)
    }
  }
}

/// A step with channels of training data.
public protocol ChannelTaking: Step {}

extension ChannelTaking {
  /// Returns the step with one more entry of `InputDataConfig`, in a Tuning step that of its
  /// `TrainingJobDefinition`: what lies at the S3 URI `source`, of the MIME type `type`.
  public func channel(
    _ name: String, from source: Value<String>, as type: Value<String>? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let place = Place(file, line, column)
    let s3 = S3DataSource(
      s3DataType: .s3Prefix, s3Uri: source, s3DataDistributionType: .fullyReplicated, file: file,
      line: line, column: column)
    let entry = Channel(
      channelName: Value(name),
      dataSource: DataSource(s3DataSource: s3, file: file, line: line, column: column),
      contentType: type, file: file, line: line, column: column)
    return with { content in
      guard content.kind == .tuning else {
        return content.arguments.append(entry.expression, to: "InputDataConfig", at: place)
      }
      var members = Members(at: place)
      if case .object(let given)? = content.arguments.value(of: "TrainingJobDefinition")?.form {
        members = given
      }
      members.append(entry.expression, to: "InputDataConfig", at: place)
      content.arguments.set("TrainingJobDefinition", members, at: place)
    }
  }
}

/// A step that can declare reports: JSON files in its outputs, which the service reads.
public protocol Reporting: Step {}

extension Reporting {
  /// Returns the step with one more entry of `PropertyFiles`: the JSON file at the path `file` in the
  /// output called `output`.
  public func report(
    _ name: String, file path: Value<String>, in output: String,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let place = Place(file, line, column)
    let entry = PropertyFile(
      propertyFileName: Value(name), outputName: Value(output), filePath: path, file: file,
      line: line, column: column)
    return with { $0.fields.append(entry.expression, to: "PropertyFiles", at: place) }
  }

  /// Returns the value at `path`, such as `metrics.accuracy` or `classes[0]['f1 score']`, in the report
  /// called `name`.
  ///
  /// What stands there nobody knows before the run, so the type is the one that is asked for.
  public func report<Content>(_ name: String, at path: String) -> Value<Content> {
    Value(.report(node, name: name, path: path))
  }

  /// Returns the value of the type `type` at `path` in the report called `name`.
  public func report<Content>(
    _ name: String, at path: String, as type: Content.Type
  ) -> Value<Content> {
    Value(.report(node, name: name, path: path))
  }
}

extension Processing {
  /// The S3 URIs of the outputs, by their names: `prep.outputs.train`.
  public var outputs: Outputs { Outputs(node: node) }
}

/// The S3 URIs of the outputs of a Processing step.
@dynamicMemberLookup
public struct Outputs: Sendable {
  /// The step.
  let node: StepNode

  /// The S3 URI of the output called `name`.
  public subscript(name: String) -> Value<String> {
    Value(
      at: node.path.member("ProcessingOutputConfig").member("Outputs").appending(.key(name))
        .member("S3Output").member("S3Uri"))
  }

  /// The S3 URI of the output called `name`.
  public subscript(dynamicMember name: String) -> Value<String> { self[name] }
}

extension Training {
  /// The S3 URI of the model that the job writes: `modelArtifacts.s3ModelArtifacts`.
  public var model: Value<String> { modelArtifacts.s3ModelArtifacts }
}

extension Tuning {
  /// Returns the S3 URI of the model of the training job that is the best but `rank`, from 0 to 49.
  ///
  /// It lies below the `S3OutputPath` of the step's `TrainingJobDefinition`. Other facts about that job are
  /// in `trainingJobSummaries[rank]`.
  public func best(_ rank: Int) -> Value<String> { Value(.best(node, rank: rank)) }
}

extension Members {
  /// Makes `members` the value of the member `name`, which goes to the end if it is new.
  mutating func set(_ name: String, _ members: Members, at place: Place) {
    let value = Expression(.object(members))
    if let position = entries.firstIndex(where: { $0.name == name }) {
      entries[position].value = value
    } else {
      entries.append(Entry(name: name, value: value, place: place))
    }
  }
}
