extension PipelineGraph {
  /// `true` iff everything refers to something that exists, and nothing to itself.
  ///
  /// Front ends and transforms keep this so; all that reads a graph relies on it.
  package var satisfiesInvariants: Bool {
    origins.count == values.count && segmentOrigins.count == segments.count
      && satisfiesValueInvariants && satisfiesConditionInvariants && satisfiesRegionInvariants
      && satisfiesStepInvariants && satisfiesTestInvariants
      && executions.allSatisfy { holdsParts(of: $0) }
      && resources.elements.allSatisfy { holdsParts(of: $0) }
  }

  /// Returns `true` iff the parts of `resource` exist.
  private func holdsParts(of resource: Resource) -> Bool {
    holds(resource.name) && holds(resource.awsName) && fits(resource.members, members.count)
      && members[resource.members.range].allSatisfy { holds($0.key) && holds($0.value) }
      && resource.dependencies.allSatisfy { $0.offset < resources.count }
  }

  /// Returns `true` iff the parts of `execution` exist.
  private func holdsParts(of execution: Execution) -> Bool {
    holds(execution.name)
      && execution.arguments.allSatisfy { holds($0.key) && holds($0.value) }
      && (execution.selection ?? []).allSatisfy { holds($0.name) }
      && [
        execution.displayName, execution.description, execution.parallelism, execution.source,
        execution.version,
      ].allSatisfy { $0.map(holds) ?? true }
  }

  /// `true` iff values come after their children, and no child is a duration.
  private var satisfiesValueInvariants: Bool {
    values.elements.enumerated().allSatisfy { position, value in
      switch value {
      case .null, .boolean, .duration: true
      case .number(let symbol), .string(let symbol): holds(symbol)
      case .list(let run): holds(run, below: position)
      case .join(let separator, let run): holds(separator) && holds(run, below: position)
      case .object(let run):
        fits(run, members.count)
          && members[run.range].allSatisfy { holds($0.key) && holds($0.value, below: position) }
      case .reference(let index):
        index.offset < references.count && fits(references[index].path, segments.count)
      case .jsonGet(let index): index.offset < jsonGets.count && holds(jsonGets[index], position)
      }
    }
  }

  /// `true` iff conditions come after those inside them, and compare values that exist.
  private var satisfiesConditionInvariants: Bool {
    conditions.elements.enumerated().allSatisfy { position, condition in
      switch condition {
      case .comparison(_, let left, let right): holds(left) && holds(right)
      case .membership(let query, let options): holds(query) && holds(options, below: values.count)
      case .not(let inner): inner.offset < position
      case .verbatim(let value): holds(value)
      case .or(let run):
        fits(run, conditionLists.count)
          && conditionLists[run.range].allSatisfy { $0.offset < position }
      }
    }
  }

  /// `true` iff the regions form a tree below the first one, and agree with the steps on it.
  private var satisfiesRegionInvariants: Bool {
    guard let root = regions.elements.first, root.owner == nil, root.role == .root else {
      return false
    }
    return regions.indices.allSatisfy { index in
      let region = regions[index]
      let stepsAgree = region.steps.allSatisfy {
        $0.offset < steps.count && steps[$0].region == index
      }
      guard stepsAgree, let owner = region.owner else { return stepsAgree && index == Self.root }
      return owner.offset < steps.count && owns(owner, index) && reachesRoot(index)
    }
  }

  /// `true` iff every step stands in a region, once, and its parts exist.
  private var satisfiesStepInvariants: Bool {
    let placed = regions.elements.reduce(0) { $0 + $1.steps.count }
    return placed == steps.count
      && steps.elements.allSatisfy { step in
        step.region.offset < regions.count && holds(step.name) && holds(step.typeName)
          && fits(step.fields, members.count)
          && members[step.fields.range].allSatisfy { holds($0.key) && holds($0.value) }
          && fits(step.overrides, members.count)
          && members[step.overrides.range].allSatisfy { holds($0.key) && holds($0.value) }
          && step.dependencies.allSatisfy { holds($0.step) } && holdsBody(of: step)
          && [step.displayName, step.description, step.retryPolicies, step.cacheConfig]
            .allSatisfy { $0.map(holds) ?? true }
      }
  }

