import PipeCompiler

/// A step that asks a question in the run and goes on with one of two blocks.
///
/// Source: SageMaker Python SDK 2.257.7, `condition_step.py`.
public struct Condition: Step, Awaitable {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name`, 1 to 64 letters, digits, `-` and `_`.
  ///
  /// - Parameters:
  ///   - name: The name in the definition, once in a pipeline.
  ///   - question: A comparison of values, several of them, or a value that is a Boolean.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  ///   - then: The steps that run if the answer is yes.
  ///   - otherwise: The steps that run if the answer is no.
  public init(
    _ name: String, if question: some Askable,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder then: () -> [PipelineElement],
    @StepBuilder else otherwise: () -> [PipelineElement] = { [] }
  ) {
    let place = Place(file, line, column)
    var content = StepContent(
      name: name, kind: .condition, place: place, arguments: Members(at: place))
    content.body = .condition(
      question.question, then: Nesting.inBlock(then), otherwise: Nesting.inBlock(otherwise))
    node = StepNode(content)
  }

  /// Says that this needs no step.
  @available(
    *, unavailable,
    message: "Swift knows the answer already: write `if` in the body of the pipeline"
  )
  public init(
    _ name: String, if answer: Bool,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder then: () -> [PipelineElement],
    @StepBuilder else otherwise: () -> [PipelineElement] = { [] }
  ) {
    node = StepNode(.condition, name, arguments: Members(at: nil), at: Place(file, line, column))
  }

  /// Says that a value is no question.
  @available(
    *, unavailable,
    message: "this is no question: compare it, as in Condition(\"Name\", if: a > b) { … }"
  )
  public init<Content: OrderedContent>(
    _ name: String, if value: Value<Content>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder then: () -> [PipelineElement],
    @StepBuilder else otherwise: () -> [PipelineElement] = { [] }
  ) {
    node = StepNode(.condition, name, arguments: Members(at: nil), at: Place(file, line, column))
  }

  /// Whether the answer was yes.
  public var outcome: Value<Bool> { Value(at: node.path.member("Outcome")) }
}

/// A step whose block runs once for each of some items, in a run.
///
/// Source: SageMaker Python SDK 3.27, `foreach_step.py`.
public struct ForEach: Step, Awaitable {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name` over 1 to 100 values; the block is given the current one.
  ///
  /// - Parameters:
  ///   - name: The name in the definition, once in a pipeline.
  ///   - items: The values.
  ///   - limit: How many of them are worked on at once, 1 to 50.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  ///   - body: The steps that run for each value.
  public init<Content>(
    _ name: String, in items: [Value<Content>], max limit: Value<Int> = 1,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder body: (Value<Content>) -> [PipelineElement]
  ) {
    let item = Value<Content>(at: PropertyPath(root: .item))
    self.init(
      name, items.expression, limit, Place(file, line, column), Nesting.inBlock { body(item) })
  }

  /// Creates the step called `name` over 1 to 100 objects; the block is given the current one.
  public init(
    _ name: String, inObjects items: [Map<Literal>], max limit: Value<Int> = 1,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder body: (AnyProperty) -> [PipelineElement]
  ) {
    let item = AnyProperty(at: PropertyPath(root: .item))
    self.init(
      name, items.expression, limit, Place(file, line, column), Nesting.inBlock { body(item) })
  }

  /// Creates the step called `name` over the items of a list in JSON that only a run knows; the block is
  /// given the current item.
  public init(
    _ name: String, inJSON items: Value<String>, max limit: Value<Int> = 1,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column,
    @StepBuilder body: (AnyProperty) -> [PipelineElement]
  ) {
    let item = AnyProperty(at: PropertyPath(root: .item))
    self.init(
      name, items.expression, limit, Place(file, line, column), Nesting.inBlock { body(item) })
  }

  /// Creates the step that runs `body` for each of `items`.
  private init(
    _ name: String, _ items: Expression, _ limit: Value<Int>, _ place: Place,
    _ body: [PipelineElement]
  ) {
    var content = StepContent(
      name: name, kind: .forEach, place: place, arguments: Members(at: place))
    content.body = .loop(items: items, atOnce: limit.expression, body: body)
    node = StepNode(content)
  }

  /// What the steps of the block gave, for each item in turn, by the definition's names:
  /// `loop.iterationOutputs[0].Train.ModelArtifacts`.
  public var iterationOutputs: AnyProperty { AnyProperty(at: node.path.member("IterationOutputs")) }

  /// How the step has ended.
  public var status: Value<String> { Value(at: node.path.member("Status")) }

  /// How many items there were.
  public var inputItemCount: Value<Int> { Value(at: node.path.member("InputItemCount")) }

  /// How many steps the items made.
  public var totalStepCount: Value<Int> { Value(at: node.path.member("TotalStepCount")) }

  /// How many of those steps have succeeded.
  public var succeededStepCount: Value<Int> { Value(at: node.path.member("SucceededStepCount")) }

  /// How many of those steps have failed.
  public var failedStepCount: Value<Int> { Value(at: node.path.member("FailedStepCount")) }

  /// How many of those steps were stopped.
  public var stoppedStepCount: Value<Int> { Value(at: node.path.member("StoppedStepCount")) }

  /// What the steps of the block gave for the item that was selected: `loop.selected.Train.ModelArtifacts`.
  public var selected: AnyProperty { AnyProperty(at: node.path.member("Selected")) }
}

/// The rule, in the block of a ``ForEach``, by which the results for one item are selected.
public struct Select: Sendable {
  /// `true` to take the largest value.
  let takesLargest: Bool
  /// What is compared.
  let field: Expression
  /// Where the rule is written.
  let place: Place

  /// Returns the rule that the item with the largest `value` is selected, a property of a step of the
  /// block.
  public static func largest<Content: NumberContent>(
    _ value: Value<Content>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Select {
    Select(takesLargest: true, field: value.expression, place: Place(file, line, column))
  }

  /// Returns the rule that the item with the smallest `value` is selected, a property of a step of the
  /// block.
  public static func smallest<Content: NumberContent>(
    _ value: Value<Content>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Select {
    Select(takesLargest: false, field: value.expression, place: Place(file, line, column))
  }
}

/// A step that ends the run as failed.
///
/// Source: SageMaker Python SDK 2.257.7, `fail_step.py`.
@dynamicMemberLookup
public struct Fail: Step {
  /// The step as the pipeline holds it.
  public var node: StepNode

  /// Creates the step called `name`, which gives `message`, of at most 3072 characters, as the reason.
  public init(
    _ name: String, _ message: Value<String>,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    let place = Place(file, line, column)
    var members = Members(at: place)
    members.add("ErrorMessage", message)
    node = StepNode(.fail, name, arguments: members, at: place)
  }

  /// Says that there is nothing to read.
  @available(*, unavailable, message: "nothing can be read from a Fail step: it ends the run")
  public subscript(dynamicMember name: String) -> Value<String> { Value(name) }
}
