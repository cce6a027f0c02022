import Foundation
import TestSupport
import Testing

/// The examples and the corpus through the tool itself, from the file to the file.
@Suite struct ExampleTests {
  @Test(arguments: ["AbalonePipeline.json", "AbalonePipeline.yaml"])
  func `the abalone example is built end to end`(name: String) throws {
    let workspace = try Workspace()
    let run = try workspace.run("build", Repository.absolute("examples/abalone.pipe"), "-o", "a b")
    #expect(run.errors == "wrote a b/AbalonePipeline.json, a b/AbalonePipeline.yaml\n")
    #expect(run.status == 0)
    #expect(try workspace.read("a b/\(name)") == Repository.text(at: "examples/expected/\(name)"))
  }

  @Test func `the expected outputs of the examples are up to date`() throws {
    let others = ["examples/churn.pipe", "examples/profiles.pipe"]
    let examples = Repository.files(in: "examples", endingWith: ".pipe")
      .filter { !$0.contains("/lib/") && !others.contains($0) }
    let run = try Workspace().run(
      words: ["build", "--check", "-o", Repository.absolute("examples/expected")]
        + examples.map { Repository.absolute($0) })
    #expect(run.output == "")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: ["dev", "prod"])
  func `the expected outputs of the example with profiles are up to date`(profile: String) throws {
    let run = try Workspace().run(
      "build", "--check", "-o", Repository.absolute("examples/expected/\(profile)"), "--profile",
      profile, Repository.absolute("examples/churn.pipe"))
    #expect(run.output == "")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus is the same through the tool`(pipeline: ValidCase) throws {
    let workspace = try Workspace()
    let source = Repository.text(at: "\(pipeline.folder)/input.pipe")
    for (stage, target) in [(Stage.sagemaker, "sagemaker"), (.ack, "ack")] {
      let run = try workspace.run("build", "-", "-o", "-", "--emit", target, input: source)
      #expect(run.output == Repository.text(at: pipeline.golden(stage)))
      #expect(run.status == 0)
    }
  }

  /// Surroundings that must make no difference: other seeds of hashing, other languages and clocks.
  private static let surroundings = [
    ["SWIFT_DETERMINISTIC_HASHING": "1"],
    ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
  ]

  /// Expects that the tool answers `words` and `input` alike in all surroundings.
  private func expectSameAnswer(to words: [String], input: String = "") throws {
    let workspace = try Workspace()
    let plain = try workspace.run(words: words, input: input)
    for environment in Self.surroundings {
      let other = try workspace.run(words: words, input: input, environment: environment)
      #expect(plain.output == other.output)
      #expect(plain.errors == other.errors)
      #expect(plain.status == other.status)
    }
  }

  @Test(arguments: Corpus.valid)
  func `two processes build the same bytes in any surroundings`(pipeline: ValidCase) throws {
    for target in ["ack", "sagemaker"] {
      try expectSameAnswer(
        to: ["build", "-", "-o", "-", "--emit", target],
        input: Repository.text(at: "\(pipeline.folder)/input.pipe"))
    }
  }

  @Test func `two processes find the same mistakes in any surroundings`() throws {
    let files = Corpus.inputs.map { Repository.absolute($0.path) }
    try expectSameAnswer(to: ["check", "--format=json"] + files)
  }
}

/// Settings given on the command line.
@Suite struct SettingTests {
  /// A pipeline with settings of every type.
  private static let text = """
    config role: String
    config count: Integer = 1
    config ratio: Float = 0.5
    config debug: Boolean = false
    pipeline "settings" { role: role }
    step Show: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:show"
      args: { count: count, ratio: ratio, debug: debug }
    }

    """

  /// The role that the settings of the tests give.
  private static let role = "role=arn:aws:iam::111122223333:role/Given"

  @Test func `settings replace defaults and fill what has none`() throws {
    let workspace = try Workspace(["s.pipe": Self.text])
    let words = ["build", "s.pipe", "-D", Self.role, "-Dcount=7", "-D", "ratio=2", "-Ddebug=true"]
    let run = try workspace.run(words: words)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.read("out/settings.yaml").contains("role/Given"))
    let definition = try workspace.read("out/settings.json")
    for line in [#""count": 7,"#, #""ratio": 2,"#, #""debug": true"#] {
      #expect(definition.contains(line), "\(line)")
    }
    let later = try workspace.run(words: words + ["-D", "count=8"])
    #expect(later.status == 0)
    #expect(try workspace.read("out/settings.json").contains(#""count": 8,"#))
  }

  /// Settings that are wrong, and the diagnostic that says so.
  static let mistakes: [(setting: String, id: String)] = [
    ("count=x", "wrong-type"), ("count=1.5", "wrong-type"), ("debug=yes", "wrong-type"),
    ("ratio=NaN", "wrong-type"), ("conut=1", "unknown-config"), ("=1", ""),
  ]

  @Test(arguments: mistakes)
  func `a wrong setting is reported and nothing is written`(setting: String, id: String) throws {
    let workspace = try Workspace(["s.pipe": Self.text])
    let run = try workspace.run(
      "build", "s.pipe", "-D", Self.role, "-D", setting, "--format=concise")
    #expect(run.status == (id.isEmpty ? 2 : 1))
    #expect(run.errors.contains(id.isEmpty ? "is not of the form" : "error[\(id)]"))
    #expect(try workspace.list(".") == ["s.pipe"])
  }

  @Test func `a setting without a value is reported and nothing is written`() throws {
    let workspace = try Workspace(["s.pipe": Self.text])
    let run = try workspace.run("build", "s.pipe", "--format=concise")
    #expect(run.errors.contains("s.pipe:1:8: error[missing-config]: the setting `role`"))
    #expect(run.errors.contains("1 error"))
    #expect(run.status == 1)
    #expect(try workspace.list(".") == ["s.pipe"])
  }

  @Test func `warnings are told and the files are written`() throws {
    let workspace = try Workspace(["s.pipe": Self.text])
    let run = try workspace.run("build", "s.pipe", "-D", "role=x", "--format=concise")
    #expect(run.errors.contains("warning[invalid-role]"))
    #expect(run.status == 0)
    #expect(try workspace.list("out") == ["settings.json", "settings.yaml"])
  }
}
