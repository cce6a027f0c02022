// Policies as the documents that IAM takes.
extension RolePermissions {
  /// The policy as a JSON value.
  package var policy: RunValue {
    Self.document(statements.map(\.document))
  }

  /// Returns the trust policy of the role, which is in `place`.
  ///
  /// The condition is AWS's hardening against being used on behalf of another account.
  package func trust(in place: ServicePlace) -> RunValue {
    let members = ([isJobRole || isPipelineRole ? "sagemaker.amazonaws.com" : ""] + services)
      .filter { !$0.isEmpty }
    let service: RunValue =
      members.count == 1 ? .string(members[0]) : .list(members.map { .string($0) })
    var statement = [
      RunMember(name: "Effect", value: .string("Allow")),
      RunMember(
        name: "Principal", value: .object([RunMember(name: "Service", value: service)])),
      RunMember(name: "Action", value: .string("sts:AssumeRole")),
    ]
    if place.account != "*" {
      statement.append(
        RunMember(
          name: "Condition",
          value: Self.condition("aws:SourceAccount", place.account)))
    }
    return Self.document([.object(statement)])
  }

  /// Returns the document with `statements`.
  private static func document(_ statements: [RunValue]) -> RunValue {
    .object([
      RunMember(name: "Version", value: .string("2012-10-17")),
      RunMember(name: "Statement", value: .list(statements)),
    ])
  }

  /// Returns the condition that `key` is `value`.
  fileprivate static func condition(_ key: String, _ value: String) -> RunValue {
    let test = RunValue.object([RunMember(name: key, value: .string(value))])
    return .object([RunMember(name: "StringEquals", value: test)])
  }
}

extension Statement {
  /// The statement as a JSON value.
  fileprivate var document: RunValue {
    var members = [
      RunMember(name: "Sid", value: .string(sid)),
      RunMember(name: "Effect", value: .string("Allow")),
      RunMember(name: "Action", value: .list(actions.map { .string($0) })),
      RunMember(name: "Resource", value: .list(resources.map { .string($0) })),
    ]
    if let service {
      members.append(
        RunMember(
          name: "Condition", value: RolePermissions.condition("iam:PassedToService", service)))
    }
    return .object(members)
  }

  /// What is to be said about the statement: who needs it, and what is uncertain or hidden in it.
  package var notes: [String] {
    var notes = ["needed by \(steps.joined(separator: ", "))"]
    if let reason { notes.append("on every resource: \(reason)") }
    if !hidden.isEmpty { notes.append("a star stands for \(hidden.joined(separator: ", "))") }
    if inferred == actions {
      notes.append("inferred: no source of AWS says that this is needed")
    } else if !inferred.isEmpty {
      notes.append("inferred: \(inferred.joined(separator: ", "))")
    }
    return notes
  }
}

// All roles together.
extension Permissions {
  /// The policies for people, or if only `trust` is wanted, the trust policies.
  package func text(trust: Bool) -> String {
    var lines: [String] = []
    for role in roles where trust || !role.statements.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append("# \(role.name): \(Self.use(of: role))")
      if !trust {
        for statement in role.statements {
          lines.append("#   \(statement.sid)")
          lines += statement.notes.map { "#     \($0)" }
        }
      }
      lines.append((trust ? role.trust(in: place) : role.policy).indented)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The policies, the trust policies and what is to be said about them as one JSON object.
  package var json: String {
    let entries = roles.filter { !$0.statements.isEmpty || $0.isPipelineRole }.map { role in
      RunValue.object([
        RunMember(name: "role", value: .string(role.name)),
        RunMember(name: "isPipelineRole", value: .boolean(role.isPipelineRole)),
        RunMember(name: "isJobRole", value: .boolean(role.isJobRole)),
        RunMember(name: "policy", value: role.policy),
        RunMember(name: "trust", value: role.trust(in: place)),
        RunMember(
          name: "notes",
          value: .object(
            role.statements.map { statement in
              RunMember(
                name: statement.sid, value: .list(statement.notes.map { .string($0) }))
            })),
      ])
    }
    return RunValue.object([RunMember(name: "roles", value: .list(entries))]).indented + "\n"
  }

  /// Returns what `role` is for, in words.
  private static func use(of role: RolePermissions) -> String {
    switch (role.isPipelineRole, role.isJobRole) {
    case (true, true): "the pipeline and its jobs run as it"
    case (true, false): "the pipeline runs as it"
    case (false, _): "jobs run as it"
    }
  }
}
