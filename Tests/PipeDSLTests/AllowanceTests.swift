import PipeDSL
import TestSupport
import Testing

/// Diagnostics that a program knows better about.
@Suite struct AllowanceTests {
  /// A step about which there is something to say.
  private static func step(_ name: String = "Send") -> Lambda {
    Lambda(
      name, functionArn: Feature.function, arguments: ["db-password": "correct-horse-battery"])
  }

  /// Returns a pipeline with such a step, as `change` makes it.
  private static func pipeline(
    _ name: String = "p", _ change: @escaping (Lambda) -> Lambda = { $0 }
  ) -> Pipeline {
    Pipeline(name, role: Feature.role, artifacts: "s3://my-bucket") { change(step()) }
  }

  /// Returns the kinds of diagnostics that `complaints` are.
  private static func kinds(_ complaints: [String]) -> [String] {
    complaints.compactMap { line in
      line.split(separator: "[").dropFirst().first?.split(separator: "]").first.map(String.init)
    }
  }

  @Test func `what is allowed at a step is hidden there`() {
    #expect(Self.kinds(Self.pipeline().complaints) == ["plain-credential"])
    let quiet = Self.pipeline { $0.allowing("plain-credential", because: "it opens a toy") }
    #expect(quiet.complaints == [])
  }

  @Test func `what is allowed around a step is hidden in it, and not beside it`() {
    func pipeline(_ reason: String?) -> Pipeline {
      Pipeline("p", role: Feature.role, artifacts: "s3://my-bucket") {
        @Parameter("Go") var isGood: Value<Bool> = true
        let condition = Condition("C", if: isGood) {
          Lambda("In", functionArn: Feature.function, arguments: ["db-password": "correct-horse"])
        }
        if let reason {
          condition.allowing("plain-credential", because: reason)
        } else {
          condition
        }
        Lambda("By", functionArn: Feature.function, arguments: ["db-password": "battery-staple"])
      }
    }
    #expect(Self.kinds(pipeline(nil).complaints) == ["plain-credential", "plain-credential"])
    #expect(Self.kinds(pipeline("it opens a toy").complaints) == ["plain-credential"])
  }

  @Test func `what hides nothing is told of, and a step of several pipelines is one place`() {
    let idle = Self.pipeline {
      $0.allowing("plain-credential", because: "it opens a toy")
        .allowing("region-mismatch", because: "the function is a copy")
    }
    #expect(Self.kinds(idle.complaints) == ["unused-allowance"])
    #expect(idle.report.contains("about this step"), "\(idle.report)")
    #expect(Two.complaints() == [])
  }

  @Test func `an allowance needs a kind that can be allowed, and a reason`() {
    let cases = [
      ("plain-credentail", "r", "did you mean"), ("security", "r", "is a group"),
      ("unknown-step", "r", "can't be allowed"), ("plain-credential", " ", "gives no reason"),
    ]
    for (name, reason, part) in cases {
      let pipeline = Self.pipeline { $0.allowing(name, because: reason) }
      #expect(
        Self.kinds(pipeline.complaints).sorted() == ["invalid-allowance", "plain-credential"])
      #expect(pipeline.report.contains(part), "\(pipeline.report)")
    }
  }

  /// A program with two pipelines that have the same step.
  private struct Two: PipelineProgram {
    /// The pipelines.
    var pipelines: [Pipeline] {
      for name in ["a", "b"] {
        AllowanceTests.pipeline(name) {
          $0.allowing("plain-credential", because: "it opens a toy")
        }
      }
    }
  }
}
