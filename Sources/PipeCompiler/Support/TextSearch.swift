// The standard library searches for a text within a text in a module of its own, which brings the
// engine for regular expressions into every executable: 1 MB more. The functions here hide those.

extension StringProtocol {
  /// Returns `true` iff the bytes of `text` are among those of this text.
  package func contains(_ text: String) -> Bool { start(of: text, from: startIndex) != nil }

  /// Returns where the bytes of `text` stand for the first time at or after `start`, if they do.
  fileprivate func start(of text: String, from start: Index) -> Index? {
    guard let first = text.utf8.first else { return start }
    var rest = utf8[start...]
    while let candidate = rest.firstIndex(of: first) {
      rest = rest[candidate...]
      if rest.starts(with: text.utf8) { return candidate }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// Returns the text with `replacement` in the place of each `text`; the empty one is nowhere.
  package func replacing(_ text: String, with replacement: String) -> String {
    guard !text.isEmpty else { return self }
    var result = ""
    var end = startIndex
    while let found = start(of: text, from: end) {
      result += self[end..<found]
      result += replacement
      end = utf8.index(found, offsetBy: text.utf8.count)
    }
    return result + self[end...]
  }
}
