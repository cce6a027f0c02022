import PipeCompiler
import TestSupport
import Testing

/// What a run takes at most.
@Suite struct EstimateTests {
  @Test func `hours are instances times limits times runs, and of branches the larger counts`()
    throws
  {
    let estimate = try Self.estimate(
      """
      defaults Processing {
        AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/i:1" }
        StoppingCondition: { MaxRuntimeInSeconds: 1h }
      }
      func cluster(type, count) = {
        ClusterConfig: { InstanceType: type, InstanceCount: count, VolumeSizeInGB: 30 }
      }
      param Mode: String = "a"
      step A: Processing {
        ProcessingResources: cluster("ml.m5.xlarge", 2)
        retry internalError { attempts: 3, every: 10s }
      }
      condition C if Mode == "a" after A {
        step D: Processing { ProcessingResources: cluster("ml.m5.xlarge", 4) }
      } else {
        step E: Processing { ProcessingResources: cluster("ml.m5.xlarge", 1) }
        step F: Processing { ProcessingResources: cluster("ml.c5.xlarge", 1) }
      }
      """)
    #expect(estimate.width == 2)
    #expect(estimate.criticalPath == ["A", "C", "D"])
    #expect(estimate.seconds == 5 * 3_600)
    #expect(estimate.unlimited == [])
    let uses = estimate.instances.map {
      "\($0.type) \($0.atOnce) \($0.seconds / 3_600) \($0.isOpen)"
    }
    #expect(uses == ["ml.c5.xlarge 1 1 false", "ml.m5.xlarge 4 12 false"])
  }

  @Test(arguments: Corpus.definitions)
  func `every definition is estimated`(input: CorpusInput) {
    guard let graph = compile(input.source).graph else { return }
    let estimate = PipelineEstimate(of: graph)
    #expect(estimate.stepCount == graph.graph.steps.count)
    #expect(
      estimate.width <= estimate.stepCount && estimate.layerCount <= max(1, estimate.stepCount))
    #expect(estimate.instances.allSatisfy { $0.atOnce > 0 && $0.seconds >= 0 })
    #expect(estimate.text.hasSuffix("\n") && estimate.json.hasSuffix("}\n"))
  }

  /// Returns the estimate of the pipeline of the steps in `text`.
  private static func estimate(_ text: String) throws -> PipelineEstimate {
    let head = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }

      """
    let compilation = compile(SourceFile(name: "p.pipe", text: head + text))
    let graph = try #require(
      compilation.graph, "\(compilation.diagnostics.sorted.map(\.message))")
    return PipelineEstimate(of: graph)
  }
}
