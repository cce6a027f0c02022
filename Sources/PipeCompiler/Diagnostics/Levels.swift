/// Which kinds of diagnostics are reported, and whether as warnings or as errors.
public struct Levels: Sendable {
  /// What differs from the defaults, in order: of two choices about one kind the later one counts.
  public var choices: [Choice]

  /// A choice about the levels of some kinds; no severity means that they are not reported.
  public enum Choice: Hashable, Sendable {
    /// The level of one kind.
    case kind(DiagnosticID, Severity?)
    /// The level of every kind in a group.
    case group(DiagnosticGroup, Severity?)
    /// What would be a warning is an error.
    case warningsAsErrors
    /// What would be an error of the service model is a warning.
    case permissive
    /// What belongs to the service model is what it is by default.
    case strict
    /// What would be an error about what the service takes is a warning.
    case overruled
  }

  /// Creates the levels that differ from the defaults by `choices`.
  public init(_ choices: [Choice] = []) { self.choices = choices }

  /// `true` iff a pipeline is written although it is said that the service does not take it.
  var isOverruled: Bool { choices.contains(.overruled) }

  /// Returns how diagnostics of the kind `id` are reported, or `nil` if they are not.
  ///
  /// An error that can't be allowed stays one, whatever was chosen, unless it is overruled.
  public func severity(of id: DiagnosticID) -> Severity? {
    guard id.canBeAllowed else { return isOverruled && id.canBeOverruled ? .warning : .error }
    return severity(of: id, whichIs: id.severity, in: id.group)
  }

  /// Returns how diagnostics of the kind `id` are reported if that is `original` by default and
  /// belongs to `group`.
  package func severity(
    of id: DiagnosticID, whichIs original: Severity, in group: DiagnosticGroup?
  ) -> Severity? {
    var severity = group == .security ? nil : original
    for choice in choices {
      switch choice {
      case .kind(id, let chosen): severity = chosen
      case .group(let named, let chosen) where named == group: severity = chosen
      case .warningsAsErrors where severity == .warning: severity = .error
      case .permissive where group == .serviceModel && severity == .error: severity = .warning
      case .overruled where group == .serviceModel && severity == .error: severity = .warning
      case .strict where group == .serviceModel: severity = original
      default: break
      }
    }
    return severity
  }
}
