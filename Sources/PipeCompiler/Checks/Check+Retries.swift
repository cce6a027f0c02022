extension Check {
  /// Retry policies stand where steps can be retried, and say what the service understands.
  static let retries = Check { graph, _, diagnostics in
    for step in graph.steps.elements {
      guard let policies = graph.present(step.retryPolicies) else { continue }
      checkAcceptance(of: step, at: policies, graph, &diagnostics)
      guard let entries = graph.list(policies) else {
        diagnostics.report(
          Diagnostic(
            .invalidRetry, "retry policies are a list of objects", at: graph.origin(of: policies)))
        continue
      }
      for entry in entries { checkPolicy(entry, of: step, graph, &diagnostics) }
    }
  }

  /// Reports policies of a step that can't, or perhaps can't, be retried.
  private static func checkAcceptance(
    of step: Step, at policies: Index<Value>, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    let type = graph.text(step.typeName)
    switch step.kind.retrying {
    case .allowed: break
    case .uncertain:
      diagnostics.report(
        Diagnostic(
          .retryUncertain, "it is not certain that \(type) steps can be retried",
          at: graph.origin(of: policies), why: "AWS's sources disagree about it"))
    case .refused:
      diagnostics.report(
        Diagnostic(
          .retryNotAllowed, "\(type) steps can't have retry policies",
          at: graph.origin(of: policies), help: "remove them"))
    }
  }

  /// Reports what is wrong with `policy`.
  private static func checkPolicy(
    _ policy: Index<Value>, of step: Step, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let members = graph.object(policy) else {
      diagnostics.report(
        Diagnostic(.invalidRetry, "a retry policy is an object", at: graph.origin(of: policy)))
      return
    }
    for member in members { checkMember(member, of: step, graph, &diagnostics) }
    func has(_ key: StaticString) -> Bool { graph.present(graph.member(key, of: policy)) != nil }
    if has("MaxAttempts"), has("ExpireAfterMin") {
      diagnostics.report(
        Diagnostic(
          .invalidRetry, "a retry policy has one limit, not two",
          at: graph.member("ExpireAfterMin", of: policy).map { graph.origin(of: $0) }
            ?? graph.origin(of: policy),
          why: "the service refuses `MaxAttempts` together with `ExpireAfterMin`",
          help: "remove one of them"))
    }
    let exceptions = graph.list(graph.member("ExceptionType", of: policy))
    if !has("ExceptionType") || exceptions?.isEmpty == true {
      diagnostics.report(
        Diagnostic(
          .invalidRetry, "the retry policy does not say what is retried",
          at: graph.origin(of: policy), help: "add `ExceptionType: [\"Step.THROTTLING\"]`"))
    }
  }

  /// The numbers of a retry policy: what they may be, and whether they are whole.
  private static let numbers: [(key: String, range: ClosedRange<Double>, isWhole: Bool)] = [
    ("IntervalSeconds", 0...43_200, false), ("MaxAttempts", 0...20, true),
    ("ExpireAfterMin", 0...14_400, false), ("BackoffRate", 0...Double.infinity, false),
  ]

  /// Reports what is wrong with one `member` of a policy of `step`.
  private static func checkMember(
    _ member: Member, of step: Step, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard let value = graph.present(member.value), !graph.isRuntime(value) else { return }
    let key = graph.text(member.key)
    if key == "ExceptionType" { return checkExceptions(value, of: step, graph, &diagnostics) }
    guard let rule = numbers.first(where: { $0.key == key }) else {
      return reportUnknown(key, at: member.origin, &diagnostics)
    }
    let number = graph.number(value)
    if let number, rule.range.contains(number), !rule.isWhole || graph.isWhole(value) {
      return
    }
    let upper = rule.range.upperBound
    let range = upper.isFinite ? "from 0 to \(Int(upper))" : "of at least 0"
    diagnostics.report(
      Diagnostic(
        .invalidRetry, "`\(key)` is a \(rule.isWhole ? "whole " : "")number \(range)",
        at: graph.origin(of: value)))
  }

  /// Reports a member that retry policies are not known to have.
  private static func reportUnknown(
    _ key: String, at origin: Origin, _ diagnostics: inout Diagnostics
  ) {
    let known = numbers.map(\.key) + ["ExceptionType"]
    let similar = nearest(to: key, in: known)
    diagnostics.report(
      Diagnostic(
        similar == nil ? .retryUncertain : .invalidRetry,
        "`\(key)` is not a known member of a retry policy", at: origin,
        label: similar.map { "did you mean `\($0)`?" } ?? "",
        help: similar == nil ? "it has " + known.map { "`\($0)`" }.joined(separator: ", ") : nil,
        fix: similar.flatMap { name in
          origin.span.map { Fix("write `\(name)`", replacing: $0, with: name) }
        }))
  }
}
