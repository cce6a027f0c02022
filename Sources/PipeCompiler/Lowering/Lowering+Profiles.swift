extension Lowering {
  /// Remembers the profile at `node`, or reports that there are two of its name.
  mutating func declareProfile(_ node: NodeIndex) {
    guard !isMissing(node + 1) else { return }
    let name = tree.word(node + 1)
    guard let other = declared.profiles.first(where: { $0.name == name }) else {
      return declared.profiles.append((name, node))
    }
    report(
      Diagnostic(
        .duplicateName, "the profile `\(name)` is declared twice", at: tree.span(of: node + 1),
        related: [Label("first declared here", at: origin(other.node + 1))],
        help: "give one of them another name"))
  }

  /// Finds the profile that was asked for and those that it is based on, itself first, and reports
  /// what is wrong with the bases of any.
  mutating func chooseProfile() {
    for profile in declared.profiles { checkBases(of: profile.node) }
    guard let name = options.profile else { return }
    guard let first = declared.profiles.first(where: { $0.name == name }) else {
      return report(unknownProfile(name, at: .synthesized))
    }
    var next: NodeIndex? = first.node
    while let node = next, !declared.chosenProfiles.contains(node) {
      declared.chosenProfiles.append(node)
      next = base(of: node)
    }
  }

  /// Reports it if the profile at `node` is based on one that there is not, or on itself.
  private mutating func checkBases(of node: NodeIndex) {
    let names = children(node).filter { tree.kind($0) == .name }
    if names.count > 1, base(of: node) == nil {
      return report(unknownProfile(tree.word(names[1]), at: origin(names[1])))
    }
    var next = base(of: node)
    for _ in 0..<declared.profiles.count {
      guard let profile = next else { return }
      if profile == node { break }
      next = base(of: profile)
    }
    guard next == node else { return }
    report(
      Diagnostic(
        .recursiveDefinition, "the profile `\(tree.word(node + 1))` is based on itself",
        at: tree.span(of: node + 1), why: "what it gives would have no end",
        help: "break the circle: base one of the profiles on no other"))
  }

  /// Returns the profile that the one at `node` is based on, if it is based on one.
  private func base(of node: NodeIndex) -> NodeIndex? {
    let names = children(node).filter { tree.kind($0) == .name }
    guard names.count > 1 else { return nil }
    let name = tree.word(names[1])
    return declared.profiles.first { $0.name == name }?.node
  }

  /// Returns the diagnostic that there is no profile called `name`.
  private func unknownProfile(_ name: String, at place: Origin) -> Diagnostic {
    var diagnostic = Diagnostic(.unknownProfile, "there is no profile `\(name)`", at: place)
    let names = declared.profiles.map(\.name)
    if let near = nearest(to: name, in: names) {
      guard case .text(let span) = place else {
        diagnostic.help = "did you mean `--profile \(near)`?"
        return diagnostic
      }
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
    } else if names.isEmpty {
      diagnostic.help = "declare it with `profile \(name) { … }`, or import the file that does"
    } else {
      diagnostic.help = "there are " + names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    }
    return diagnostic
  }

  /// Returns the expression that the chosen profile, or one that it is based on, gives for `name`.
  func profileValue(of name: String) -> NodeIndex? {
    for profile in declared.chosenProfiles {
      if let value = value(of: name, in: profile) { return value }
    }
    return nil
  }

  /// Returns the expression that the profile at `node` itself gives for `name`.
  private func value(of name: String, in node: NodeIndex) -> NodeIndex? {
    for binding in tree.children(of: node) where tree.kind(binding) == .binding {
      let parts = children(binding)
      if parts.count == 2, !isMissing(parts[1]), tree.word(parts[0]) == name { return parts[1] }
    }
    return nil
  }

  /// Returns the names of the profiles that give `name`, directly or by one that they are based on.
  func profiles(giving name: String) -> [String] {
    declared.profiles.filter { profile in
      var next: NodeIndex? = profile.node
      for _ in 0..<declared.profiles.count {
        guard let node = next else { return false }
        if value(of: name, in: node) != nil { return true }
        next = base(of: node)
      }
      return false
    }.map(\.name)
  }

  /// Reports what the chosen profiles give if nothing declares it and something of a similar name is
  /// declared: other pipelines may share the profile.
  mutating func checkProfiles(against names: [String]) {
    for profile in declared.chosenProfiles {
      for binding in children(profile) where tree.kind(binding) == .binding {
        let node = binding + 1
        let name = tree.word(node)
        guard !isMissing(node), !names.contains(name), let near = nearest(to: name, in: names)
        else {
          continue
        }
        report(
          Diagnostic(
            .unknownConfig, "the profile gives the setting `\(name)`, which nothing declares",
            at: tree.span(of: node), label: "did you mean `\(near)`?",
            fix: Fix("write `\(near)`", replacing: tree.span(of: node), with: near)))
      }
    }
  }
}
