/// Texts that a definition holds more than once and that get words: images, functions and places on S3.
struct SharedTexts {
  /// A text and the word that stands for it.
  struct Entry {
    /// The text.
    let text: String
    /// The word.
    let word: String
    /// `true` iff the text is where places on S3 begin.
    let isBucket: Bool
    /// `true` iff the word is used.
    var isUsed = false
  }

  /// The texts, in the order of their first places.
  private var entries: [Entry] = []
  /// The position of each text.
  private var positions: [String: Int] = [:]

  /// Creates texts of which none has a word.
  init() {}

  /// Chooses words for the texts in `document` that stand there often, besides `role`.
  init(in document: DefinitionDocument, besides role: String?, _ words: inout WordChooser) {
    var counts: [String: Int] = [:]
    var order: [(text: String, isBucket: Bool)] = []
    for value in document.graph.values.elements {
      guard case .string(let symbol) = value else { continue }
      let length = document.graph.symbols.length(symbol)
      guard length >= 8, length < 400 else { continue }
      let text = document.text(symbol)
      if let bucket = Self.bucket(of: text), bucket != text {
        counts[bucket, default: 0] += 1
        if counts[bucket] == 3 { order.append((bucket, true)) }
      }
      guard Self.isPlace(text), text != role else { continue }
      counts[text, default: 0] += 1
      if counts[text] == 2 { order.append((text, false)) }
    }
    for (text, isBucket) in order where positions[text] == nil {
      positions[text] = entries.count
      let names = isBucket ? ["bucket"] : Self.names(for: text)
      let name = names.first { words.isFree($0) } ?? names[0]
      entries.append(Entry(text: text, word: words.word(for: name), isBucket: isBucket))
    }
  }

  /// Lets `word` stand for `text`.
  mutating func add(_ word: String, for text: String) {
    positions[text] = entries.count
    entries.append(Entry(text: text, word: word, isBucket: false))
  }

  /// The texts whose words are used.
  var used: [Entry] { entries.filter(\.isUsed) }

  /// The words that are used, and what each stands for: a text that may begin with another word.
  var declarations: [(word: String, start: String?, rest: String)] {
    mutating get {
      var lines: [(word: String, start: String?, rest: String)] = []
      for entry in entries where entry.isUsed && !entry.isBucket {
        let parts = split(entry.text)
        lines.append((entry.word, parts?.word, parts?.rest ?? entry.text))
      }
      let buckets = entries.filter { $0.isUsed && $0.isBucket }
      return buckets.map { ($0.word, nil, $0.text) } + lines
    }
  }

  /// Returns the word for `text`, if it has one, which is used from then on.
  mutating func word(for text: String) -> String? {
    guard let position = positions[text], !entries[position].isBucket else { return nil }
    entries[position].isUsed = true
    return entries[position].word
  }

  /// Returns the word for the beginning of `text`, and the rest of it.
  mutating func split(_ text: String) -> (word: String, rest: String)? {
    guard let bucket = Self.bucket(of: text), bucket != text, let position = positions[bucket],
      entries[position].isBucket
    else { return nil }
    entries[position].isUsed = true
    return (entries[position].word, String(text.dropFirst(bucket.count)))
  }

  /// Returns the bucket that `text` names, with its scheme.
  private static func bucket(of text: String) -> String? {
    guard text.hasPrefix("s3://") else { return nil }
    let name = text.dropFirst(5).prefix { $0 != "/" }
    guard name.utf8.count >= 3, name.unicodeScalars.allSatisfy({ $0.isASCII && $0 != "$" }) else {
      return nil
    }
    return "s3://\(name)"
  }

  /// Returns `true` iff `text` is an image, an ARN or a place on S3 inside a bucket.
  private static func isPlace(_ text: String) -> Bool {
    guard text.utf8.count >= 24, text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.isASCII })
    else { return false }
    return text.hasPrefix("s3://") && bucket(of: text) != text || text.hasPrefix("arn:aws")
      || text.contains(".dkr.ecr.")
  }

  /// Returns names for `text`, the best one first: `scikitLearnImage`, or the end of a path.
  private static func names(for text: String) -> [String] {
    let parts = text.split { $0 == "/" || $0 == ":" }
    if text.contains(".dkr.ecr.") {
      // Behind an image's name stands its tag.
      var stem = parts.dropFirst().first ?? ""
      if stem.hasPrefix("sagemaker-") { stem = stem.dropFirst(10) }
      let name = self.name(of: [stem])
      return [name.isEmpty ? "image" : name + "Image"]
    }
    var names: [String] = []
    if var last = parts.last {
      if let dot = last.lastIndex(of: "."), dot > last.startIndex { last = last[..<dot] }
      let folders = parts.dropLast()
      names = [[last], folders.suffix(1) + [last], folders.suffix(2) + [last]].map(name)
    }
    return names.filter { !$0.isEmpty } + [text.hasPrefix("arn") ? "arn" : "place"]
  }

  /// Returns a name made of `parts`, the words of which begin with capital letters; empty if it is none.
  private static func name(of parts: [Substring]) -> String {
    var name = ""
    for part in parts {
      for word in part.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
        name += name.isEmpty ? word.prefix(1).lowercased() : word.prefix(1).uppercased()
        name += word.dropFirst()
      }
    }
    let isName = name.utf8.count <= 40 && name.first?.isLetter ?? false
    // A word with a date or a number in it says nothing.
    return isName && name.utf8.count(where: \.isDigit) <= 4 ? name : ""
  }
}
