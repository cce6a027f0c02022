import PipeCompiler
import TestSupport
import Testing

/// Tests that stand in pipelines.
@Suite struct PipelineTestTests {
  /// A pipeline with a condition and a step for failures, for tests to stand in.
  private static let pipeline = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
    let fn = "arn:aws:lambda:us-west-2:111122223333:function:f"
    param Limit: Float = 6.0
    step Train: Training { HyperParameters: { max_depth: 5 } }
    step Eval: Lambda { FunctionArn: fn, after: Train, returns { mse: Float, name: String } }
    condition Gate if Eval.returns.mse <= Limit {
      step Tell: Lambda { FunctionArn: fn }
    } else {
      fail TooBad "MSE over \\(Limit)"
    }
    step Alarm: Lambda { FunctionArn: fn, after: Train.failed }

    """

  /// Returns what the one test with `clauses` says: `pass`, or what is so instead.
  private static func outcome(_ clauses: String) throws -> String {
    let text = "\(pipeline)test \"t\" {\n\(clauses)\n}\n"
    let compilation = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
    let graph = try #require(compilation.graph, "\(transcript(of: compilation))")
    #expect(graph.graph.satisfiesInvariants)
    let results = runTests(of: graph)
    #expect(results.map(\.name) == ["t"])
    let failures = results.flatMap(\.failures).map(\.text)
    return failures.isEmpty ? "pass" : failures.joined(separator: "; ")
  }

  /// What tests say, and what comes of it.
  static let tests: [(clauses: String, outcome: String)] = [
    ("given Eval.returns.mse = 9.0 expect runs(TooBad)", "pass"),
    ("given Eval.returns.mse = 9 expect fails(execution) && !runs(Tell) && runs(Gate)", "pass"),
    ("given Eval.returns.mse = 9.0 given Limit = 10 expect succeeds(execution)", "pass"),
    ("given Eval.returns.mse = 1.0 expect succeeds(Gate) expect Gate.Outcome", "pass"),
    ("given Train.failed = true expect fails(Train) && succeeds(Alarm)", "pass"),
    ("given Train.stopped = true expect !fails(Train) && !runs(Alarm)", "pass"),
    ("expect Train.HyperParameters.max_depth == \"5\"", "pass"),
    ("expect runs(Gate)", "pass"),
    ("given Eval.returns.name = \"x\" expect Eval.returns.name in [\"x\", \"y\"]", "pass"),
    (
      "given Eval.returns.mse = 1.0 expect runs(TooBad) && runs(Tell)",
      "`TooBad` does not run: `Gate` is true, so the other branch is taken"
    ),
    ("given Eval.returns.mse = 1.0 expect !runs(Tell)", "`Tell` succeeds, in wave 4"),
    (
      "given Eval.returns.mse = 9.0 expect !runs(TooBad) expect succeeds(execution)",
      "`TooBad` fails: MSE over 6.0; the run ends as Failed"
    ),
    ("expect runs(Tell)", "what becomes of `Tell` is not known without `Eval.returns.mse`"),
    ("expect fails(execution)", "how the run ends is not known without `Eval.returns.mse`"),
    ("expect Eval.returns.mse < 1.0", "it is not known without `Eval.returns.mse`"),
    (
      "given Eval.returns.mse = 9.0 expect Eval.returns.mse < 1.0",
      "it does not hold: `Eval.returns.mse` is 9.0"
    ),
    ("expect 1 == 2", "it is false in every run"),
    (
      "given Train.stopped = true expect runs(Eval)",
      "`Eval` does not run: `Train` was stopped, and it starts only if that succeeds"
    ),
    ("given Train.stopped = true expect !runs(Train)", "`Train` is stopped"),
  ]

  @Test(arguments: tests)
  func `a test passes, or says what is so instead`(clauses: String, outcome: String) throws {
    #expect(try Self.outcome(clauses) == outcome)
  }

  @Test func `a test changes nothing of what is built`() throws {
    let plain = compile(SourceFile(name: "p.pipe", text: Self.pipeline), options: .sketch)
    let text = Self.pipeline + "test \"t\" { given Limit = 7.0  expect runs(Train) }\n"
    let tested = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
    #expect(plain.outputs.map(\.bytes) == tested.outputs.map(\.bytes))
    #expect(tested.graph?.graph.tests.count == 1)
  }

  @Test func `programs read the results`() {
    let text = """
      \(Self.pipeline)
      test "a < b & #1" { expect runs(Train) }
      test "c" { expect !runs(Train) }

      """
    let compilation = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
    var report = TestReport()
    report.add(compilation)
    #expect(!report.isClean)
    #expect(
      report.text(as: .human) == """
        pass: a < b & #1
        FAIL: c
          p.pipe:14:19: `Train` succeeds, in wave 1
        1 passed, 1 failed

        """)
    #expect(
      report.text(as: .tap) == """
        TAP version 13
        1..2
        ok 1 - a < b & \\#1
        not ok 2 - c
        # p.pipe:14:19: `Train` succeeds, in wave 1

        """)
    #expect(
      report.text(as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="pipec" tests="2" failures="1">
          <testcase classname="p.pipe" name="a &lt; b &amp; #1"/>
          <testcase classname="p.pipe" name="c">
            <failure message="p.pipe:14:19: `Train` succeeds, in wave 1"/>
          </testcase>
        </testsuite>

        """)
  }
}
