/// What an estimate says to a bound on one of its figures.
package struct BoundVerdict: Sendable {
  /// Whether the bound holds; `nil` if that is not known.
  package let holds: Bool?
  /// What the figure is, and which steps make it up.
  package let text: String
  /// What hides the figure, and what to do about it, if anything hides it that matters.
  package let obstacles: [Obstacle]

  /// Something that hides a figure.
  package struct Obstacle: Sendable {
    /// What is not known.
    package let text: String
    /// How to change the pipeline so that it is, if that helps.
    package let change: String?
    /// What a test may give instead, if it can.
    package let given: String?
  }
}

extension PipelineLoads {
  /// Returns what is said to `bound`.
  ///
  /// Of a figure that is hidden in part it is known that it is not less than the other part. That no step asks
  /// for a type of instance may be said, but is no reason for any other bound to hold.
  func verdict(on bound: Bound) -> BoundVerdict {
    let tally = tally(of: bound.figure)
    if let type = bound.figure.type.map({ graph.text($0) }), bound.number != 0,
      !types.contains(type), tally.unknowns.isEmpty
    {
      let known = types.filter { $0 != JobSize.unknownType }
      let near = nearest(to: type, in: known).map { ": did you mean `\($0)`?" }
      let text = "no step asks for `\(type)`" + (near ?? ", so this can be compared with 0 only")
      return BoundVerdict(holds: nil, text: text, obstacles: [])
    }
    let holds = bound.isMet(by: tally)
    return BoundVerdict(
      holds: holds, text: text(of: bound.figure, tally),
      obstacles: holds == nil ? tally.unknowns.map { obstacle($0.unknown, of: $0.step) } : [])
  }

  /// Returns what `figure` is, which is `tally`, and what it is made of.
  private func text(of figure: Figure, _ tally: Tally) -> String {
    let name = "`\(graph.spelling(of: figure))`"
    let isOpen = !tally.unknowns.isEmpty
    if isOpen, tally.number == 0 { return "\(name) is not known" }
    let text = "\(name) is \(isOpen ? "at least " : "")\(figure.text(of: tally.number))"
    if tally.shares.isEmpty { return text }
    let largest = tally.shares.sorted { ($1.number, $0.step) < ($0.number, $1.step) }
    var parts = largest.prefix(5).map { share in
      let step = "`\(picture.steps[share.step].name)`"
      return figure == .width ? step : "\(step) \(figure.text(of: share.number))"
    }
    if largest.count > 5 { parts.append("and \(largest.count - 5) more") }
    return "\(text): \(parts.joined(separator: ", "))"
  }

  /// Returns what to say of `unknown`, which is about the step at `position`.
  private func obstacle(_ unknown: Unknown, of position: Int) -> BoundVerdict.Obstacle {
    let name = picture.steps[position].name
    func runtime(_ what: String, given: String? = nil) -> BoundVerdict.Obstacle {
      let parameter = unknown.value.flatMap { graph.parameterName(of: $0) }.map { graph.text($0) }
      return BoundVerdict.Obstacle(
        text: "\(what) is known in a run only",
        change: parameter.map { "give the parameter `\($0)` a default" },
        given: parameter.map { "`\($0)`" } ?? given ?? "what it reads")
    }
    func missing(
      _ text: String, change: String?, given: String? = nil
    ) -> BoundVerdict.Obstacle {
      BoundVerdict.Obstacle(text: text, change: change, given: given)
    }
    switch unknown.subject {
    case .limit:
      let given = "`\(name).time`"
      if unknown.value != nil { return runtime("how long `\(name)` may run", given: given) }
      let kind = graph.steps[Index(position)].kind
      let change =
        kind == .tuning ? "`TrainingJobDefinition.StoppingCondition`" : "`StoppingCondition`"
      return missing(
        "nothing limits how long `\(name)` runs",
        change: kind == .transform ? nil : "write the \(change) of `\(name)`", given: given)
    case .type: return runtime("the type of the instances of `\(name)`")
    case .count: return runtime("the number of instances of `\(name)`")
    case .instances:
      return missing(
        "nothing looks for the instances of `\(name)` where it names them",
        change: "write the `TrainingJobDefinition.ResourceConfig` of `\(name)`")
    case .jobs where unknown.value == nil:
      return missing(
        "nothing limits how many jobs `\(name)` runs",
        change: "write the `ResourceLimits.MaxNumberOfTrainingJobs` of `\(name)`")
    case .jobs: return runtime("the number of jobs of `\(name)`")
    case .jobsAtOnce: return runtime("the number of jobs that `\(name)` runs at once")
    case .tries where unknown.value == nil:
      return missing(
        "`\(name)` is tried again for a length of time, however often",
        change: "limit the `retry` of `\(name)` by `attempts` in place of `until`")
    case .tries: return runtime("how often `\(name)` is tried again")
    case .items: return runtime("the number of items for which `\(name)` runs")
    case .itemsAtOnce: return runtime("the number of items for which `\(name)` runs at once")
    }
  }
}

extension Bound {
  /// Returns whether `tally`, which may be more where something of it is not known, meets the bound; `nil` if
  /// that is not known.
  fileprivate func isMet(by tally: Tally) -> Bool? {
    let scale = if case .hours = figure { 3_600.0 } else { 1.0 }
    let (found, wanted) = (Double(tally.number), number * scale)
    let isOpen = !tally.unknowns.isEmpty
    switch comparison {
    case .lessThan: return found < wanted ? (isOpen ? nil : true) : false
    case .lessThanOrEqualTo: return found <= wanted ? (isOpen ? nil : true) : false
    case .greaterThan: return found > wanted ? true : isOpen ? nil : false
    case .greaterThanOrEqualTo: return found >= wanted ? true : isOpen ? nil : false
    case .equals: return found > wanted ? false : isOpen ? nil : found == wanted
    }
  }
}

extension Figure {
  /// Returns `number`, which the figure is, for a message.
  fileprivate func text(of number: Int) -> String {
    switch self {
    case .hours: PipelineEstimate.hours(number)
    case .time: PipelineEstimate.duration(number)
    case .peak, .width: String(number)
    }
  }
}

extension PipelineGraph {
  /// Returns how the language spells `figure`.
  fileprivate func spelling(of figure: Figure) -> String {
    let argument = figure.type.map { "\"\(text($0))\"" } ?? ""
    return switch figure {
    case .hours: "hours(\(argument))"
    case .peak: "peak(\(argument))"
    case .width: "width()"
    case .time: "time()"
    }
  }
}
