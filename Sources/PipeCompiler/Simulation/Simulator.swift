/// Returns what a run of `graph` does under `scenario`.
package func simulate(_ graph: CheckedGraph, under scenario: Scenario = Scenario()) -> SimulatedRun
{
  simulate(graph, under: scenario, asking: []).run
}

/// Returns what a run of `graph` does under `scenario`, and at its end the answers to `questions`,
/// each a list of conditions that have to hold.
package func simulate(
  _ graph: CheckedGraph, under scenario: Scenario, asking questions: [[Index<Condition>]]
) -> (run: SimulatedRun, answers: [RunAnswer]) {
  var simulator = Simulator(graph.graph, scenario)
  simulator.run()
  var answers: [RunAnswer] = []
  for question in questions { answers.append(simulator.answer(to: question)) }
  let found = simulator.operands(of: questions)
  var run = simulator.finish()
  run.found = found
  return (run, answers)
}

/// The machine that plays a run: every step takes as long as any other, a wave.
///
/// A step is looked at once all steps that it waits for have a fate, so a run takes time in
/// proportion to the steps and the edges between them.
struct Simulator: ~Copyable {
  /// The pipeline.
  let graph: PipelineGraph
  /// What is assumed.
  let scenario: Scenario
  /// Which step has which name.
  let names: StepNames
  /// Which steps wait for which.
  let edges: DependencyGraph
  /// The loop in which each step runs, or the step itself; what the scheduler knows are these.
  private(set) var hosts: [Int]
  /// How many steps may run at once.
  let parallelism: Int
  /// The values of the parameters.
  private(set) var parameters: [RunValue] = []
  /// What became of each step so far.
  var fates: [StepRun.Fate?]
  /// When each step ran.
  var times: [StepRun.Time?]
  /// The arguments of each step that was started.
  var arguments: [RunValue?]
  /// The arguments of each step that the definition does not spell out.
  var resolved: [[RunMember]]
  /// The answer of each Condition step.
  var outcomes: [Bool?]
  /// What became of the steps of loops, item by item.
  var items: [[StepRun]]
  /// What became of each loop's steps for each item, for those who read it.
  var iterations: [[Iteration]]
  /// The item that is worked on, while one is.
  var iteration: Iteration?
  /// What went wrong while arguments were worked out.
  var fault: String?
  /// How many bytes of text may still be made.
  var room = 16_777_216
  /// How many runs of steps in loops may still be noted.
  var itemRoom = 100_000
  /// The Fail step that ended the run.
  private var end: Int?

  /// Creates the machine for a run of `graph` under `scenario`.
  init(_ graph: PipelineGraph, _ scenario: Scenario) {
    self.graph = graph
    self.scenario = scenario
    names = StepNames(of: graph)
    edges = DependencyGraph(of: graph)
    let count = graph.steps.count
    hosts = Array(0..<count)
    // A pipeline may run 50 steps at once if nothing else is said (AWS's developer guide).
    parallelism = max(1, Self.limit(of: graph) ?? 50)
    fates = Array(repeating: nil, count: count)
    times = Array(repeating: nil, count: count)
    arguments = Array(repeating: nil, count: count)
    resolved = Array(repeating: [], count: count)
    outcomes = Array(repeating: nil, count: count)
    items = Array(repeating: [], count: count)
    iterations = Array(repeating: [], count: count)
    for step in 0..<count { hosts[step] = host(of: step) }
    for parameter in graph.parameters.elements { parameters.append(value(of: parameter)) }
  }

  /// Returns how many steps of `graph` may run at once, if its header says so.
  private static func limit(of graph: PipelineGraph) -> Int? {
    guard let value = graph.header.parallelism, case .number(let lexeme) = graph.values[value]
    else { return nil }
    return Int(graph.text(lexeme))
  }

  /// Returns the outermost loop around `step`, or `step` itself.
  private func host(of step: Int) -> Int {
    var host = step
    var region = graph.steps.elements[step].region
    while let owner = graph.regions[region].owner {
      if graph.regions[region].role == .body { host = Int(owner.offset) }
      region = graph.steps[owner].region
    }
    return host
  }

  /// Returns the value with which a run is started for `parameter`.
  private func value(of parameter: Parameter) -> RunValue {
    let name = graph.text(parameter.name)
    if let value = scenario.parameters[name] { return value }
    guard let value = graph.present(parameter.defaultValue) else {
      return .open(.placeholder(ValueName(["Parameters", name])))
    }
    let literal = literal(value)
    return parameter.type == .float ? literal.asFloat : literal
  }
}

// The run.
extension Simulator {
  /// Plays the run until nothing more can start.
  mutating func run() {
    var schedule = Schedule(hosts, edges)
    var wave = 0
    while true {
      while let step = schedule.takeDue() {
        if let fate = verdict(on: step) {
          fates[step] = fate
          schedule.release(after: step)
        } else {
          schedule.admit(step)
        }
      }
      let batch = schedule.takeReady(atMost: parallelism)
      guard !batch.isEmpty, end == nil else { break }
      wave += 1
      for step in batch { start(step, at: wave) }
      for step in batch { schedule.release(after: step) }
    }
    settle()
  }

