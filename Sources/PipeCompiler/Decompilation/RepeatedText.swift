/// Texts that say the same but for some pieces, as one text in which variables stand for these.
struct RepeatedText {
  /// What differs: one value for each of the texts.
  struct Column {
    /// The values, as they are spelled inside quotes if they are texts.
    let values: [String]
    /// What the values say: the key that they stand behind.
    let name: String
    /// `true` iff the values are numbers or truth values.
    let isLiteral: Bool

    /// The first of the whole numbers that the values count up from, if they do so.
    var first: Int? {
      guard isLiteral, let first = values.first.flatMap({ Int($0) }), first >= 0 else { return nil }
      return zip(values, first...).allSatisfy({ $0 == String($1) }) ? first : nil
    }
  }

  /// The pieces of the text, the columns among them by their number.
  private var parts: [Part] = []
  /// What differs.
  private(set) var columns: [Column] = []

  /// How much may differ, so that the text is easier to read than what it stands for.
  static let mostColumns = 5

  /// A piece of the text.
  private enum Part {
    /// What all texts say.
    case same(String)
    /// The value of a column as a value of its own.
    case value(Int)
    /// A text between quotes, in which values of columns stand.
    case inside([Part])
  }

  /// Finds out how the texts that `texts` are differ; `nil` if that can't be said.
  init?(_ texts: [String]) {
    let pieces = texts.map { LanguagePieces($0).all }
    guard let first = pieces.first, pieces.allSatisfy({ $0.count == first.count }),
      !texts.contains(where: { $0.contains(where: \.isMark) })
    else { return nil }
    var key = "value"
    for index in first.indices {
      let kind = first[index].kind
      guard pieces.allSatisfy({ $0[index].kind == kind }) else { return nil }
      let values = pieces.map { $0[index].text }
      if values.allSatisfy({ $0 == values[0] }) {
        if kind == .word { key = Self.name(key, before: values[0], in: first, at: index) }
        parts.append(.same(values[0]))
        continue
      }
      switch kind {
      case .text: parts.append(.inside(inside(values, named: key)))
      case .number, .plainText:
        parts.append(.value(column(values, named: key, isLiteral: true)))
      case .word, .other: return nil
      }
      if columns.count > Self.mostColumns { return nil }
    }
  }

  /// Returns what a value is called that stands behind the word at `index` of `pieces`.
  private static func name(
    _ key: String, before word: String, in pieces: [LanguagePieces.Piece], at index: Int
  ) -> String {
    if word == "step" { return "name" }
    guard index + 1 < pieces.count, pieces[index + 1].text == ":" else { return key }
    return word.prefix(1).lowercased() + word.dropFirst()
  }

  /// Returns the number of the column of `values`, which is a new one if there is none.
  private mutating func column(_ values: [String], named name: String, isLiteral: Bool) -> Int {
    if let known = columns.firstIndex(where: { $0.values == values && $0.isLiteral == isLiteral }) {
      return known
    }
    var unique = name
    while columns.contains(where: { $0.name == unique }) { unique += "_" }
    columns.append(Column(values: values, name: unique, isLiteral: isLiteral))
    return columns.count - 1
  }

  /// Returns what stands between quotes where the texts have `values`.
  private mutating func inside(_ values: [String], named name: String) -> [Part] {
    // What is known already may explain all of it.
    var known = values
    for (number, column) in columns.enumerated() {
      known = zip(known, column.values).map {
        $0.replacing($1, with: Self.mark(number), isNumber: column.isLiteral)
      }
      if known.allSatisfy({ $0 == known[0] }) { return parts(of: known[0]) }
    }
    var (start, end) = Self.frame(of: known)
    var whole = known
    if known.contains(where: { $0.dropFirst(start).dropLast(end).contains(where: \.isMark) }) {
      (start, end) = Self.frame(of: values)
      whole = values
    }
    let middles = whole.map { String($0.dropFirst(start).dropLast(end)) }
    let number = column(middles, named: name, isLiteral: middles.allSatisfy(Self.isWhole))
    return parts(of: String(whole[0].prefix(start))) + [.value(number)]
      + parts(of: String(whole[0].suffix(end)))
  }

