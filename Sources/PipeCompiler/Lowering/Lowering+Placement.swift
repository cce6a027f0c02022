// What a value becomes under a key: lengths of time get their unit, maps of strings their strings.

extension Lowering {
  /// Returns `value` as it is written under `key`.
  mutating func place(_ value: Index<Value>, under key: Symbol) -> Index<Value> {
    if !verbatimValues.isEmpty, verbatimValues.contains(value) { return value }
    switch graph.values[value] {
    case .duration(let seconds):
      return spell(seconds, under: key, at: graph.origin(of: value))
    case .object(let run) where coercesMaps && Self.isStringMap(key):
      return stringMap(run, of: value)
    case .number where coercesMaps && key.isFloatMember: return float(value)
    default: return value
    }
  }

  /// Returns `true` iff the member `key` is a map of strings wherever it occurs in a request.
  ///
  /// Source: the members of the request closures in botocore's `service-2.json` that are maps of
  /// strings; the names stand for nothing else there.
  private static func isStringMap(_ key: Symbol) -> Bool {
    switch key {
    case .word(.collectionParameters), .word(.customerMetadataProperties), .word(.environment),
      .word(.hookParameters), .word(.hyperParameters), .word(.profilingParameters),
      .word(.ruleParameters), .word(.staticHyperParameters):
      true
    default: false
    }
  }

  /// Returns `value` with a decimal point if it is a whole number.
  mutating func float(_ value: Index<Value>) -> Index<Value> {
    guard case .number(let lexeme) = graph.values[value], graph.isWholeNumber(lexeme) else {
      return value
    }
    return make(number: graph.text(lexeme) + ".0", at: graph.origin(of: value))
  }

  /// Returns the object in `run` with its numbers, Booleans and parameters turned into strings.
  mutating func stringMap(_ run: Run, of value: Index<Value>) -> Index<Value> {
    let start = openMembers.count
    defer { openMembers.removeSubrange(start...) }
    var isChanged = false
    for position in run.range {
      let member = graph.members[position]
      let text = stringified(member.value)
      isChanged = isChanged || text != member.value
      openMembers.append(Member(member.key, text, at: member.origin))
    }
    return isChanged ? make(object: openMembers[start...], at: graph.origin(of: value)) : value
  }

  /// Returns `value` as a string if it is known to be a number or Boolean, else as it is.
  private mutating func stringified(_ value: Index<Value>) -> Index<Value> {
    let place = graph.origin(of: value)
    switch graph.values[value] {
    case .number(let lexeme): return make(.string(lexeme), at: place)
    case .boolean(let flag): return make(.string(.word(flag ? .yes : .no)), at: place)
    case .reference:
      guard let type = type(of: value), type != .string else { return value }
      return make(join: [value], at: place)
    default: return value
    }
  }

  /// Makes the spelling of a length of time that the member `key` wants.
  private mutating func spell(
    _ seconds: UInt32, under key: Symbol, at place: Origin
  ) -> Index<Value> {
    switch TimeSpelling(of: seconds, under: graph.symbols[key]) {
    case .text(let text): return make(string: text, at: place)
    case .number(let number): return make(number: String(number), at: place)
    case .misplaced(let isUnit):
      report(.misplacedTime(graph.text(key), isUnit: isUnit, at: place))
      return make(number: String(seconds), at: place)
    }
  }

  /// Reports that the length of time at `node` stands where no member decides its spelling.
  mutating func reportMisplacedDuration(_ node: NodeIndex) {
    report(.misplacedTime(nil, isUnit: false, at: origin(node)))
  }
}
