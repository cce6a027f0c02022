extension PipelineGraph {
  /// Returns the hash of `members`, which a resource of `kind` holds.
  package func fingerprint(of members: [Member], of kind: ResourceKind) -> String {
    var hash = Fingerprint()
    hash.add(part: kind.rawValue.utf8)
    add(members[...], to: &hash)
    return hash.eightDigits
  }

  /// Adds `members` to `hash`.
  private func add(_ members: ArraySlice<Member>, to hash: inout Fingerprint) {
    for member in members where present(member.value) != nil {
      hash.add(part: symbols[member.key])
      add(member.value, to: &hash)
    }
    hash.add(part: CollectionOfOne(UInt8(ascii: "}")))
  }

  /// Adds `value` to `hash`; its nesting is bounded by that of the source.
  private func add(_ value: Index<Value>, to hash: inout Fingerprint) {
    switch values[value] {
    case .string(let text):
      hash.add("\"".utf8)
      hash.add(part: symbols[text])
    case .number(let text): hash.add(part: symbols[text])
    case .boolean(let flag): hash.add(part: (flag ? "true" : "false").utf8)
    case .list(let run):
      for entry in elements(in: run) { add(entry, to: &hash) }
      hash.add(part: CollectionOfOne(UInt8(ascii: "]")))
    case .object(let run): add(members(in: run), to: &hash)
    case .null, .duration, .reference, .join, .jsonGet: hash.add(part: CollectionOfOne(0))
    }
  }
}
