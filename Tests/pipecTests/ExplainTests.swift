import TestSupport
import Testing

@Suite struct ExplainTests {
  @Test func `the documentation of diagnostics is what the tool explains`() throws {
    let run = try Workspace().run("explain", "--all")
    #expect(run.status == 0)
    expectGolden(run.output, at: "docs/diagnostics.md")
  }
}
