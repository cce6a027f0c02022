extension Check {
  /// What the header says about the Kubernetes resource is something that Kubernetes takes.
  static let kubernetes = Check { graph, _, diagnostics in
    checkKubernetesOptions(graph.header.kubernetes, graph, &diagnostics)
  }

  /// Reports the parts of `options` that Kubernetes does not take.
  static func checkKubernetesOptions(
    _ options: KubernetesOptions, _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    for rule in textRules {
      guard let value = graph.present(rule.option(options)) else { continue }
      if let text = graph.string(value), rule.accepts(text) { continue }
      let text = graph.string(value).map { "`\($0)`" } ?? graph.kindName(of: value)
      diagnostics.report(
        Diagnostic(
          .invalidKubernetes, "\(text) can't be the \(rule.name)", at: graph.origin(of: value),
          help: rule.help))
    }
    checkMap(options.labels, named: "label", graph, &diagnostics)
    checkMap(options.annotations, named: "annotation", graph, &diagnostics)
    for entry in graph.list(options.omitted) ?? [] where graph.string(entry) == nil {
      diagnostics.report(
        Diagnostic(
          .invalidKubernetes,
          "what is left out is named by a string, not \(graph.kindName(of: entry))",
          at: graph.origin(of: entry),
          help: "name a field of `spec`, the key of a label or annotation, or `namespace`"))
    }
  }

  /// What one option has to look like.
  private struct TextRule: Sendable {
    /// The option.
    let option: @Sendable (KubernetesOptions) -> Index<Value>?
    /// What messages call it.
    let name: String
    /// What to write.
    let help: String
    /// Returns `true` iff the option may have this text.
    let accepts: @Sendable (String) -> Bool
  }

  /// What the options that are texts have to look like.
  private static let textRules: [TextRule] = [
    TextRule(
      option: { $0.name }, name: "name of a Kubernetes resource",
      help: "use at most 253 lower-case letters, digits, `-` and `.`",
      accepts: { TextPattern.isDNSSubdomain($0) }),
    TextRule(
      option: { $0.namespace }, name: "name of a Kubernetes namespace",
      help: "use at most 63 lower-case letters, digits and `-`",
      accepts: { TextPattern.isDNSLabel($0.utf8) }),
    TextRule(
      option: { $0.region }, name: "name of an AWS region", help: "write it as `us-west-2`",
      accepts: { TextPattern.isRegion(ArraySlice($0.utf8)) }),
    TextRule(
      option: { $0.adoption }, name: "adoption policy",
      help: "use `adopt`, `adopt-or-create` or `none`",
      accepts: { ["adopt", "adopt-or-create", "none"].contains($0) }),
    TextRule(
      option: { $0.gitOps }, name: "tool for GitOps",
      help: "use `argocd` or `flux`",
      accepts: { ["argocd", "flux"].contains($0) }),
    TextRule(
      option: { $0.deletion }, name: "deletion policy",
      help: "use `delete`, `retain` or `none`",
      accepts: { ["delete", "retain", "none"].contains($0) }),
  ]

  /// Reports the labels or annotations of `map` that Kubernetes does not take.
  private static func checkMap(
    _ map: Index<Value>?, named name: String, _ graph: PipelineGraph,
    _ diagnostics: inout Diagnostics
  ) {
    guard let map = graph.present(map) else { return }
    guard let members = graph.object(map) else {
      diagnostics.report(
        Diagnostic(
          .invalidKubernetes, "\(name)s are an object, not \(graph.kindName(of: map))",
          at: graph.origin(of: map)))
      return
    }
    for member in members {
      guard let problem = problem(of: member, named: name, graph) else { continue }
      diagnostics.report(
        Diagnostic(
          .invalidKubernetes, problem.message, at: graph.origin(of: member.value),
          help: problem.help))
    }
  }

  /// Returns what is wrong with `member`, a label or annotation, and what to do about it.
  private static func problem(
    of member: Member, named name: String, _ graph: PipelineGraph
  ) -> (message: String, help: String)? {
    let key = graph.text(member.key)
    guard TextPattern.isLabelKey(name == "label" ? key : key.lowercased()) else {
      return (
        "`\(key)` can't be the key of a Kubernetes \(name)",
        "use at most 63 letters, digits, `-`, `_` and `.`, after an optional `domain/`"
      )
    }
    guard let text = graph.string(member.value) else {
      let kind = graph.kindName(of: member.value)
      return ("the \(name) `\(key)` is \(kind), not a string", "put it in quotes")
    }
    guard name == "label", !TextPattern.isLabelValue(text.utf8) else { return nil }
    return (
      "`\(text)` can't be the value of a Kubernetes label",
      "use at most 63 letters, digits, `-`, `_` and `.`, or make it an annotation"
    )
  }
}
