import TestSupport
import Testing

@testable import PipeCompiler

/// What holds for blocks of text in YAML, at the end of a file above all.
@Suite struct YAMLBlockTests {
  /// Blocks, and the texts that `kubectl` reads there.
  private static let blocks = [
    ("|+\n  a\n", "a\\u000a"), ("|+\n  a", "a\\u000a"), ("|+\n  a\n  ", "a\\u000a\\u000a"),
    ("|+\n  a\n\n ", "a\\u000a\\u000a\\u000a"), ("|\n  a\n  ", "a\\u000a"), ("|-\n  a\n  ", "a"),
    ("|+\n  a\n    ", "a\\u000a  \\u000a"), (">+\n  a\n  b\n ", "a b\\u000a\\u000a"),
  ]

  @Test(arguments: blocks)
  func `a last line of blanks is ended, whether it says so or not`(block: String, text: String) {
    let outcome = yamlOutcome(of: SourceFile(name: "a.yaml", text: "v: \(block)"))
    #expect(outcome.mistake == nil)
    #expect(outcome.documents.first?.contains("\"\(text)\"") ?? false, "\(outcome.documents)")
  }

  @Test(arguments: ["!| # c\n  a", "!>", "!a{b", "!a\"b", "!<a b", "!%zz b", "[!<a>, b]"])
  func `a tag holds no sign that tags can't hold`(text: String) {
    let outcome = yamlOutcome(of: SourceFile(name: "a.yaml", text: "v: \(text)\n"))
    #expect(outcome.mistake?.message == "this is no tag")
  }

  @Test func `a stream may hold very many documents`() {
    let text = String(repeating: "---\na: 1\n", count: 5_000)
    let outcome = yamlOutcome(of: SourceFile(name: "a.yaml", text: text))
    #expect(outcome.documents.count == 5_000)
  }
}