  /// Gives a fate to every step that has none: those a Fail step was faster than.
  private mutating func settle() {
    for step in fates.indices where fates[step] == nil {
      let host = hosts[step]
      if let end {
        fates[step] = .skipped(.ended(step: name(end)))
      } else {
        fates[step] = fates[host] ?? .skipped(.waiting(step: name(host)))
      }
    }
  }

  /// Runs `step` in `wave`.
  private mutating func start(_ step: Int, at wave: Int) {
    times[step] = StepRun.Time(wave)
    switch graph.steps.elements[step].body {
    case .condition(let conditions, _, _): decide(conditions, of: step)
    case .forEach(let loop): run(loop, of: step, at: wave)
    case .arguments(let value): fates[step] = run(step, with: value)
    }
    if graph.steps.elements[step].kind == .fail, end == nil { end = step }
  }

  /// Runs `step`, whose arguments are `value`, and returns how it ends.
  mutating func run(_ step: Int, with value: Index<Value>?) -> StepRun.Fate {
    fault = nil
    resolved[step] = []
    arguments[step] = value.map { resolve($0, in: step) }
    if let fault { return .failed(fault) }
    if graph.steps.elements[step].kind == .fail { return .failed(message(of: step)) }
    switch scenario.endings[runName(step)] ?? scenario.endings[name(step)] {
    case .failed: return .failed("as the scenario says")
    case .stopped: return .stopped
    case nil: return .succeeded
    }
  }

  /// Returns what the Fail step `step` says.
  private func message(of step: Int) -> String {
    guard let value = arguments[step]?.value(at: ["ErrorMessage"]) else { return "" }
    return value.joined
  }

  /// Answers the Condition step `step`, which asks whether all of `conditions` hold.
  private mutating func decide(_ conditions: [Index<Condition>], of step: Int) {
    let name = ValueName(["Steps", name(step), "Outcome"])
    if let given = scenario.endings[self.name(step)] {
      fates[step] = given == .failed ? .failed("as the scenario says") : .stopped
      return
    }
    if case .boolean(let outcome)? = scenario.given[name] {
      outcomes[step] = outcome
      fates[step] = .succeeded
      return
    }
    if let fault = faultyOperand(of: conditions) {
      fates[step] = .failed(fault)
      return
    }
    let answer = answer(to: conditions)
    switch answer {
    case .yes, .no:
      outcomes[step] = answer == .yes
      fates[step] = .succeeded
    case .open(let needs): fates[step] = .open(needs)
    case .fault(let reason): fates[step] = .failed(reason)
    }
  }

  /// Returns the name of `step`.
  func name(_ step: Int) -> String { graph.text(graph.steps.elements[step].name) }

  /// Returns the name under which `step` runs: in a loop with the number of the item.
  func runName(_ step: Int) -> String {
    iteration.map { "\(name(step))-\($0.position)" } ?? name(step)
  }
}

/// Which steps can start, as far as it is known.
private struct Schedule {
  /// How many edges of each step lead to steps without a fate.
  private var waiting: [Int]
  /// The steps that wait for each step, once for each edge.
  private var followers: [[Int32]]
  /// The steps whose turn it is to be looked at.
  private var due: [Int] = []
  /// The steps that can start, in source order.
  private var ready: [Int] = []

  /// Creates the schedule of the steps that are their own `hosts`, by `edges`.
  init(_ hosts: [Int], _ edges: DependencyGraph) {
    waiting = Array(repeating: 0, count: hosts.count)
    followers = Array(repeating: [], count: hosts.count)
    for step in hosts.indices where hosts[step] == step {
      for edge in edges.edges(from: Index(step)) {
        let target = hosts[Int(edge.target.offset)]
        guard target != step else { continue }
        waiting[step] += 1
        followers[target].append(Int32(truncatingIfNeeded: step))
      }
      if waiting[step] == 0 { due.append(step) }
    }
  }

  /// Takes a step off those whose turn it is to be looked at, if there is one.
  mutating func takeDue() -> Int? { due.popLast() }

  /// Notes that `step` can start.
  mutating func admit(_ step: Int) { ready.append(step) }

  /// Takes the steps that start now off those that can, at most `limit`, in source order.
  mutating func takeReady(atMost limit: Int) -> [Int] {
    ready.sort()
    let batch = Array(ready.prefix(limit))
    ready.removeFirst(batch.count)
    return batch
  }

  /// Notes that `step` has a fate.
  mutating func release(after step: Int) {
    for follower in followers[step] {
      waiting[Int(follower)] -= 1
      if waiting[Int(follower)] == 0 { due.append(Int(follower)) }
    }
  }
}