  /// Returns how many characters at the start and at the end of all `values` are the same, and end with
  /// a word.
  private static func frame(of values: [String]) -> (start: Int, end: Int) {
    let texts = values.map(Array.init)
    guard let first = texts.first, let shortest = texts.map(\.count).min() else { return (0, 0) }
    var start = 0
    while start < shortest, texts.allSatisfy({ $0[start] == first[start] }) { start += 1 }
    var end = 0
    while end < shortest - start,
      texts.allSatisfy({ $0[$0.count - 1 - end] == first[first.count - 1 - end] })
    { end += 1 }
    // A number may stand behind a word, but is whole; a word is whole too.
    while start > 0, start < first.count, first[start - 1].isNumber { start -= 1 }
    while end > 0, first[first.count - end].isNumber { end -= 1 }
    let middles = texts.map { String($0[start..<($0.count - end)]) }
    if middles.allSatisfy(isWhole) { return (start, end) }
    while start > 0, !first[start - 1].isSeparator { start -= 1 }
    while end > 0, !first[first.count - end].isSeparator || first[first.count - end] == "-" {
      end -= 1
    }
    return (start, end)
  }

  /// Returns `true` iff `text` spells a whole number as it would be written.
  private static func isWhole(_ text: String) -> Bool {
    Int(text).map { $0 >= 0 && String($0) == text } ?? false
  }

  /// Returns the character that stands for the column `number`.
  private static func mark(_ number: Int) -> Character {
    Character(Unicode.Scalar(0xE000 + UInt32(number % 256)) ?? "?")
  }

  /// Returns the pieces of `text`, in which marks stand for columns.
  private func parts(of text: String) -> [Part] {
    var (parts, plain): ([Part], String) = ([], "")
    for character in text {
      guard character.isMark, let scalar = character.unicodeScalars.first else {
        plain.append(character)
        continue
      }
      if !plain.isEmpty { parts.append(.same(plain)) }
      (plain, parts) = ("", parts + [.value(Int(scalar.value) - 0xE000)])
    }
    return plain.isEmpty ? parts : parts + [.same(plain)]
  }

  /// Returns the text, in which the words `words` stand for the values of the columns.
  func text(calling words: [String]) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      switch part {
      case .same(let piece): text += piece
      case .value(let number): text += words[number]
      case .inside(let inner):
        // A text of its own needs no quotes, where it is no name.
        if inner.count == 1, case .value(let number) = inner[0], !columns[number].isLiteral,
          isValue(at: index)
        {
          text.removeLast()
          text += words[number] + "\u{0}"
          continue
        }
        for part in inner {
          switch part {
          case .value(let number): text += "\\(\(words[number]))"
          case .same(let piece): text += piece
          case .inside: continue
          }
        }
      }
    }
    return text.replacing("\u{0}\"", with: "")
  }

  /// Returns `true` iff the text between the quotes around the part at `index` is a value.
  private func isValue(at index: Int) -> Bool {
    guard index > 1, index + 1 < parts.count, case .same("\"") = parts[index - 1],
      case .same("\"") = parts[index + 1]
    else { return false }
    for part in parts[..<(index - 1)].reversed() {
      guard case .same(let text) = part else { return false }
      if text == " " || text == "\n" { continue }
      return [":", "[", ",", "=", "at", "to"].contains(text)
    }
    return false
  }
}

extension Character {
  /// `true` iff the character stands for a column.
  fileprivate var isMark: Bool {
    unicodeScalars.first.map { (0xE000..<0xE100).contains($0.value) } ?? false
  }

  /// `true` iff the character stands between words.
  fileprivate var isSeparator: Bool { !isLetter && !isNumber }
}

extension String {
  /// Returns the text with `mark` in place of `part`, whole numbers only if `isNumber`.
  fileprivate func replacing(_ part: String, with mark: Character, isNumber: Bool) -> String {
    if part.isEmpty { return self }
    let (text, part) = (Array(self), Array(part))
    var (result, index) = ("", 0)
    while index < text.count {
      let end = index + part.count
      let isHere =
        end <= text.count && text[index] == part[0] && Array(text[index..<end]) == part
        && !(isNumber
          && (index > 0 && text[index - 1].isNumber || end < text.count && text[end].isNumber))
      result.append(isHere ? mark : text[index])
      index = isHere ? end : index + 1
    }
    return result
  }
}
