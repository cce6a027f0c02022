/// What two pipelines have not in common.
package struct PipelineDifference: Sendable {
  /// What the pipeline is called, if that is known.
  package let name: String?
  /// What is different, the header first, then parameters, then steps.
  package internal(set) var changes: [Change] = []
  /// `true` iff the same things stand in another order.
  package internal(set) var isReordered = false
  /// What happens to cached steps in the next run, if that was asked for.
  package var forecasts: [CacheForecast] = []

  /// Creates the difference of pipelines called `name`, which is none so far.
  init(name: String?) { self.name = name }

  /// Something that is different.
  package struct Change: Hashable, Sendable {
    /// What it is about.
    package let part: Part
    /// What happened to it.
    package let action: Action
    /// The parameter or the step that it is about, by its new name; empty if it is the pipeline.
    package let subject: String
    /// The way to what is different, or the name of the other step of an edge.
    package var path = ""
    /// What was there.
    package var old: String?
    /// What is there now.
    package var new: String?
    /// What follows, or how it was found out.
    package var note: String?
    /// `true` iff who starts the pipeline as before fails, or gives what nothing reads.
    package var breaksCallers = false
  }

  /// What a change is about.
  package enum Part: String, Sendable {
    case pipeline, header, parameter, step, argument, condition, edge, resource
  }

  /// What happened to a part.
  package enum Action: String, Sendable {
    case added, removed, changed, renamed, moved
  }
}

/// How much two sources differ.
package enum DifferenceVerdict: String, Sendable {
  /// They are the same bytes.
  case equal
  /// They say the same.
  case format
  /// They say the same in another order.
  case order
  /// They say different things.
  case different
}
