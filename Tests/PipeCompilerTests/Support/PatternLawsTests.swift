import Foundation
import PipeCompiler
import TestSupport
import Testing

/// A pattern of the corpus, and texts that match it.
struct PatternCase: Sendable, CustomTestStringConvertible {
  /// The pattern.
  let pattern: String
  /// The texts.
  var texts: [String] = []

  /// The pattern, for reports.
  var testDescription: String { pattern }

  /// All cases of the corpus.
  static let all: [PatternCase] = {
    var cases: [PatternCase] = []
    let lines = Repository.text(at: "Tests/Corpus/patterns/patterns.txt").split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      if !line.hasPrefix("  ") {
        cases.append(PatternCase(pattern: String(line)))
      } else if !cases.isEmpty {
        cases[cases.count - 1].texts.append(String(line.dropFirst(2)))
      }
    }
    return cases
  }()

  /// Returns `count` texts that are like those that match, and some that are not.
  func likely(_ count: Int, using random: inout SplitMix64) -> [String] {
    let alphabet = Array("aZ09-_./:@ +é日😀€\u{A0}\n".unicodeScalars) + Array(pattern.unicodeScalars)
    let others = Self.all.flatMap(\.texts)
    return (0..<count).map { number in
      let origin = number % 8 == 0 ? others : texts
      var text = Array((origin.randomElement(using: &random) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        Self.change(&text, with: alphabet, using: &random)
      }
      return text.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
  }

  /// Changes `text` at one place.
  private static func change(
    _ text: inout [Unicode.Scalar], with alphabet: [Unicode.Scalar], using random: inout SplitMix64
  ) {
    let start = Int.random(in: 0...text.count, using: &random)
    let end = min(text.count, start + Int.random(in: 0...4, using: &random))
    let scalar = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text.removeSubrange(start..<end)
    case 1: text.insert(scalar, at: start)
    case 2: text.insert(contentsOf: text[start..<end], at: end)
    case 3: text.append(scalar)
    case 4: text.removeSubrange(end...)
    default: if start < text.count { text[start] = scalar }
    }
  }
}

/// What holds for every pattern and every text.
@Suite(.timeLimit(.minutes(30))) struct PatternLawsTests {
  @Test(arguments: PatternCase.all)
  func `a pattern of the corpus matches its texts`(example: PatternCase) {
    let pattern = Pattern(Array(example.pattern.utf8)[...])
    #expect(pattern != nil)
    #expect(!example.texts.isEmpty)
    for text in example.texts {
      #expect(pattern?.matches(Array(text.utf8)[...]) == true, "\(text)")
    }
  }

  @Test(arguments: PatternCase.all)
  func `another implementation comes to the same verdicts`(example: PatternCase) throws {
    let pattern = try #require(Pattern(Array(example.pattern.utf8)[...]))
    let judge = try NSRegularExpression(pattern: "(?s)\\A(?:\(example.pattern))\\z")
    var random = SplitMix64(seed: UInt64(example.pattern.utf8.count))
    for text in example.texts + example.likely(200, using: &random) {
      let range = NSRange(text.startIndex..., in: text)
      let isMatch = judge.firstMatch(in: text, range: range) != nil
      #expect(pattern.matches(Array(text.utf8)[...]) == isMatch, "\(text.debugDescription)")
    }
  }

  @Test(arguments: PatternCase.all)
  func `a damaged pattern is read or refused`(example: PatternCase) {
    let texts = example.texts + ["", "a", String(repeating: "a", count: 100)]
    for mutant in mutations(of: Array(example.pattern.utf8), count: 50, seed: 1) {
      let pattern = Pattern(mutant[...])
      for text in texts { _ = pattern?.matches(Array(text.utf8)[...]) }
    }
  }

  /// Patterns that are exponential for who tries one way after the other, and a thousand `a` and more.
  static let costly: [(String, String, Bool)] = [
    ("(a+)+$", "b", false), ("(a|aa)+", "b", false), ("(a*)*b", "", false), ("(a?)*", "b", false),
    ("(a|a|a)*b?", "b", true), ("((a{0,30}){0,30}){0,30}", "b", false), ("a{0,1000}", "a", false),
    ("(a?){1000}(a?){1000}", "", true), ("a{0,99999999999999999999}", "", true),
    ("(|a){99999999999999999999}b", "b", true), ("(a+a+)+", "b", false), ("(?!(a+)+b)a*", "", true),
  ]

  @Test(arguments: costly)
  func `no way is gone twice`(pattern: String, end: String, isMatch: Bool) {
    let text = Array((String(repeating: "a", count: 1_000) + end).utf8)
    #expect(Pattern(Array(pattern.utf8)[...])?.matches(text[...]) == isMatch)
  }

  @Test(arguments: [
    "((a{1,100}){1,100}){100}", "(.*(?=.*b))*", "(?:(?=(?:(?=(?:a*)*b)|a)*c)|a)*", "(a?){100000}b",
    String(repeating: "(a?", count: 30) + String(repeating: ")*", count: 30) + "b",
  ])
  func `what would take too long is held to match`(pattern: String) {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 16_000)
    #expect(Pattern(Array(pattern.utf8)[...])?.matches(text[...]) == true)
  }

  @Test func `a text that is too long is held to match`() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 16_385)
    #expect(Pattern([])?.matches(text[...]) == true)
    #expect(Pattern([])?.matches(text[1...]) == false)
  }

  @Test(arguments: ["(", "(?:a", "(?!", "[", "a|", "(a|", "\\", "^", "a{", "a?", ")"])
  func `a pattern may be long, but not deep`(start: String) {
    for count in [10, 100, 5_000, 100_000] {
      let pattern = String(repeating: start, count: count)
      let isDeep = start.hasPrefix("(") && count > 32
      for end in ["", String(repeating: ")", count: count)] {
        let found = Pattern(Array((pattern + end).utf8)[...])
        #expect(!isDeep || found == nil)
        _ = found?.matches(Array("aaaa".utf8)[...])
      }
    }
    #expect(Pattern([UInt8](repeating: UInt8(ascii: "a"), count: 16_385)[...]) == nil)
  }
}
