import PipeCompiler

extension Arguments {
  /// What was chosen about the levels of diagnostics, in the order in which it was.
  var levels: Levels {
    get throws(Failure) {
      var levels = Levels()
      for given in options {
        let (option, value) = (given.option, given.value)
        switch option {
        case .allow: levels.choices += try Self.choices(value, of: option, nil)
        case .warn: levels.choices += try Self.choices(value, of: option, .warning)
        case .deny: levels.choices += try Self.choices(value, of: option, .error)
        case .warningsAsErrors: levels.choices.append(.warningsAsErrors)
        case .serviceModel: levels.choices.append(try Self.serviceModel(value))
        case .permissive: levels.choices.append(.overruled)
        default: break
        }
      }
      return levels
    }
  }

  /// Returns what it means that `list`, of diagnostics and groups, is given to `option`, by which
  /// they are to be reported as `severity`.
  private static func choices(
    _ list: String, of option: Option, _ severity: Severity?
  ) throws(Failure) -> [Levels.Choice] {
    var choices: [Levels.Choice] = []
    for name in list.split(separator: ",").map(String.init) {
      if let group = DiagnosticGroup(rawValue: name) {
        choices.append(.group(group, severity))
      } else if let id = DiagnosticID(rawValue: name) {
        if severity != .error, !id.canBeAllowed { throw unallowable(id, option) }
        choices.append(.kind(id, severity))
      } else {
        throw unknownDiagnostic(name, option)
      }
    }
    if choices.isEmpty { throw .usage("option `\(option.rawValue)` needs a value") }
    return choices
  }

  /// Returns what to say if `option` asks for less than an error where there can't be less.
  private static func unallowable(_ id: DiagnosticID, _ option: Option) -> Failure {
    let what =
      option == .allow
      ? "can't be allowed: only warnings and errors of the service model can"
      : "can't be a warning: only errors of the service model can"
    return .usage("`\(id.rawValue)` \(what)")
  }

  /// Returns what to say about `name`, which stands after `option` and is no diagnostic.
  private static func unknownDiagnostic(_ name: String, _ option: Option) -> Failure {
    let what = "unknown diagnostic `\(name)` of option `\(option.rawValue)`"
    let known = DiagnosticID.allCases.map(\.rawValue) + DiagnosticGroup.allCases.map(\.rawValue)
    if let near = nearest(to: name, in: known) {
      return .usage("\(what): did you mean `\(near)`?")
    }
    return .usage("\(what): `pipec explain --all` lists what there is")
  }

  /// Returns what `value` of `--service-model` means.
  private static func serviceModel(_ value: String) throws(Failure) -> Levels.Choice {
    switch value {
    case "strict": return .strict
    case "permissive": return .permissive
    default: throw unknownValue(value, of: .serviceModel, among: ["strict", "permissive"])
    }
  }
}
