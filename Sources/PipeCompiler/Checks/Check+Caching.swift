extension Check {
  /// Cache settings stand where results can be reused, and say what the service understands.
  static let caching = Check { graph, _, diagnostics in
    for step in graph.steps.elements {
      guard let config = graph.present(step.cacheConfig) else { continue }
      checkAcceptance(of: step, at: config, graph, &diagnostics)
      // That it is an object is checked with the arguments.
      guard graph.object(config) != nil else { continue }
      checkMembers(of: config, graph, &diagnostics)
    }
  }

  /// Reports settings of a step whose results can't, or perhaps can't, be reused.
  private static func checkAcceptance(
    of step: Step, at config: Index<Value>, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    let type = graph.text(step.typeName)
    switch step.kind.caching {
    case .allowed: break
    case .uncertain:
      diagnostics.report(
        Diagnostic(
          .cacheUncertain, "it is not certain that \(type) steps can be cached",
          at: graph.origin(of: config),
          why: "AWS's SDK offers it, but its guide does not list the type and names no cache keys"))
    case .refused:
      diagnostics.report(
        Diagnostic(
          .cacheNotAllowed, "\(type) steps can't be cached", at: graph.origin(of: config),
          help: "remove the setting"))
    }
  }

  /// Reports what is wrong with the members of `config`.
  private static func checkMembers(
    of config: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let enabled = graph.present(graph.member("Enabled", of: config))
    let expiry = graph.present(graph.member("ExpireAfter", of: config))
    // A member with another name may be a misspelled one, which is reported.
    let hasOther = graph.object(config)?.contains {
      $0.key != .word(.enabled) && $0.key != .word(.expireAfter)
    }
    switch enabled.map({ graph.values[$0] }) {
    case .boolean(let isOn)?:
      if isOn, expiry == nil, hasOther != true { reportEndless(config, graph, &diagnostics) }
    case nil where hasOther != true:
      diagnostics.report(
        Diagnostic(
          .cacheUncertain, "the cache is neither switched on nor off",
          at: graph.origin(of: config), help: "add `Enabled: true`"))
    // That it is a Boolean is checked with the arguments.
    default: break
    }
    if let expiry, case .string = graph.values[expiry] { checkExpiry(expiry, graph, &diagnostics) }
  }

  /// Reports a cache without a limit.
  private static func reportEndless(
    _ config: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      Diagnostic(
        .cacheUncertain, "the cache has no `ExpireAfter`", at: graph.origin(of: config),
        why: "AWS's guide asks for one wherever the cache is enabled",
        help: "add `ExpireAfter: \"P30D\"`"))
  }

  /// Reports `expiry` if it is not a duration.
  private static func checkExpiry(
    _ expiry: Index<Value>, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let text = graph.string(expiry)
    let form = text.map { DurationForm(of: $0) } ?? .unreadable
    guard form != .accepted else { return }
    diagnostics.report(
      Diagnostic(
        form == .doubtful ? .cacheUncertain : .invalidCache,
        "\(text.map { "`\($0)`" } ?? graph.kindName(of: expiry)) is not a duration of ISO 8601",
        at: graph.origin(of: expiry), help: "write it as `P30D`, `PT12H` or `P1DT6H`"))
  }
}
