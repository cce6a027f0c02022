/// A step, or the defaults of one, while its items are read.
struct StepDraft {
  /// The members of `Arguments`, in order; a shorthand's list has a place but no value.
  var arguments: [DraftMember] = []
  /// The fields beside `Arguments`, in the order in which they were written.
  var fields: [DraftMember] = []
  /// The text that AWS shows in the step's place.
  var displayName: Index<Value>?
  /// What the step is for.
  var description: Index<Value>?
  /// The list of retry policies, if it is given in API form.
  var retryPolicies: Index<Value>?
  /// Whether and how long results are reused.
  var cacheConfig: Index<Value>?
  /// The entries that each shorthand makes; `nil` if it does not occur.
  private var entries = InlineArray<5, [DraftMember]?>(repeating: nil)
  /// The policies that `retry` makes.
  var retries: [Index<Value>] = []
  /// The steps to wait for.
  var dependencies: [Dependency] = []
  /// The map that `args` gives.
  var freeArguments: Index<Value>?
  /// Members of the step that are emitted as they are.
  var overrides: [Member] = []
  /// Members that pipec would write and that are left out.
  var omissions: [Symbol] = []
  /// `true` iff `cache` is given, even if as `false`.
  var decidesCaching = false
  /// Where the items that may stand once were written.
  var claims: [(claim: Claim, span: SourceSpan)] = []

  /// What a step may say once, in one of two spellings.
  enum Claim { case order, caching, arguments, description, displayName, retries }

  /// The entries that `sugar` makes; `nil` if it does not occur.
  subscript(sugar: Sugar) -> [DraftMember]? {
    get { entries[sugar.position] }
    set { entries[sugar.position] = newValue }
  }

  /// The entries that `sugar` makes, or `none` if it does not occur.
  subscript(sugar: Sugar, default none: [DraftMember]) -> [DraftMember] {
    get { entries[sugar.position] ?? none }
    set { entries[sugar.position] = newValue }
  }
}

/// A name, a value and where they were written.
struct DraftMember {
  /// The name.
  let key: Symbol
  /// The value; `nil` for the place of a list that shorthands make.
  var value: Index<Value>?
  /// The name, where it is written; empty where it is not.
  let span: SourceSpan
  /// `true` iff it is emitted without a check.
  var isRaw = false

  /// Returns the member of the graph that has `value`.
  func finished(with value: Index<Value>) -> Member {
    Member(key, value, at: span.isEmpty ? .synthesized : .text(span), isRaw: isRaw)
  }
}

extension StepDraft {
  /// Takes from `defaults` what this draft does not say itself; objects are merged by `merge`.
  mutating func fill(
    from defaults: StepDraft, merging merge: (Index<Value>, Index<Value>) -> Index<Value>
  ) {
    Self.fill(&arguments, from: defaults.arguments, merging: merge)
    Self.fill(&fields, from: defaults.fields, merging: merge)
    for sugar in Sugar.allCases {
      guard let theirs = defaults[sugar] else { continue }
      let own = self[sugar] ?? []
      self[sugar] = own + theirs.filter { entry in !own.contains { $0.key == entry.key } }
    }
    if retries.isEmpty, retryPolicies == nil {
      retries = defaults.retries
      retryPolicies = defaults.retryPolicies
    }
    if !decidesCaching { cacheConfig = defaults.cacheConfig }
    decidesCaching = decidesCaching || defaults.decidesCaching
    displayName = displayName ?? defaults.displayName
    description = description ?? defaults.description
    let own = dependencies
    dependencies += defaults.dependencies.filter { new in !own.contains { $0.step == new.step } }
    freeArguments =
      if let mine = freeArguments, let theirs = defaults.freeArguments {
        merge(mine, theirs)
      } else {
        freeArguments ?? defaults.freeArguments
      }
  }

  /// Adds to `members` what only `defaults` has, and merges what both have.
  private static func fill(
    _ members: inout [DraftMember], from defaults: [DraftMember],
    merging merge: (Index<Value>, Index<Value>) -> Index<Value>
  ) {
    for member in defaults {
      guard let position = members.firstIndex(where: { $0.key == member.key }) else {
        members.append(member)
        continue
      }
      guard let theirs = member.value else { continue }
      members[position].value = members[position].value.map { merge($0, theirs) } ?? theirs
    }
  }
}
