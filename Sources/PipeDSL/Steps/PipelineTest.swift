/// What a run of the pipeline has to do, when some of what it finds is given, in the body of one: the command
/// `test` plays it.
///
/// ```swift
/// PipelineTest(
///   "a bad model is not registered", given: [mse.given(9.5)],
///   expect: [.not(.runs(register)), .runFails])
/// ```
public struct PipelineTest: Sendable {
  /// Something that a test assumes of the run.
  public struct Given: Sendable {
    /// The kinds of assumptions.
    enum Form: Sendable {
      /// What the first one reads is the second one.
      case value(Expression, is: Expression)
      /// The step ends so.
      case ending(Ending)
      /// A job of the step takes so long at most.
      case time(StepNode, TimeSpan)
    }

    /// What is assumed.
    let form: Form
    /// Where it is written.
    let place: Place

    /// Returns the assumption that `step` fails.
    public static func fails(
      _ step: some Step & Awaitable,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Given {
      Given(form: .ending(step.failed), place: Place(file, line, column))
    }

    /// Returns the assumption that `step` is stopped.
    public static func stops(
      _ step: some Step & Awaitable,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Given {
      Given(form: .ending(step.stopped), place: Place(file, line, column))
    }

    /// Returns the assumption that a job of `step` takes `time` at most, whatever its limit is.
    public static func takes(
      _ step: some Step, atMost time: TimeSpan,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Given {
      Given(form: .time(step.node, time), place: Place(file, line, column))
    }
  }

  /// Something that a test wants of the run.
  public struct Claim: Sendable {
    /// The kinds of claims.
    enum Form: Sendable {
      /// The step starts.
      case runs(StepNode)
      /// The step, or without one the run, ends well.
      case succeeds(StepNode?)
      /// The step, or without one the run, fails.
      case fails(StepNode?)
      /// The answer is yes.
      case holds(Question)
      /// The run takes at most that.
      case takes(Bound)
    }

    /// What is claimed.
    let form: Form
    /// `true` iff the opposite is wanted.
    var isNegated = false
    /// Where it is written.
    let place: Place

    /// Returns the claim that `step` starts.
    public static func runs(
      _ step: some Step,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .runs(step.node), place: Place(file, line, column))
    }

    /// Returns the claim that `step` ends well.
    public static func succeeds(
      _ step: some Step,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .succeeds(step.node), place: Place(file, line, column))
    }

    /// Returns the claim that `step` fails.
    public static func fails(
      _ step: some Step,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .fails(step.node), place: Place(file, line, column))
    }

    /// Returns the claim that the run ends well.
    public static func runSucceeds(
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .succeeds(nil), place: Place(file, line, column))
    }

    /// Returns the claim that the run fails.
    public static func runFails(
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .fails(nil), place: Place(file, line, column))
    }

    /// Returns the claim that `question` has the answer yes.
    public static func holds(
      _ question: some Askable,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .holds(question.question), place: Place(file, line, column))
    }

    /// Returns the claim that the run takes at most what `bound` says; what the run is known to leave out does
    /// not count.
    public static func takes(
      _ bound: Bound,
      file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
    ) -> Claim {
      Claim(form: .takes(bound), place: Place(file, line, column))
    }

    /// Returns the opposite of `claim`.
    public static func not(_ claim: Claim) -> Claim {
      var copy = claim
      copy.isNegated.toggle()
      return copy
    }
  }

  /// What the test shows.
  let name: String
  /// What is assumed.
  let givens: [Given]
  /// What is wanted.
  let claims: [Claim]
  /// Where the test is written.
  let place: Place

  /// Creates the test called `name`.
  ///
  /// - Parameters:
  ///   - name: What the test shows, in words.
  ///   - givens: What the run finds; what is not given stays open.
  ///   - claims: What the run has to do.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  public init(
    _ name: String, given givens: [Given] = [], expect claims: [Claim],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    self.name = name
    self.givens = givens
    self.claims = claims
    place = Place(file, line, column)
  }
}

extension Value {
  /// Returns the assumption of a test that a run finds `value` here: in a parameter, a property or a report.
  public func given(
    _ value: Value,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> PipelineTest.Given {
    PipelineTest.Given(
      form: .value(expression, is: value.expression), place: Place(file, line, column))
  }
}
