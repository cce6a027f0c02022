import PipeDSL
import Testing

/// A program with settings and parameters of all types.
private struct Sample: PipelineProgram {
  @Config var region: String = "us-west-2"
  @Config var isLarge: Bool = false
  @Config("replica-count") var count: Int = 1
  @Config var note: String? = nil

  @Parameter var depth: Value<Int> = 5
  @Parameter("Input") var input: Value<String>
  @Parameter var rate: Value<Double> = 0.5

  var pipelines: [Pipeline] {
    for index in 0..<count {
      Pipeline("sample-\(region)-\(index)", role: "arn:aws:iam::111122223333:role/R") {
        Lambda(
          "Send", functionArn: "arn:aws:lambda:us-west-2:111122223333:function:f",
          arguments: [
            "depth": Literal(depth), "input": Literal(input), "large": Literal(isLarge),
            "note": Literal(note ?? "none"), "rate": Literal(rate),
          ])
      }
    }
  }
}

/// What the properties of a program mean.
@Suite struct ProgramTests {
  @Test func `parameters are called as their properties, unless the attribute says otherwise`() {
    let definition = Sample.definition()
    #expect(definition.contains("\"Get\": \"Parameters.depth\""))
    #expect(definition.contains("\"Get\": \"Parameters.Input\""))
    let names = definition.split(separator: "\n").filter { $0.contains("\"Type\": \"") }
    #expect(names.count >= 3)
  }

  @Test func `settings have their defaults, or what is given`() {
    #expect(Sample.names == ["sample-us-west-2-0"])
    let definition = Sample.definition(settings: [("isLarge", "true"), ("note", "hi")])
    #expect(definition.contains("\"large\": true"))
    #expect(definition.contains("\"note\": \"hi\""))
    #expect(Sample.definition().contains("\"note\": \"none\""))
  }

  @Test func `a setting that nothing declares is reported with the nearest name`() {
    let complaints = Sample.complaints(settings: [("regoin", "eu-west-1")])
    #expect(complaints.contains { $0.contains("error[unknown-config]") }, "\(complaints)")
  }

  @Test func `a value of the wrong type is reported where the setting is declared`() {
    let complaints = Sample.complaints(settings: [("replica-count", "many")])
    let complaint = complaints.first ?? ""
    #expect(complaint.contains("error[wrong-type]"), "\(complaints)")
    #expect(complaint.hasPrefix("PipeDSLTests/ProgramTests.swift:8:"), "\(complaints)")
  }
}
