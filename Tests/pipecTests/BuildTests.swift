import Foundation
import Testing

/// Returns the text of a small pipeline called `name`.
private func pipeline(_ name: String) -> String {
  """
  pipeline "\(name)" {
    role: "arn:aws:iam::111122223333:role/SageMakerRole"
  }

  step Stop: Fail {
    ErrorMessage: "stop"
  }

  """
}

@Suite struct BuildTests {
  @Test func `a build writes two files and says so`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("abalone")])
    let run = try workspace.run("build", "a.pipe")
    #expect(run.errors == "wrote out/abalone.json, out/abalone.yaml\n")
    #expect(run.output == "")
    #expect(run.status == 0)
    #expect(try workspace.list("out") == ["abalone.json", "abalone.yaml"])
  }

  @Test func `files that don't change are left alone`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "b.pipe": pipeline("b")])
    _ = try workspace.run("build", "a.pipe", "-o", "x/y/")
    let file = workspace.url.appendingPathComponent("x/y/a.json").path
    let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(
      try workspace.run("build", "a.pipe", "-o", "x/y/").errors == "2 files in x/y/ unchanged\n")
    let run = try workspace.run("build", "a.pipe", "b.pipe", "-ox/y/")
    #expect(run.errors == "wrote x/y/b.json, x/y/b.yaml; 2 files unchanged\n")
    let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(before == after)
    try workspace.write("old", to: "x/y/a.json")
    #expect(
      try workspace.run("build", "a.pipe", "-o=x/y/").errors
        == "wrote x/y/a.json; 1 file unchanged\n")
    #expect(try workspace.read("x/y/a.json") != "old")
  }

  @Test func `standard output is one stream of manifests`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "b.pipe": pipeline("b")])
    let one = try workspace.run("build", "a.pipe", "-o", "-")
    #expect(one.errors == "")
    #expect(one.status == 0)
    #expect(one.output.contains("kind: Pipeline"))
    let other = try workspace.run("build", "-", "-o", "-", input: pipeline("b"))
    let both = try workspace.run("build", "a.pipe", "b.pipe", "-o", "-")
    #expect(both.output == one.output + "---\n" + other.output)
    let json = try workspace.run("build", "a.pipe", "-o", "-", "--emit", "sagemaker")
    #expect(json.output.hasPrefix("{"))
    #expect(try workspace.list(".") == ["a.pipe", "b.pipe"])
  }

  @Test func `nothing is written if one file has an error`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "b.pipe": "step"])
    let run = try workspace.run("build", "a.pipe", "b.pipe", "--format", "concise")
    #expect(run.status == 1)
    #expect(run.errors.contains("b.pipe:1:"))
    #expect(run.errors.contains("nothing written\n"))
    #expect(try workspace.list(".") == ["a.pipe", "b.pipe"])
  }

  @Test func `two pipelines of one name are an error`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("same"), "b.pipe": pipeline("Same")])
    let run = try workspace.run("build", "a.pipe", "b.pipe", "--format", "concise")
    #expect(
      run.errors == """
        b.pipe:1:10: error[duplicate-file]: pipeline `Same` would replace the one of `a.pipe`
        1 error in 2 files; nothing written

        """)
    #expect(run.status == 1)
  }

  @Test func `a directory that can't be written is a failure`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "out": "a file"])
    let run = try workspace.run("build", "a.pipe")
    #expect(run.errors == "pipec: can't create directory `out`: File exists\n")
    #expect(run.status == 2)
    #expect(try workspace.read("out") == "a file")
  }

  @Test func `a failure half-way leaves nothing behind`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "out/a.yaml/x": "in the way"])
    let run = try workspace.run("build", "a.pipe")
    #expect(run.errors == "pipec: can't write `out/a.yaml`: Is a directory\n")
    #expect(run.status == 2)
    #expect(try workspace.list("out") == ["a.yaml"])
  }

  @Test func `many files are compiled in their order`() throws {
    let workspace = try Workspace()
    let names = (0..<60).map { "p\($0)" }
    let filler = String(repeating: "// filler\n", count: 500)
    for name in names { try workspace.write(filler + pipeline(name), to: "\(name).pipe") }
    let files = names.map { "\($0).pipe" }
    let run = try workspace.run(words: ["build"] + files)
    #expect(run.errors == "wrote 120 files in out\n")
    let stream = try workspace.run(words: ["build", "-o", "-"] + files).output
    let positions = names.map { stream.range(of: "\"\($0)\"")?.lowerBound ?? stream.endIndex }
    #expect(positions == positions.sorted())
  }

  @Test func `a check of what stands there finds what differs`() throws {
    let workspace = try Workspace([
      "a.pipe": pipeline("a"), "b.pipe": pipeline("b"), "out/notes.txt": "not ours",
    ])
    _ = try workspace.run("build", "a.pipe")
    let clean = try workspace.run("build", "--check", "a.pipe")
    #expect(clean.errors == "2 files in out up to date\n")
    #expect(clean.output == "")
    #expect(clean.status == 0)

    let json = try workspace.read("out/a.json")
    try workspace.write(json + "more\n", to: "out/a.json")
    let stale = try workspace.run("build", "--check", "a.pipe")
    #expect(stale.errors == "stale in out: a.json\n")
    #expect(stale.output.hasPrefix("--- out/a.json\n+++ out/a.json (built)\n@@ "))
    #expect(stale.output.hasSuffix("\n-more\n"))
    #expect(stale.status == 1)
    #expect(try workspace.read("out/a.json") == json + "more\n")

    let other = try workspace.run("build", "--check", "b.pipe")
    #expect(
      other.errors == """
        missing in out: b.json, b.yaml
        left over in out: a.json, a.yaml

        """)
    #expect(other.output.contains("--- /dev/null\n+++ out/b.json (built)\n@@ -0,0 +1,"))
    #expect(other.output.contains("--- out/a.yaml\n+++ /dev/null\n"))
    #expect(other.status == 1)
    let manifests = try workspace.run("build", "--check", "--emit", "ack", "b.pipe", "-o", "none")
    #expect(manifests.errors == "missing in none: b.yaml\n")
    #expect(manifests.status == 1)
  }
}

