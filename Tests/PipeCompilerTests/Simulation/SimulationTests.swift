import PipeCompiler
import TestSupport
import Testing

/// Runs that are played without a service.
@Suite struct SimulationTests {
  /// The beginning of every sketch: a Lambda step is the shortest that there is.
  private static let header = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
    let fn = "arn:aws:lambda:us-west-2:111122223333:function:f"
    param Count: Integer = 3
    param Mode: String = "full"
    param Ratio: Float = 0.5

    """

  /// Returns the step `name` with `items` in it.
  private static func step(_ name: String, _ items: String = "") -> String {
    "step \(name): Lambda { FunctionArn: fn, returns { n: Integer, s: String }\n\(items) }\n"
  }

  /// Returns the run of the pipeline `text` under what `options` give, as they are on the command line.
  private static func run(_ text: String, _ options: [String] = []) throws -> SimulatedRun {
    let compilation = compile(
      SourceFile(name: "p.pipe", text: header + text), options: .sketch)
    let graph = try #require(compilation.graph, "\(transcript(of: compilation))")
    var scenario = Scenario()
    for option in options {
      let parts = option.split(separator: " ", maxSplits: 1).map(String.init)
      let pair = parts[1].split(separator: "=", maxSplits: 1).map(String.init)
      let mistake: String? =
        switch parts[0] {
        case "-p": scenario.give(parameter: pair[0], pair[1], in: graph.graph)
        case "given": scenario.give(pair[0], pair[1], in: graph.graph)
        case "fail": scenario.end(parts[1], as: .failed, in: graph.graph)
        default: scenario.end(parts[1], as: .stopped, in: graph.graph)
        }
      #expect(mistake == nil)
    }
    return simulate(graph, under: scenario)
  }

  /// Returns what became of the steps of `run`, in one word for each, with its wave.
  private static func fates(_ run: SimulatedRun) -> String {
    run.steps.map { step in
      "\(step.name) \(step.fate.word)\(step.time.map { " \($0.wave)" } ?? "")"
    }.joined(separator: ", ")
  }

  @Test func `steps run in waves, after those that they wait for`() throws {
    let run = try Self.run(
      Self.step("A") + Self.step("B", "args: { x: A.returns.n }") + Self.step("C")
        + Self.step("D", "after: [B, C]"))
    #expect(Self.fates(run) == "A succeeded 1, B succeeded 2, C succeeded 1, D succeeded 3")
    #expect(run.ending == .succeeded)
  }

  @Test func `no more steps run at once than the header says`() throws {
    let text = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R", parallelism: 2 }
      let fn = "arn:aws:lambda:us-west-2:111122223333:function:f"

      """
    let steps = "ABCDE".map { "step \($0): Lambda { FunctionArn: fn }\n" }.joined()
    let graph = try #require(compile(SourceFile(name: "p.pipe", text: text + steps)).graph)
    let run = simulate(graph)
    #expect(run.steps.map { $0.time?.wave } == [1, 1, 2, 2, 3])
  }

  @Test func `a failure keeps from starting what needs success, and starts what waits for it`()
    throws
  {
    let text =
      Self.step("A") + Self.step("B", "after: [A]") + Self.step("C", "after: [A.failed]")
      + Self.step("D", "after: [A.finished]") + Self.step("E", "after: [B]") + Self.step("F")
    let good = try Self.run(text)
    #expect(
      Self.fates(good)
        == "A succeeded 1, B succeeded 2, C skipped, D succeeded 2, E succeeded 3, F succeeded 1")
    #expect(good.ending == .succeeded)
    let bad = try Self.run(text, ["fail A"])
    #expect(
      Self.fates(bad)
        == "A failed 1, B skipped, C succeeded 2, D succeeded 2, E skipped, F succeeded 1")
    #expect(bad.ending == .completedWithFailures)
    #expect(bad.steps[1].fate == .skipped(.trigger(step: "A", wanted: "succeeds", got: "failed")))
    #expect(bad.steps[4].fate == .skipped(.waiting(step: "B")))
    #expect(try Self.run(Self.step("A") + Self.step("B"), ["fail A"]).ending == .failed)
    #expect(try Self.run(Self.step("A"), ["stop A"]).ending == .stopped)
  }

  @Test func `a Fail step lets its wave finish and nothing else start`() throws {
    let run = try Self.run(
      Self.step("A") + "condition G if Count == 3 { fail Stop \"over \\(Count)\" }\n"
        + Self.step("B", "after: [A]") + Self.step("C", "after: [B]"))
    #expect(
      Self.fates(run)
        == "A succeeded 1, G succeeded 1, Stop failed 2, B succeeded 2, C skipped")
    #expect(run.steps[2].fate == .failed("over 3"))
    #expect(run.steps[4].fate == .skipped(.ended(step: "Stop")))
    #expect(run.ending == .failed)
  }

  /// Questions and the answers under the defaults, and `Get.returns.n` being 4.
  static let questions: [(question: String, answer: Bool)] = [
    ("Count == 3", true), ("Count != 3", false), ("Count > 2", true), ("Count >= 4", false),
    ("Count < 4", true), ("Count <= 2", false), ("Mode == \"full\"", true),
    ("Mode < \"g\"", true), ("Mode in [\"a\", \"full\"]", true), ("!(Mode in [\"a\"])", true),
    ("Count in [1, Get.returns.n]", false), ("Get.returns.n == 4", true),
    ("Count == 4 || Ratio < 0.6", true), ("Count == 3 && Ratio > 0.6", false),
    ("!(Count == 3 && Ratio > 0.6) && Mode == \"full\"", true),
    ("(Count == 1 && Mode == \"x\") || (Count == 3 && Mode == \"full\")", true),
    ("\"\\(Count)/\\(Ratio)\" == \"3/0.5\"", true), ("\"10\" < \"\\(Count)\"", true),
  ]

  @Test(arguments: questions)
  func `conditions are answered`(question: String, answer: Bool) throws {
    let text =
      Self.step("Get") + "condition G if \(question) {\n\(Self.step("Yes"))} else {\n"
      + "\(Self.step("No"))}\n"
    let run = try Self.run(text, ["given Get.returns.n=4"])
    #expect(run.steps[1].outcome == answer)
    #expect(run.steps[answer ? 2 : 3].fate == .succeeded)
    #expect(run.steps[answer ? 3 : 2].fate == .skipped(.branch(condition: "G", outcome: answer)))
  }

  @Test func `what is not given is asked for where a decision needs it, and only there`() throws {
    let text =
      Self.step("Get")
      + "condition G if Get.returns.n == 4 && Count == 4 {\n\(Self.step("A"))}\n"
      + "condition H if Get.returns.n == 4 || Count == 4 {\n\(Self.step("B"))}\n"
      + Self.step("C", "args: { x: \"<\\(Get.returns.s)>\" }")
    let run = try Self.run(text)
    #expect(
      Self.fates(run)
        == "Get succeeded 1, G succeeded 2, A skipped, H open 2, B open, C succeeded 2")
    #expect(run.needs.map(\.option) == ["--given Get.returns.n="])
    #expect(run.ending == .open)
    #expect(run.steps[5].resolved.map(\.value.shown) == ["\"<‹Get.returns.s›>\""])
    #expect(try Self.run(text, ["given Get.returns.n=4"]).ending == .succeeded)
  }

  @Test func `what can't be compared, and what a report has not, fails the step that asks`() throws
  {
    let text = """
      step Get: Processing {
        output o at "/o" to "s3://b/o"
        report R = "r.json" in o
      }
      condition G if Get.reports.R.a == 4 { \(Self.step("A"))}

      """
    let run = try Self.run(text, ["given Get.reports.R={\"a\": \"text\"}"])
    #expect(run.steps[1].fate == .failed("\"text\" and 4 are not of one type"))
    #expect(run.steps[2].fate == .skipped(.trigger(step: "G", wanted: "succeeds", got: "failed")))
    let other = try Self.run(text, ["given Get.reports.R={\"b\": 4}"])
    #expect(other.steps[1].fate == .failed("`Get.reports.R` has no `a`"))
  }

  @Test func `a loop runs its steps for every item, as many at once as it may`() throws {
    let text = """
      foreach Each in "[{\\"n\\": 1}, {\\"n\\": 2}, {\\"n\\": 3}]" max 2 {
        \(Self.step("Score", "args: { x: item.n }"))\(Self.step("Tell", "args: { x: Score.returns.n }"))
      } select max by Score.returns.n
      \(Self.step("Best", "args: { x: Each.Selected.OutputParameters[\"n\"], y: Each.InputItemCount }"))
      """
    let given = [
      "given Score-0.returns.n=5", "given Score-1.returns.n=9", "given Score-2.returns.n=7",
    ]
    let run = try Self.run(text, given)
    #expect(run.ending == .succeeded)
    let runs = run.steps[1].items + run.steps[2].items
    #expect(
      runs.map { "\($0.name) \($0.time?.inner ?? 0) \($0.resolved.first?.value.shown ?? "")" } == [
        "Score-0 1 1", "Score-1 1 2", "Score-2 3 3", "Tell-0 2 5", "Tell-1 2 9", "Tell-2 4 7",
      ])
    #expect(run.steps[3].resolved.map(\.value.shown) == ["9", "3"])
    let bad = try Self.run(text, given + ["fail Score-1"])
    #expect(Self.fates(bad) == "Each failed 1, Score failed 1, Tell succeeded 1, Best skipped")
    #expect(bad.steps[2].items[1].fate.word == "skipped")
    #expect(try Self.run(text).needs.isEmpty)
  }

  /// What is given, and what is wrong with it.
  static let mistakes: [(path: String, value: String, message: String)] = [
    ("Parameters.Cuont", "1", "the pipeline has no parameter `Cuont`: did you mean `Count`?"),
    ("Parameters.Count", "x", "the parameter `Count` is of type Integer, which `x` is not"),
    ("Gte.returns.n", "1", "the pipeline has no step `Gte`: did you mean `Get`?"),
    ("Get.returns.n", "x", "`Get.returns.n` is of type Integer, which `x` is not"),
    ("Get..n", "x", "`Get..n` is no value of a run, such as `Eval.reports.Report.mse`"),
  ]

  @Test(arguments: mistakes)
  func `what can't be given is told`(path: String, value: String, message: String) throws {
    let source = SourceFile(name: "p.pipe", text: Self.header + Self.step("Get"))
    let graph = try #require(compile(source, options: .sketch).graph)
    var scenario = Scenario()
    #expect(scenario.give(path, value, in: graph.graph) == message)
  }

  @Test func `names are read in all their spellings`() {
    let spellings = [
      "Steps.E.PropertyFiles.R.a[0].b": "E.reports.R.a[0].b",
      "E.reports['R']['a'][0].b": "E.reports.R.a[0].b",
      "F.OutputParameters['x y']": "F.returns['x y']", "Parameters.P": "Parameters.P",
      "T.model": "T.ModelArtifacts.S3ModelArtifacts",
      "execution.id": "Execution.PipelineExecutionId",
      "P.outputs.o": "P.ProcessingOutputConfig.Outputs.o.S3Output.S3Uri",
    ]
    for (text, spelling) in spellings { #expect(ValueName(text)?.spelling == spelling) }
    for text in ["", ".", "a.", "a[", "a['x]", "a]b", "[]", "a..b", "execution.x"] {
      #expect(ValueName(text) == nil, "\(text)")
    }
  }

  @Test func `texts that hold each other's end in a failure, not in memory`() throws {
    let steps = (1...60).map { number in
      let last = "\\(S\(number - 1).HyperParameters[\"x\"])"
      return "step S\(number): Training { HyperParameters: { x: \"\(last)\(last)\" } }"
    }
    let run = try Self.run(
      "step S0: Training { HyperParameters: { x: \"0123456789\" } }\n"
        + steps.joined(separator: "\n"))
    #expect(run.steps.contains { $0.fate == .failed("its texts are too long for a simulation") })
  }
}
