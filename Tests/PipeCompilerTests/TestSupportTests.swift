import Foundation
import PipeCompiler
import TestSupport
import Testing

/// The tools that other tests rely on.
@Suite struct TestSupportTests {
  @Test func `carets give the span of the line above`() throws {
    let text = MarkedText(
      """
      let é = b
              ^ unknown-name: no `b`
      let c = {
              ^> wrong-type
      }
       | syntax-error
      """, after: "p\n")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "p\nlet é = b\nlet c = {\n}\n")
    try #require(text.expectations.count == 3)
    #expect(text.expectations.map(\.id) == ["unknown-name", "wrong-type", "syntax-error"])
    #expect(text.expectations[0].span.range == 11..<12)
    #expect(text.expectations[0].text == "no `b`")
    #expect(text.expectations[1].isOpen)
    #expect(text.expectations[2].span.range == 24..<24)
  }

  @Test func `a difference shows changed lines and two around them`() {
    let difference = lineDifference(from: "a\nb\nc\nd\ne\n", to: "a\nb\nc\nd\nf\n")
    #expect(difference == "  …\n  c\n  d\n- e\n+ f" || difference == "  …\n  c\n  d\n+ f\n- e")
  }

  @Test func `a golden that differs is an issue, and what was observed is kept`() throws {
    guard ProcessInfo.processInfo.environment["PIPEC_UPDATE_GOLDENS"] == nil else { return }
    let path = ".build/golden-of-a-test.txt"
    try Repository.write(Array("a\n".utf8), to: path)
    expectGolden("a\n", at: path)
    withKnownIssue { expectGolden("b\n", at: path) }
    #expect(Repository.text(at: "\(path).observed") == "b\n")
    expectGolden("a\n", at: path)
    #expect(!Repository.exists("\(path).observed"))
    withKnownIssue { expectGolden("a\n", at: ".build/no-such-golden.txt") }
    Repository.remove(".build/no-such-golden.txt.observed")
    Repository.remove(path)
  }

  @Test func `a seed gives the same mutations, and most differ from the text`() {
    let text = Array("step A: Training { }".utf8)
    let mutants = mutations(of: text, count: 100, seed: 1)
    #expect(mutants == mutations(of: text, count: 100, seed: 1))
    #expect(mutants.count { $0 != text } > 80)
  }

  @Test func `a definition with mistakes is still JSON`() throws {
    let text = #"{"Steps": [{"Name": "A", "Type": "Fail", "Arguments": {"a": [1, null, "\"b"]}}]}"#
    let mutants = definitionMutations(of: Array(text.utf8), count: 200, seed: 1)
    #expect(mutants == definitionMutations(of: Array(text.utf8), count: 200, seed: 1))
    #expect(mutants.count { $0 != Array(text.utf8) } > 150)
    for mutant in mutants {
      let faults = JSONReaderTests.faults(in: mutant).filter { $0.id != .duplicateKey }
      #expect(faults.isEmpty, "\(String(decoding: mutant, as: UTF8.self))")
    }
  }

  @Test func `numbers of a seed are those of the published algorithm`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test func `code is told from comments and strings`() {
    let text = #"let a = "b \(c("d")) e" // f"# + "\n/* g /* h */ */ i"
    #expect(
      String(decoding: SwiftSource(path: "a", text: text).code, as: UTF8.self)
        == #"let a = "  \(c(" "))  "     "# + "\n                i")
  }

  @Test func `declarations are found with their names and lengths`() {
    let text = """
      struct A {
        private let b = 1
        func c(d: Int = { 1 }()) {
          let e = 2
        }
      }
      func f() {}
      """
    let found = SwiftSource(path: "a", text: text).declarations
    #expect(found.map(\.name) == ["A", "b", "c", "f"])
    #expect(found.map(\.lineCount) == [6, 1, 3, 1])
    #expect(found.map(\.isTopLevel) == [true, false, false, true])
    #expect(found.map(\.isPrivate) == [false, true, false, false])
  }
}