@Suite struct CheckTests {
  @Test func `problems are counted in the last line`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a")])
    let clean = try workspace.run("check", "a.pipe", "-", input: pipeline("b"))
    #expect(clean.errors == "no problems in 2 files\n")
    #expect(clean.status == 0)
    let bad = try workspace.run("check", "a.pipe", "-", "--format=concise", input: "step")
    #expect(bad.errors.contains("<stdin>:1:"))
    #expect(bad.errors.contains(" in 2 files\n"))
    #expect(bad.status == 1)
    let json = try workspace.run("check", "-", "--format=json", input: "step")
    let lines = json.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{\"id\":\"") && $0.hasSuffix("}") })
  }
  @Test func `options are about what is reported, and the later one counts`() throws {
    let text = pipeline("a") + "condition C if 1 == 2 { fail Never \"no\" }\n"
    let workspace = try Workspace(["a.pipe": text])
    func outcome(_ options: String...) throws -> String {
      let run = try workspace.run(words: ["check", "a.pipe"] + options)
      return "\(run.status): \(run.errors.split(separator: "\n").last ?? "")"
    }
    #expect(try outcome() == "0: 1 warning in 1 file")
    #expect(try outcome("--allow", "missing-role,constant-condition") == "0: no problems in 1 file")
    #expect(try outcome("--deny=constant-condition") == "1: 1 error in 1 file")
    #expect(try outcome("--warnings-as-errors") == "1: 1 error in 1 file")
    #expect(
      try outcome("--warnings-as-errors", "--warn", "constant-condition")
        == "0: 1 warning in 1 file")
    #expect(
      try outcome("--deny", "constant-condition", "--allow", "constant-condition")
        == "0: no problems in 1 file")
    #expect(
      try outcome("--service-model=permissive", "--warn=security") == "0: 1 warning in 1 file")
    let built = try workspace.run("build", "a.pipe", "--warnings-as-errors")
    #expect(built.errors.hasSuffix("\n1 error in 1 file; nothing written\n"))
    #expect(built.status == 1)
    #expect(try workspace.list(".") == ["a.pipe"])
  }
  @Test func `forms for programs are what a check prints, and what a build says`() throws {
    let workspace = try Workspace(["a.pipe": pipeline("a"), "b.pipe": "step"])
    let log = try workspace.run("check", "a.pipe", "b.pipe", "--format=sarif")
    #expect(log.errors == "" && log.status == 1)
    #expect(log.output.contains("\"driver\":{\"name\":\"pipec\",\"version\":\"0.1.0\""))
    #expect(log.output.contains("{\"uri\":\"b.pipe\"}"))
    let clean = try workspace.run("check", "a.pipe", "--format=sarif")
    #expect(clean.errors == "" && clean.status == 0)
    #expect(clean.output.contains("\"results\":[\n]"))
    let commands = try workspace.run("check", "a.pipe", "b.pipe", "--format=github")
    #expect(commands.output.hasPrefix("::error file=b.pipe,line=1,col="))
    #expect(commands.errors.hasSuffix(" in 2 files\n"))

    let built = try workspace.run("build", "a.pipe", "b.pipe", "--format=sarif")
    #expect(built.errors == log.output && built.output == "" && built.status == 1)
    let stream = try workspace.run("build", "a.pipe", "-o", "-", "--format=sarif")
    #expect(stream.errors == clean.output && stream.output.contains("kind: Pipeline"))
    #expect(try workspace.run("build", "a.pipe", "--format=sarif").errors == clean.output)
    #expect(
      try workspace.run("build", "a.pipe", "--format=github").errors
        == "2 files in out unchanged\n")
    let compared = try workspace.run("build", "a.pipe", "--check", "--format=sarif")
    #expect(compared.errors == clean.output && compared.output == "")
  }
}
