/// What a run of the pipeline has to do, when some of what it finds is given.
package struct PipelineTest: Sendable {
  /// What the test shows, in words.
  package let name: Symbol
  /// The word with which the test begins.
  package let origin: Origin
  /// What is given, in source order.
  package var givens: [Given] = []
  /// What is expected, in source order.
  package var expectations: [Expectation] = []

  /// Creates the test `name`, in which nothing is given or expected.
  package init(name: Symbol, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// Something that a test assumes of the run.
  package enum Given: Hashable, Sendable {
    /// What the first value reads is the second one.
    case value(Index<Value>, is: Index<Value>)
    /// The step of this name ends so: it fails, or it is stopped.
    case ending(Symbol, Trigger)
    /// A job of the step of this name takes so many seconds at most.
    case time(Symbol, Int)
  }

  /// Something that a test wants of the run.
  package struct Expectation: Hashable, Sendable {
    /// What is wanted, unless it is negated.
    package let claim: Claim
    /// `true` iff the opposite is wanted.
    package let isNegated: Bool
    /// Where it is written.
    package let origin: Origin

    /// Creates the expectation that `claim` is true, or is not.
    package init(_ claim: Claim, isNegated: Bool, at origin: Origin) {
      self.claim = claim
      self.isNegated = isNegated
      self.origin = origin
    }
  }

  /// What can be said of a run once it is over.
  package enum Claim: Hashable, Sendable {
    /// The step of this name starts.
    case runs(Symbol)
    /// The step of this name, or without a name the run, ends well.
    case succeeds(Symbol?)
    /// The step of this name, or without a name the run, fails.
    case fails(Symbol?)
    /// These conditions hold.
    case holds([Index<Condition>])
    /// The run takes at most what this says.
    case takes(Bound)
    /// What was known at build time.
    case constant(Bool)
  }
}
