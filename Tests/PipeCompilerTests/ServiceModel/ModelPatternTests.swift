import Foundation
@testable import PipeCompiler
import TestSupport
import Testing

/// The patterns of the service model, each of them once.
@Suite(.timeLimit(.minutes(30))) struct ModelPatternTests {
  /// The shapes whose patterns are more than the other implementation takes.
  private static let tooLarge: Set<String> = ["bedrock.ModelIdentifier"]

  /// The patterns.
  static let patterns: [PatternCase] = {
    let texts = PatternCase.all.flatMap(\.texts)
    let lines = ShapeLine.all.filter { !tooLarge.contains($0.name.string) }
    return Set(lines.compactMap { $0.shape.pattern?.string }).sorted().map { pattern in
      let own = PatternCase.all.first { $0.pattern == pattern }?.texts ?? []
      return PatternCase(pattern: pattern, texts: own.isEmpty ? texts : own)
    }
  }()

  @Test(arguments: patterns)
  func `a pattern of the model comes to the verdicts of another implementation`(
    example: PatternCase
  ) throws {
    let pattern = try #require(Pattern(Array(example.pattern.utf8)[...]))
    let judge = try NSRegularExpression(pattern: "(?s)\\A(?:\(example.pattern))\\z")
    var random = SplitMix64(seed: UInt64(example.pattern.utf8.count))
    for text in example.texts + example.likely(100, using: &random) {
      let range = NSRange(text.startIndex..., in: text)
      let isMatch = judge.firstMatch(in: text, range: range) != nil
      #expect(pattern.matches(Array(text.utf8)[...]) == isMatch, "\(text.debugDescription)")
    }
  }
}
