/// How a length of time is spelled in the member that takes it.
package enum TimeSpelling: Hashable, Sendable {
  /// As a text, in ISO 8601.
  case text(String)
  /// As a number of the member's unit.
  case number(UInt32)
  /// Not at all: the member counts in units of which this is no multiple, or takes no time.
  case misplaced(isUnit: Bool)

  /// Finds the spelling of `seconds` that the member `name` wants.
  package init(of seconds: UInt32, under name: ArraySlice<UInt8>) {
    if StaticText("ExpireAfter").equals(name) {
      self = .text(Self.isoDuration(seconds))
      return
    }
    let perUnit = Self.secondsPerUnit(of: name)
    guard let perUnit, seconds % perUnit == 0 else {
      self = .misplaced(isUnit: perUnit != nil)
      return
    }
    self = .number(seconds / perUnit)
  }

  /// Returns how many seconds the unit is long in which the member `name` counts, if it counts time.
  private static func secondsPerUnit(of name: ArraySlice<UInt8>) -> UInt32? {
    func ends(in word: StaticString) -> Bool {
      let word = StaticText(word)
      return word.equals(name.suffix(word.count))
    }
    if ends(in: "Seconds") || StaticText("every").equals(name) { return 1 }
    if ends(in: "Minutes") || StaticText("ExpireAfterMin").equals(name) { return 60 }
    if ends(in: "Hours") { return 3_600 }
    if ends(in: "Days") { return 86_400 }
    return StaticText("until").equals(name) ? 60 : nil
  }

  /// Returns the ISO 8601 spelling of a length of time, in its largest whole unit.
  static func isoDuration(_ seconds: UInt32) -> String {
    if seconds > 0, seconds % 86_400 == 0 { return "P" + String(seconds / 86_400) + "D" }
    if seconds > 0, seconds % 3_600 == 0 { return "PT" + String(seconds / 3_600) + "H" }
    if seconds % 60 == 0 { return "PT" + String(seconds / 60) + "M" }
    return "PT" + String(seconds) + "S"
  }
}

extension Diagnostic {
  /// Says that the member `name` takes no length of time or, if it `isUnit` of time, not this one.
  package static func misplacedTime(
    _ name: String?, isUnit: Bool, at origin: Origin
  ) -> Diagnostic {
    guard let name else {
      return Diagnostic(
        .misplacedDuration, "a length of time can't stand here", at: origin,
        why: "the member that takes it decides whether it is spelled in seconds, minutes or `P30D`",
        help: "write a number or a string")
    }
    return Diagnostic(
      .misplacedDuration,
      isUnit
        ? "`\(name)` counts in larger units than this" : "`\(name)` takes no length of time",
      at: origin,
      why: "the name of a member says its unit: `…InSeconds`, `…Minutes`, `ExpireAfter`",
      help: isUnit ? "write a multiple of its unit" : "write the number that the member wants")
  }
}

extension Symbol {
  /// `true` iff the member of this name is a Float wherever it occurs in a request.
  ///
  /// Source: the members of the request closures in botocore's `service-2.json` that are of type
  /// float or double. A number without a decimal point would be an Integer to the service.
  package var isFloatMember: Bool {
    switch self {
    case .word(.initialVariantWeight), .word(.numberOfAcceleratorDevicesRequired),
      .word(.numberOfCPUCoresRequired), .word(.targetObjectiveMetricValue),
      .word(.validationFraction):
      true
    default: false
    }
  }
}
