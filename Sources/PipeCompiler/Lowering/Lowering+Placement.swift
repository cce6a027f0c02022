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
    case .number where coercesMaps && Self.isFloat(key): return float(value)
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

  /// Returns `true` iff the member `key` is a Float wherever it occurs in a request.
  ///
  /// Source: the members of the request closures in botocore's `service-2.json` that are of type
  /// float or double. A number without a decimal point would be an Integer to the service.
  private static func isFloat(_ key: Symbol) -> Bool {
    switch key {
    case .word(.initialVariantWeight), .word(.numberOfAcceleratorDevicesRequired),
      .word(.numberOfCPUCoresRequired), .word(.targetObjectiveMetricValue),
      .word(.validationFraction):
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
    var members: [Member] = []
    var isChanged = false
    for member in graph.members(in: run) {
      let text = stringified(member.value)
      isChanged = isChanged || text != member.value
      members.append(Member(member.key, text, at: member.origin))
    }
    return isChanged ? make(object: members, at: graph.origin(of: value)) : value
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
    let name = graph.text(key)
    if key == .word(.expireAfter) { return make(string: Self.isoDuration(seconds), at: place) }
    if name.hasSuffix("Seconds") { return make(number: String(seconds), at: place) }
    let perUnit: UInt32? =
      switch name {
      case "ExpireAfterMin": 60
      case _ where name.hasSuffix("Minutes"): 60
      case _ where name.hasSuffix("Hours"): 3_600
      case _ where name.hasSuffix("Days"): 86_400
      default: nil
      }
    guard let perUnit, seconds % perUnit == 0 else {
      reportMisplaced(name, perUnit, at: place)
      return make(number: String(seconds), at: place)
    }
    return make(number: String(seconds / perUnit), at: place)
  }

  /// Reports that the member `name` takes no length of time, or not this one.
  private mutating func reportMisplaced(_ name: String, _ perUnit: UInt32?, at place: Origin) {
    report(
      Diagnostic(
        .misplacedDuration,
        perUnit == nil
          ? "`\(name)` takes no length of time" : "`\(name)` counts in larger units than this",
        at: place,
        why: "the name of a member says its unit: `…InSeconds`, `…Minutes`, `ExpireAfter`",
        help: perUnit == nil
          ? "write the number that the member wants" : "write a multiple of its unit"))
  }

  /// Reports that the length of time at `node` stands where no member decides its spelling.
  mutating func reportMisplacedDuration(_ node: NodeIndex) {
    report(
      Diagnostic(
        .misplacedDuration, "a length of time can't stand here", at: tree.span(of: node),
        why: "the member that takes it decides whether it is spelled in seconds, minutes or `P30D`",
        help: "write a number or a string"))
  }

  /// Returns the ISO 8601 spelling of a length of time, in its largest whole unit.
  static func isoDuration(_ seconds: UInt32) -> String {
    if seconds > 0, seconds % 86_400 == 0 { return "P\(seconds / 86_400)D" }
    if seconds > 0, seconds % 3_600 == 0 { return "PT\(seconds / 3_600)H" }
    if seconds % 60 == 0 { return "PT\(seconds / 60)M" }
    return "PT\(seconds)S"
  }
}
