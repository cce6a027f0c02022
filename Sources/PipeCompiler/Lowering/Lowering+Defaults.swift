extension Lowering {
  /// Remembers the `defaults` block at `node` for every step type that it names.
  mutating func declareDefaults(_ node: NodeIndex, scope: Int) {
    let home = region(around: scope) ?? scopes[scope].home
    for name in children(node) where tree.kind(name) == .name {
      guard let kind = stepKind(named: name) else { continue }
      defaults[kind, default: []].append(DefaultsBlock(node: node, scope: scope, home: home))
    }
  }

  /// Returns the scope of the branch or loop's body of a run that `scope` lies in, if it lies in one
  /// without leaving the round or instance that it is part of.
  private func region(around scope: Int) -> Int? {
    let home = scopes[scope].home
    var next = scope
    while next != home {
      if scopes[next].isRegion { return next }
      next = scopes[next].parent
    }
    return nil
  }

  /// Returns `true` iff `scope` lies in a branch or a loop's body of a run, as far as its instance goes.
  func isInRegion(_ scope: Int) -> Bool {
    var next = scope
    while next >= program.roots.count {
      if scopes[next].isRegion { return true }
      next = scopes[next].parent
    }
    return false
  }

  /// Returns the `defaults` blocks for steps of `kind` that are declared in `scope`, the ones that
  /// count most first: those of a branch or template before those around it, and later ones before
  /// earlier ones.
  mutating func defaultBlocks(of kind: StepKind, in scope: Int) -> [DefaultsBlock] {
    guard let blocks = defaults[kind] else { return [] }
    if program.roots.count == 1, blocks.allSatisfy({ $0.home == 0 }) { return blocks.reversed() }
    work += blocks.count
    return reach(of: scope).flatMap { home in blocks.reversed().filter { $0.home == home } }
  }

  /// Returns the scopes whose defaults are for steps declared in `scope`, the nearest ones first.
  private func reach(of scope: Int) -> [Int] {
    var reach: [Int] = []
    var next = scope
    while true {
      let instance = scopes[next].instance
      while next >= program.roots.count {
        if scopes[next].home == next || scopes[next].isRegion { reach.append(next) }
        next = scopes[next].parent
      }
      add(next, to: &reach)
      guard instance >= 0 else { return reach }
      next = declared.instances[instance].caller
    }
  }

  /// Adds `file` and the files that it imports as a whole to `reach`, unless they are there.
  private func add(_ file: Int, to reach: inout [Int]) {
    var open = [file]
    while let next = open.popLast() {
      if reach.contains(next) { continue }
      reach.append(next)
      open += (declared.wholeImports[next] ?? []).reversed()
    }
  }
}
