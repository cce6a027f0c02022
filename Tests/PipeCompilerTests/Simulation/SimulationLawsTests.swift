import PipeCompiler
import TestSupport
import Testing

/// What holds for every run of every pipeline.
@Suite struct SimulationLawsTests {
  /// The pipelines of the repository that compile.
  private static let graphs: [(name: String, graph: CheckedGraph)] = Corpus.inputs.compactMap {
    input in compile(input.source).graph.map { (input.path, $0) }
  }

  @Test func `every step has one fate, with a reason, at a time when it can run`() {
    #expect(Self.graphs.count > 50)
    for (name, graph) in Self.graphs { Self.check(simulate(graph), of: graph, name) }
  }

  @Test(.enabled(if: SharedCorpus.isPresent, "no shared corpus"))
  func `definitions of others are played without an unexplained step`() {
    var played = 0
    for source in SharedFolder.all.flatMap(\.sources) {
      guard let graph = compile(source).graph else { continue }
      Self.check(simulate(graph), of: graph, source.name)
      played += 1
    }
    #expect(played > 300)
  }

  @Test func `whatever is given and whoever fails, the laws hold, twice alike`() {
    var random = SplitMix64(seed: 7)
    for (name, graph) in Self.graphs {
      for round in 0..<4 {
        var scenario = Scenario()
        for step in graph.graph.steps.elements where Int.random(in: 0..<4, using: &random) == 0 {
          let ending: Scenario.BadEnding = Bool.random(using: &random) ? .failed : .stopped
          _ = scenario.end(graph.graph.text(step.name), as: ending, in: graph.graph)
        }
        let run = simulate(graph, under: scenario)
        Self.check(run, of: graph, "\(name), round \(round)")
        #expect(run.json == simulate(graph, under: scenario).json, "\(name)")
        #expect(run.text == simulate(graph, under: scenario).text, "\(name)")
      }
    }
  }

  @Test func `once all is given that is asked for, nothing is open`() {
    let values = ["1", "0.5", "text", "[1, 2]", "true", "{\"a\": 1}"]
    var random = SplitMix64(seed: 11)
    for (name, graph) in Self.graphs {
      var scenario = Scenario()
      for _ in 0..<20 {
        let needs = simulate(graph, under: scenario).needs
        if needs.isEmpty { break }
        for need in needs {
          let spelling =
            need.option.hasPrefix("-p ")
            ? "Parameters.\(need.option.dropFirst(3).dropLast())" : need.spelling
          // What is asked for can be given as it is asked for.
          let texts = values.shuffled(using: &random) + ["1", "true"]
          let isTaken = texts.contains { scenario.give(spelling, $0, in: graph.graph) == nil }
          #expect(isTaken || graph.graph.parameters.count > 0, "\(name): \(need.option)")
        }
      }
      let run = simulate(graph, under: scenario)
      Self.check(run, of: graph, name)
      #expect(run.needs.isEmpty, "\(name): \(run.needs.map(\.option))")
    }
  }

  /// Expects the laws of `run`, of `graph`, which is called `name`.
  private static func check(_ run: SimulatedRun, of graph: CheckedGraph, _ name: String) {
    let graph = graph.graph
    let names = graph.steps.elements.map { graph.text($0.name) }
    #expect(run.steps.map(\.name) == names, "\(name)")
    let edges = DependencyGraph(of: graph)
    for (step, record) in run.steps.enumerated() {
      checkFate(of: record, "\(name): \(record.name)")
      for edge in edges.edges(from: Index(step)) where record.fate.runs && edge.cause != .owner {
        let target = run.steps[Int(edge.target.offset)]
        guard let own = record.time, let other = target.time else {
          Issue.record("\(name): \(record.name) runs, and \(target.name) has no time")
          continue
        }
        let isInLoop = !record.items.isEmpty && !target.items.isEmpty
        #expect(other < own || (isInLoop && other.inner < own.inner), "\(name): \(record.name)")
      }
    }
    let waves = Dictionary(grouping: run.steps.filter { $0.items.isEmpty }) { $0.time?.wave ?? 0 }
    for (wave, steps) in waves where wave > 0 {
      #expect(steps.count <= run.parallelism, "\(name): wave \(wave)")
    }
    #expect((run.ending == .open) == !run.needs.isEmpty, "\(name)")
  }

  /// Expects that the fate of `step` has what explains it.
  private static func checkFate(of step: StepRun, _ place: String) {
    switch step.fate {
    case .succeeded, .failed, .stopped: #expect(step.time != nil, "\(place)")
    case .skipped(let reason):
      #expect(step.time == nil && !reason.text.isEmpty, "\(place)")
    case .open(let needs): #expect(!needs.isEmpty, "\(place)")
    }
  }
}
