/// What a given policy lacks for a pipeline, and what it allows beyond that.
package struct PolicyComparison: Sendable {
  /// What is needed and not allowed, each with the steps that need it.
  package private(set) var missing: [String] = []
  /// What is allowed and not needed.
  package private(set) var excess: [String] = []
  /// What was not looked at.
  package private(set) var notes: [String] = []

  /// Compares what `role` needs with the policy that the JSON `text` is; `nil` if it is none.
  package init?(of role: RolePermissions, with text: String) {
    guard let document = DocumentReader.read(text),
      let statements = document.value(at: ["Statement"])
    else { return nil }
    let given = statements.entries.map { GivenStatement($0) }
    for statement in given where !statement.isPlain {
      notes.append("\(statement.name) has NotAction, NotResource or NotPrincipal: not looked at")
    }
    for needed in role.statements { compare(needed, with: given.filter(\.isPlain)) }
    for statement in given where statement.isPlain && !statement.isDeny {
      collectExcess(of: statement, over: role)
    }
  }

  /// Notes what of `needed` none of `given` allows, or one forbids.
  private mutating func compare(_ needed: Statement, with given: [GivenStatement]) {
    for action in needed.actions {
      for resource in needed.resources {
        let allows = given.contains {
          !$0.isDeny && $0.fits(needed.service) && $0.covers(action, resource)
        }
        let denial = given.first { $0.isDeny && $0.touches(action, resource) }
        let steps = needed.steps.joined(separator: ", ")
        if let denial {
          missing.append("\(action) on \(resource), denied by \(denial.name), for \(steps)")
        } else if !allows {
          missing.append("\(action) on \(resource), for \(steps)")
        }
      }
    }
  }

  /// Notes what `statement` allows and `role` does not need.
  private mutating func collectExcess(of statement: GivenStatement, over role: RolePermissions) {
    for pattern in statement.actions {
      var needed: [String] = []
      for action in role.statements.flatMap(\.actions)
      where matches(pattern.lowercased(), action.lowercased()) && !needed.contains(action) {
        needed.append(action)
      }
      if needed.isEmpty {
        excess.append("\(pattern), in \(statement.name): no step needs it")
      } else if pattern.contains("*") {
        excess.append(
          "\(pattern), in \(statement.name): needed are \(needed.joined(separator: ", "))")
      }
    }
    let wanted = role.statements.filter { own in
      own.actions.contains { action in
        statement.actions.contains { matches($0.lowercased(), action.lowercased()) }
      }
    }
    guard !wanted.isEmpty else { return }
    for resource in statement.resources where resource.contains("*") {
      let own = wanted.flatMap(\.resources).filter { matches(resource, $0) }
      if !own.contains(resource) {
        excess.append(
          own.isEmpty
            ? "\(resource), in \(statement.name): no step needs it"
            : "\(resource), in \(statement.name): narrower is enough")
      }
    }
  }
}

/// A statement of a policy that somebody wrote.
private struct GivenStatement {
  /// The name, or what to call it without one.
  let name: String
  /// `true` iff it forbids.
  let isDeny: Bool
  /// `true` iff it says what it is about, and not what it is not about.
  let isPlain: Bool
  /// The actions.
  let actions: [String]
  /// The resources.
  let resources: [String]
  /// The services that a role may be passed to; empty if any may.
  let services: [String]

  /// Reads `statement`.
  init(_ statement: RunValue) {
    let sid = statement.value(at: ["Sid"])?.entries.first?.joined
    name = sid.map { "`\($0)`" } ?? "a statement without Sid"
    isDeny = statement.value(at: ["Effect"]) == .string("Deny")
    isPlain = ["NotAction", "NotResource", "NotPrincipal"].allSatisfy {
      statement.value(at: [$0]) == nil
    }
    actions = statement.value(at: ["Action"])?.entries.map(\.joined) ?? []
    resources = statement.value(at: ["Resource"])?.entries.map(\.joined) ?? []
    services = ["StringEquals", "StringLike"].flatMap { test in
      statement.value(at: ["Condition", test, "iam:PassedToService"])?.entries.map(\.joined) ?? []
    }
  }

  /// Returns `true` iff a role may be passed to `service`, if that is what is wanted.
  func fits(_ service: String?) -> Bool {
    guard let service, !services.isEmpty else { return true }
    return services.contains { matches($0, service) }
  }

  /// Returns `true` iff the statement is about `action` on all that `resource` stands for.
  func covers(_ action: String, _ resource: String) -> Bool {
    actions.contains { matches($0.lowercased(), action.lowercased()) }
      && resources.contains { matches($0, resource) }
  }

  /// Returns `true` iff the statement is about `action` on some of what `resource` stands for.
  func touches(_ action: String, _ resource: String) -> Bool {
    actions.contains { matches($0.lowercased(), action.lowercased()) }
      && resources.contains { matches($0, resource) || matches(resource, $0) }
  }
}

/// Returns `true` iff `pattern`, in which a star stands for anything and a question mark for one
/// character, matches all of `text`; a star in `text` is matched by a star only.
private func matches(_ pattern: String, _ text: String) -> Bool {
  let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
  let (star, any) = (UInt8(ascii: "*"), UInt8(ascii: "?"))
  var (p, t, mark) = (0, 0, 0)
  var last: Int?
  while t < text.count {
    if p < pattern.count, pattern[p] == star {
      last = p
      mark = t
      p += 1
    } else if p < pattern.count,
      pattern[p] == text[t] || (pattern[p] == any && text[t] != star)
    {
      p += 1
      t += 1
    } else if let back = last {
      p = back + 1
      mark += 1
      t = mark
    } else {
      return false
    }
  }
  return pattern[p...].allSatisfy { $0 == star }
}

extension RunValue {
  /// The entries of a list, or the value itself, as policies leave out the brackets around one.
  fileprivate var entries: [RunValue] {
    if case .list(let entries) = self { entries } else { [self] }
  }
}
