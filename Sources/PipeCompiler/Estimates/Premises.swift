/// What is known of the run that is estimated, beside what its pipeline says.
struct Premises {
  /// The positions of the steps that don't run.
  var absent: Set<Int> = []
  /// How many items the loop around a step has, by the position of the step.
  var items: [Int: Int] = [:]
  /// How many seconds a job of a step takes at most, by the name of the step.
  var times: [Symbol: Int] = [:]
  /// Returns what is given for a value that only a run knows, if anything is.
  var given: (Index<Value>) -> Index<Value>? = { _ in nil }
}

/// Something that an estimate would have to know of a step and does not.
struct Unknown: Sendable {
  /// What is not known.
  let subject: Subject
  /// The value that only a run knows, if there is one.
  let value: Index<Value>?

  /// What may not be known of a step.
  enum Subject: Hashable, Sendable {
    /// How long a job may take.
    case limit
    /// The type of the instances.
    case type
    /// How many instances a job has.
    case count
    /// Which instances a job has, since that is said where nothing looks for it.
    case instances
    /// How many jobs there are.
    case jobs
    /// How many jobs run at once.
    case jobsAtOnce
    /// How often a job is tried again.
    case tries
    /// How many items the loop around the step has.
    case items
    /// How many of these are worked on at once.
    case itemsAtOnce
  }
}

extension PipelineGraph {
  /// Returns what `value` is in a run of which `premises` are known: what is given for it, else what its
  /// parameter has by default; `nil` if it is not there, or a parameter without a value.
  func settled(_ value: Index<Value>?, under premises: Premises) -> Index<Value>? {
    guard let value = present(value) else { return nil }
    if let given = premises.given(value) { return given }
    guard let name = parameterName(of: value) else { return value }
    return present(parameters.elements.first { $0.name == name }?.defaultValue)
  }

  /// Returns the whole number that `value` is in a run of which `premises` are known, if it is one.
  func knownNumber(_ value: Index<Value>?, under premises: Premises) -> Int? {
    guard let number = number(settled(value, under: premises)), number >= 0, number < 1e12 else {
      return nil
    }
    return Int(number)
  }
}
