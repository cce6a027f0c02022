/// Returns what there is to say about the messages in `text`, which kubectl or AWS printed, with the
/// places that `map` knows; `nil` if none of the messages is known.
public func explainErrors(in text: [UInt8], places map: SourceMap) -> String? {
  let reader = MessageReader(text)
  let found = reader.findings()
  if found.isEmpty { return nil }
  var result = ""
  for finding in found {
    result += result.isEmpty ? "" : "\n"
    result += "\(finding.excerpt)\n"
    result += "  means  \(finding.message.meaning)\n"
    result += "  do     \(finding.message.remedy)\n"
    result += "  known  from \(finding.message.source)\n"
    for place in reader.places(near: finding, in: map) {
      result += "  place  \(place.location) (\(place.part))\n"
    }
  }
  return result
}

/// The search for known messages in a text.
private struct MessageReader {
  /// A known message, and where it stands.
  struct Finding {
    /// The message.
    let message: KnownMessage
    /// Where it begins.
    let position: Int
    /// What the text says there.
    let excerpt: String
  }

  /// The text on one line, with single blanks.
  private let text: [UInt8]
  /// The same in small letters.
  private let lowered: [UInt8]
  /// How far apart the pieces of a message may be, and how much around it is looked at.
  private static let reach = 600
  /// How many messages are explained.
  private static let limit = 20

  /// Creates the search in `text`.
  ///
  /// kubectl breaks long messages into lines, so that all blank space counts as one blank.
  init(_ text: [UInt8]) {
    var line: [UInt8] = []
    line.reserveCapacity(text.count)
    for byte in text {
      let isBlank = byte <= 0x20 || byte == 0x7F
      if isBlank, line.last == 0x20 { continue }
      line.append(isBlank ? 0x20 : byte)
    }
    self.text = line
    lowered = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Returns the known messages, in the order of the text, each text once.
  func findings() -> [Finding] {
    var found: [Finding] = []
    for message in KnownMessage.all {
      var position = 0
      while found.count < 1_000, let start = start(of: message, from: position) {
        position = start + 1
        // The first one that fits a place counts, and longer ones come first.
        let isTaken = found.contains { abs($0.position - start) < 160 }
        if isTaken { continue }
        found.append(Finding(message: message, position: start, excerpt: excerpt(at: start)))
      }
    }
    found.sort { $0.position < $1.position }
    var excerpts: Set<String> = []
    return Array(found.filter { excerpts.insert($0.excerpt).inserted }.prefix(Self.limit))
  }

  /// Returns where `message` next begins, from `position` on.
  private func start(of message: KnownMessage, from position: Int) -> Int? {
    guard let first = message.pieces.first, let start = find(first, from: position) else {
      return nil
    }
    var end = start + first.utf8.count
    for piece in message.pieces.dropFirst() {
      guard let next = find(piece, from: end), next - start < Self.reach else { return nil }
      end = next + piece.utf8.count
    }
    return start
  }

  /// Returns where `piece` next stands, from `position` on.
  private func find(_ piece: String, from position: Int) -> Int? {
    let wanted = Array(piece.utf8)
    guard let first = wanted.first, position + wanted.count <= lowered.count else { return nil }
    var index = position
    while index + wanted.count <= lowered.count {
      if lowered[index] == first, lowered[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Returns what the text says around `position`: its sentence, or as much as fits a line.
  private func excerpt(at position: Int) -> String {
    var start = position
    while start > 0, position - start < 80, !Self.endsSentence(text[start - 1]) { start -= 1 }
    var end = position
    while end < text.count, end - start < 220, !Self.closesText(text[end]) { end += 1 }
    var bytes = text[start..<end].drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns `true` iff `byte` ends what comes before a message.
  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";")
  }

  /// Returns `true` iff `byte` ends a message.
  private static func closesText(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") }

  /// Returns the places of `map` that the text around `finding` names, the nearest ones first.
  func places(near finding: Finding, in map: SourceMap) -> [SourceMap.Place] {
    let start = max(0, finding.position - 200)
    let window = text[start..<min(text.count, finding.position + Self.reach)]
    let words = Self.words(in: window)
    let steps = map.places.filter { place in
      place.part.hasPrefix("Steps.") && !place.part.dropFirst(6).contains(".")
        && words.contains(String(place.part.dropFirst(6)))
    }
    let members = map.places.filter { place in
      guard let name = place.part.split(separator: ".").last else { return false }
      return words.contains(String(name)) && !place.part.hasPrefix("Pipeline")
        && (steps.isEmpty || steps.contains { place.part.hasPrefix($0.part + ".") })
    }
    let everywhere = Self.words(in: text[...])
    let objects = map.places.filter { place in
      guard let slash = place.part.firstIndex(of: "/"), !place.part[..<slash].contains(".") else {
        return false
      }
      let name = place.part[place.part.index(after: slash)...]
      return !place.part.contains(".spec") && everywhere.contains(String(name))
    }
    var seen: Set<String> = []
    return Array(
      (members.prefix(4) + steps.prefix(4) + objects.prefix(2))
        .filter { seen.insert($0.location).inserted })
  }

  /// Returns the words of `text`: names as steps, members and objects have them.
  private static func words(in text: ArraySlice<UInt8>) -> Set<String> {
    var words: Set<String> = []
    for part in text.split(whereSeparator: { !isNameByte($0) }) {
      let word = String(decoding: part, as: UTF8.self)
      words.insert(word)
      for piece in part.split(separator: UInt8(ascii: ".")) {
        words.insert(String(decoding: piece, as: UTF8.self))
      }
      // The end of a sentence is no part of a name.
      if word.hasSuffix(".") { words.insert(String(word.dropLast())) }
    }
    return words
  }

  /// Returns `true` iff `byte` may stand in a name, or between the parts of a path.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }
}
