import Foundation
import TestSupport
import Testing

/// What `build` does about files of the project that jobs read from S3.
@Suite struct AssetTests {
  /// A project with a script and a directory.
  private static func project() throws -> Workspace {
    try Workspace([
      "jobs/churn.pipe": """
      pipeline "churn" { role: "arn:aws:iam::111122223333:role/R"; artifacts: "s3://b/a" }
      step A: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
        args: { script: asset("it's.py"), folder: asset("src") }
      }
      """,
      "jobs/it's.py": "print(1)\n", "jobs/src/train.py": "print(2)\n",
      "jobs/src/lib/a.py": "print(3)\n", "jobs/src/.env": "SECRET=1",
    ])
  }

  @Test func `the list, the archive and the commands are written`() throws {
    let workspace = try Self.project()
    let run = try workspace.run("build", "jobs/churn.pipe", "--emit", "assets")
    let digest = sha256(of: Array("print(1)\n".utf8)).prefix(16)
    let folder = try #require(try workspace.list("out/assets").first)
    #expect(
      run.output == """
        aws s3 cp 'jobs/it'\\''s.py' 's3://b/a/churn/assets/\(digest)/it'\\''s.py'
        aws s3 cp out/assets/\(folder)/src.tar.gz s3://b/a/churn/assets/\(folder)/src.tar.gz

        """)
    #expect(
      run.errors == "wrote out/churn.assets.json, out/assets/\(folder)/src.tar.gz\n")
    #expect(try workspace.list("out") == ["assets", "churn.assets.json"])
    let shell = try workspace.shell(
      "tar tzf out/assets/\(folder)/src.tar.gz && mkdir x && tar xzf out/assets/*/src.tar.gz -C x"
        + " && cat x/train.py x/lib/a.py && sha256sum out/assets/*/src.tar.gz", after: 0)
    #expect(shell.output.hasPrefix("lib/a.py\ntrain.py\nprint(2)\nprint(3)\n\(folder)"))
  }

  @Test func `the list is the same wherever the build is started`() throws {
    let workspace = try Self.project()
    _ = try workspace.run("build", "jobs/churn.pipe", "-o", "a")
    let path = workspace.url.appendingPathComponent("jobs/churn.pipe").path
    _ = try workspace.run("build", path, "-o", "b")
    #expect(try workspace.list("a") == ["assets", "churn.assets.json", "churn.json", "churn.yaml"])
    for name in ["churn.assets.json", "churn.json", "churn.yaml"] {
      #expect(try workspace.read("a/\(name)") == workspace.read("b/\(name)"))
    }
  }

  @Test func `a changed script makes the outputs stale`() throws {
    let workspace = try Self.project()
    _ = try workspace.run("build", "jobs/churn.pipe")
    #expect(try workspace.run("build", "jobs/churn.pipe", "--check").status == 0)
    #expect(
      try workspace.run("build", "jobs/churn.pipe", "--check", "--emit", "sagemaker").status == 0)
    try workspace.write("print(4)\n", to: "jobs/src/train.py")
    let run = try workspace.run("build", "jobs/churn.pipe", "--check")
    #expect(run.status == 1)
    #expect(run.errors == "stale in out: churn.json, churn.yaml, churn.assets.json\n")
  }

  @Test func `a link out of the project is not followed`() throws {
    let workspace = try Self.project()
    let secret = workspace.url.appendingPathExtension("secret")
    try Data("secret".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    try FileManager.default.createSymbolicLink(
      at: workspace.url.appendingPathComponent("jobs/src/key"), withDestinationURL: secret)
    let run = try workspace.run("build", "jobs/churn.pipe", "--format", "concise")
    #expect(run.status == 1)
    #expect(run.errors.contains("can't read `src`: `key`: it is a link to a file outside"))
  }
}
