/// What a run of a pipeline does, as far as it can be known without one.
package struct SimulatedRun: Sendable {
  /// The name of the pipeline.
  package let pipeline: String
  /// How many steps may run at once.
  package let parallelism: Int
  /// The values of the parameters, in source order.
  package let parameters: [RunMember]
  /// The steps, in source order, each once.
  package let steps: [StepRun]
  /// How the run ends.
  package let ending: Ending

  /// What the values are at the end that questions about the run were about.
  package var found: [ValueName: RunValue] = [:]

  /// How a run ends; the raw value is the service's word.
  package enum Ending: String, Sendable {
    case succeeded = "Succeeded"
    case failed = "Failed"
    case stopped = "Stopped"
    case completedWithFailures = "CompletedWithFailures"
    /// Not known, because a value is missing.
    case open = "Open"
  }

  /// What has to be given before it is known which steps run, each once.
  package var needs: [ValueName] {
    var needs: [ValueName] = []
    for step in steps {
      guard case .open(let names) = step.fate else { continue }
      for name in names where !needs.contains(name) { needs.append(name) }
    }
    return needs
  }
}

/// What becomes of one step in a run.
package struct StepRun: Sendable {
  /// The name; in a loop with the number of the item: `Score-2`.
  package let name: String
  /// The type, as the definition spells it.
  package let type: String
  /// What becomes of it.
  package let fate: Fate
  /// When it runs, if it does.
  package let time: Time?
  /// The arguments, with everything in them that can be known; `nil` if there are none.
  package let arguments: RunValue?
  /// The arguments that the definition does not spell out, and where they stand.
  package let resolved: [RunMember]
  /// How often the step is tried again, policy by policy.
  package let retries: [String]
  /// `true` iff the result of an earlier run may be taken instead.
  package let mayBeCached: Bool
  /// The answer, if it is a condition that was asked.
  package let outcome: Bool?
  /// What becomes of it for each item, if it stands in a loop.
  package var items: [StepRun] = []

  /// When a step runs.
  package struct Time: Hashable, Comparable, Sendable {
    /// The wave, from 1.
    package let wave: Int
    /// In a loop the wave within the loop's, from 1; else zero.
    package let inner: Int

    /// Creates the wave `wave`, and `inner` in it.
    init(_ wave: Int, inner: Int = 0) {
      self.wave = wave
      self.inner = inner
    }

    package static func < (a: Time, b: Time) -> Bool {
      (a.wave, a.inner) < (b.wave, b.inner)
    }
  }

  /// What becomes of a step.
  package enum Fate: Hashable, Sendable {
    case succeeded
    /// It ends badly, for the reason that the text gives.
    case failed(String)
    case stopped
    /// It does not start.
    case skipped(SkipReason)
    /// It is not known whether it runs, or how it ends, before these values are.
    case open([ValueName])

    /// The fate in one word.
    package var word: String {
      switch self {
      case .succeeded: "succeeded"
      case .failed: "failed"
      case .stopped: "stopped"
      case .skipped: "skipped"
      case .open: "open"
      }
    }

    /// `true` iff the step starts and is known to.
    package var runs: Bool {
      switch self {
      case .succeeded, .failed, .stopped: true
      case .skipped, .open: false
      }
    }
  }
}

/// Why a step does not start.
package enum SkipReason: Hashable, Sendable {
  /// It stands in the branch that `condition` did not take when its answer was `outcome`.
  case branch(condition: String, outcome: Bool)
  /// It waits for `step`, which did not end as it would have to.
  case trigger(step: String, wanted: String, got: String)
  /// It waits for `step`, which does not start itself.
  case waiting(step: String)
  /// The Fail step `step` ended the run before.
  case ended(step: String)
  /// The loop `step` has no items.
  case noItems(step: String)

  /// The reason in words.
  package var text: String {
    switch self {
    case .branch(let condition, let outcome):
      "`\(condition)` is \(outcome), so the other branch is taken"
    case .trigger(let step, let wanted, let got):
      "`\(step)` \(got), and it starts only if that \(wanted)"
    case .waiting(let step): "it waits for `\(step)`, which does not run"
    case .ended(let step): "the Fail step `\(step)` ended the run before it"
    case .noItems(let step): "`\(step)` has no items"
    }
  }
}
