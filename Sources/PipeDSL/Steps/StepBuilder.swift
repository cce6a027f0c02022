/// A part of the body of a pipeline, a branch or a loop.
public struct PipelineElement: Sendable {
  /// The kinds of parts.
  enum Form: Sendable {
    /// A step.
    case step(StepNode)
    /// The rule by which the results of a loop are selected.
    case select(Select)
    /// Something that has to hold at build time.
    case assertion(Assert)
    /// What a run has to do.
    case test(PipelineTest)
  }

  /// What the part is.
  let form: Form
}

/// What bodies of pipelines, branches and loops are made with.
///
/// `let`, `if`, `for` and `switch` are Swift's own, at build time. A function that returns
/// `[PipelineElement]`, marked `@StepBuilder`, is a group of steps.
@resultBuilder
public enum StepBuilder {
  /// Returns `step` as a part.
  public static func buildExpression(_ step: some Step) -> [PipelineElement] {
    [PipelineElement(form: .step(step.node))]
  }

  /// Returns `rule` as a part.
  public static func buildExpression(_ rule: Select) -> [PipelineElement] {
    [PipelineElement(form: .select(rule))]
  }

  /// Returns `assertion` as a part.
  public static func buildExpression(_ assertion: Assert) -> [PipelineElement] {
    [PipelineElement(form: .assertion(assertion))]
  }

  /// Returns `test` as a part.
  public static func buildExpression(_ test: PipelineTest) -> [PipelineElement] {
    [PipelineElement(form: .test(test))]
  }

  /// Returns the parts of a group.
  public static func buildExpression(_ group: [PipelineElement]) -> [PipelineElement] { group }

  /// Returns `steps` as parts.
  public static func buildExpression(_ steps: [some Step]) -> [PipelineElement] {
    steps.map { PipelineElement(form: .step($0.node)) }
  }

  /// Says that a value is no step.
  @available(
    *, unavailable,
    message: "a value does nothing by itself: give it to a step, or ask about it in a Condition"
  )
  public static func buildExpression<Content>(_ value: Value<Content>) -> [PipelineElement] { [] }

  /// Says that a question is no step.
  @available(
    *, unavailable,
    message: "a question does nothing by itself: ask it with Condition(\"Name\", if: …) { … }"
  )
  public static func buildExpression(_ question: Question) -> [PipelineElement] { [] }

  /// Says that something else is no step.
  @available(
    *, unavailable,
    message: "only steps, groups of them, Select, Assert and tests stand in the body of a pipeline"
  )
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [PipelineElement] { [] }

  /// Returns the parts of a block.
  public static func buildBlock(_ parts: [PipelineElement]...) -> [PipelineElement] {
    parts.flatMap(\.self)
  }

  /// Returns the parts of an `if` without `else`.
  public static func buildOptional(_ parts: [PipelineElement]?) -> [PipelineElement] {
    parts ?? []
  }

  /// Returns the parts of a first alternative.
  public static func buildEither(first parts: [PipelineElement]) -> [PipelineElement] { parts }

  /// Returns the parts of another alternative.
  public static func buildEither(second parts: [PipelineElement]) -> [PipelineElement] { parts }

  /// Returns the parts of a `for`.
  public static func buildArray(_ parts: [[PipelineElement]]) -> [PipelineElement] {
    parts.flatMap(\.self)
  }

  /// Returns the parts of an `if #available`.
  public static func buildLimitedAvailability(_ parts: [PipelineElement]) -> [PipelineElement] {
    parts
  }
}
