import Foundation
import PipeCompiler
import TestSupport
import Testing

/// Returns whether all of `text` matches `pattern`, or `nil` if that is not supported.
private func matches(_ pattern: String, _ text: String) -> Bool? {
  Pattern(Array(pattern.utf8)[...])?.matches(Array(text.utf8)[...])
}

/// What patterns mean, one by one.
@Suite struct PatternTests {
  /// Patterns, texts, and whether they match.
  static let verdicts: [(String, String, Bool)] = [
    // The whole text has to match.
    ("abc", "abc", true), ("abc", "abcd", false), ("abc", "xabc", false), ("", "", true),
    ("", "a", false), ("abc", "abc\n", false), ("a|ab", "ab", true), ("a|", "", true),
    // Repetitions, lazy or not.
    ("ab*c", "ac", true), ("ab+c", "ac", false), ("ab?c", "abbc", false), ("ab*?c", "abbc", true),
    ("a{3}", "aaa", true), ("a{3}", "aa", false), ("a{2,}", "aaaa", true),
    ("a{2,3}", "aaaa", false),
    ("(ab){2}", "abab", true), ("(ab){2}", "ab", false), ("(a|bc)*", "abca", true),
    ("(a*)*", "aaa", true), ("(a?){3}", "aa", true), ("(a?){3}", "aaaa", false),
    ("[a-z]{1,3}[a-z]", "abcd", true), ("(a{2}){2,}", "aaaaa", false),
    // Classes.
    ("[a-c]", "b", true), ("[^a-c]", "b", false), ("[^a-c]", "\n", true), ("[-a]", "-", true),
    ("[a-]", "-", true), ("[a-c-e]", "d", false), ("[a-c-e]", "-", true), ("[\\w-]", "-", true),
    ("[+--]", ",", true), ("[\\]\\\\]", "]", true), ("[.$(]", "x", false), ("[^^]", "^", false),
    ("\\d", "7", true), ("\\D", "7", false), ("\\w", "_", true), ("\\W", "-", true),
    ("\\s", "\t", true), ("\\S", " ", false), ("[\\s\\S]", "x", true), ("[^\\W]", "-", false),
    // Classes know Unicode.
    ("\\w+", "größe日", true), ("\\w", "€", false), ("\\d", "٣", true), ("\\s", "\u{A0}", true),
    ("\\s", "\u{85}", true), ("\\S", "\u{85}", false), ("\\S", "\u{84}", true),
    ("[а-я]+", "привет", true), ("[а-я]", "a", false), (".", "😀", true), ("..", "😀", false),
    ("\\p{L}", "é", true), ("\\P{L}", "é", false), ("\\p{N}", "²", true), ("\\p{Nd}", "²", false),
    ("\\p{Alnum}", "é", false), ("[^\\p{L}]", "é", false), ("[^\\P{L}]", "é", true),
    // Escapes.
    ("\\.\\*\\/\\-\\$\\é", ".*/-$é", true), ("\\.", "x", false), ("\\x41\\u00e9", "Aé", true),
    ("\\t\\n\\r\\f", "\t\n\r\u{C}", true), ("\\uD83D\\uDE00", "😀", true),
    ("[\\uD800\\uDC00-\\uDBFF\\uDFFF]", "😀", true), ("[\\uD800\\uDBFF-\\uDC00]", "😀", false),
    // A dot is any scalar; assertions read none.
    (".*", "a\nb", true), ("^a$", "a", true), ("a^", "a", false), ("(^a|b)c$", "ac", true),
    ("(a|$)*", "aa", true), ("a$\n", "a\n", true), ("a\\z\n", "a\n", false), ("\\Aa\\z", "a", true),
    ("a\\b-", "a-", true), ("a\\bb", "ab", false), ("a\\Bb", "ab", true), ("é\\b", "é", true),
    ("a${1,128}", "a", true), ("a${1,128}", "aa", false),
    // Looking ahead and behind.
    ("(?=.{1,3}$)[a-z]+", "abc", true), ("(?=.{1,3}$)[a-z]+", "abcd", false),
    ("(?!aws:).*", "aws:a", false), ("(?!aws:).*", "aw", true), ("[a-]+(?<!-)", "a-a", true),
    ("[a-]+(?<!-)", "a-", false), ("a.(?<=b)c", "abc", true), ("a.(?<=b)c", "acc", false),
    ("(?:(?!ab).)*", "ba", true), ("(?:(?!ab).)*", "bab", false), ("(?!(?!a))a", "a", true),
  ]

  @Test(arguments: verdicts)
  func `a text matches or it does not`(pattern: String, text: String, isMatch: Bool) {
    #expect(matches(pattern, text) == isMatch)
  }

  @Test(arguments: [
    "(", ")", "(a", "a)", "[a", "[", "[]", "[^]", "[b-a]", "[a-\\d]", "[[a]]", "[a&&b]", "a{",
    "{1}",
    "a{1", "a{,2}", "a{2,1}", "*", "a**", "a|*", "a{2}{2}", "\\", "[\\", "\\x4", "\\u12G4", "\\q",
  ])
  func `a malformed pattern is none`(pattern: String) { #expect(matches(pattern, "a") == nil) }

  @Test(arguments: [
    "(a)\\1", "a++", "a{2}+", "(?>a)", "(?i)a", "(?<n>a)", "\\p{Greek}", "\\p{L", "\\pL", "\\Qa\\E",
    "\\012", "\\cA", "\\x{41}", "a\\Z",
  ])
  func `what is not supported is not guessed at`(pattern: String) {
    #expect(matches(pattern, "a") == nil)
  }

  @Test func `bytes that are not UTF-8 are replaced`() {
    let pattern = Pattern(Array("a\u{FFFD}b".utf8)[...])
    #expect(pattern?.matches([0x61, 0xFF, 0x62]) == true)
    #expect(pattern?.matches([0x61, 0x62]) == false)
    #expect(Pattern([0x61, 0xFF])?.matches([0x61, 0x80]) == true)
  }

  @Test func `a slice is matched where it lies`() {
    let bytes = Array("xxabcxx".utf8)
    #expect(Pattern(bytes[2..<5])?.matches(bytes[2..<5]) == true)
    #expect(Pattern(bytes[2..<5])?.matches(bytes[2...]) == false)
  }

  /// The general categories of each property.
  static let properties: [(String, Set<Unicode.GeneralCategory>)] = [
    (
      "L",
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    ),
    ("M", [.nonspacingMark, .spacingMark, .enclosingMark]),
    ("N", [.decimalNumber, .letterNumber, .otherNumber]), ("Nd", [.decimalNumber]),
    (
      "P",
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ]
    ),
    ("S", [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
    ("Z", [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
    ("C", [.control, .format, .surrogate, .privateUse, .unassigned]),
  ]

  @Test(arguments: properties)
  func `a property is what Unicode says`(name: String, categories: Set<Unicode.GeneralCategory>) {
    for scalar in (0..<0x3100).compactMap(Unicode.Scalar.init) {
      let isIn = categories.contains(scalar.properties.generalCategory)
      #expect(matches("\\p{\(name)}", String(scalar)) == isIn, "U+\(scalar.value)")
      #expect(matches("\\P{\(name)}", String(scalar)) == !isIn, "U+\(scalar.value)")
    }
  }
}
