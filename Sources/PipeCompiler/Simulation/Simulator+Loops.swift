/// The work on one item of a loop.
struct Iteration: Sendable {
  /// The number of the item, from zero.
  let position: Int
  /// The item.
  let item: RunValue
  /// The arguments of the loop's steps, by their positions in the graph, once they have run.
  var arguments: [Int: RunValue] = [:]
}

// Loops.
extension Simulator {
  /// Runs `loop`, which is `step`, in `wave`.
  ///
  /// Items are taken in rows of as many as may be worked on at once. What a failure does to the
  /// items behind it is not documented; here they are worked on, and the loop fails at its end.
  mutating func run(_ loop: ForEach, of step: Int, at wave: Int) {
    let body = graph.regions[loop.body].steps.map { Int($0.offset) }
    fault = nil
    let list = items(of: loop)
    if let fault { return close(step, body, as: .failed(fault)) }
    guard let list else { return close(step, body, as: .failed("what it runs over is no list")) }
    if case .open(let open) = list { return close(step, body, as: .open(open.needs)) }
    guard case .list(let entries) = list else {
      return close(step, body, as: .failed("what it runs over is no list"))
    }
    resolved[step] = [RunMember(name: "IterableItems", value: list)]
    arguments[step] = .object([RunMember(name: "IterableItems", value: list)])
    let count = min(entries.count, itemRoom / max(1, body.count))
    itemRoom -= count * body.count
    let width = concurrency(of: loop)
    let order = self.order(of: body)
    for position in 0..<count {
      run(
        body, in: order, on: Iteration(position: position, item: entries[position]),
        of: step, at: StepRun.Time(wave, inner: position / width * order.depth))
    }
    finish(step, body, isEmpty: entries.isEmpty, at: wave)
    if count < entries.count, fates[step] == .succeeded {
      fates[step] = .failed("it has too many items for a simulation")
    }
  }

  /// Returns the list that `loop` runs over, `nil` if it is none.
  private mutating func items(of loop: ForEach) -> RunValue? {
    if case .list(let run) = graph.values[loop.items] {
      var entries: [RunValue] = []
      for entry in graph.elements(in: run) { entries.append(evaluate(entry)) }
      return .list(entries)
    }
    switch evaluate(loop.items) {
    case .string(let text): return DocumentReader.read(text)
    case .open(let open): return .open(open)
    case .list(let entries): return .list(entries)
    default: return nil
    }
  }

  /// Returns how many items of `loop` may be worked on at once.
  private mutating func concurrency(of loop: ForEach) -> Int {
    guard let limit = loop.maxConcurrency, case .number(let lexeme) = evaluate(limit),
      let number = Int(lexeme)
    else { return 1 }
    return max(1, number)
  }

  /// Gives `step`, which is a loop with the steps `body`, and those steps one fate.
  private mutating func close(_ step: Int, _ body: [Int], as fate: StepRun.Fate) {
    fates[step] = fate
    for inner in body {
      if case .open = fate {
        fates[inner] = fate
      } else {
        fates[inner] = .skipped(.waiting(step: name(step)))
      }
    }
  }

  /// Returns the steps of `body`, each behind those it waits for, with the inner wave of each.
  private func order(of body: [Int]) -> (steps: [Int], waves: [Int: Int], depth: Int) {
    let members = Set(body)
    var waves: [Int: Int] = [:]
    var steps: [Int] = []
    for index in edges.executionOrder().steps where members.contains(Int(index.offset)) {
      let step = Int(index.offset)
      steps.append(step)
      waves[step] =
        1 + (innerEdges(of: step, members).compactMap { waves[Int($0.target.offset)] }.max() ?? 0)
    }
    return (steps, waves, max(1, waves.values.max() ?? 1))
  }

  /// Returns the edges of `step` to steps of the same loop.
  private func innerEdges(of step: Int, _ members: Set<Int>) -> [Edge] {
    edges.edges(from: Index(step)).filter {
      members.contains(Int($0.target.offset)) && $0.cause != .owner
    }
  }

  /// Works on one item with the steps `body`, in `order`, as `iteration` of the loop `loop`.
  private mutating func run(
    _ body: [Int], in order: (steps: [Int], waves: [Int: Int], depth: Int),
    on iteration: Iteration, of loop: Int, at start: StepRun.Time
  ) {
    self.iteration = iteration
    for step in body { fates[step] = nil; arguments[step] = nil; resolved[step] = [] }
    let members = Set(body)
    for step in order.steps {
      var time: StepRun.Time?
      if let fate = verdict(on: step, edges: innerEdges(of: step, members)) {
        fates[step] = fate
      } else {
        time = StepRun.Time(start.wave, inner: start.inner + (order.waves[step] ?? 1))
        fates[step] = run(step, with: graph.arguments(of: Index(step)))
      }
      self.iteration?.arguments[step] = arguments[step]
      items[step].append(record(step, called: runName(step), at: time))
    }
    if let done = self.iteration { iterations[loop].append(done) }
    self.iteration = nil
  }

