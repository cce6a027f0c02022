/// A node of the pipeline.
package struct Step: Sendable {
  /// The name, as emitted.
  package var name: Symbol
  /// The type.
  package var kind: StepKind
  /// The type, as emitted.
  package var typeName: Symbol
  /// Where the step stands: the root, a branch or a loop's body.
  package var region: Index<Region>
  /// What the step does.
  package var body: StepBody
  /// The fields that only some types have, beside `Arguments`; the run is in `members`.
  package var fields: Run = .empty
  /// Members of the step that are emitted as they are, in place of what pipec would write or beside
  /// it; the run is in `members`.
  package var overrides: Run = .empty
  /// Members that pipec would write and that are left out.
  package var omissions: [Symbol] = []
  /// The steps that this one waits for without reading from them.
  package var dependencies: [Dependency] = []
  /// The text that AWS shows in the step's place.
  package var displayName: Index<Value>?
  /// What the step is for.
  package var description: Index<Value>?
  /// The list of retry policies.
  package var retryPolicies: Index<Value>?
  /// Whether, and how long, results are reused.
  package var cacheConfig: Index<Value>?
  /// The name where the step is declared.
  package var origin: Origin

  /// Creates a step with nothing but a name, a type and a place.
  package init(
    name: Symbol, kind: StepKind, typeName: Symbol, region: Index<Region>, body: StepBody,
    origin: Origin
  ) {
    self.name = name
    self.kind = kind
    self.typeName = typeName
    self.region = region
    self.body = body
    self.origin = origin
  }
}

/// What a step does, in one of three forms.
package enum StepBody: Sendable {
  /// A request to a service, or `nil` where a definition leaves it out.
  case arguments(Index<Value>?)
  /// A choice between two regions: the first if every condition holds, else the second.
  case condition([Index<Condition>], then: Index<Region>, otherwise: Index<Region>)
  /// A region that runs once for each item.
  case forEach(ForEach)
}

/// What a ForEach step does beside running its body.
package struct ForEach: Sendable {
  /// The items: a list, or an expression whose text is a JSON list.
  package var items: Index<Value>
  /// How many items are worked on at once.
  package var maxConcurrency: Index<Value>?
  /// The steps that run for each item.
  package var body: Index<Region>
  /// How one item's results are selected, if they are.
  package var selector: Selector?

  /// Creates the loop over `items` that runs `body`.
  package init(
    items: Index<Value>, maxConcurrency: Index<Value>?, body: Index<Region>, selector: Selector?
  ) {
    self.items = items
    self.maxConcurrency = maxConcurrency
    self.body = body
    self.selector = selector
  }
}

/// The rule by which a ForEach step selects the results of one item.
package struct Selector: Sendable {
  /// `true` to take the largest value, `false` to take the smallest.
  package var takesLargest: Bool
  /// The value that is compared: a reference rooted at `iterationOutput`.
  package var field: Index<Value>

  /// Creates the rule that compares `field`.
  package init(takesLargest: Bool, field: Index<Value>) {
    self.takesLargest = takesLargest
    self.field = field
  }
}

/// An order between two steps that no reference implies.
package struct Dependency: Hashable, Sendable {
  /// The name of the step to wait for.
  package var step: Symbol
  /// How that step has to end.
  package var trigger: Trigger
  /// Where the order is written.
  package var origin: Origin

  /// Creates the order to start once `step` has ended as `trigger` says.
  package init(_ step: Symbol, trigger: Trigger, origin: Origin) {
    self.step = step
    self.trigger = trigger
    self.origin = origin
  }
}

/// How a step has to end for another one to start; the raw value is the definition's spelling.
package enum Trigger: String, CaseIterable, Hashable, Sendable {
  case completed = "Completed"
  case failed = "Failed"
  case stopped = "Stopped"
  case any = "Any"
}

/// A list of steps that run together: the root, a branch of a condition, or a loop's body.
package struct Region: Sendable {
  /// The condition or ForEach step that the region belongs to; `nil` for the root.
  package var owner: Index<Step>?
  /// What the region is to its owner.
  package var role: RegionRole
  /// The steps, in source order.
  package var steps: [Index<Step>] = []

  /// Creates the region that is `role` to `owner`.
  package init(owner: Index<Step>?, role: RegionRole) {
    self.owner = owner
    self.role = role
  }
}

/// What a region is to the step that owns it.
package enum RegionRole: String, Hashable, Sendable {
  case root
  case then
  case otherwise = "else"
  case body
}
