import PipeCompiler
import Testing

@Suite struct GitHubRendererTests {
  /// A file with two lines.
  private let file = SourceFile(name: "dir/a.pipe", text: "let é = 1\nlet b = é + c\n")

  @Test func `a diagnostic is a command with its place, its kind and all it says`() {
    let span = place(of: "c", in: file)
    let diagnostic = Diagnostic(
      .unknownName, "`c` is not declared", at: span, label: "did you mean `b`?", why: "names are",
      help: "write one of:\n`b`", fix: Fix("write `b`", replacing: span, with: "b"))
    #expect(
      rendered([diagnostic], of: file, as: .github) == """
        ::error file=dir/a.pipe,line=2,col=13,endLine=2,endColumn=14,title=unknown-name::\
        `c` is not declared%0Awhy: names are%0Ahelp: write one of:%0A`b`%0Afix: write `b`

        """)
  }

  @Test func `what spans lines has no columns, and what is nowhere has no line`() {
    let diagnostics = [
      Diagnostic(.nestedCondition, "inside", at: SourceSpan(0, 20)),
      Diagnostic(.missingRole, "no role", at: .synthesized),
    ]
    #expect(
      rendered(diagnostics, of: file, as: .github) == """
        ::warning file=dir/a.pipe,line=1,endLine=2,title=nested-condition::inside
        ::warning file=dir/a.pipe,title=missing-role::no role

        """)
  }

  @Test func `what means something in a command is escaped`() {
    let file = SourceFile(name: "100%,a:b\r\n::error::.pipe", text: "x")
    let diagnostic = Diagnostic(
      .unknownName, "50% of a,b:c\n::error::no\r", at: .synthesized, help: "a\n::stop")
    #expect(
      rendered([diagnostic], of: file, as: .github) == """
        ::error file=100%25%2Ca%3Ab\u{FFFD} %3A%3Aerror%3A%3A.pipe,title=unknown-name::\
        50%25 of a,b:c ::error::no\u{FFFD}%0Ahelp: a%0A::stop

        """)
  }

  @Test func `what was not kept is a notice`() {
    let many = (0..<1_002).map { Diagnostic(.syntaxError, "bad", at: SourceSpan($0, $0 + 1)) }
    let lines = rendered(many, of: file, as: .github).split(separator: "\n")
    #expect(lines.count == 1_001)
    #expect(lines.last == "::notice file=dir/a.pipe::2 more diagnostics are not shown")
  }
}
