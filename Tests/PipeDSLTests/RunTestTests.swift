import PipeCompiler
import PipeDSL
import TestSupport
import Testing

/// Tests in pipelines, in Swift as in the language.
@Suite struct RunTestTests {
  /// A pipeline with tests, in the language.
  private static let text = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R", artifacts: "s3://my-bucket" }
    param Most: Float = 0.2
    step Train: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
    condition Good if Train.FinalMetricDataList["loss"].Value <= Most {
      step Deploy: Model { PrimaryContainer: { Image: "i", ModelDataUrl: Train.model } }
    } else {
      fail Bad "too bad"
    }
    test "a bad one is refused" {
      given Train.FinalMetricDataList["loss"].Value = 0.5
      expect !runs(Deploy) && fails(execution) && fails(Bad)
    }
    test "the limit counts" {
      given Train.FinalMetricDataList["loss"].Value = 0.5
      given Most = 0.6
      expect runs(Deploy) && succeeds(execution) && succeeds(Good)
    }
    test "nothing works without data" {
      given Train.failed = true
      expect fails(Train) && runs(Deploy)
    }

    """

  /// The same in Swift.
  private static var pipeline: Pipeline {
    Pipeline("p", role: Feature.role, artifacts: "s3://my-bucket") {
      @PipeDSL.Parameter("Most") var most: PipeDSL.Value<Double> = 0.2
      let train = Training("Train", outputDataConfig: Feature.models)
      let loss = train.finalMetricDataList["loss"].value
      let deploy = Model(
        "Deploy", primaryContainer: ContainerDefinition(image: "i", modelDataUrl: train.model))
      let bad = Fail("Bad", "too bad")
      let good = Condition("Good", if: loss <= most) {
        deploy
      } else: {
        bad
      }
      good
      PipelineTest(
        "a bad one is refused", given: [loss.given(0.5)],
        expect: [.not(.runs(deploy)), .runFails(), .fails(bad)])
      PipelineTest(
        "the limit counts", given: [loss.given(0.5), most.given(0.6)],
        expect: [.runs(deploy), .runSucceeds(), .succeeds(good)])
      PipelineTest(
        "nothing works without data", given: [.fails(train)],
        expect: [.fails(train), .runs(deploy)])
    }
  }

  /// Returns what came of the tests of `compilation`, places left out.
  private func outcome(_ compilation: Compilation) -> [Substring] {
    var report = TestReport()
    report.add(compilation)
    return report.text(as: .tap).split(separator: "\n").filter { !$0.contains("feature") }
      .filter { $0.hasPrefix("ok") || $0.hasPrefix("not ok") || $0.hasPrefix("1..") }
  }

  @Test func `tests come out as in the language`() {
    let text = compile(SourceFile(name: "p.pipe", text: Self.text), options: .sketch)
    let swift = Self.pipeline.compiled(options: .sketch)
    #expect(outcome(swift) == outcome(text) && outcome(text).count == 4, "\(outcome(swift))")
    #expect(outcome(swift).count { $0.hasPrefix("not ok") } == 1)
  }

  /// What a run may take, in the language.
  private static let bounds = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R", artifacts: "s3://my-bucket" }
    step Train: Training {
      OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
      ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 2 }
    }
    assert peak("ml.m5.xlarge") <= 2, "two are all there are"
    assert time() <= 1h, "an hour is enough"
    test "enough" {
      given Train.time = 30m
      expect hours("ml.m5.xlarge") <= 1 && hours() <= 1.5 && peak() <= 2 && width() <= 1 && time() <= 30m
    }
    test "too little" {
      given Train.time = 90m
      expect hours() <= 2 && !(width() <= 1)
    }

    """

  /// The same in Swift, with the second assertion if it `isTight`.
  private static func bounded(isTight: Bool) -> Pipeline {
    Pipeline("p", role: Feature.role, artifacts: "s3://my-bucket") {
      let train = Training(
        "Train", outputDataConfig: Feature.models,
        resourceConfig: ResourceConfig(instanceType: .mlM5Xlarge, instanceCount: 2))
      train
      Assert(.peak(of: "ml.m5.xlarge", atMost: 2), "two are all there are")
      if isTight { Assert(.time(atMost: .hours(1)), "an hour is enough") }
      PipelineTest(
        "enough", given: [.takes(train, atMost: .minutes(30))],
        expect: [
          .takes(.hours(of: "ml.m5.xlarge", atMost: 1)), .takes(.hours(atMost: 1.5)),
          .takes(.peak(atMost: 2)), .takes(.width(atMost: 1)), .takes(.time(atMost: .minutes(30))),
        ])
      PipelineTest(
        "too little", given: [.takes(train, atMost: .minutes(90))],
        expect: [.takes(.hours(atMost: 2)), .not(.takes(.width(atMost: 1)))])
    }
  }

  @Test func `what a run may take is said as in the language`() {
    func failures(_ compilation: Compilation) -> [[String]] {
      compilation.graph.map { runTests(of: $0).map { $0.failures.map(\.text) } } ?? []
    }
    func errors(_ compilation: Compilation) -> [String] {
      compilation.diagnostics.sorted.filter { $0.severity == .error }
        .map { "\($0.message): \($0.why ?? "")" }
    }
    let open = Self.bounds.replacing("assert time() <= 1h, \"an hour is enough\"\n", with: "")
    let text = compile(SourceFile(name: "p.pipe", text: open), options: .sketch)
    let swift = Self.bounded(isTight: false).compiled(options: .sketch)
    #expect(failures(swift) == failures(text))
    #expect(
      failures(swift) == [[], ["`hours()` is 3: `Train` 3", "`width()` is 1: `Train`"]])
    let tight = Self.bounded(isTight: true).compiled(options: .sketch)
    let tightText = compile(SourceFile(name: "p.pipe", text: Self.bounds), options: .sketch)
    #expect(errors(tight) == errors(tightText))
    #expect(
      errors(tight) == [
        "an hour is enough: `time()` is not known; nothing limits how long `Train` runs"
      ])
  }

  @Test func `only jobs on instances have a time of their own`() {
    let pipeline = Pipeline("p", role: Feature.role, artifacts: "s3://my-bucket") {
      let call = Lambda("Call", functionArn: Feature.function)
      call
      PipelineTest("a", given: [.takes(call, atMost: .hours(1))], expect: [.runs(call)])
    }
    #expect(pipeline.complaints.count == 1, "\(pipeline.complaints)")
    #expect(pipeline.complaints.first?.contains("error[wrong-type]: a test can't give") ?? false)
  }

  @Test func `a test of what is not there is an error`() {
    let pipeline = Pipeline("p", role: Feature.role, artifacts: "s3://my-bucket") {
      let train = Training("Train", outputDataConfig: Feature.models)
      let other = Training("Other", outputDataConfig: Feature.models)
      train
      PipelineTest("a", expect: [.runs(other)])
      PipelineTest("b", given: [PipeDSL.Value<Int>(1).given(2)], expect: [.runs(train)])
    }
    #expect(pipeline.complaints.count == 2, "\(pipeline.complaints)")
    #expect(pipeline.complaints[0].contains("error[malformed-reference]: the step `Other`"))
    #expect(pipeline.complaints[1].contains("error[wrong-type]"))
  }
}