  /// Gives the loop `step` and its steps `body` the fates that their items make.
  private mutating func finish(_ step: Int, _ body: [Int], isEmpty: Bool, at wave: Int) {
    var worst = StepRun.Fate.succeeded
    for inner in body {
      arguments[inner] = nil
      resolved[inner] = []
      times[inner] = items[inner].compactMap(\.time).min()
      let fates = items[inner].map(\.fate)
      let bad = fates.first { if case .failed = $0 { true } else { $0 == .stopped } }
      self.fates[inner] =
        isEmpty
        ? .skipped(.noItems(step: name(step)))
        : bad ?? (fates.contains(.succeeded) ? .succeeded : fates.first ?? .succeeded)
      if worst == .succeeded, let bad {
        worst = bad == .stopped ? .stopped : .failed("`\(name(inner))` failed for an item")
      }
    }
    fates[step] = worst
  }

  /// Returns what is known of the property at `path` of the loop `step`; `nil` if it is no loop's.
  mutating func loopResult(_ path: [String], of step: Int) -> RunValue? {
    guard case .forEach(let loop) = graph.steps.elements[step].body, let first = path.first,
      let fate = fates[step], fate.runs
    else { return nil }
    let runs = graph.regions[loop.body].steps.flatMap { items[Int($0.offset)] }
    switch first {
    case "Status": return .string(fate == .succeeded ? "Succeeded" : "Failed")
    case "InputItemCount": return .number(String(iterations[step].count))
    case "TotalStepCount": return .number(String(runs.count))
    case "SucceededStepCount": return .number(String(runs.count { $0.fate == .succeeded }))
    case "StoppedStepCount": return .number(String(runs.count { $0.fate == .stopped }))
    case "FailedStepCount":
      return .number(String(runs.count { if case .failed = $0.fate { true } else { false } }))
    case "IterationOutputs" where path.count > 3:
      guard let position = Int(path[1]) else { return nil }
      return output(Array(path[3...]), of: path[2], from: step, item: position)
    case "Selected":
      return selected(Array(path.dropFirst()), by: loop.selector, from: step)
    default: return nil
    }
  }

  /// Returns the output at `path` of the step called `name` for an item of `loop`.
  private mutating func output(
    _ path: [String], of name: String, from loop: Int, item position: Int
  ) -> RunValue? {
    guard iterations[loop].indices.contains(position) else {
      fault = "`\(self.name(loop))` has no item \(position)"
      return .null
    }
    let outer = iteration
    defer { iteration = outer }
    let past = iterations[loop][position]
    iteration = past
    let step = graph.symbols.find(name).flatMap { names[$0] }
    if let step {
      let position = Int(step.offset)
      arguments[position] = past.arguments[position]
      let found = read(path, of: step, called: name)
      arguments[position] = nil
      return renamed(found, of: name, for: past)
    }
    return renamed(read(path, of: nil, called: name), of: name, for: past)
  }

  /// Returns `value`, in which what is missing of the step called `name` is that of an item.
  private func renamed(_ value: RunValue, of name: String, for past: Iteration) -> RunValue {
    guard case .open(let open) = value, let need = open.needs.first, open.needs.count == 1,
      need.step == name, open.text.hasPrefix("‹")
    else { return value }
    let own = ValueName(["Steps", "\(name)-\(past.position)"] + need.parts.dropFirst(2))
    return .open(.placeholder(own))
  }

  /// Returns the output at `path` of the item of `loop` that `selector` selects.
  private mutating func selected(
    _ path: [String], by selector: Selector?, from loop: Int
  ) -> RunValue? {
    guard let selector, case .reference(let index) = graph.values[selector.field],
      case .iterationOutput(let symbol) = graph.references[index].root
    else { return nil }
    let name = graph.text(symbol)
    let field = graph.parts(of: graph.references[index])
    var best: (position: Int, value: Double)?
    for position in iterations[loop].indices {
      guard let found = output(field, of: name, from: loop, item: position) else { return nil }
      guard case .number(let lexeme) = found, let value = Double(lexeme) else {
        if case .open = found { return found }
        fault = "the selector of `\(self.name(loop))` compares what is no number"
        return .null
      }
      let isBetter = best.map { selector.takesLargest ? value > $0.value : value < $0.value }
      if isBetter ?? true { best = (position, value) }
    }
    guard let best else { return nil }
    return output(path, of: name, from: loop, item: best.position)
  }
}
