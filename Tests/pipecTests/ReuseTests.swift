import Foundation
import TestSupport
import Testing

/// Files that name other files, and files that make several pipelines, through the tool.
@Suite struct ReuseTests {
  /// A pipeline for each of two regions, which takes a function from another file.
  private static let text = """
    import { function } from "../lib/functions.pipe"
    pipeline "p-\\(region)" for region in ["us-east-1", "eu-west-1"] {
      role: "arn:aws:iam::111122223333:role/R"
    }
    step Show: Lambda { FunctionArn: function(region, "show") }

    """
  /// That other file.
  private static let functions =
    "func function(region, name) = \"arn:aws:lambda:\\(region):111122223333:function:\\(name)\"\n"

  @Test func `every pipeline of a file is written, and only what changed again`() throws {
    let workspace = try Workspace([
      "pipelines/p.pipe": Self.text, "lib/functions.pipe": Self.functions,
    ])
    let first = try workspace.run("build", "pipelines/p.pipe")
    #expect(first.status == 0, "\(first.errors)")
    #expect(
      try workspace.list("out")
        == ["p-eu-west-1.json", "p-eu-west-1.yaml", "p-us-east-1.json", "p-us-east-1.yaml"])
    #expect(try workspace.read("out/p-eu-west-1.json").contains("lambda:eu-west-1:"))
    let again = try workspace.run("build", "pipelines/p.pipe")
    #expect(again.errors == "4 files in out unchanged\n")
    let same = try workspace.run("build", "--check", "pipelines/p.pipe")
    #expect(same.status == 0)
  }

  @Test func `two pipelines of one name in two files are an error`() throws {
    let workspace = try Workspace([
      "a/p.pipe": Self.text, "b/p.pipe": Self.text, "lib/functions.pipe": Self.functions,
    ])
    let run = try workspace.run("build", "a/p.pipe", "b/p.pipe", "--format=concise")
    #expect(run.status == 1)
    #expect(run.errors.contains("b/p.pipe:2:10: error[duplicate-file]: pipeline `p-us-east-1`"))
  }

  @Test func `a file outside of the project is not read, by a link or otherwise`() throws {
    let workspace = try Workspace([
      "project/p.pipe": Self.text, "lib/functions.pipe": Self.functions,
    ])
    let project = workspace.url.appendingPathComponent("project")
    let outside = try workspace.run("check", project.path + "/p.pipe", "--format=concise")
    #expect(outside.errors.contains("error[unreadable-file]: `../lib/functions.pipe` lies outside"))
    try FileManager.default.createSymbolicLink(
      at: project.appendingPathComponent("lib"),
      withDestinationURL: workspace.url.appendingPathComponent("lib"))
    try workspace.write(Self.text.replacing("../lib", with: "lib"), to: "project/q.pipe")
    let linked = try workspace.run("check", project.path + "/q.pipe", "--format=concise")
    #expect(linked.errors.contains("error[unreadable-file]"))
    #expect(linked.errors.contains("it is a link to a file outside of the project"))
    let inside = try workspace.run("check", "project/q.pipe", "--format=concise")
    #expect(inside.status == 0, "\(inside.errors)")
  }

  @Test func `the tests of a library are run with the library, and not with what imports it`()
    throws
  {
    let library = """
      func double(x: Integer) = 2 * x
      test "doubles" { expect double(2) == 4 }
      test "is wrong" { expect double(2) == 5 }

      """
    let pipeline =
      "import \"lib.pipe\"\npipeline \"p\" { role: \"r\" }\nfail Stop \"\\(double(2))\"\n"
    let workspace = try Workspace(["lib.pipe": library, "p.pipe": pipeline])
    let alone = try workspace.run("test", "lib.pipe")
    #expect(alone.status == 1)
    #expect(alone.output.contains("pass: doubles\nFAIL: is wrong\n"))
    #expect(alone.output.hasSuffix("1 passed, 1 failed\n"))
    #expect(try workspace.run("test", "p.pipe").output == "0 passed, 0 failed\n")
    #expect(try workspace.run("check", "lib.pipe").errors.contains("missing-pipeline"))
  }
}
