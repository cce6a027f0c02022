extension Check {
  /// No two steps write to one place, and none reads what another one may still be writing.
  static let storage = Check { graph, analysis, diagnostics in
    var search = StorageHazards(graph, analysis)
    search.run(&diagnostics)
  }
}

/// The search for steps that get in each other's way on S3.
private struct StorageHazards {
  private let graph: PipelineGraph
  private let analysis: Analysis
  private let storage: StorageUses
  private var order: OrderSearch

  init(_ graph: PipelineGraph, _ analysis: Analysis) {
    self.graph = graph
    self.analysis = analysis
    storage = StorageUses(of: graph)
    order = OrderSearch(graph, analysis)
  }

  /// Reports all of them.
  mutating func run(_ diagnostics: inout Diagnostics) {
    for (number, use) in storage.uses.enumerated() {
      switch use.access {
      case .reads: checkRead(use, &diagnostics)
      case .writes:
        checkWrite(use, number, &diagnostics)
        checkUse(of: use, &diagnostics)
      case .writesBelow: break
      }
    }
  }

  /// Reports the write `use` if an earlier one goes to the same place.
  private mutating func checkWrite(
    _ use: StorageUses.Use, _ number: Int, _ diagnostics: inout Diagnostics
  ) {
    let region = graph.steps[use.step].region
    if let body = analysis.loopBody(around: region, in: graph), isSameForAllItems(use) {
      diagnostics.report(
        Diagnostic(
          .sharedPrefix, "all items of the loop write to the same place",
          at: graph.origin(of: use.value),
          related: graph.regions[body].owner.map {
            [Label("runs the step once for each item", at: graph.steps[$0].origin)]
          } ?? [],
          why: "the runs overwrite each other's results",
          help: "put something of the item into the path"))
    }
    for other in storage.writes(to: use.path) where other < number {
      let earlier = storage.uses[other]
      guard earlier.access == .writes, !order.areExclusive(use.step, earlier.step) else { continue }
      // A definition that does so within one step is run by AWS's own tests.
      guard earlier.step != use.step else { continue }
      let name = "`\(graph.text(graph.steps[earlier.step].name))`"
      diagnostics.report(
        Diagnostic(
          .sharedPrefix,
          "`\(graph.text(graph.steps[use.step].name))` writes where \(name) writes too",
          at: graph.origin(of: use.value),
          related: [Label("the first one", at: graph.origin(of: earlier.value))],
          why: "what remains is a mixture of both, or what was written last",
          help: "give each a path of its own"))
      return
    }
  }

  /// Returns `true` iff nothing in the path of `use` depends on the item of a loop.
  private func isSameForAllItems(_ use: StorageUses.Use) -> Bool {
    let marker = Array("\0ForEach.".utf8)
    let path = storage.bytes[use.path]
    return !path.indices.contains { path[$0] == 0 && path[$0...].starts(with: marker) }
  }

  /// Reports the read `use` if a step that is not ordered with its own writes there.
  private mutating func checkRead(_ use: StorageUses.Use, _ diagnostics: inout Diagnostics) {
    for length in prefixes(of: use.path) {
      let isWhole = length == use.path.count
      for other in storage.writes(to: use.path.prefix(length)) {
        let write = storage.uses[other]
        // Below a folder of a job's own, nothing but the job's name tells what is read.
        if write.access == .writesBelow, !isWhole { continue }
        if report(use, write, &diagnostics) { return }
      }
    }
  }

  /// Reports the write `use` if nothing reads it, and nothing outside can find it.
  private func checkUse(of use: StorageUses.Use, _ diagnostics: inout Diagnostics) {
    guard graph.steps[use.step].kind == .processing, let output = use.output,
      let name = graph.symbol(output), isOfOneRun(use), !storage.isRead(below: use.path),
      !analysis.isRead(output: name, of: use.step, graph)
    else { return }
    diagnostics.report(
      Diagnostic(
        .unusedOutput, "nothing reads the output `\(graph.text(name))`",
        at: graph.origin(of: output),
        why: "it lies at another place in every run, where nothing looks for it",
        help: "read it, give it a place of its own, or remove it"))
  }

  /// Returns `true` iff the path of `use` is a different one in every run.
  private func isOfOneRun(_ use: StorageUses.Use) -> Bool {
    let path = storage.bytes[use.path]
    return path.indices.contains {
      path[$0] == 0 && path[$0...].dropFirst().starts(with: "Execution.PipelineExecution".utf8)
    }
  }

  /// Returns the lengths of the paths that the one in `range` lies in, itself included, from long
  /// to short, the bucket excluded.
  private func prefixes(of range: Range<Int>) -> [Int] {
    var lengths = [range.count]
    var slashes = 0
    for position in range where storage.bytes[position] == UInt8(ascii: "/") {
      slashes += 1
      // `s3://bucket/` has three.
      if slashes > 3 { lengths.append(position - range.lowerBound) }
    }
    return lengths.reversed()
  }

  /// Reports that `read` and `write` are not ordered, if that is so and they are of two steps.
  private mutating func report(
    _ read: StorageUses.Use, _ write: StorageUses.Use, _ diagnostics: inout Diagnostics
  ) -> Bool {
    guard read.step != write.step, !order.areOrdered(read.step, write.step) else { return false }
    let reader = graph.text(graph.steps[read.step].name)
    let writer = graph.text(graph.steps[write.step].name)
    diagnostics.report(
      Diagnostic(
        .unorderedRead, "`\(reader)` reads what `\(writer)` writes, and does not wait for it",
        at: graph.origin(of: read.value),
        related: [Label("is written here", at: graph.origin(of: write.value))],
        why: "the service sees no order in two texts, so the step may read what was there before",
        help: graph.notation == .pipe
          ? "refer to the output of `\(writer)`, or add `after: \(writer)`"
          : "refer to the output of `\(writer)`, or add it to `DependsOn`"))
    return true
  }
}
