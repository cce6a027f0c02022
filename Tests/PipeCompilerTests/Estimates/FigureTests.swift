import PipeCompiler
import TestSupport
import Testing

/// What tests and assertions say of what a run takes.
@Suite struct FigureTests {
  /// A pipeline with jobs whose limits are known, and one whose size is not, for tests to stand in.
  private static let pipeline = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
    param Count: Integer = 2
    param Machines: Integer
    step Prep: Processing {
      ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: Count } }
      StoppingCondition: { MaxRuntimeInSeconds: 1h }
      retry capacity { until: 2h, every: 60s }
    }
    step Train: Training {
      ResourceConfig: { InstanceType: "ml.p3.2xlarge", InstanceCount: 1 }
      StoppingCondition: { MaxRuntimeInSeconds: 4h }
      retry internalError { attempts: 2, every: 10s }
      after: Prep
    }
    step Eval: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
      returns { mse: Float }
      after: Train
    }
    condition Gate if Eval.returns.mse <= 6.0 {
      step Score: Transform {
        TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: Machines }
      }
    } else {
      fail TooBad "too bad"
    }

    """

  /// What hides the hours of the pipeline.
  private static let obstacles =
    "; the number of instances of `Score` is known in a run only (give the parameter `Machines` a default, "
    + "or give `Machines`); nothing limits how long `Score` runs (give `Score.time`)"

  /// Returns what the one test with `clauses` says: `pass`, or what is so instead.
  private static func outcome(_ clauses: String, in pipeline: String) throws -> String {
    let text = "\(pipeline)test \"t\" {\n\(clauses)\n}\n"
    let compilation = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
    let graph = try #require(compilation.graph, "\(transcript(of: compilation))")
    #expect(graph.graph.satisfiesInvariants)
    let failures = runTests(of: graph).flatMap(\.failures).map(\.text)
    return failures.isEmpty ? "pass" : failures.joined(separator: "; ")
  }

  /// What tests say, and what comes of it.
  static let tests: [(clauses: String, outcome: String)] = [
    ("expect hours(\"ml.p3.2xlarge\") <= 12 && peak(\"ml.p3.2xlarge\") == 1", "pass"),
    ("expect 12 >= hours(\"ml.p3.2xlarge\") && (11.5 < hours(\"ml.p3.2xlarge\"))", "pass"),
    (
      "expect hours(\"ml.p3.2xlarge\") < 12",
      "`hours(\"ml.p3.2xlarge\")` is 12: `Train` 12"
    ),
    ("given Eval.returns.mse = 9.0 expect hours() <= 14 && hours() >= 14", "pass"),
    (
      "given Eval.returns.mse = 9.0 expect hours() <= 13.5",
      "`hours()` is 14: `Train` 12, `Prep` 2"
    ),
    (
      "given Eval.returns.mse = 9.0 given Count = 5 "
        + "expect hours(\"ml.m5.xlarge\") == 5 && peak(\"ml.m5.xlarge\") == 5", "pass"
    ),
    ("given Machines = 3 given Score.time = 2h expect hours() <= 20", "pass"),
    (
      "given Machines = 3 given Score.time = 2h expect hours() < 20",
      "`hours()` is 20: `Train` 12, `Score` 6, `Prep` 2"
    ),
    ("given Machines = 3 expect peak() == 3 expect peak(\"ml.p3.2xlarge\") == 1", "pass"),
    ("given Machines = 3 expect peak() < 3", "`peak()` is 3: `Score` 3"),
    ("given Eval.returns.mse = 9.0 given Train.time = 30m expect time() == 150m", "pass"),
    (
      "given Eval.returns.mse = 9.0 expect time() < 13h",
      "`time()` is 13h: `Train` 12h, `Prep` 1h"
    ),
    ("given Prep.failed = true expect hours() == 2 && time() == 1h", "pass"),
    ("expect width() == 1", "pass"),
    ("expect width() > 1", "`width()` is 1: `Prep`"),
    // What is hidden in part is at least what is known of it.
    ("expect hours() > 13 && !(hours() <= 13) && hours() != 13", "pass"),
    ("expect hours() <= 10", "`hours()` is at least 14: `Train` 12, `Prep` 2"),
    ("expect hours() <= 20", "`hours()` is at least 14: `Train` 12, `Prep` 2" + obstacles),
    (
      "given Score.time = 1h expect hours(\"ml.m5.xlarge\") <= 20",
      "`hours(\"ml.m5.xlarge\")` is at least 3: `Prep` 2, `Score` 1; the number of instances of `Score` is "
        + "known in a run only (give the parameter `Machines` a default, or give `Machines`)"
    ),
    // A misspelt type would take nothing.
    (
      "expect hours(\"ml.p3.2xlarg\") <= 12",
      "no step asks for `ml.p3.2xlarg`: did you mean `ml.p3.2xlarge`?"
    ),
    (
      "expect peak(\"ml.trn1.32xlarge\") <= 1",
      "no step asks for `ml.trn1.32xlarge`, so this can be compared with 0 only"
    ),
    ("expect peak(\"ml.trn1.32xlarge\") == 0", "pass"),
  ]

  @Test(arguments: tests)
  func `a test says what a run takes, or hears what it does`(clauses: String, outcome: String)
    throws
  {
    #expect(try Self.outcome(clauses, in: Self.pipeline) == outcome)
  }

  /// A pipeline with a loop and a tuning job.
  private static let loop = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
    param Tenants: String
    foreach ForTenants in Tenants max 2 {
      step Score: Transform {
        TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 1 }
      }
    }
    step Tune: Tuning {
      HyperParameterTuningJobConfig: {
        ResourceLimits: { MaxNumberOfTrainingJobs: 6, MaxParallelTrainingJobs: 2 }
      }
      TrainingJobDefinition: {
        ResourceConfig: { InstanceType: "ml.c5.xlarge", InstanceCount: 1 }
        StoppingCondition: { MaxRuntimeInSeconds: 30m }
      }
      retry internalError { until: 1h, every: 10s }
      after: ForTenants
    }

    """

  @Test func `items that are given are counted, and so are jobs`() throws {
    let given = #"given Tenants = "[1, 2, 3]" given Score.time = 2h "#
    #expect(
      try Self.outcome(
        given + #"expect hours("ml.m5.xlarge") == 6 && peak("ml.m5.xlarge") == 2"#, in: Self.loop)
        == "pass")
    #expect(try Self.outcome(#"expect peak("ml.c5.xlarge") == 2"#, in: Self.loop) == "pass")
    let items = try Self.outcome(
      #"given Score.time = 1h expect hours("ml.m5.xlarge") <= 9"#, in: Self.loop)
    #expect(items.contains("; the number of items for which `Score` runs is known in a run only"))
    let tries = try Self.outcome(given + "expect hours() <= 9", in: Self.loop)
    #expect(
      tries
        == "`hours()` is at least 9: `Score` 6, `Tune` 3; `Tune` is tried again for a length of time, "
        + "however often (limit the `retry` of `Tune` by `attempts` in place of `until`)")
  }

  @Test func `what nothing limits and no test gives is as the analysis says`() throws {
    for path in ["examples/abalone.pipe", "examples/tuning.pipe", "examples/train.pipe"] {
      let source = SourceFile(name: path, bytes: Repository.bytes(at: path) ?? [])
      let compilation = compile(source, loader: .repository)
      let graph = try #require(compilation.graph, "\(transcript(of: compilation))")
      let estimate = PipelineEstimate(of: graph)
      for use in estimate.instances where !use.isOpen {
        let text =
          Repository.text(at: path)
          + "\ntest \"t\" { expect peak(\"\(use.type)\") == \(use.atOnce) }\n"
        let tested = compile(SourceFile(name: path, text: text), loader: .repository)
        let result = runTests(of: try #require(tested.graph)).last
        #expect(result?.failures.map(\.text) == [], "\(path)")
      }
    }
  }

  @Test func `an assertion holds in every build, or is an error`() throws {
    func complaints(_ assertion: String) -> [String] {
      let text = Self.pipeline + assertion + "\n"
      let compilation = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
      #expect(compilation.diagnostics.containsErrors == (compilation.graph == nil))
      return compilation.diagnostics.sorted.filter { $0.severity == .error }
        .map { "\($0.message) (\($0.label)): \($0.why ?? "")" }
    }
    #expect(complaints("assert hours(\"ml.p3.2xlarge\") <= 12, \"too dear\"") == [])
    #expect(complaints("assert 1 < 2 && peak(\"ml.p3.2xlarge\") <= 1, \"too dear\"") == [])
    #expect(
      complaints("let most = 10\nassert hours(\"ml.p3.2xlarge\") <= most, \"more than \\(most)\"")
        == ["more than 10 (does not hold): `hours(\"ml.p3.2xlarge\")` is 12: `Train` 12"])
    #expect(
      complaints("assert hours() <= 20 && width() == 1, \"too dear\"") == [
        "too dear (is not known): `hours()` is at least 14: `Train` 12, `Prep` 2; the number of "
          + "instances of `Score` is known in a run only; nothing limits how long `Score` runs"
      ])
  }

  @Test func `the dump shows what is asked`() throws {
    let text =
      Self.pipeline + """
        assert peak("ml.p3.2xlarge") != 3, "m"
        test "t" { given Score.time = 90m  expect !(hours() < 2.5) && time() <= 30h }

        """
    let compilation = compile(SourceFile(name: "p.pipe", text: text), options: .sketch)
    let dump = try #require(compilation.graph).graph.dump()
    let lines = dump.split(separator: "\n").suffix(5)
    #expect(
      lines.map(String.init) == [
        "assert not peak \"ml.p3.2xlarge\" Equals 3.0", "test \"t\"",
        "  given Score takes 5400s", "  expect not hours LessThan 2.5",
        "  expect time LessThanOrEqualTo 108000.0",
      ])
  }
}
