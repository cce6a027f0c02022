/// A step, or the defaults of one, while its items are read.
struct StepDraft {
  /// The members of `Arguments`, in order; a shorthand's list has a place but no value.
  var arguments: [DraftMember] = []
  /// The fields beside `Arguments`, in the order in which they were written.
  var fields: [DraftMember] = []
  /// The fields that every step may have, by their API names.
  var envelope: [EnvelopeField: Index<Value>] = [:]
  /// The entries that shorthands make.
  var entries: [Sugar: [DraftMember]] = [:]
  /// The policies that `retry` makes.
  var retries: [Index<Value>] = []
  /// The steps to wait for.
  var dependencies: [Dependency] = []
  /// The map that `args` gives.
  var freeArguments: Index<Value>?
  /// `true` iff `cache` is given, even if as `false`.
  var decidesCaching = false
  /// Where each item that may stand once was written, by its word.
  var places: [String: SourceSpan] = [:]
}

/// A name, a value and where they were written.
struct DraftMember {
  /// The name.
  let key: Symbol
  /// The value; `nil` for the place of a list that shorthands make.
  var value: Index<Value>?
  /// The name, where it is written.
  let span: SourceSpan
}

extension StepDraft {
  /// Takes from `defaults` what this draft does not say itself; objects are merged by `merge`.
  mutating func fill(
    from defaults: StepDraft, merging merge: (Index<Value>, Index<Value>) -> Index<Value>
  ) {
    Self.fill(&arguments, from: defaults.arguments, merging: merge)
    Self.fill(&fields, from: defaults.fields, merging: merge)
    for sugar in Sugar.allCases {
      let own = entries[sugar] ?? []
      let more = (defaults.entries[sugar] ?? []).filter { entry in
        !own.contains { $0.key == entry.key }
      }
      if !own.isEmpty || !more.isEmpty { entries[sugar] = own + more }
    }
    if retries.isEmpty, envelope[.retryPolicies] == nil { retries = defaults.retries }
    for field in EnvelopeField.allCases where envelope[field] == nil {
      if field == .cacheConfig, decidesCaching { continue }
      if field == .retryPolicies, !retries.isEmpty { continue }
      envelope[field] = defaults.envelope[field]
    }
    decidesCaching = decidesCaching || defaults.decidesCaching
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
