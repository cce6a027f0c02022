/// How a length of time is spelled in the member that takes it.
package enum TimeSpelling: Hashable, Sendable {
  /// As a text, in ISO 8601.
  case text(String)
  /// As a number of the member's unit.
  case number(UInt32)
  /// Not at all: the member counts in units of which this is no multiple, or takes no time.
  case misplaced(isUnit: Bool)

  /// Finds the spelling of `seconds` that the member `name` wants.
  package init(of seconds: UInt32, under name: String) {
    if name == "ExpireAfter" {
      self = .text(Self.isoDuration(seconds))
      return
    }
    // Comparing characters would take ten times as long as comparing bytes.
    let bytes = Array(name.utf8)
    func ends(in word: StaticString) -> Bool {
      let word = StaticText(word)
      return word.equals(bytes.suffix(word.count))
    }
    let perUnit: UInt32? =
      switch name {
      case "ExpireAfterMin", "until": 60
      case "every": 1
      case _ where ends(in: "Seconds"): 1
      case _ where ends(in: "Minutes"): 60
      case _ where ends(in: "Hours"): 3_600
      case _ where ends(in: "Days"): 86_400
      default: nil
      }
    guard let perUnit, seconds % perUnit == 0 else {
      self = .misplaced(isUnit: perUnit != nil)
      return
    }
    self = .number(seconds / perUnit)
  }

  /// Returns the ISO 8601 spelling of a length of time, in its largest whole unit.
  static func isoDuration(_ seconds: UInt32) -> String {
    if seconds > 0, seconds % 86_400 == 0 { return "P\(seconds / 86_400)D" }
    if seconds > 0, seconds % 3_600 == 0 { return "PT\(seconds / 3_600)H" }
    if seconds % 60 == 0 { return "PT\(seconds / 60)M" }
    return "PT\(seconds)S"
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
