/// What an expression means.
enum Term {
  /// A value of the graph, known at build time or at run time.
  case value(Index<Value>)
  /// Run-time questions that must all have the answer yes.
  case conditions([Index<Condition>])
  /// A step.
  case step(Index<Step>)
  /// A step that ended in a certain way, for `after`.
  case ended(Index<Step>, Trigger)
  /// How long the jobs of a step take, for `given`.
  case time(Index<Step>)
  /// A resource of the cluster.
  case resource(Index<Resource>)
  /// A function, by its declaration.
  case function(NodeIndex)
  /// A template, by its declaration.
  case template(NodeIndex)
  /// A type, by its declaration.
  case type(NodeIndex)
  /// What a `use` made, by its number.
  case instance(Int)
  /// What uses with one name and several keys made, by their number.
  case family(Int)
  /// A step or instance that is made later; of its properties nothing is known but that they are
  /// values of a run.
  case pending
  /// One of the words whose members are run-time values.
  case namespace(Namespace)
  /// Nothing: what was written is wrong, and that has been reported.
  case poisoned
}

/// A word whose members are values that only a run knows.
enum Namespace: String, CaseIterable {
  case execution
  case pipeline
  case experiment

  /// The members: the language's word and the root it stands for.
  var members: [(word: String, variable: String)] {
    switch self {
    case .execution:
      [
        ("id", "PipelineExecutionId"), ("arn", "PipelineExecutionArn"),
        ("startTime", "StartDateTime"), ("currentTime", "CurrentDateTime"),
        ("trainingJobName", "TrainingJobName"), ("processingJobName", "ProcessingJobName"),
      ]
    case .pipeline: [("name", "PipelineName"), ("arn", "PipelineArn")]
    case .experiment: [("name", "ExperimentName"), ("trial", "TrialName")]
    }
  }
}

/// A name and what it means.
struct Binding {
  /// The name.
  let name: Symbol
  /// Where the name is declared.
  let span: SourceSpan
  /// The scope that the name belongs to.
  let scope: Int
  /// What the name means.
  var meaning: Meaning
  /// `true` iff it is a `let`, `config`, `func`, `type`, `template` or import, which are there to be
  /// used.
  let isMeantForUse: Bool
  /// `true` iff something uses the name.
  var isUsed = false

  /// Creates the binding of `name`, written at `span`, to `meaning` in `scope`.
  init(name: Symbol, span: SourceSpan, scope: Int, meaning: Meaning) {
    self.name = name
    self.span = span
    self.scope = scope
    self.meaning = meaning
    isMeantForUse =
      switch meaning {
      case .unevaluated, .imported, .term(.function), .term(.template), .term(.type): true
      default: false
      }
  }

  /// `true` iff the value is being worked out, so that it can't be what is missing in it.
  var isBeingEvaluated: Bool {
    if case .evaluating = meaning { true } else { false }
  }

  /// `true` iff what the name means is made later, or not at all.
  var isPending: Bool {
    switch meaning {
    case .pending, .pendingParameter: true
    default: false
    }
  }

  /// What a name means, as far as it is known.
  enum Meaning {
    /// A `let` or `config` that has not been evaluated.
    case unevaluated(NodeIndex)
    /// A `let` or `config` that is being evaluated.
    case evaluating
    /// What the name was found to mean.
    case term(Term)
    /// An argument of a template, which is evaluated in another scope, for one of the formals.
    case argument(NodeIndex, scope: Int, formal: NodeIndex)
    /// What the binding with this number in another file means.
    case imported(Int)
    /// A step, or what a template makes, that is not there, or not yet.
    case pending
    /// A parameter in a block that is not there, or not yet.
    case pendingParameter
  }
}
