extension ImageTable {
  /// The lines, found when somebody asks for the first image.
  static let lines = SortedLines(text)

  /// The names of all families of images, in the order of their letters.
  static var families: [String] {
    var names: [String] = []
    for number in 0..<lines.count {
      var words = lines[number].words
      guard let name = words.next(), let form = words.next() else { continue }
      if form.equals("shared") || form.equals("scoped") { names.append(name.string) }
    }
    return names
  }

  /// Returns the end of the host's name in `region`, with the dot before it.
  static func hostSuffix(in region: String) -> String? {
    for number in 0..<lines.count {
      let line = lines[number]
      guard line.count > 0, line[0] == UInt8(ascii: ".") else { return nil }
      var words = line.words
      let suffix = words.next()
      while let word = words.next() {
        if word.equals(region) { return suffix?.string }
      }
    }
    return nil
  }

  /// Returns the account for each region of the `registries` called so, sorted by region.
  static func accounts(of registries: String) -> [(region: String, account: String)] {
    var accounts: [(region: String, account: String)] = []
    for number in lines.lines(of: registries) {
      var words = lines[number].words
      _ = words.next()
      while let word = words.next() {
        let (account, regions) = word.split(at: UInt8(ascii: "="))
        accounts += regions.pieces.map { ($0, account.string) }
      }
    }
    return accounts.sorted { $0.region.utf8.lexicographicallyPrecedes($1.region.utf8) }
  }
}

extension StaticText {
  /// The text, which is empty where the table writes a hyphen.
  var entryText: String { equals("-") ? "" : string }

  /// The pieces between commas.
  var pieces: [String] { string.split(separator: ",").map(String.init) }

  /// Returns what stands before and behind the first `byte`; nothing stands behind one that is not there.
  func split(at byte: UInt8) -> (StaticText, StaticText) {
    let position = position(of: byte, from: 0)
    return (self[0..<position], self[Swift.min(position + 1, count)..<count])
  }

  /// Returns `true` iff the bytes are those of `text`.
  func equals(_ text: String) -> Bool {
    count == text.utf8.count && zip(0..., text.utf8).allSatisfy { self[$0] == $1 }
  }
}
