import PipeCompiler
import Testing

/// Returns the difference of two texts as text.
private func diff(_ old: String, _ new: String, limit: Int = 100) -> String {
  let bytes = unifiedDiff(
    from: Array(old.utf8), named: "a", to: Array(new.utf8), named: "b", limit: limit)
  return String(decoding: bytes, as: UTF8.self)
}

/// Returns what the lines of `diff` that don't begin with `sign` say, or `nil` if it was cut.
private func side(_ diff: String, without sign: Character) -> [String] {
  diff.split(separator: "\n").dropFirst(2)
    .filter { !$0.hasPrefix("@@") && $0.first != sign }
    .map { String($0.dropFirst()) }
}

@Suite struct UnifiedDiffTests {
  @Test func `equal texts have no difference`() { #expect(diff("a\nb\n", "a\nb\n") == "") }

  @Test func `changes far apart are hunks of their own`() {
    let old = (1...30).map { "\($0)\n" }
    var new = old
    new[4] = "five\n"
    new.remove(at: 24)
    #expect(
      diff(old.joined(), new.joined()) == """
        --- a
        +++ b
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -22,7 +22,6 @@
         22
         23
         24
        -25
         26
         27
         28

        """)
  }

  @Test func `a file that is missing or left over is all change`() {
    #expect(diff("", "x\ny\n") == "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n")
    #expect(diff("x\n", "") == "--- a\n+++ b\n@@ -1,1 +0,0 @@\n-x\n")
  }

  @Test func `a missing line feed at the end is a difference`() {
    #expect(
      diff("x\n", "x")
        == "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n")
  }

  @Test func `long differences are cut`() {
    let new = (1...50).map { "\($0)\n" }.joined()
    let text = diff("", new, limit: 2)
    #expect(text == "--- a\n+++ b\n@@ -0,0 +1,50 @@\n+1\n+2\n… 48 more lines\n")
  }

  @Test(arguments: 0..<200) func `a difference leads from one text to the other`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let old = (0..<random(12)).map { _ in "\(random(4))" }
    let new = (0..<random(12)).map { _ in "\(random(4))" }
    let text = diff(old.map { $0 + "\n" }.joined(), new.map { $0 + "\n" }.joined())
    if old == new {
      #expect(text == "")
    } else if max(old.count, new.count) < 8 {
      // Everything is context, so that both texts can be read off.
      let isWhole = side(text, without: "+").count == old.count
      if isWhole { #expect(side(text, without: "+") == old && side(text, without: "-") == new) }
    }
  }

  @Test func `large texts are compared in time`() {
    let old = (0..<20_000).map { "line \($0) of a text\n" }.joined()
    let new = (0..<20_000).map { "line \($0 * 7 % 20_000) of a text\n" }.joined()
    #expect(diff(old, new).hasSuffix("more lines\n"))
  }
}
