import PipeCompiler

/// A step of a pipeline, of some type.
///
/// Steps are values: what changes one returns a changed copy. Give a step a name with `let` to read from
/// it or to wait for it. A step that is only mentioned by another one is part of the pipeline too.
public protocol Step: Sendable {
  /// The step as the pipeline holds it.
  var node: StepNode { get set }
}

extension Step {
  /// Returns the step as `change` makes it.
  func with(_ change: (inout StepContent) -> Void) -> Self {
    var content = node.content
    change(&content)
    var copy = self
    copy.node = StepNode(consume content)
    return copy
  }

  /// Returns the step with one more argument, which is written as it is and not checked.
  ///
  /// This is the way to a member that AWS has added since this library was made.
  ///
  /// - Parameters:
  ///   - name: The member, as the API calls it.
  ///   - value: The value.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The changed copy.
  public func raw(
    _ name: String, _ value: Literal,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    with { content in
      let entry = Members.Entry(
        name: name, value: value.expression, place: Place(file, line, column), isRaw: true)
      if content.kind.hasFreeArguments {
        content.fields.entries.append(entry)
      } else {
        content.arguments.entries.append(entry)
      }
    }
  }

  /// Returns the step with the arguments called `names` first, in that order.
  ///
  /// To AWS the order means nothing. It lets a definition that another tool wrote stay as it is, byte
  /// for byte, so that nobody has to look for what has changed.
  public func ordered(_ names: String...) -> Self { with { $0.arguments.order(names) } }

  /// Returns the step with `text` as its `Description`, of at most 3072 characters.
  public func described(_ text: Value<String>) -> Self { with { $0.description = text } }

  /// Returns the step with `text` as its `DisplayName`, of at most 256 characters, which AWS shows in the
  /// name's place.
  public func displayed(as text: Value<String>) -> Self { with { $0.displayName = text } }

  /// Returns the step as one about which the diagnostic called `name` is not reported, for a `reason` that tells
  /// whoever reads it next why that is right.
  ///
  /// ```swift
  /// Condition("OnlyOne", if: mode == "fast") { train }
  ///   .allowing("constant-condition", because: "only one mode is ready")
  /// ```
  ///
  /// What is hidden is what begins at a call that makes the step, what it is given, or what stands in it.
  ///
  /// - Parameters:
  ///   - name: The name in the brackets of the message, such as `"unused-output"`.
  ///   - reason: Why it is right, in some words.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The changed copy.
  public func allowing(
    _ name: String, because reason: String,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    let allowance = Allowance(name: name, reason: reason, place: Place(file, line, column))
    return with { $0.allowances.append(allowance) }
  }

  /// Returns the step as one that starts once `steps` have ended: after their success, or as an ending
  /// such as `train.failed` says.
  ///
  /// A step waits for what it reads from anyway.
  public func after(_ steps: any Awaitable...) -> Self {
    with { $0.endings += steps.map(\.ending) }
  }

  /// Returns the step as one that starts once all of `steps` have ended.
  public func after(_ steps: [some Awaitable]) -> Self {
    with { $0.endings += steps.map(\.ending) }
  }

  /// Says that a name is no step.
  @available(*, unavailable, message: "wait for the step itself, which `let` gives a name")
  public func after(_ names: String...) -> Self { self }

  /// Says that nothing comes after the end.
  @available(*, unavailable, message: "nothing can wait for a Fail step: it ends the run")
  public func after(_ steps: Fail...) -> Self { self }
}

/// Something that a step can wait for: a step, which has to succeed, or a way in which it ends.
public protocol Awaitable: Sendable {
  /// How which step has to end.
  var ending: Ending { get }
}

/// How a step has to end for another one to start.
public struct Ending: Awaitable {
  /// The ways in which steps end.
  enum Way: Sendable { case completed, failed, stopped, any }

  /// The step that is waited for.
  let node: StepNode
  /// How it has to end.
  let way: Way

  /// The ending itself.
  public var ending: Ending { self }
}

extension Awaitable where Self: Step {
  /// What can be read from the step, by the service's names and whatever the type: the way to what AWS has added
  /// since this library was made.
  public var properties: AnyProperty { AnyProperty(at: node.path) }

  /// That the step has succeeded.
  public var ending: Ending { completed }

  /// That the step has succeeded.
  public var completed: Ending { Ending(node: node, way: .completed) }

  /// That the step has failed.
  public var failed: Ending { Ending(node: node, way: .failed) }

  /// That the step was stopped.
  public var stopped: Ending { Ending(node: node, way: .stopped) }

  /// That the step has ended in any way.
  public var finished: Ending { Ending(node: node, way: .any) }
}
