import TestSupport
import Testing

/// What `pipec diff` makes of its options.
@Suite struct DiffTests {
  @Test func `settings are those of the source, and not of a definition beside it`() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      config bucket: String
      step Send: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
        args: { bucket: bucket }
      }

      """, to: "p.pipe")
    _ = try workspace.run("build", "p.pipe", "-D", "bucket=a")
    #expect(try workspace.run("diff", "out/p.json", "p.pipe", "-D", "bucket=a").status == 0)
    let other = try workspace.run("diff", "p.pipe", "out/p.yaml", "-D", "bucket=b")
    #expect(other.status == 1 && other.output.contains("\"b\""), "\(other)")
    let unknown = try workspace.run("diff", "out/p.json", "out/p.json", "-D", "bucket=b")
    #expect(unknown.status == 2)
  }
}