  /// `true` iff what tests give and ask exists, and what assertions do.
  private var satisfiesTestInvariants: Bool {
    tests.allSatisfy { test in
      holds(test.name)
        && test.givens.allSatisfy { given in
          switch given {
          case .value(let read, let value): holds(read) && holds(value)
          case .ending(let step, _): holds(step)
          case .time(let step, let seconds): holds(step) && seconds >= 0
          }
        }
        && test.expectations.allSatisfy { expectation in
          switch expectation.claim {
          case .runs(let step): holds(step)
          case .succeeds(let step), .fails(let step): step.map { holds($0) } ?? true
          case .holds(let list): list.allSatisfy { $0.offset < conditions.count }
          case .takes(let bound): holds(bound)
          case .constant: true
          }
        }
    } && assertions.allSatisfy { holds($0.message) && holds($0.bound) }
  }

  /// Returns `true` iff what `bound` speaks of exists.
  private func holds(_ bound: Bound) -> Bool {
    bound.number.isFinite && bound.figure.type.map { holds($0) } ?? true
  }

  /// Returns `true` iff the parts of the body of `step` exist.
  private func holdsBody(of step: Step) -> Bool {
    switch step.body {
    case .arguments(let value): value.map(holds) ?? true
    case .condition(let list, let then, let otherwise):
      list.allSatisfy { $0.offset < conditions.count } && then.offset < regions.count
        && otherwise.offset < regions.count && then != otherwise
    case .forEach(let loop):
      holds(loop.items) && (loop.maxConcurrency.map(holds) ?? true)
        && loop.body.offset < regions.count && (loop.selector.map { holds($0.field) } ?? true)
    }
  }

  /// Returns `true` iff `owner` says that `region` belongs to it, in the role that `region` has.
  private func owns(_ owner: Index<Step>, _ region: Index<Region>) -> Bool {
    switch steps[owner].body {
    case .arguments: false
    case .condition(_, let then, let otherwise):
      regions[region].role == .then
        ? then == region
        : regions[region].role == .otherwise && otherwise == region
    case .forEach(let loop): regions[region].role == .body && loop.body == region
    }
  }

  /// Returns `true` iff one comes to the root by going outwards from `region`.
  private func reachesRoot(_ region: Index<Region>) -> Bool {
    var region = region
    for _ in 0..<regions.count {
      guard let owner = regions[region].owner else { return region == Self.root }
      guard owner.offset < steps.count, steps[owner].region.offset < regions.count else {
        return false
      }
      region = steps[owner].region
    }
    return false
  }

  /// Returns `true` iff `symbol` is in the table.
  private func holds(_ symbol: Symbol) -> Bool { symbol.offset < symbols.count }

  /// Returns `true` iff `value` is in the table, and no duration.
  private func holds(_ value: Index<Value>) -> Bool { holds(value, below: values.count) }

  /// Returns `true` iff `value` is in the table before `limit`, and no duration.
  private func holds(_ value: Index<Value>, below limit: Int) -> Bool {
    guard value.offset < limit, limit <= values.count else { return false }
    if case .duration = values[value] { return false }
    return true
  }

  /// Returns `true` iff `run` lies in the array of elements and its values before `limit`.
  private func holds(_ run: Run, below limit: Int) -> Bool {
    fits(run, elements.count) && elements[run.range].allSatisfy { holds($0, below: limit) }
  }

  /// Returns `true` iff the parts of `get`, which the value at `position` stands for, exist.
  private func holds(_ get: JSONGet, _ position: Int) -> Bool {
    switch get.file {
    case .propertyFile(let step, let name): holds(step) && holds(name) && holds(get.path)
    case .uri(let value): holds(value, below: position) && holds(get.path)
    }
  }

  /// Returns `true` iff `run` lies in an array of `count` entries.
  private func fits(_ run: Run, _ count: Int) -> Bool { run.range.upperBound <= count }
}
