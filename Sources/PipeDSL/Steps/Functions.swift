import PipeCompiler

/// A step that calls an AWS Lambda function.
///
/// Source: SageMaker Python SDK 2.257.7, `lambda_step.py`.
public struct Lambda: Step, Awaitable, Returning {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name`, 1 to 64 letters, digits, `-` and `_`.
  ///
  /// - Parameters:
  ///   - name: The name in the definition, once in a pipeline.
  ///   - functionArn: The ARN of the function.
  ///   - arguments: What the function is sent: names and single values.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  public init(
    _ name: String, functionArn: Value<String>, arguments: Map<Literal> = [:],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    let place = Place(file, line, column)
    var fields = Members(at: place)
    fields.add("FunctionArn", functionArn)
    node = StepNode(
      .lambda, name, arguments: Members(arguments, at: place), fields: fields, at: place)
  }
}

/// A step that puts a message into a queue of Amazon SQS and waits for an answer.
///
/// Source: SageMaker Python SDK 2.257.7, `callback_step.py`.
public struct Callback: Step, Awaitable, Returning {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name`, 1 to 64 letters, digits, `-` and `_`.
  ///
  /// - Parameters:
  ///   - name: The name in the definition, once in a pipeline.
  ///   - sqsQueueUrl: The URL of the queue.
  ///   - arguments: What the message holds: names and single values.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  public init(
    _ name: String, sqsQueueUrl: Value<String>, arguments: Map<Literal> = [:],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    let place = Place(file, line, column)
    var fields = Members(at: place)
    fields.add("SqsQueueUrl", sqsQueueUrl)
    node = StepNode(
      .callback, name, arguments: Members(arguments, at: place), fields: fields, at: place)
  }
}

/// A step of a type that this library does not know; none of its members is checked.
public struct RawStep: Step, Awaitable {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name` of the type that the service calls `type`, with `fields` beside its
  /// arguments.
  public init(
    _ name: String, type: String, arguments: Map<Literal> = [:], fields: Map<Literal> = [:],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    let place = Place(file, line, column)
    var content = StepContent(
      name: name, kind: .other, place: place, arguments: Members(arguments, at: place),
      fields: Members(fields, at: place))
    content.typeName = type
    node = StepNode(content)
  }
}

/// A step that returns values of its author's.
public protocol Returning: Step {}

extension Returning {
  /// Returns the step as one that returns a value called `name`, of at most 1024 characters.
  public func returns<Content: ValueContent>(
    _ name: String, as type: Content.Type = String.self,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let place = Place(file, line, column)
    var entry = Members(at: place)
    entry.add("OutputName", Value<String>(name))
    entry.add("OutputType", Value<String>(Content.contentType.scalarType.rawValue))
    return with { content in
      content.returned.append((name, Content.contentType))
      content.fields.append(Expression(.object(entry)), to: "OutputParameters", at: place)
    }
  }

  /// Returns what the step returns under `name`.
  public func returned<Content: ValueContent>(
    _ name: String, as type: Content.Type = String.self
  ) -> Value<Content> {
    Value(at: node.path.member("OutputParameters").appending(.key(name)))
  }
}

extension Members {
  /// Creates the object of `map`.
  init(_ map: Map<Literal>, at place: Place) {
    self.init(at: place)
    for pair in map.pairs { add(pair.name, pair.value) }
  }
}
