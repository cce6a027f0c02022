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
