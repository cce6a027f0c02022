/// A scalar's text as it is put together, with the places where its bytes stand.
struct YAMLText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  /// Where they stand.
  private(set) var places = PositionMap()

  /// Appends the bytes of `source` in `range`.
  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    places.append(bytes.count, at: range.lowerBound)
    bytes.append(contentsOf: source[range])
  }

  /// Appends `text`, for which `position` of the source stands.
  mutating func append(_ text: some Collection<UInt8>, for position: Int) {
    guard !text.isEmpty else { return }
    places.append(bytes.count, at: position)
    bytes.append(contentsOf: text)
  }

  /// Appends the ends of lines that `breaks` are.
  mutating func append(_ breaks: [YAMLBreak]) {
    for end in breaks { append(end.text, for: end.position) }
  }

  /// Appends what the ends of lines `breaks` in a flowing text mean: a space for one, and a line feed
  /// for each further one.
  mutating func fold(_ breaks: [YAMLBreak]) {
    guard let first = breaks.first else { return }
    if first.text != [0x0A] { return append(breaks) }
    if breaks.count == 1 {
      append([0x20], for: first.position)
    } else {
      append(Array(breaks.dropFirst()))
    }
  }

  /// Returns the scalar of the text, which ends at `position` and is written in `style`.
  consuming func scalar(endingAt position: Int, _ style: YAMLScalar.Style) -> YAMLScalar {
    var places = places
    places.append(bytes.count, at: position)
    return YAMLScalar(text: bytes, places: places, style: style)
  }
}

/// The end of a line inside of a scalar.
struct YAMLBreak {
  /// What it means: a line feed, but for the separators of Unicode.
  let text: [UInt8]
  /// Where it stands.
  let position: Int
}

extension YAMLScanner {
  /// Reads the end of the line at the position.
  mutating func readBreak() -> YAMLBreak {
    let start = position
    skipBreak()
    let isSeparator = bytes[start] == 0xE2
    return YAMLBreak(text: isSeparator ? Array(bytes[start..<position]) : [0x0A], position: start)
  }
}
