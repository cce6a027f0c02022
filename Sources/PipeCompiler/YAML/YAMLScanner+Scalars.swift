// Scalars without quotes, and blocks.
extension YAMLScanner {
  /// `true` iff a scalar without quotes can begin at the position.
  var beginsPlain: Bool {
    let byte = peek()
    switch byte {
    case UInt8(ascii: "-"): return !(peek(1) == 0x20 || peek(1) == 0x09)
    case UInt8(ascii: "?"), UInt8(ascii: ":"): return flowLevel == 0 && !isBlankOrEnd(1)
    default: return !isBlankOrEnd(0) && !Self.indicators.contains(byte)
    }
  }

  /// The characters that no scalar without quotes begins with.
  private static let indicators = Array(",[]{}#&*!|>'\"%@`".utf8)

  /// Reads a scalar without quotes, which may have several lines.
  mutating func readPlain() {
    saveKey()
    allowsKey = false
    let start = position
    var (text, breaks, lastEnd) = (YAMLText(), [YAMLBreak](), position)
    var blanks = position..<position
    while position < end {
      if column == 0, isAtMarker { break }
      if peek() == UInt8(ascii: "#") { break }
      let first = position
      skipPlainWord()
      if position == first { break }
      if breaks.isEmpty { text.append(bytes, blanks) } else { text.fold(breaks) }
      text.append(bytes, first..<position)
      lastEnd = position
      (breaks, blanks) = ([], position..<position)
      guard isAtBlank || breakLength() > 0, readGap(&breaks, &blanks) else { break }
      if flowLevel == 0, column < indentation + 1 { break }
    }
    guard mistake == nil else { return }
    let span = SourceSpan(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: lastEnd))
    append(text.scalar(endingAt: lastEnd, .plain), at: span)
    if !breaks.isEmpty { allowsKey = true }
  }

  /// Skips what belongs to a scalar without quotes up to the next blank.
  private mutating func skipPlainWord() {
    while position < end {
      let byte = peek()
      if byte < 0x21 || byte >= 0x80, isBlankOrEnd(0) { return }
      if byte == UInt8(ascii: ":"), isBlankOrEnd(1) { return }
      if flowLevel > 0, [0x2C, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) { return }
      position += 1
    }
  }

  /// Reads blanks and ends of lines between the words of a scalar without quotes; `false` after a
  /// mistake.
  private mutating func readGap(_ breaks: inout [YAMLBreak], _ blanks: inout Range<Int>) -> Bool {
    let start = position
    while position < end {
      if isAtBlank {
        if !breaks.isEmpty, peek() == 0x09, flowLevel == 0, column < indentation + 1 {
          fail("a tab indents the line", help: "YAML is indented by spaces only")
          return false
        }
        position += 1
        if breaks.isEmpty { blanks = start..<position }
      } else if breakLength() > 0 {
        breaks.append(readBreak())
      } else {
        return true
      }
    }
    return true
  }

  /// Reads a block: a literal one, or one whose lines flow.
  mutating func readBlock(isLiteral: Bool) {
    removeKey()
    allowsKey = true
    let start = position
    position += 1
    guard let header = readBlockHeader(from: start) else { return }
    var width = header.width.map { max(indentation, 0) + $0 } ?? 0
    var text = YAMLText()
    var (pending, lineEnd): ([YAMLBreak], YAMLBreak?) = ([], nil)
    guard readBlockBreaks(&width, &pending) else { return }
    var (leadsBlank, last) = (false, position)
    while column == width, position < end {
      let isBlank = isAtBlank
      if let lineEnd {
        if isLiteral || leadsBlank || isBlank || lineEnd.text != [0x0A] {
          text.append([lineEnd])
        } else if pending.isEmpty {
          text.append([0x20], for: lineEnd.position)
        }
      }
      lineEnd = nil
      text.append(pending)
      pending = []
      leadsBlank = isBlank
      let first = position
      while position < end, breakLength() == 0 { position += 1 }
      text.append(bytes, first..<position)
      last = position
      // A last line that is not ended counts as one that is.
      lineEnd = position < end ? readBreak() : YAMLBreak(text: [0x0A], position: position)
      guard readBlockBreaks(&width, &pending) else { return }
    }
    if header.chomping != UInt8(ascii: "-"), let lineEnd { text.append([lineEnd]) }
    if header.chomping == UInt8(ascii: "+") { text.append(pending) }
    let span = SourceSpan(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: last))
    append(text.scalar(endingAt: last, .block), at: span)
  }

  /// Reads what stands behind the `|` or `>` of a block that begins at `start`, or notes a mistake and
  /// returns `nil`.
  private mutating func readBlockHeader(from start: Int) -> (chomping: UInt8, width: Int?)? {
    var (chomping, width): (UInt8, Int?) = (0, nil)
    for _ in 0..<2 {
      let byte = peek()
      if chomping == 0, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        chomping = byte
        position += 1
      } else if width == nil, (0x30...0x39).contains(byte) {
        guard byte > 0x30 else {
          fail("a block is indented by 1 to 9 spaces", help: "write a digit from 1 to 9")
          return nil
        }
        width = Int(byte) - 0x30
        position += 1
      }
    }
    while isAtBlank { position += 1 }
    if peek() == UInt8(ascii: "#") {
      while position < end, breakLength() == 0 { position += 1 }
    }
    guard position >= end || breakLength() > 0 else {
      fail(
        "the text of a block begins on the line behind `\(bytes[start] == 0x7C ? "|" : ">")`",
        help: "begin a new line, or put the text in quotes")
      return nil
    }
    if position < end { skipBreak() }
    return (chomping, width)
  }

  /// Reads indentation and empty lines of a block, and finds out how far it is indented if `width` is
  /// zero; `false` after a mistake.
  private mutating func readBlockBreaks(_ width: inout Int, _ breaks: inout [YAMLBreak]) -> Bool {
    var widest = 0
    while true {
      let first = position
      while width == 0 || column < width, peek() == 0x20 { position += 1 }
      widest = max(widest, column)
      if width == 0 || column < width, peek() == 0x09 {
        fail("a tab indents the line", help: "YAML is indented by spaces only")
        return false
      }
      if position == end, position > first {
        // A last line of blanks counts as one that is ended too.
        breaks.append(YAMLBreak(text: [0x0A], position: position))
        break
      }
      guard position < end, breakLength() > 0 else { break }
      breaks.append(readBreak())
    }
    if width == 0 { width = max(widest, indentation + 1, 1) }
    return true
  }
}
