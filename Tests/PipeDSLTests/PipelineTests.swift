import PipeDSL
import Testing

/// A place for models.
private let models = OutputDataConfig(s3OutputPath: "s3://my-bucket/m")

/// Returns a Training step.
private func train(_ name: String, line: UInt32 = #line) -> Training {
  Training(name, outputDataConfig: models, line: line)
}

/// Returns a Training step, from a place that is before all bodies.
private func earlier(_ name: String) -> Training { train(name) }

/// Returns a Model step of what `training` has trained.
private func model(_ name: String, of training: Training, line: UInt32 = #line) -> Model {
  Model(
    name, primaryContainer: ContainerDefinition(image: "i", modelDataUrl: training.model),
    line: line)
}

/// Returns a pipeline of what `body` holds.
private func pipeline(@StepBuilder _ body: () -> [PipelineElement]) -> Pipeline {
  Pipeline("p", role: "arn:aws:iam::111122223333:role/R", body: body)
}

/// Which steps a pipeline has, and where.
@Suite struct PipelineTests {
  @Test func `a step that is only mentioned stands where it was made`() {
    let subject = pipeline {
      let first = train("A")
      let second = train("B")
      model("C", of: second)
      model("D", of: first)
    }
    #expect(subject.outline == "A B C D")
  }

  @Test func `a step stands where it was made, wherever in the file that is written`() {
    let subject = pipeline {
      let first = earlier("A")
      first
      let second = train("B")
      let third = earlier("C")
      third
      model("D", of: second)
    }
    #expect(subject.outline == "A B C D")
  }

  @Test func `a step that is made in a branch stays there`() {
    let subject = pipeline {
      @Parameter("Go") var isGood: Value<Bool> = true
      let before = train("A")
      Condition("C", if: isGood) {
        let inside = train("B")
        model("D", of: inside)
        model("E", of: before)
      }
    }
    #expect(subject.outline == "A C {B D E} {}")
  }

  @Test func `a step that another one waits for is not lost`() {
    let subject = pipeline {
      let first = train("A")
      train("B").after(first.failed)
    }
    #expect(subject.outline == "A B")
  }

  @Test func `a step that is mentioned by a mentioned one is not lost`() {
    let subject = pipeline {
      let first = train("A")
      let second = train("B").after(first)
      train("C").after(second)
    }
    #expect(subject.outline == "A B C")
  }

  @Test func `control flow of Swift decides at build time`() {
    let isLarge = true
    let mode = 2
    let subject = pipeline {
      if isLarge { train("Large") } else { train("Small") }
      if !isLarge { train("Never") }
      for index in 0..<2 { train("T\(index)") }
      switch mode {
      case 1: train("One")
      default: train("Many")
      }
      group("G")
    }
    #expect(subject.outline == "Large T0 T1 Many G1 G2")
  }

  @Test func `two steps of one name are reported with both places`() {
    let subject = pipeline {
      train("A", line: 10)
      train("A", line: 20)
    }
    let report = subject.report
    #expect(report.contains("error[duplicate-step]"), "\(report)")
    #expect(report.contains("PipelineTests.swift:20:"), "\(report)")
    #expect(report.contains("PipelineTests.swift:10:"), "\(report)")
  }

  @Test func `a mistake is reported where the step is made`() {
    let subject = pipeline {
      Training(
        "A", outputDataConfig: models,
        resourceConfig: ResourceConfig(
          instanceType: "ml.m5.xlrge", instanceCount: 1, volumeSizeInGB: 30, line: 77))
    }
    let complaint = subject.complaints.first ?? ""
    #expect(complaint.hasPrefix("PipeDSLTests/PipelineTests.swift:77:"), "\(complaint)")
    #expect(complaint.contains("error[unknown-value]"), "\(complaint)")
  }

  /// Returns two steps.
  @StepBuilder private func group(_ name: String) -> [PipelineElement] {
    train("\(name)1")
    train("\(name)2")
  }
}
