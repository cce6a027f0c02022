/// The words that a text uses for what it declares, none of them twice.
struct WordChooser {
  /// The words that are taken.
  private var taken: Set<String>

  /// Words that mean something, whatever a text declares.
  private static let reserved = [
    "execution", "pipeline", "experiment", "item", "it", "get", "raw", "after", "with",
  ]

  /// Creates the words of a text of another language, in which `reserved` mean something.
  init(besides reserved: [String]) { taken = Set(reserved) }

  /// Creates the words of a text that declares nothing yet.
  init() {
    let keywords = TokenKind.allCases.filter { $0.isWord && $0 != .identifier }.map(\.spelling)
    taken = Set(Self.reserved + keywords)
  }

  /// Returns a word for `name`: the name itself if that is free and a word.
  mutating func word(for name: String) -> String {
    var word = ""
    for scalar in name.unicodeScalars {
      word += scalar.isASCII && UInt8(scalar.value).continuesName ? String(scalar) : "_"
    }
    if word.utf8.first.map({ !$0.isLetter }) ?? true { word = "_" + word }
    if word.utf8.count > 100 { word = String(word.prefix(100)) }
    if taken.insert(word).inserted { return word }
    if taken.insert(word + "_").inserted { return word + "_" }
    var number = 2
    while !taken.insert("\(word)_\(number)").inserted { number += 1 }
    return "\(word)_\(number)"
  }

  /// Returns `true` iff `name` is a word that nothing is called yet.
  func isFree(_ name: String) -> Bool { Self.isWord(name) && !taken.contains(name) }

  /// Returns `true` iff `text` is spelled like a word of the language.
  static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLetter else { return false }
    return text.utf8.allSatisfy { $0.continuesName }
  }
}
