extension SimulatedRun {
  /// The run as text for people: what runs wave by wave, what does not, and what is missing.
  package var text: String {
    var lines = ["pipeline \(pipeline): \(ending.rawValue)"]
    if !parameters.isEmpty {
      lines += ["", "parameters"]
      lines += parameters.map { "  \($0.name) = \($0.value.shown)" }
    }
    lines += waveLines
    let waiting = steps.filter { if case .open = $0.fate { true } else { false } }
    if !waiting.isEmpty { lines += ["", "open"] + waiting.flatMap(Self.openLines) }
    let skipped = steps.filter { if case .skipped = $0.fate { true } else { false } }
    if !skipped.isEmpty { lines += ["", "not run"] + skipped.flatMap(Self.skippedLines) }
    let needs = needs
    if !needs.isEmpty {
      lines += ["", "to know more, give"] + needs.map { "  \($0.option)…" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines about the steps that run.
  private var waveLines: [String] {
    var lines: [String] = []
    let started = steps.filter { $0.time != nil }
    let waves = Dictionary(grouping: started) { $0.time?.wave ?? 0 }
    for wave in waves.keys.sorted() {
      lines += ["", "wave \(wave)"]
      for step in waves[wave] ?? [] { lines += Self.lines(about: step) }
    }
    return lines
  }

  /// Returns the lines about `step`, which runs.
  private static func lines(about step: StepRun) -> [String] {
    if !step.items.isEmpty { return step.items.flatMap(itemLines) }
    var lines = ["  \(step.name)  \(step.type)\(note(on: step))"]
    lines += step.resolved.map { "    \($0.name) = \($0.value.shown)" }
    return lines
  }

  /// Returns the lines about `step` for one item.
  private static func itemLines(_ step: StepRun) -> [String] {
    guard let time = step.time else {
      guard case .skipped(let reason) = step.fate else { return ["  \(step.name)  \(step.type)"] }
      return ["  \(step.name)  \(step.type): not run, \(reason.text)"]
    }
    let place = " (wave \(time.inner) of the loop)"
    return ["  \(step.name)  \(step.type)\(place)\(note(on: step))"]
      + step.resolved.map { "    \($0.name) = \($0.value.shown)" }
  }

  /// Returns what is to be said of `step` behind its name.
  private static func note(on step: StepRun) -> String {
    var notes: [String] = []
    switch step.fate {
    case .failed(let reason): notes.append(reason.isEmpty ? "fails" : "fails, \(reason)")
    case .stopped: notes.append("is stopped")
    case .succeeded, .skipped, .open: break
    }
    if let outcome = step.outcome { notes.append("\(outcome)") }
    if case .failed = step.fate, !step.retries.isEmpty {
      notes.append("tried again before on " + step.retries.joined(separator: ", on "))
    } else if step.mayBeCached {
      notes.append("may be taken from the cache")
    }
    return notes.isEmpty ? "" : ": " + notes.joined(separator: "; ")
  }

  /// Returns the lines about `step`, of which it is not known whether it runs or how it ends.
  private static func openLines(about step: StepRun) -> [String] {
    guard case .open(let needs) = step.fate else { return [] }
    let what = step.time == nil ? "whether it runs" : "how it ends"
    let names = needs.map(\.spelling).joined(separator: ", ")
    return ["  \(step.name)  \(step.type): \(what) depends on \(names)"]
  }

  /// Returns the lines about `step`, which does not run.
  private static func skippedLines(about step: StepRun) -> [String] {
    guard case .skipped(let reason) = step.fate else { return [] }
    return ["  \(step.name)  \(step.type): \(reason.text)"]
  }
}
