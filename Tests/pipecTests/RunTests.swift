import Foundation
import TestSupport
import Testing

/// Runs: `pipec run`, and what `build` makes of `execution`.
@Suite struct RunTests {
  /// A pipeline with parameters of several types and three steps in a row.
  private static let source = """
    pipeline "churn" { role: "arn:aws:iam::111122223333:role/R" }
    param Rounds: Integer = 50
    param Rate: Float = 0.5
    param Deep: Boolean = false
    param Mode: String in ["full", "quick"]
    step A: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
      args: { rounds: Rounds, rate: Rate, deep: Deep, mode: Mode }
    }
    step B: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
      after: A
    }
    step C: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
      after: B
    }
    execution Full { Mode: "full" }

    """

  /// Returns what `pipec run` with `words` does with the pipeline.
  private func run(_ words: String..., source: String = source) throws -> Run {
    try Workspace().run(words: ["run", "-", "-p", "Mode=full"] + words, input: source)
  }

  /// Returns the line of `text` that begins with `key`, apart from indentation.
  private func line(_ key: String, in text: String) -> Substring? {
    text.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix(key) }
  }

  @Test func `the same run has the same name, and another one another`() throws {
    let name = try line("name:", in: run().output)
    #expect(try line("name:", in: run("-p", "Mode=full").output) == name)
    let others = [
      try run("-p", "Mode=quick"), try run("-p", "Rounds=50"), try run("-p", "Rounds=51"),
      try run("--select", "A"), try run("--description", "x"),
      try run(source: Self.source.replacingOccurrences(of: "function:f", with: "function:g")),
    ]
    let names = others.map { line("name:", in: $0.output) }
    #expect(names.allSatisfy { $0?.hasPrefix("  name: churn-") ?? false })
    #expect(Set(names + [name]).count == others.count + 1)
  }

  @Test func `a name can be given, or left to the API server`() throws {
    let named = try run("--name", "churn-7").output
    #expect(line("name:", in: named) == "  name: churn-7")
    #expect(line("pipelineExecutionDisplayName:", in: named)?.hasSuffix(": churn-7") == true)
    let generated = try run("--generate-name").output
    #expect(line("generateName:", in: generated) == "  generateName: churn-")
    #expect(line("name:", in: generated) == nil)
    #expect(try run("--name", "Churn_7").status == 1)
  }

  @Test(arguments: [
    ("Rounds=50", true), ("Rounds=-3", true), ("Rounds=5.0", false), ("Rounds=", false),
    ("Rounds=0x10", false), ("Rate=1e3", true), ("Rate=.5", true), ("Rate=nan", false),
    ("Rate=infinity", false), ("Deep=true", true), ("Deep=True", false), ("Mode=slow", false),
    ("Mode=", false), ("None=1", false),
  ])
  func `a value is one of its parameter's type`(word: String, isTaken: Bool) throws {
    #expect(try run("-p", word).status == (isTaken ? 0 : 1))
  }

  @Test func `a value is a string in the manifest, whatever it looks like`() throws {
    let output = try run("-p", "Rounds=7", "-p", "Deep=true", "-p", "Rate=1.10").output
    for value in ["\"7\"", "\"true\"", "\"1.10\""] {
      #expect(output.contains("      value: \(value)\n"))
    }
  }

  @Test(arguments: [
    ("A", 0), ("A,B", 0), ("A,B,C", 0), ("B", 1), ("A,C", 1), ("D", 1),
  ])
  func `a selection is closed`(steps: String, status: Int32) throws {
    #expect(try run("--select", steps).status == status)
    let source = "arn:aws:sagemaker:us-west-2:111122223333:pipeline/churn/execution/abc"
    let withSource = try run("--select", steps, "--from", source)
    #expect(withSource.status == (steps == "B" ? 0 : status))
  }

  @Test func `a definition runs under a name that is given`() throws {
    let workspace = try Workspace()
    _ = try workspace.run(words: ["build", "-", "-o", "."], input: Self.source)
    let words = ["run", "churn.json", "-p", "Mode=full"]
    #expect(try workspace.run(words: words).status == 2)
    let run = try workspace.run(words: words + ["--pipeline", "churn"])
    #expect(run.status == 0)
    #expect(run.output.contains("  pipelineName: churn\n"))
    #expect(try workspace.run(words: words + ["--pipeline", "a b"]).status == 1)
  }

  @Test func `runs lie in a folder of their own, and are compared there`() throws {
    let workspace = try Workspace()
    let first = try workspace.run(words: ["build", "-", "-o", "o"], input: Self.source)
    #expect(first.errors == "wrote o/churn.json, o/churn.yaml, o/runs/churn-Full.yaml\n")
    let check = ["build", "-", "-o", "o", "--check"]
    #expect(try workspace.run(words: check, input: Self.source).status == 0)
    let less = Self.source.replacingOccurrences(
      of: "execution Full { Mode: \"full\" }\n", with: "")
    let leftOver = try workspace.run(words: check, input: less)
    #expect(leftOver.errors == "left over in o: runs/churn-Full.yaml\n")
    #expect(try workspace.run(words: check + ["--emit", "ack"], input: less).status == 0)
  }
}
