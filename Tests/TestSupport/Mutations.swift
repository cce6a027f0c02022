import Foundation

/// Ways in which a text can be damaged.
package enum Mutation: CaseIterable, Sendable {
  /// A stretch is left out.
  case delete
  /// A stretch is said twice.
  case duplicate
  /// Two stretches change places.
  case swap
  /// A word of the language is put somewhere.
  case insert
  /// The end is missing.
  case truncate
  /// Some bytes are any bytes.
  case scramble

  /// Pieces of the language, and what has been trouble in others.
  private static let words: [String] = [
    "pipeline", "param", "step", "let", "config", "profile", "condition", "foreach", "fail", "func",
    "defaults", "template", "if", "else", "for", "in", "after", "retry", "cache", "input", "output",
    "channel", "report", "true", "false", "null", "raw", "where", "{", "}", "[", "]", "(", ")", ":",
    ",", ";", "=", "==", "!=", "<=", "&&", "||", "??", "...", ".", "-", "\"", "\"\"\"", "#\"",
    "\"#",
    "\\(", "\\u{", "//", "///", "/*", "*/", "//pipec:allow missing-role x", "30d", "1e999", "-0",
    "99999999999999999999", "\n",
    "\r\n", "\t", "\0", "\u{FEFF}", "é", "\u{1F600}", String(repeating: "(", count: 300),
    String(repeating: "[", count: 300), String(repeating: "{a:", count: 300),
    String(repeating: "!", count: 300),
  ]

  /// Returns `bytes` damaged in this way, at places that `random` chooses.
  package func apply(to bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var result = bytes
    let stretch = Self.stretch(of: bytes, using: &random)
    switch self {
    case .delete: result.removeSubrange(stretch)
    case .duplicate: result.insert(contentsOf: bytes[stretch], at: stretch.upperBound)
    case .swap:
      let other = Self.stretch(of: bytes, using: &random)
      result.replaceSubrange(stretch, with: bytes[other])
    case .insert:
      let word = Self.words.randomElement(using: &random) ?? ""
      result.insert(contentsOf: word.utf8, at: stretch.lowerBound)
    case .truncate: result.removeSubrange(stretch.lowerBound...)
    case .scramble:
      for index in stretch { result[index] = UInt8.random(in: 0...255, using: &random) }
    }
    return result
  }

  /// Returns a place in `bytes` of at most 40 bytes.
  private static func stretch(
    of bytes: [UInt8], using random: inout SplitMix64
  ) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let length = Int.random(in: 0...40, using: &random)
    return start..<min(bytes.count, start + length)
  }
}

/// Returns `count` texts that differ from `bytes` by one to three mutations each.
///
/// The same `seed` gives the same texts, so a failure can be repeated by its seed and number.
package func mutations(of bytes: [UInt8], count: Int, seed: UInt64) -> [[UInt8]] {
  var random = SplitMix64(seed: seed)
  return (0..<count).map { _ in
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let mutation = Mutation.allCases.randomElement(using: &random) ?? .truncate
      mutant = mutation.apply(to: mutant, using: &random)
    }
    return mutant
  }
}

/// Returns how many damaged texts are made of each one: `count`, unless `PIPEC_MUTATIONS` asks for more.
package func mutantCount(_ count: Int) -> Int {
  ProcessInfo.processInfo.environment["PIPEC_MUTATIONS"].flatMap { Int($0) } ?? count
}
