import Foundation
import Testing

/// What `fmt`, `import` and `expand` do with files.
@Suite struct SourceTests {
  @Test func `a file is laid out in its place, and left alone if it is already`() throws {
    let workspace = try Workspace(["a.pipe": "let  a=1\n", "b.pipe": "let b = 1\n"])
    let check = try workspace.run("fmt", "--check", "a.pipe", "b.pipe")
    #expect(check.status == 1)
    #expect(check.output == "a.pipe\n")
    let run = try workspace.run("fmt", "a.pipe", "b.pipe")
    #expect(run.status == 0)
    #expect(run.errors == "wrote a.pipe; 1 file unchanged\n")
    #expect(try workspace.read("a.pipe") == "let a = 1\n")
    #expect(try workspace.run("fmt", "a.pipe").errors == "1 file unchanged\n")
    #expect(try workspace.run("fmt", "--check", "a.pipe", "b.pipe").status == 0)
  }

  @Test func `standard input is laid out on standard output`() throws {
    let run = try Workspace().run("fmt", "-", input: "let  a=1")
    #expect(run.output == "let a = 1\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `an unfinished file is laid out as far as it can be read`() throws {
    let run = try Workspace().run("fmt", "-", input: "let  a=1\nlet  b =\nlet  c=2\nlet  d=3\n")
    // What follows a mistake may be part of it, and is apart from what is laid out.
    #expect(run.output == "let a = 1\nlet  b =\nlet  c=2\n\nlet d = 3\n")
    #expect(run.errors.contains("expected a value"))
    #expect(run.status == 1)
  }

  /// A definition with one step.
  private static let definition = """
    {"Version": "2020-12-01", "Steps": [{"Name": "Stop", "Type": "Fail",
      "Arguments": {"ErrorMessage": "no"}}]}
    """

  @Test func `a definition becomes a source that is called after it`() throws {
    let workspace = try Workspace(["my_old.pipeline.json": Self.definition])
    let run = try workspace.run("import", "my_old.pipeline.json", "-o", "new.pipe")
    #expect(run.errors == "wrote new.pipe\n")
    let text = try workspace.read("new.pipe")
    #expect(text.hasPrefix("pipeline \"my-old\" {\n"))
    #expect(text.hasSuffix("fail Stop \"no\"\n"))
    let named = try workspace.run("import", "my_old.pipeline.json", "--name", "other")
    #expect(named.output == text.replacingOccurrences(of: "my-old", with: "other"))
    #expect(try workspace.run("build", "new.pipe").status == 0)
  }

  @Test func `what is no definition is reported, and nothing is written`() throws {
    let workspace = try Workspace(["a.json": "{\"Steps\": 1", "b.pipe": ""])
    let run = try workspace.run("import", "a.json", "-o", "new.pipe")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(try !workspace.list(".").contains("new.pipe"))
    #expect(try workspace.run("import", "b.pipe").status == 2)
  }

  @Test func `a source is printed without short forms`() throws {
    let text = "pipeline \"p\" { role: \"r\" }\nstep A: Training { cache: 30d }\n"
    let run = try Workspace().run("expand", "-", input: text)
    #expect(run.status == 0)
    #expect(run.output.contains("CacheConfig: { Enabled: true, ExpireAfter: \"P30D\" }"))
    #expect(run.output.contains("RoleArn: \"r\""))
  }

  @Test func `a source keeps its runs and resources without short forms`() throws {
    let text = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R", kubernetes: { gitops: "argocd" } }
      param Rounds: Integer = 1
      step A: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
        args: { rounds: Rounds }
      }
      /// Every night.
      execution Nightly { Rounds: 100, parallelism: 2, select: [A], kubernetes: { deletion: "delete" } }
      resource Served "p": Model { PrimaryContainer: { Image: "i", Environment: { N: 4 } } }
      resource Variants "p": EndpointConfig {
        ProductionVariants: [{
          VariantName: "all", ModelName: Served.name
          InstanceType: "ml.m5.large", InitialInstanceCount: 1
        }]
      }
      resource Live: Endpoint { EndpointConfigName: Variants.name }

      """
    let workspace = try Workspace(["a.pipe": text])
    let expanded = try workspace.run("expand", "a.pipe")
    #expect(expanded.status == 0, "\(expanded.errors)")
    let outputs = try [text, expanded.output].map { source in
      try ["ack", "execution"].map {
        try workspace.run(words: ["build", "-", "-o", "-", "--emit", $0], input: source).output
      }
    }
    #expect(!outputs[0][1].isEmpty)
    #expect(outputs[0] == outputs[1])
  }

  @Test func `of several pipelines one is chosen by its name`() throws {
    let text = """
      pipeline "p-\\(size)" for size in [1, 2] { role: "r" }
      fail Stop "\\(size)"

      """
    let workspace = try Workspace(["a.pipe": text])
    let first = try workspace.run("expand", "a.pipe")
    #expect(first.output.contains("ErrorMessage: \"1\"\n"))
    #expect(first.errors.contains("this is the first of 2 pipelines"))
    let second = try workspace.run("expand", "a.pipe", "--pipeline", "p-2")
    #expect(second.output.contains("ErrorMessage: \"2\"\n"))
    #expect(second.errors == "")
    let none = try workspace.run("expand", "a.pipe", "--pipeline", "p-3")
    #expect(none.status == 2)
    #expect(none.errors.contains("it makes p-1, p-2"))
  }

  @Test func `a manifest that adopts nothing is imported as one`() throws {
    let text =
      "pipeline \"p\" { role: \"r\", kubernetes: { adoption: \"none\" } }\nfail Stop \"no\"\n"
    let words = ["build", "-", "-o", "-"]
    for source in [text, text.replacingOccurrences(of: "none", with: "adopt")] {
      let manifest = try Workspace().run(words: words, input: source).output
      let imported = try Workspace(["p.yaml": manifest]).run("import", "p.yaml").output
      let again = try Workspace().run(words: words, input: imported).output
      #expect(again == manifest, "\(imported)")
    }
  }
}
