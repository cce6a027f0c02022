extension Check {
  /// The pipeline has a role, written as an ARN.
  static let role = Check { graph, _, diagnostics in
    guard graph.header.isDeclared else { return }
    guard let role = graph.present(graph.header.role) else {
      diagnostics.report(
        Diagnostic(
          .missingRole, "the pipeline `\(graph.text(graph.header.name))` has no role",
          at: graph.header.origin,
          why: "CreatePipeline and the Kubernetes resource need the role that the pipeline runs as",
          help: graph.notation == .pipe
            ? "add `role: \"arn:aws:iam::<account>:role/<name>\"` to the header"
            : "add `roleARN: arn:aws:iam::<account>:role/<name>`; for a definition without a manifest, "
              + "give it with `--role`"))
      return
    }
    guard let symbol = graph.symbol(role), !TextPattern.isRoleARN(graph.symbols[symbol]) else {
      return
    }
    let text = graph.text(symbol)
    diagnostics.report(
      Diagnostic(
        .invalidRole, "`\(text)` is not the ARN of an IAM role", at: graph.origin(of: role),
        help: "write it as `arn:aws:iam::<12 digits>:role/<name>`"))
  }
}
