import PipeCompiler
import Testing

@Suite struct FixTests {
  @Test func `a replacement takes the place of its span`() {
    let fix = Fix("write `b`", replacing: SourceSpan(2, 3), with: "bee")
    #expect(applied(fix, to: "a x c") == "a bee c")
    #expect(fix.edits.map(\.span) == [SourceSpan(2, 3)])
  }

  @Test func `wrapping inserts on both sides`() {
    let fix = Fix("write a list", wrapping: SourceSpan(2, 3), in: "[", "]")
    #expect(applied(fix, to: "a x c") == "a [x] c")
    #expect(fix.edits.map(\.span) == [SourceSpan(2, 2), SourceSpan(3, 3)])
    let empty = Fix("write a list", wrapping: SourceSpan(2, 2), in: "[", "]")
    #expect(applied(empty, to: "a x c") == "a []x c")
  }

  @Test func `an edit behind the end of the text is made at the end`() {
    #expect(applied(Fix("write `b`", replacing: SourceSpan(7, 9), with: "b"), to: "a") == "ab")
  }

  /// Returns `text` with `fix` made.
  private func applied(_ fix: Fix, to text: String) -> String {
    String(decoding: fix.applied(to: Array(text.utf8)), as: UTF8.self)
  }
}
