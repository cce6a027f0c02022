import PipeCompiler
import TestSupport
import Testing

/// What transforms must not change: the runs.
@Suite struct TransformedRunTests {
  @Test(arguments: Corpus.inputs)
  func `a pipeline runs as it is written`(input: CorpusInput) {
    Self.checkRuns(of: input.source, input.path)
  }

  @Test(
    .enabled(if: SharedCorpus.isPresent, "no shared corpus; `PIPEC_SHARED` names its directory"),
    arguments: SharedFolder.all)
  func `what others wrote runs as it is written`(folder: SharedFolder) {
    for source in folder.sources { Self.checkRuns(of: source, source.name) }
  }

  @Test func `a run with another order or another argument is noticed`() throws {
    let head = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      let function = "arn:aws:lambda:us-east-1:111122223333:function:f"
      step A: Lambda { FunctionArn: function }
      step B: Lambda { FunctionArn: function

      """
    let plain = try #require(Self.graph(of: head + "}", at: .none))
    for other in ["after: A }", "args: { x: \"${A.ClientToken}\" } }"] {
      let changed = try #require(Self.graph(of: head + other, at: .none))
      #expect(Self.differences(simulate(plain), simulate(changed)) != [])
    }
  }

  /// Returns the graph of `text` after the transforms of `level`, if there is one.
  private static func graph(of text: String, at level: Optimization) -> CheckedGraph? {
    graph(of: SourceFile(name: "p.pipe", text: text), at: level)
  }

  /// Returns the graph of `source` after the transforms of `level`, if there is one.
  private static func graph(of source: SourceFile, at level: Optimization) -> CheckedGraph? {
    var options = CompilerOptions()
    options.optimization = level
    return compile(source, options: options).graph
  }

  /// Expects that `source`, called `name`, runs the same as it is written and as it is built, whoever
  /// fails and whatever the conditions find.
  private static func checkRuns(of source: SourceFile, _ name: String) {
    guard let written = graph(of: source, at: .none), let built = graph(of: source, at: .safe)
    else { return }
    var random = SplitMix64(seed: 23)
    for round in 0..<5 {
      let (a, b) = (written.graph, built.graph)
      var scenarios = (Scenario(), Scenario())
      for step in a.steps.elements where round > 0 {
        let (word, choice) = (a.text(step.name), Int.random(in: 0..<5, using: &random))
        if choice == 0 {
          let ending: Scenario.BadEnding = Bool.random(using: &random) ? .failed : .stopped
          _ = (scenarios.0.end(word, as: ending, in: a), scenarios.1.end(word, as: ending, in: b))
        }
      }
      for _ in 0..<3 * round {
        // What is asked for is given, the same to both.
        let needs = simulate(written, under: scenarios.0).needs
        guard !needs.isEmpty else { break }
        for need in needs {
          let text = ["1", "0.5", "\"text\"", "true"][Int.random(in: 0..<4, using: &random)]
          _ = scenarios.0.give(need.spelling, text, in: a)
          _ = scenarios.1.give(need.spelling, text, in: b)
        }
      }
      let runs = (simulate(written, under: scenarios.0), simulate(built, under: scenarios.1))
      #expect(differences(runs.0, runs.1) == [], "\(name), round \(round)")
    }
  }

  /// Returns in what the run `b` is another one than `a`, one line each.
  private static func differences(_ a: SimulatedRun, _ b: SimulatedRun) -> [String] {
    guard a.steps.count == b.steps.count else { return ["the number of steps"] }
    var found = a.ending == b.ending ? [] : ["\(a.ending) and \(b.ending)"]
    for (mine, other) in zip(a.steps, b.steps) { found += differences(mine, other) }
    return found
  }

  /// Returns in what the step `b` goes another way than `a`.
  private static func differences(_ a: StepRun, _ b: StepRun) -> [String] {
    var found: [String] = []
    if a.name != b.name { found.append("\(a.name) and \(b.name)") }
    if a.fate.word != b.fate.word { found.append("\(a.name): \(a.fate.word) and \(b.fate.word)") }
    if a.time != b.time { found.append("\(a.name): another time") }
    if a.arguments != b.arguments { found.append("\(a.name): other arguments") }
    if a.outcome != b.outcome { found.append("\(a.name): another answer") }
    if a.retries != b.retries || a.mayBeCached != b.mayBeCached {
      found.append("\(a.name): other policies")
    }
    guard a.items.count == b.items.count else { return found + ["\(a.name): other items"] }
    for (mine, other) in zip(a.items, b.items) { found += differences(mine, other) }
    return found
  }
}
