/// How a text that should be a duration of ISO 8601 is spelled.
enum DurationForm {
  /// As the standard says, or in one of the looser forms that AWS's own documents show: `30d`.
  case accepted
  /// Readable, but in a form of which no source shows that the service takes it: `12h`.
  case doubtful
  /// Not a duration.
  case unreadable

  /// Judges `text`; case and the leading `P` do not matter.
  init(of text: String) {
    var rest = Array(text.uppercased().utf8)[...]
    if rest.first == UInt8(ascii: "P") { rest.removeFirst() }
    var components = 0
    var isTime = false
    var isDoubtful = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { TextPattern.isDigit($0) || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(digits.count)
      guard let first = digits.first, TextPattern.isDigit(first), let unit = rest.popFirst(),
        Array((isTime ? "HMS" : "YMWDHS").utf8).contains(unit)
      else {
        self = .unreadable
        return
      }
      components += 1
      if !isTime, Array("HS".utf8).contains(unit) { isDoubtful = true }
    }
    self = components == 0 ? .unreadable : isDoubtful ? .doubtful : .accepted
  }
}
