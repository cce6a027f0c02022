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
}
